import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFile, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyData } from '../../tools/dataVerify';
import { withoutContent } from '../fixtures/packageText';
import { fixtureFolder } from '../fixtures/readFolder';

// Made-up texts that say what the small dataset stores, line by line.
const JIA = [
  '年末常住人口301200人。',
  '',
  '规范管理率达95.39%。',
  '',
  '',
  '',
  '门诊12,345人次，下降18.8%。',
  '',
  '目标4000例，完成2707例，完成率67.68%。'
];
const YI = ['', '', '', '规范管理率达90%以上。', '', '', '', '门诊4万余人次。', '', '签约率达65%以上。'];

const run = promisify(execFile);
const repository = join(__dirname, '../..');
let root = '';
const data = (): string => join(root, 'data');
const texts = (): string => join(root, 'texts');

async function put(path: string, text: string): Promise<void> {
  await writeFile(join(root, path), text);
}

async function edit(table: string, from: string, to: string): Promise<void> {
  const path = join(data(), table);
  const before = await readFile(path, 'utf8');
  expect(before).toContain(from);
  await writeFile(path, before.replace(from, to));
}

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'verify-'));
  await mkdir(data());
  await mkdir(texts());
  for (const name of await readdir(fixtureFolder('small')))
    await copyFile(join(fixtureFolder('small'), name), join(data(), name));
  const shipped = await readFile(join(fixtureFolder('data'), 'datapackage.json'), 'utf8');
  await writeFile(join(data(), 'datapackage.json'), withoutContent(shipped));
  await put('texts/jia.txt', JIA.join('\n') + '\n');
  await put('texts/yi.txt', YI.join('\n') + '\n');
  await edit('sources.csv', 'jia.txt,,', `jia.txt,${sha256(JIA)},`);
  await edit('sources.csv', 'yi.txt,,', `yi.txt,${sha256(YI)},`);
});

afterEach(() => rm(root, { recursive: true, force: true }));

function sha256(lines: readonly string[]): string {
  return createHash('sha256')
    .update(lines.join('\n') + '\n')
    .digest('hex');
}

async function faults(): Promise<string[]> {
  const { lines, exitCode } = await verifyData(texts(), data());
  expect(exitCode).toBe(lines.length > 1 ? 1 : 0);
  return lines.slice(0, -1);
}

describe('data:verify', () => {
  it('passes a dataset that says what its texts say', async () => {
    expect(await verifyData(texts(), data())).toEqual({
      lines: ['来源2份，观测值7行，任务进度2行，数字10个：与原文全部一致。'],
      exitCode: 0
    });
  });

  it('fails on a wrong value', async () => {
    await edit('observations.csv', '数值,s1,95.39', '数值,s1,95.93');
    expect(await faults()).toEqual([
      '错误 observations.csv 第2行 “value”列，值“95.93”：原文写法是“95.39%”，读出来是95.39，与数值95.93不符（数值不符）。请对照原文改正数值、单位换算、限定词或原文写法。'
    ]);
  });

  it('fails on a fall stored as a rise', async () => {
    await edit('observations.csv', ',-18.8,', ',18.8,');
    expect(await faults()).toEqual([expect.stringContaining('是下降，数值应为负数')]);
  });

  it('fails on a lost scale', async () => {
    await edit('observations.csv', ',40000,', ',4,');
    expect(await faults()).toEqual([expect.stringContaining('读出来是40000，与数值4不符')]);
  });

  it('fails on a missing qualifier', async () => {
    await edit('observations.csv', ',40000,≈,', ',40000,,');
    expect(await faults()).toEqual([expect.stringContaining('qualifier 应为“≈”，现在是空的')]);
  });

  it('fails on a wrong line and says where the figure is', async () => {
    await edit('observations.csv', '实际,3,95.39%', '实际,4,95.39%');
    expect(await faults()).toEqual([
      '错误 observations.csv 第2行 “written”列，值“95.39%”：原文第4行没有“95.39%”，这几个字在第3行（行号）。请改正 line。'
    ]);
  });

  it('fails on a line beyond the end', async () => {
    await edit('observations.csv', '实际,3,95.39%', '实际,99,95.39%');
    expect(await faults()).toEqual([expect.stringContaining('原文只有9行')]);
  });

  it('fails on a figure that stands nowhere', async () => {
    await edit('observations.csv', '3,95.39%', '3,95.39 %');
    expect(await faults()).toEqual([expect.stringContaining('全文都没有这几个字')]);
  });

  it('fails on a missing file, once', async () => {
    await rm(join(texts(), 'yi.txt'));
    expect(await faults()).toEqual([
      '错误 sources.csv 第3行 “file”列，值“yi.txt”：在给出的文件夹里找不到这个原文文件，出自它的数字都没有核对（原文缺失）。请把原文文件放进文件夹，或改正文件名。'
    ]);
  });

  it('fails on a changed hash', async () => {
    await put('texts/jia.txt', JIA.join('\n') + '\n\n');
    expect(await faults()).toEqual([expect.stringContaining('原文文件的内容和登记时不同（校验值）')]);
  });

  it('fails on a hash that is not stated, and states it', async () => {
    await edit('sources.csv', sha256(YI), '');
    expect(await faults()).toEqual([expect.stringContaining(`请填上“${sha256(YI)}”`)]);
  });

  it('fails on a sentence in place of a figure', async () => {
    const sentence = `${'这是一句照抄的话'.repeat(5)}95.39%`;
    await put('texts/jia.txt', JIA.join('\n').replace('规范管理率达95.39%', sentence) + '\n');
    await edit('observations.csv', '实际,3,95.39%', `实际,3,${sentence}`);
    expect(await faults()).toContainEqual(expect.stringContaining('原文写法有46个字，超过40个'));
  });

  it('fails on a wrong target, done or rate of progress', async () => {
    await edit('progress.csv', '4000,2707,67.68', '4001,2708,67.69');
    expect(await faults()).toEqual([
      expect.stringContaining('progress.csv 第2行 “target”列，值“4001”：'),
      expect.stringContaining('progress.csv 第2行 “done”列，值“2708”：'),
      expect.stringContaining('progress.csv 第2行 “rate”列，值“67.69”：')
    ]);
  });

  it('fails on a bound of progress without its qualifier', async () => {
    await edit('progress.csv', '%,≥,计划', '%,,计划');
    expect(await faults()).toEqual([expect.stringContaining('qualifier 应为“≥”')]);
  });

  it('fails, and says so, where the dataset itself has faults', async () => {
    await edit('observations.csv', ',95.39,,', ',abc,,');
    expect(await faults()).toEqual(['数据本身有1处错误，有错的行没有核对，请先运行 npm run data:check。']);
  });

  it('fails where the dataset does not load', async () => {
    await rm(join(data(), 'observations.csv'));
    const { lines, exitCode } = await verifyData(texts(), data());
    expect(exitCode).toBe(1);
    expect(lines[1]).toContain('observations.csv：没有读到这个文件：文件不存在');
  });

  it('does not follow a file name out of the folder', async () => {
    await edit('sources.csv', 'yi.txt', '../texts/yi.txt');
    expect(await faults()).toEqual([expect.stringContaining('找不到这个原文文件')]);
  });

  it('runs as a command, asks for a folder, and ends with its exit code', async () => {
    const verify = (...args: string[]) =>
      run(process.execPath, ['--import', 'tsx', 'tools/dataVerify.ts', ...args], { cwd: repository });
    expect((await verify(texts(), data())).stdout).toContain('与原文全部一致。');
    await rm(join(texts(), 'jia.txt'));
    await expect(verify(texts(), data())).rejects.toMatchObject({ code: 1 });
    await expect(verify()).rejects.toMatchObject({
      code: 1,
      stdout: expect.stringContaining('请写明原文所在的文件夹') as string
    });
  });
});
