import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkData } from '../../tools/dataCheck';
import { withoutContent } from '../fixtures/packageText';
import { fixtureFolder } from '../fixtures/readFolder';

const run = promisify(execFile);
const repository = join(__dirname, '../..');
let dir = '';

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'check-'));
  for (const name of await readdir(fixtureFolder('small')))
    await copyFile(join(fixtureFolder('small'), name), join(dir, name));
  const shipped = await readFile(join(fixtureFolder('data'), 'datapackage.json'), 'utf8');
  await writeFile(join(dir, 'datapackage.json'), withoutContent(shipped));
});

afterEach(() => rm(dir, { recursive: true, force: true }));

async function useCase(name: string): Promise<void> {
  const from = fixtureFolder(`bad/${name}`);
  for (const file of await readdir(from))
    if (file !== 'expected.json') await copyFile(join(from, file), join(dir, file));
}

describe('data:check', () => {
  it('prints a line for each table and passes a good dataset', async () => {
    expect(await checkData(dir)).toEqual({
      lines: [
        'sources.csv（报告来源）：2行，读入2行；UTF-8；无问题',
        'places.csv（地区和单位）：5行，读入5行；UTF-8；无问题',
        'indicators.csv（指标）：3行，读入3行；UTF-8；无问题',
        'observations.csv（观测值）：7行，读入7行；UTF-8；无问题',
        'programmes.csv（任务）：2行，读入2行；UTF-8；无问题',
        'progress.csv（任务进度）：2行，读入2行；UTF-8；无问题',
        '全部通过。'
      ],
      exitCode: 0
    });
  });

  it('names file, row, column, value and rule of a fault and what to do', async () => {
    await useCase('number-thousands-comma');
    const { lines, exitCode } = await checkData(dir);
    expect(exitCode).toBe(1);
    expect(lines[0]).toBe(
      '错误 observations.csv 第9行 “value”列，值“12,345”：数字里有千分位逗号（类型）。千分位逗号请去掉，例如“12,345”改成“12345”。'
    );
    expect(lines).toContain('observations.csv（观测值）：8行，读入7行，略过1行；UTF-8；1处问题');
    expect(lines[lines.length - 1]).toBe('没有通过：错误1处，提醒0处。请逐条改好后再检查一次。');
  });

  it('fails on a reminder too', async () => {
    await useCase('semicolons');
    const { lines, exitCode } = await checkData(dir);
    expect(exitCode).toBe(1);
    expect(lines[0]).toMatch(/^提醒 places\.csv 第1行：这个文件用分号分隔/);
  });

  it('says which table could not be read', async () => {
    await rm(join(dir, 'places.csv'));
    const { lines, exitCode } = await checkData(dir);
    expect(exitCode).toBe(1);
    expect(lines).toContain('places.csv（地区和单位）：没有读成');
    expect(lines[lines.length - 1]).toContain('看板打不开这份数据');
  });

  it('survives a folder that is not there', async () => {
    const { lines, exitCode } = await checkData(join(dir, 'nowhere'));
    expect(exitCode).toBe(1);
    expect(lines[0]).toContain('datapackage.json：没有读到这个文件：文件不存在');
  });

  it('runs as a command and ends with its exit code', async () => {
    const good = await run(process.execPath, ['--import', 'tsx', 'tools/dataCheck.ts', dir], { cwd: repository });
    expect(good.stdout).toContain('全部通过。');
    await writeFile(join(dir, 'observations.csv'), '');
    await expect(
      run(process.execPath, ['--import', 'tsx', 'tools/dataCheck.ts', dir], { cwd: repository })
    ).rejects.toMatchObject({
      code: 1,
      stdout: expect.stringContaining('文件是空的') as string
    });
  });
});

describe('data:check of several datasets', () => {
  const index = (value: unknown) => writeFile(join(dir, 'datasets.json'), JSON.stringify(value));
  const demo = { id: 'demo', name: '示例', folder: 'demo', kind: '示例' };
  async function below(fictional: boolean): Promise<void> {
    await mkdir(join(dir, 'demo'));
    const text = await readFile(join(dir, 'datapackage.json'), 'utf8');
    await writeFile(join(dir, 'demo/datapackage.json'), JSON.stringify({ ...JSON.parse(text), fictional }));
  }

  it('passes a list whose folders hold what it says', async () => {
    await below(true);
    await index([demo]);
    expect((await checkData(dir)).lines.slice(-1)).toEqual(['全部通过。']);
  });

  it('names a folder without a package, and a kind that the package contradicts', async () => {
    await index([demo]);
    expect((await checkData(dir)).lines[0]).toBe(
      '错误 datasets.json，值“demo”：demo/datapackage.json 没有读成（数据集列表）。请补好这个数据集，或从 datasets.json 里删去。'
    );
    await below(false);
    expect((await checkData(dir)).lines[0]).toBe(
      '提醒 datasets.json，值“demo”：kind 是“示例”，demo/datapackage.json 没有写 "fictional": true（数据集列表）。请把两处改成一致。'
    );
    await writeFile(join(dir, 'datasets.json'), '[');
    expect((await checkData(dir)).lines[0]).toContain('datasets.json：不是合格的 JSON');
  });
});
