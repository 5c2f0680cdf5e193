import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadDataset } from '../../src/datasets/loadDataset';
import { printMapping } from '../../src/domain/sheet/mapping';
import { fetchFromFolder } from '../../tools/dataFolder';
import { dataImport } from '../../tools/dataImport';
import { withoutContent } from '../fixtures/packageText';
import { fixtureFolder } from '../fixtures/readFolder';
import { workbook } from '../fixtures/sheets/workbook';

let dir = '';
let into = '';

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'import-'));
  into = join(dir, 'data');
  await cp(fixtureFolder('small'), into, { recursive: true });
  const described = await readFile(join(fixtureFolder('data'), 'datapackage.json'), 'utf8');
  await writeFile(join(into, 'datapackage.json'), withoutContent(described));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

async function file(name: string, content: string | Uint8Array): Promise<string> {
  await writeFile(join(dir, name), content);
  return join(dir, name);
}

const run = (...args: string[]) => dataImport(['--into', into, ...args]);

async function rowsOf(folder: string, table: string): Promise<Record<string, string>[]> {
  return Papa.parse<Record<string, string>>((await readFile(join(folder, table), 'utf8')).trim(), { header: true })
    .data;
}

const GOOD = '2024年1-10月\n地区,门诊人次\n甲县,"12,000"\n乙县,3.4万\n';

describe('data:import', () => {
  it('takes what is certain, says every decision, and writes the package to a folder of its own', async () => {
    const out = join(dir, 'out');
    const before = await readFile(join(into, 'observations.csv'), 'utf8');
    const { out: said, exitCode } = await run('--out', out, await file('十月.csv', GOOD));
    expect(said.split('\n')).toEqual([
      '十月.csv：',
      '  自动：十月第2行起的表：表头是哪几行——第2行',
      '  自动：十月第2行起的表：到哪一行为止——第4行',
      '  自动：十月第2行起的表：哪些列是地区——地区',
      '  自动：十月第2行起的表：哪些列是数字——门诊人次',
      '  自动：十月第2行起的表：没有另写时期的数是什么时期——2024年1—10月',
      '  自动：“甲县”是哪个地区——甲县',
      '  自动：“乙县”是哪个地区——乙县',
      '  自动：“门诊人次”是哪个指标——门诊人次',
      '  自动：“门诊人次”的单位是万人次，指标的单位是人次——换算成人次',
      '新增：sources 1行，observations 2行；已有同样的0行；没有采用0处。',
      `数据包已写入 ${out}。`
    ]);
    expect(exitCode).toBe(0);
    expect(await readFile(join(into, 'observations.csv'), 'utf8')).toBe(before);
    const rows = await rowsOf(out, 'observations.csv');
    expect(rows).toHaveLength(9);
    expect(rows.slice(-2).map(({ place, value, cell, written }) => [place, value, cell, written])).toEqual([
      ['jia', '12000', '十月!B3', '12,000'],
      ['yi', '34000', '十月!B4', '3.4万']
    ]);
    const loaded = await loadDataset({ fetchBytes: fetchFromFolder(out) });
    expect(loaded.kind === 'ok' && loaded.dataset.size).toBe(9);
    expect(loaded.issues.filter(({ level }) => level === '错误')).toEqual([]);
    expect(await readFile(join(out, 'datapackage.json'), 'utf8')).toContain('"rows": 9');
  });

  it('without a mapping lists what is not certain with near misses, and ends with 1', async () => {
    const { out, exitCode } = await run(await file('十月.csv', '2024年\n地区,门诊总人次\n甲县,5\n丁县,6\n'));
    expect(exitCode).toBe(1);
    expect(out).toContain('没有定：“丁县”是哪个地区（1个数）。没有的可以新建。');
    expect(out).toContain(
      '没有定：“门诊总人次”是哪个指标（2个数）。相近的有门诊人次（visits，人次，门诊诊疗人次数）；没有的可以新建。'
    );
    expect(out).toContain(
      '未采用 十月.csv 十月 B3“5”：“门诊总人次”还没有定是哪个指标（名称）。请选一个已有的，或新建。'
    );
    expect(out).toContain('没有新增；已有同样的0行；没有采用2处。');
    expect(out).toContain('没有写文件');
  });

  it('with a mapping takes what a person decided; the same again adds nothing', async () => {
    const path = await file('十月.csv', '2024年\n地区,门诊总人次\n甲县,5\n丁县,6\n');
    const create = { place: 'ding', name: '丁县', level: '县区', parent: 'shi', naming: '原文' };
    const map = await file(
      '对应.json',
      printMapping({ form: 1, layouts: [], answers: { '指标:门诊总人次': { use: 'visits' }, '地区:丁县': { create } } })
    );
    const out = join(dir, 'out');
    const first = await run('--map', map, '--out', out, path);
    expect(first.exitCode).toBe(0);
    expect((await rowsOf(out, 'places.csv')).slice(-1)).toMatchObject([{ place: 'ding', name: '丁县' }]);
    const again = await dataImport(['--into', out, '--map', map, path]);
    expect(again.out).toContain('没有新增；已有同样的4行；没有采用0处。');
  });

  it('--json: the same as data, with a mapping to be completed', async () => {
    const { out, exitCode } = await run('--json', await file('十月.csv', '2024年\n地区,门诊总人次\n甲县,5\n'));
    const data = JSON.parse(out) as Record<string, never>;
    expect(exitCode).toBe(1);
    expect(data).toMatchObject({
      files: [{ file: '十月.csv', questions: [{ kind: '指标', name: '门诊总人次', offers: [{ id: 'visits' }] }] }],
      mapping: { form: 1, layouts: [{ first: 1, signature: '地区|门诊总人次' }], answers: {} }
    });
  });

  it('several files at once, one of them no table: the others are taken', async () => {
    const book = workbook([{ name: '9月', rows: [['2024年'], ['地区', '门诊人次'], ['甲县', 7]] }]);
    const { out, exitCode } = await run(
      await file('a.xlsx', book),
      await file('b.csv', GOOD),
      await file('c.pdf', '%PDF-1'),
      join(dir, '没有.csv')
    );
    expect(exitCode).toBe(1);
    expect(out).toContain('未采用 c.pdf：这是 PDF，读不出可靠的表格（不是表格）。');
    expect(out).toContain('未采用 没有.csv：文件打不开（打不开）。请检查路径和权限。');
    expect(out).toContain('新增：sources 2行，observations 3行；');
  });

  it('our own tables and a package go straight through; a row that breaks a rule is left out with its file and cell', async () => {
    const rows =
      'place,name,level,parent,code,naming,note\nding,丁县,县区,shi,,原文,\nbad,坏县,星球,shi,,原文,\njia,甲县,县区,shi,900101,原文,\n';
    const out = join(dir, 'out');
    const { out: said, exitCode } = await run('--out', out, await file('新地区.csv', rows));
    expect(exitCode).toBe(1);
    expect(said).toContain('自动：新地区是什么表——看板自己的表 places，原样采用');
    expect(said).toMatch(/未采用 新地区\.csv 新地区 A3“bad”：places\.csv .*星球/);
    expect(said).toContain('新增：places 1行；已有同样的1行；没有采用1处。');
    expect((await rowsOf(out, 'places.csv')).map(({ place }) => place)).toEqual([
      'shi',
      'jia',
      'yi',
      'bing',
      'jia-yy',
      'ding'
    ]);
  });

  it('a row with other figures than the one that is there is left out, and both are named', async () => {
    const table =
      'programme,place,period,as_of,source,target,done,rate,unit,qualifier,status,line,written,section,note\n';
    const known = (await readFile(join(into, 'progress.csv'), 'utf8')).split('\n')[1]!;
    const changed = known
      .split(',')
      .map((cell, i) => (i === 6 ? '777' : cell))
      .join(',');
    const { out, exitCode } = await run(await file('p.csv', `${table}${changed}\n`));
    expect(exitCode).toBe(1);
    expect(out).toMatch(/未采用 p\.csv p A2.*已有同一个数，写的是done“[^”]*”，文件里是“777”/);
  });

  it('two files that say otherwise of one number: the second is left out, and the file that has it already is named', async () => {
    const first = workbook([{ name: '一', rows: [['2024年'], ['地区', '门诊人次'], ['甲县', 7], ['乙县', 8]] }]);
    const second = workbook([{ name: '二', rows: [['2024年'], ['地区', '门诊人次'], ['甲县', 9], ['乙县', 8]] }]);
    const { out, exitCode } = await run(await file('a.xlsx', first), await file('b.xlsx', second));
    expect(exitCode).toBe(1);
    expect(out).toContain('未采用 b.xlsx 二 B3“9”：这次放进来的a.xlsx 一 B3已有同一个数，写的是value“7”，文件里是“9”');
    expect(out).toContain('新增：sources 2行，observations 2行；已有同样的1行；没有采用1处。');
  });

  it('a number that looks odd is taken and told, with its rule', async () => {
    const book = workbook([
      { name: '表', rows: [['2020年1-12月'], ['地区', '门诊人次'], ['甲县', 7], ['乙县', 8], ['合计', 16]] }
    ]);
    const { out } = await run(await file('a.xlsx', book));
    expect(out).toContain(
      '提醒 a.xlsx 表 B5“16”：合计写的是16，各行相加是15（合计不符）。请核对；看板自己相加，不用表里的合计。'
    );
    const later = workbook([{ name: '表', rows: [['2021年'], ['地区', '门诊人次'], ['甲县', 123450000]] }]);
    const second = await run(await file('b.xlsx', later));
    expect(second.exitCode).toBe(0);
    expect(second.out).toContain(
      '提醒 b.xlsx 表 B3“123450000”：甲县 · 门诊人次：上一期（到2020-12-31）是12,345人次，这一期是123,450,000人次（差一万倍）。请核对：'
    );
  });

  it('text of a file never becomes a formula in our tables', async () => {
    const out = join(dir, 'out');
    await run(
      '--out',
      out,
      await file('a.csv', '2024年\n地区,门诊人次,备注\n甲县,5,=HYPERLINK("http://192.0.2.1/")\n')
    );
    expect((await rowsOf(out, 'observations.csv')).slice(-1)[0]!.note).toBe('\u3000=HYPERLINK("http://192.0.2.1/")');
    // It is read as it was written.
    const loaded = await loadDataset({ fetchBytes: fetchFromFolder(out) });
    if (loaded.kind === 'failed') throw new Error('not read');
    expect([...loaded.dataset.observationsOf('visits')].map(({ note }) => note)).toContain(
      '=HYPERLINK("http://192.0.2.1/")'
    );
  });

  it('a wrong command ends with 2 and says how; nothing is written into the data or over anything', async () => {
    const path = await file('十月.csv', GOOD);
    expect((await run()).exitCode).toBe(2);
    expect((await run('--strange', path)).out).toMatch(/^参数不对.*\n用法：/);
    expect(await run('--out', into, path)).toEqual({
      out: `不能写进数据文件夹“${into}”里面：请给另一个文件夹。`,
      exitCode: 2
    });
    expect((await run('--out', join(into, 'new'), path)).exitCode).toBe(2);
    expect((await run('--out', dir, path)).out).toMatch(/里已有东西/);
    expect((await run('--map', await file('m.json', '{}'), path)).out).toMatch(/^对应关系文件.*不能用：/);
    expect((await dataImport(['--into', join(dir, '没有'), path])).exitCode).toBe(2);
    expect((await readdir(into)).sort()).toEqual(
      (await readdir(fixtureFolder('small'))).concat('datapackage.json').sort()
    );
  });
});
