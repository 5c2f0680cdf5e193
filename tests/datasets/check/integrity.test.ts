import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { integrityIssue, NOTHING_STATED } from '../../../src/datasets/check/integrity';
import { AbsentFileError } from '../../../src/datasets/fileError';
import { loadDataset } from '../../../src/datasets/loadDataset';
import type { FetchBytes } from '../../../src/datasets/loadEffects';
import { fetchFrom, fixtureFolder } from '../../fixtures/readFolder';

const real = fetchFrom([fixtureFolder('data')]);
const text = (name: string): string => readFileSync(join(fixtureFolder('data'), name), 'utf8');
const bytes = (content: string): Uint8Array => new TextEncoder().encode(content);
const hash = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** Loads the repository's data with some files otherwise. */
async function loadWith(files: Readonly<Record<string, string | Error>>) {
  const fetchBytes: FetchBytes = (path) => {
    const other = files[path];
    if (other instanceof Error) return Promise.reject(other);
    return other === undefined ? real(path) : Promise.resolve(bytes(other));
  };
  const result = await loadDataset({ fetchBytes });
  if (result.kind === 'failed') throw new Error(JSON.stringify(result.issues));
  return result;
}

/** Header and the first `rows` rows, cut cleanly at the end of a line. */
const cut = (name: string, rows: number): string =>
  `${text(name)
    .split('\n', rows + 1)
    .join('\n')}\n`;

describe('a file against what the package states of it', () => {
  it('is silent where the package states nothing, and where all is as stated', async () => {
    const content = { bytes: bytes('a\n1\n'), text: 'a\n1\n', rows: 1 };
    expect(await integrityIssue(NOTHING_STATED, content)).toBeUndefined();
    expect(await integrityIssue({ rows: 1, bytes: 4, sha256: hash(content.bytes) }, content)).toBeUndefined();
  });

  it('tells fewer rows, more rows, other content and another size apart, the first that holds', async () => {
    const content = { bytes: bytes('a\n1\n'), text: 'a\n1\n', rows: 1 };
    const why = async (stated: Partial<typeof NOTHING_STATED>): Promise<string> =>
      (await integrityIssue({ ...NOTHING_STATED, ...stated }, content))!.why;
    expect(await why({ rows: 3, bytes: 9, sha256: '0'.repeat(64) })).toBe(
      '行数与数据包说明不一致：说明里是3行，文件里是1行，少2行，文件可能没有存全或没有传完整'
    );
    expect(await why({ rows: 0 })).toBe('行数与数据包说明不一致：说明里是0行，文件里是1行，多1行');
    expect(await why({ rows: 1, sha256: '0'.repeat(64) })).toBe(
      '内容与数据包说明的校验值不一致，可能改过，也可能没有传完整'
    );
    expect(await why({ bytes: 9 })).toBe('大小与数据包说明不一致：说明里是9字节，文件是4字节');
  });

  it('takes the same table saved with a mark and other line ends for the same', async () => {
    const saved = '\uFEFFa\r\n1\r\n';
    const stated = { rows: 1, bytes: 4, sha256: hash(bytes('a\n1\n')) };
    expect(await integrityIssue(stated, { bytes: bytes(saved), text: saved, rows: 1 })).toBeUndefined();
  });
});

describe('the package of this repository', () => {
  it('states what its files hold (npm run data:describe)', async () => {
    expect((await loadWith({})).issues).toEqual([]);
  });

  it('makes a table that was cut at the end of a line known, on every screen, and uses the rows there are', async () => {
    const { issues, dataset } = await loadWith({ 'observations.csv': cut('observations.csv', 694) });
    expect(issues).toMatchObject([
      {
        level: '提醒',
        file: 'observations.csv',
        rule: '行数',
        why: '行数与数据包说明不一致：说明里是1290行，文件里是694行，少596行，文件可能没有存全或没有传完整',
        wholeFile: true
      }
    ]);
    expect(dataset.size).toBe(694);
  });

  it('remarks once on a table that gained rows by hand, and uses them', async () => {
    const more = `${text('progress.csv').trimEnd()}\n${'copd-screening,xiangshan-hospital1-group,2021,2021-10-31,xiangshan-2020-10,,800,,例,,实际,49,800例,,'}\n`;
    const { issues, dataset } = await loadWith({ 'progress.csv': more });
    expect(issues.map(({ level, why, wholeFile }) => [level, why, wholeFile])).toEqual([
      ['提醒', '行数与数据包说明不一致：说明里是139行，文件里是140行，多1行', undefined]
    ]);
    expect(dataset.progress).toHaveLength(140);
  });

  it('remarks once on a cell edited by hand', async () => {
    const edited = text('progress.csv').replace(',1134,', ',1135,');
    const { issues } = await loadWith({ 'progress.csv': edited });
    expect(issues.map((issue) => issue.rule)).toEqual(['校验值']);
    expect(issues[0]!.todo).toContain('npm run data:describe');
  });
});

describe('a table lost as a whole', () => {
  it.each([
    ['a login page', '<!DOCTYPE html>\n<html><body>请登录</body></html>\n', '编码'],
    ['one renamed column', text('progress.csv').replace('programme,', 'task,'), '缺列'],
    ['nothing but blanks', '\n\n', '空文件'],
    ['a head only', text('progress.csv').split('\n')[0]!, '行数']
  ])('is said on every screen: %s', async (_, content, rule) => {
    const { issues, dataset } = await loadWith({ 'progress.csv': content });
    const said = issues.filter((issue) => issue.file === 'progress.csv');
    expect(said.map((issue) => [issue.rule, issue.wholeFile])).toEqual([[rule, true]]);
    expect(dataset.progress).toEqual([]);
  });

  it('is said where no row of it can be used', async () => {
    const shifted = text('progress.csv').replace(/\n([^,\n]+),([^,\n]+),/g, '\n$2,$1,');
    const { issues, dataset } = await loadWith({ 'progress.csv': shifted });
    expect(dataset.progress).toEqual([]);
    expect(issues.filter((issue) => issue.wholeFile).map((issue) => issue.why)).toEqual(['表里的139行一行也没有读入']);
  });

  it('is said of the table that points at it, too', async () => {
    const { issues } = await loadWith({ 'programmes.csv': new AbsentFileError('文件不存在') });
    expect(issues.filter((issue) => issue.wholeFile).map(({ file, why }) => [file, why])).toEqual([
      ['programmes.csv', '没有读到这个文件：文件不存在'],
      ['progress.csv', 'programmes.csv没有读成，指向它的139行都没有读入'],
      ['relations.csv', expect.stringContaining('programmes.csv没有读成')]
    ]);
  });

  it.each(['服务器回答 403', '服务器回答 500', '读到一半断了', '服务器15秒没有回答，没有再等'])(
    'is said of relations.csv and lights.json: %s',
    async (reason) => {
      for (const file of ['relations.csv', 'lights.json']) {
        const { issues } = await loadWith({ [file]: new Error(reason) });
        expect(issues.map((issue) => [issue.file, issue.rule, issue.wholeFile])).toEqual([[file, '缺文件', true]]);
        expect(issues[0]!.why).toContain(`没有读到这个文件：${reason}`);
      }
    }
  );

  it('is said of relations.csv and lights.json cut short', async () => {
    const relations = await loadWith({ 'relations.csv': cut('relations.csv', 100) });
    expect(relations.issues.some((issue) => issue.file === 'relations.csv' && issue.wholeFile)).toBe(true);
    const lights = await loadWith({ 'lights.json': text('lights.json').slice(0, 500) });
    expect(lights.issues.map((issue) => [issue.file, issue.wholeFile])).toEqual([['lights.json', true]]);
  });
});
