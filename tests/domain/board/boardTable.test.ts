import { beforeEach, describe, expect, it } from 'vitest';
import { progressBoard, type ProgressBoard } from '../../../src/domain/board/board';
import { progressTable } from '../../../src/domain/board/boardTable';
import { progressSources } from '../../../src/domain/board/sources';
import type { Table } from '../../../src/domain/table/table';
import { dataset, place, programme, source, unit } from '../factory';

const texts = (t: Table) => t.rows.map((row) => row.map((cell) => cell.text));
const column = (t: Table, key: string) => {
  const at = t.columns.findIndex((c) => c.key === key);
  return t.rows.map((row) => row[at]!);
};
const sources = [source('甲'), source('乙', { grade: 'B' })];

describe('progressTable(b) and progressSources(b)', () => {
  const data = dataset({
    sources,
    places: [place('象山县'), unit('县中医院', '象山县')],
    programmes: [programme('结肠镜检查'), programme('产前筛查', { unit: '人' }), programme('讲座', { unit: '场' })],
    tasks: [
      {
        of: '结肠镜检查',
        at: '象山县',
        in: '2020',
        asOf: '2020-10-26',
        done: 2707,
        rate: 67.68,
        written: '2707 / 67.68%'
      },
      {
        of: '结肠镜检查',
        at: '象山县',
        in: '2020',
        asOf: '2020-10-26',
        done: 2707,
        rate: 67.68,
        written: '2707例 / 67.68%',
        source: '乙'
      },
      { of: '产前筛查', at: '县中医院', in: '2020', done: 2212, target: 2200, note: '免费。' },
      { of: '讲座', at: '象山县', in: '2021', target: 400, qualifier: '≥' }
    ]
  });
  let board: ProgressBoard;
  let table: Table;
  beforeEach(() => {
    board = progressBoard(data);
    table = progressTable(board);
  });

  it('has the rows of the board in its order, then the plans', () => {
    expect(table.columns.map((c) => c.title)).toEqual([
      '灯',
      '任务',
      '地区或单位',
      '任务期',
      '完成数',
      '目标',
      '完成率（%）',
      '按数计算（%）',
      '序时（%）',
      '快慢（个百分点）',
      '截至',
      '来源',
      '说明'
    ]);
    expect(texts(table)).toEqual([
      [
        '■滞后',
        '结肠镜检查',
        '象山县',
        '2020年',
        '2,707例',
        '推算4,000例',
        '67.68%',
        '',
        '81.97%',
        '慢14.3个百分点',
        '2020年10月26日',
        '甲报告（A级）；乙报告（B级）',
        '另有《乙报告》写同样的数；标“推算”的目标是完成数÷完成率，原文没有写'
      ],
      [
        '○不亮灯',
        '产前筛查',
        '县中医院',
        '2020年',
        '2,212人',
        '2,200人',
        '100.55%',
        '100.55%',
        '',
        '',
        '',
        '甲报告（A级）',
        '没有写明数据截止日，算不出序时；免费'
      ],
      ['○不亮灯', '讲座', '象山县', '2021年', '', '≥400场', '', '', '', '', '', '甲报告（A级）', '计划，尚无完成数']
    ]);
  });

  it('keeps the numbers behind the texts', () => {
    expect(column(table, 'rate').map((c) => c.value)).toEqual([67.68, 100.55, null]);
    expect(column(table, 'lead').map((c) => c.value)).toEqual([-14.29, null, null]);
    expect(column(table, 'target').map((c) => c.value)).toEqual([4000, 2200, 400]);
    for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
    const at = (key: string) =>
      column(table, key).map((c) => c.sources?.map((s) => `${s.source.id}${s.line}`).join() ?? '');
    expect(at('rate')).toEqual(['甲1,乙2', '甲3', '']);
    expect(at('target')).toEqual(['甲1,乙2', '甲3', '甲4']);
    expect(table.caption).toBe(board.verdict);
    expect(table.notes).toBe(board.notes);
  });

  it('lists rows with their witnesses, then plans', () => {
    expect(progressSources(board).map((s) => [s.place, s.what, s.written, s.source.id])).toEqual([
      ['象山县', '结肠镜检查（2020年）', '2707 / 67.68%', '甲'],
      ['象山县', '结肠镜检查（2020年）', '2707例 / 67.68%', '乙'],
      ['县中医院', '产前筛查（2020年）', '2200 / 2212', '甲'],
      ['象山县', '讲座（2021年）', '400', '甲']
    ]);
  });
});
