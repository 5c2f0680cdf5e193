import Papa from 'papaparse';
import readExcelFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import type { RowFilter } from '../../src/domain/rows/filterRows';
import { observationRows, progressRows } from '../../src/domain/rows/filterRows';
import { FILE_ORDER } from '../../src/domain/rows/sorts';
import { observationList, taskList, type RowList } from '../../src/domain/table/rowList';
import { csvOfRows } from '../../src/export/exportRows';
import { ExportStopped } from '../../src/export/job';
import { writeWorkbook } from '../../src/export/office/writeWorkbook';
import { rowsSheet } from '../../src/export/plan/rowsSheet';
import { dataset, indicator, place, programme, source } from '../domain/factory';

const DATA = dataset({
  indicators: [indicator({ unit: '%' })],
  sources: [source('甲', { published: '2021-03-05', publisher: '=甲县卫健局' })],
  places: [place('甲县'), place('乙县')],
  programmes: [programme('肠镜')],
  facts: [
    { at: '甲县', in: '2020', value: 95.394127, written: '95.394127%', note: '=HYPERLINK("x")', line: 1234 },
    { at: '乙县', in: '2020', value: 1234567, qualifier: '≥', cell: 'Sheet1!D7', numerator: 9, denominator: 10 },
    { at: '乙县', in: '2021', value: null, note: '-1，"未报"' },
    { at: '甲县', in: '2019', value: -0.5, part: '男', lower: -1, upper: 0 }
  ],
  tasks: [{ of: '肠镜', at: '甲县', in: '2020', asOf: '2020-10-26', target: 4000, done: 2707, rate: 67.68 }]
});

const listOf = (filter: RowFilter = {}, order = FILE_ORDER) =>
  observationList(DATA, observationRows(DATA, filter, order), filter, order);
const tasks = taskList(DATA, progressRows(DATA, {}), {}, FILE_ORDER);

async function csv(list: RowList): Promise<Record<string, string>[]> {
  const [head, ...rows] = await csvRows(list);
  return rows.slice(0, list.count).map((row) => Object.fromEntries(head!.map((title, i) => [title, row[i]!])));
}
async function csvRows(list: RowList): Promise<string[][]> {
  const bytes = new Uint8Array(await (await csvOfRows(list)).arrayBuffer());
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  return Papa.parse<string[]>(new TextDecoder().decode(bytes)).data;
}
async function sheet(list: RowList) {
  const blob = await writeWorkbook([rowsSheet(list)]);
  return (await readExcelFile(Buffer.from(await blob.arrayBuffer())))[0]!.data;
}

describe('the rows of 数据 as CSV', () => {
  it('hold every column: numbers bare, unit, source, section, line or cell, as written, note', async () => {
    const [first, second] = await csv(listOf());
    expect(first).toMatchObject({
      指标: '规范管理率',
      地区: '甲县',
      时期: '2020年',
      数值: '95.394127',
      单位: '%',
      原文写作: '95.394127%',
      来源: '甲报告',
      级别: 'A级',
      发布日期: '2021-03-05',
      章节: '一、基本情况',
      行: '1234',
      单元格: '',
      数据表行: '2'
    });
    expect(second).toMatchObject({
      限定: '不少于',
      数值: '1234567',
      单元格: 'Sheet1!D7',
      行: '',
      分子: '9',
      分母: '10'
    });
  });

  it('carry no formula from the data, and a negative number stays a number', async () => {
    const rows = await csv(listOf());
    expect(rows[0]).toMatchObject({ 说明: `'=HYPERLINK("x")`, 发布单位: "'=甲县卫健局" });
    expect(rows[2]).toMatchObject({ 数值: '', 说明: `'-1，"未报"` });
    expect(rows[3]).toMatchObject({ 数值: '-0.5', 置信下限: '-1', 置信上限: '0', 分组: '男' });
  });

  it('hold the rows of the filter in the order in force, and say which after an empty line', async () => {
    const filter = { place: '甲县', value: '≥-1', note: '' };
    const all = await csvRows(listOf(filter, { by: 'value', descending: false }));
    const at = all[0]!.indexOf('数值');
    expect(all.slice(1, 3).map((row) => row[at])).toEqual(['-0.5', '95.394127']);
    expect(all.slice(3, 6)).toEqual([
      [''],
      ['标题', '指标数，2行'],
      ['说明', '筛选：甲县、数值≥-1；顺序：按数值从小到大']
    ]);
  });

  it('stop when told to', async () => {
    const stop = new AbortController();
    stop.abort();
    await expect(csvOfRows(listOf(), { signal: stop.signal })).rejects.toBeInstanceOf(ExportStopped);
  });
});

describe('the rows of 数据 as XLSX', () => {
  it('keep days as days, numbers as numbers and texts as texts', async () => {
    const [title, asked, head, ...rows] = await sheet(listOf());
    expect([title![0], asked![0], rows.length]).toEqual(['指标数，4行', '筛选：无；顺序：按原表顺序', 4]);
    const at = (name: string) => head!.indexOf(name);
    expect(rows[0]![at('数值')]).toBe(95.394127);
    expect(rows[0]![at('发布日期')]).toEqual(new Date('2021-03-05'));
    expect(rows[0]![at('说明')]).toBe('=HYPERLINK("x")');
    expect(rows[0]![at('行')]).toBe(1234);
    expect(rows[3]![at('数值')]).toBe(-0.5);
  });

  it('of tasks: target, done and rate as numbers, the day as a day', async () => {
    const [, , head, row] = await sheet(tasks);
    expect(['目标', '完成', '完成率（%）', '截至', '任务'].map((name) => row![head!.indexOf(name)])).toEqual([
      4000,
      2707,
      67.68,
      new Date('2020-10-26'),
      '肠镜'
    ]);
  });

  it('make 200,000 rows one by one, tell how far they are, and hold none of them', async () => {
    const one = listOf().cells(0);
    let made = 0;
    let told = 0;
    const many: RowList = { ...listOf(), count: 200_000, cells: () => (made++, one) };
    const plan = rowsSheet(many);
    expect([plan.rows.length, plan.more!.count, made]).toEqual([3, 200_000, 0]);
    const stopAt = 10_000;
    const job = {
      onProgress: (done: number, total: number) => {
        expect(total).toBe(200_003);
        told = done;
      },
      pause: () => (told >= stopAt ? Promise.reject(new ExportStopped()) : Promise.resolve())
    };
    await expect(writeWorkbook([plan], job)).rejects.toBeInstanceOf(ExportStopped);
    expect(made).toBe(stopAt - 3);
  });
});
