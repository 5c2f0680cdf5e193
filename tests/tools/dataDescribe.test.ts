import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkData } from '../../tools/dataCheck';
import { describePackage } from '../../src/datasets/batch/describePackage';
import { describeData } from '../../tools/dataDescribe';
import { withoutContent } from '../fixtures/packageText';
import { fixtureFolder } from '../fixtures/readFolder';

let dir = '';

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'describe-'));
  for (const name of await readdir(fixtureFolder('small')))
    await copyFile(join(fixtureFolder('small'), name), join(dir, name));
  const shipped = await readFile(join(fixtureFolder('data'), 'datapackage.json'), 'utf8');
  await writeFile(join(dir, 'datapackage.json'), withoutContent(shipped));
});

afterEach(() => rm(dir, { recursive: true, force: true }));

const packageText = (): Promise<string> => readFile(join(dir, 'datapackage.json'), 'utf8');

describe('data:describe', () => {
  it('writes what the files hold, after which data:check passes; a second run changes nothing', async () => {
    const { lines, exitCode } = await describeData(dir);
    expect(exitCode).toBe(0);
    expect(lines[0]).toMatch(/^sources\.csv：2行，\d+字节$/);
    expect(lines[lines.length - 1]).toBe('已写入 datapackage.json。');
    const { resources } = JSON.parse(await packageText()) as { resources: Record<string, unknown>[] };
    expect(resources.map(({ name, rows }) => [name, rows])).toEqual([
      ['sources', 2],
      ['places', 5],
      ['indicators', 3],
      ['observations', 7],
      ['programmes', 2],
      ['progress', 2],
      ['relations', undefined],
      ['lights', undefined],
      ['decks', undefined],
      ['scorecards', undefined]
    ]);
    expect((await checkData(dir)).lines).toContain('全部通过。');
    expect((await describeData(dir)).lines).toContain('数据包说明没有变化。');
  });

  it('makes data:check name a table that lost a row since', async () => {
    await describeData(dir);
    const file = join(dir, 'observations.csv');
    await writeFile(file, (await readFile(file, 'utf8')).trimEnd().replace(/\n[^\n]*$/, '\n'));
    const { lines, exitCode } = await checkData(dir);
    expect(exitCode).toBe(1);
    expect(lines[0]).toContain('observations.csv：行数与数据包说明不一致：说明里是7行，文件里是6行，少1行');
    await describeData(dir);
    expect((await checkData(dir)).exitCode).toBe(0);
  });

  it('writes nothing where a file can’t be read', async () => {
    await rm(join(dir, 'progress.csv'));
    const before = await packageText();
    const { lines, exitCode } = await describeData(dir);
    expect(exitCode).toBe(1);
    expect(lines[0]).toContain('progress.csv：没有读到这个文件');
    expect(await packageText()).toBe(before);
  });

  it('keeps the layout of the package, or writes it anew where a resource stands on one line', () => {
    const found = new Map([['a.csv', { rows: 3, bytes: 9, hash: 'sha256:00' }]]);
    const laidOut =
      '{\n  "resources": [\n    {\n      "path": "a.csv",\n      "rows": 1,\n      "title": "甲"\n    }\n  ]\n}\n';
    expect(describePackage(laidOut, found)).toBe(
      laidOut.replace('"rows": 1,', '"rows": 3,\n      "bytes": 9,\n      "hash": "sha256:00",')
    );
    const dense = '{"resources":[{"path":"a.csv","rows":1,"title":"甲"}]}';
    expect(JSON.parse(describePackage(dense, found))).toEqual({
      resources: [{ path: 'a.csv', title: '甲', rows: 3, bytes: 9, hash: 'sha256:00' }]
    });
  });
});
