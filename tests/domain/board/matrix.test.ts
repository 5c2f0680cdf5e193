import { describe, expect, it } from 'vitest';
import { progressBoard } from '../../../src/domain/board/board';
import { type BoardMatrixQuery, progressMatrix } from '../../../src/domain/board/matrix';
import { planList } from '../../../src/domain/board/plans';
import { previewRule } from '../../../src/domain/board/rulePreview';
import { boardMatrixTable, planTable, rollUpTable } from '../../../src/domain/board/tables';
import { DEFAULT_RULE } from '../../../src/domain/lights/rule';
import { dataset, place, programme, unit, type Small } from '../factory';

/** On the last day 序时 is 100%: below 95 red, below 100 amber. */
const END = { in: '2020', asOf: '2020-12-31' };
const SMALL: Small = {
  places: [place('甲县'), unit('一院', '甲县'), unit('二院', '甲县'), place('乙县')],
  programmes: [programme('问卷'), programme('肠镜'), programme('讲座')],
  tasks: [
    { of: '肠镜', at: '一院', ...END, rate: 60 },
    { of: '问卷', at: '一院', ...END, rate: 101 },
    { of: '问卷', at: '二院', ...END, rate: 97 },
    { of: '肠镜', at: '二院', ...END, rate: 80 },
    { of: '问卷', at: '甲县', ...END, done: 1200 },
    { of: '讲座', at: '乙县', in: '2021', target: 400 },
    { of: '问卷', at: '乙县', ...END, rate: 90 },
    { of: '问卷', at: '一院', in: '2019', asOf: '2019-12-31', rate: 50 }
  ]
};
const data = dataset(SMALL);
const matrix = (query: BoardMatrixQuery = {}) => progressMatrix(data, query);
const grid = (query: BoardMatrixQuery = {}) =>
  matrix(query).rows.map((r) => `${r.place.name} ${r.cells.map((c) => (c ? c.light.name || '无' : '－')).join('')}`);

describe('progressMatrix(dataset, query, rule)', () => {
  it('has a row for each place with a result and a column for each programme with one, in official order', () => {
    expect(matrix().columns.map((c) => c.programme.name)).toEqual(['问卷', '肠镜']);
    expect(grid()).toEqual(['甲县 无－', '一院 绿红', '二院 黄红', '乙县 红－']);
  });

  it('counts the lights by row, by column and in all', () => {
    const m = matrix();
    expect(m.rows.map((r) => r.counts)).toEqual([
      { bad: 0, middling: 0, good: 0, none: 1 },
      { bad: 1, middling: 0, good: 1, none: 0 },
      { bad: 1, middling: 1, good: 0, none: 0 },
      { bad: 1, middling: 0, good: 0, none: 0 }
    ]);
    expect(m.columns.map((c) => c.counts)).toEqual([
      { bad: 1, middling: 1, good: 1, none: 1 },
      { bad: 2, middling: 0, good: 0, none: 0 }
    ]);
    expect(m.counts).toEqual({ bad: 3, middling: 1, good: 1, none: 1 });
    expect(m.verdict).toBe('4个地区和单位的2种任务共6项：3项亮红灯，1项亮黄灯，1项亮绿灯，1项不亮灯');
  });

  it('takes the latest period of a task and says what it leaves out', () => {
    expect(matrix().rows[1]!.cells[0]!.rate).toBe(101);
    expect(matrix().notes.map((n) => n.text)).toEqual([
      '1项不亮灯：没有目标，算不出完成率。',
      '同一任务有几期或几个数的，格中只列最近一期，另有1条未列。'
    ]);
    expect(grid({ period: '2019' })).toEqual(['一院 红']);
  });

  it('sorts the most red first both ways', () => {
    expect(matrix({ order: 'red' }).columns.map((c) => c.programme.name)).toEqual(['肠镜', '问卷']);
    expect(grid({ order: 'red' })).toEqual(['二院 红黄', '一院 红绿', '乙县 －红', '甲县 －无']);
  });

  it('filters by county, programme and light', () => {
    expect(grid({ place: '甲县' })).toEqual(['甲县 无－', '一院 绿红', '二院 黄红']);
    expect(grid({ programme: '肠镜' })).toEqual(['一院 红', '二院 红']);
    expect(grid({ light: 'middling' })).toEqual(['二院 黄']);
    expect(matrix({ place: '无此地' })).toMatchObject({
      rows: [],
      columns: [],
      verdict: '没有符合条件的任务',
      cutoff: ''
    });
  });

  it('is a table with shape, word and rate in the cells and totals on both sides', () => {
    const table = boardMatrixTable(matrix({ place: '甲县' }));
    expect(table.columns.map((c) => c.title)).toEqual(['地区或单位', '问卷', '肠镜', '合计']);
    expect(table.rows.map((r) => r.map((c) => c.text))).toEqual([
      ['甲县', '○不亮灯 1,200例', '', '○1'],
      ['一院', '●达序时 101%', '■滞后 60%', '■1 ●1'],
      ['二院', '▲略慢 97%', '■滞后 80%', '■1 ▲1'],
      ['合计', '▲1 ●1 ○1', '■2', '■2 ▲1 ●1 ○1']
    ]);
    expect(table.rows[1]![1]!.value).toBe(101);
    expect(boardMatrixTable(matrix({ place: '无此地' })).rows).toEqual([]);
  });
});

describe('previewRule(dataset, query, rule)', () => {
  it('counts before and after and names what would change', () => {
    // 97 − 100 = −3 stays amber; 90 − 100 = −10 becomes amber
    const p = previewRule(data, { period: '2020' }, { ...DEFAULT_RULE, amberWithin: 10 });
    expect(p.before).toEqual({ bad: 3, middling: 1, good: 1, none: 1 });
    expect(p.after).toEqual({ bad: 2, middling: 2, good: 1, none: 1 });
    expect(p.changed.map((c) => `${c.completion.place.name}${c.from.name}→${c.completion.light.name}`)).toEqual([
      '乙县红→黄'
    ]);
    expect(p.text).toBe('改用后红灯由3个变为2个，黄灯由1个变为2个；1项的灯会变');
  });

  it('compares with the rule in force, over all lights', () => {
    const strict = { ...DEFAULT_RULE, amberWithin: 0 };
    expect(previewRule(data, { rule: strict, light: 'middling' }, strict)).toMatchObject({
      changed: [],
      text: '改用后各项的灯不变'
    });
    expect(previewRule(data, { light: 'middling', period: '2020' }, strict).changed).toHaveLength(1);
  });

  it('speaks in the colours of the new palette', () => {
    expect(previewRule(data, { period: '2020' }, { ...DEFAULT_RULE, palette: '色盲安全', amberWithin: 10 }).text).toBe(
      '改用后紫灯由3个变为2个，橙灯由1个变为2个；1项的灯会变'
    );
  });
});

describe('the other tables of 任务完成', () => {
  it('list plans by due day with what became of them', () => {
    const table = planTable(planList(data));
    expect(table.rows.map((r) => r.map((c) => c.text))).toEqual([
      ['2021年12月31日', '乙县', '讲座', '400例', '待报', '', '', '', '甲报告（A级）', '还没有报结果']
    ]);
    expect(table.rows[0]).toHaveLength(table.columns.length);
  });

  it('stand sums beside what the county states', () => {
    const sums = dataset({
      ...SMALL,
      tasks: [
        { of: '肠镜', at: '一院', ...END, done: 90, target: 100 },
        { of: '肠镜', at: '二院', ...END, done: 10, target: 300 },
        { of: '肠镜', at: '甲县', ...END, done: 95, rate: 24 }
      ]
    });
    const table = rollUpTable(progressBoard(sums).rollUps);
    expect(table.rows.map((r) => r.map((c) => c.text))).toEqual([
      [
        '甲县',
        '肠镜',
        '2020年',
        '100例',
        '2020年12月31日',
        '25.00%',
        '95例',
        '2020年12月31日',
        '24%',
        '5例',
        '甲县肠镜：2家单位合计100例，完成25.00%（截至2020年12月31日），比全县自报95例（截至2020年12月31日）多5例'
      ]
    ]);
    expect(table.rows[0]).toHaveLength(table.columns.length);
    expect(table.rows[0]![3]!.sources).toHaveLength(2);
  });
});
