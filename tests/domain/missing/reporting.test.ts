import { describe, expect, it } from 'vitest';
import { monthAfter, reportBoard, reportRows } from '../../../src/domain/missing/reporting';
import { reportCellText, reportTable } from '../../../src/domain/missing/reportingTable';
import { count, dataset, type Fact, programme, source } from '../factory';

const visits = count();
const beds = count({ name: '床位数', unit: '张', basis: '时点' });
const of = (at: string, month: string, more: Partial<Fact> = {}): Fact => ({
  of: '门诊人次',
  at,
  in: month,
  value: 100,
  ...more
});
const states = (board: ReturnType<typeof reportBoard>) => board.rows.map(({ place, state }) => [place.name, state]);

describe('reportBoard(dataset, query)', () => {
  const monthly = dataset({
    indicators: [visits, beds],
    sources: [source('甲'), source('迟', { published: '2024-11-11' }), source('准', { published: '2024-11-10' })],
    facts: [
      of('东湖', '2024-09'),
      of('东湖', '2024-10', { source: '准' }),
      of('西山', '2024-09'),
      of('西山', '2024-10', { source: '迟' }),
      of('南岭', '2024-09'),
      of('南岭', '2024-08'),
      of('北原', '2024-09'),
      of('北原', '2024-09-30', { of: '床位数' }),
      of('北原', '2024-10'),
      of('中河', '2024-06')
    ]
  });

  it('tells who has reported, too late, in part, not at all, and who reports no more', () => {
    const board = reportBoard(monthly);
    expect(states(board)).toEqual([
      ['南岭', '未报'],
      ['北原', '报了一部分'],
      ['西山', '迟报'],
      ['东湖', '已报'],
      ['中河', '不在报送之列']
    ]);
    expect(board.due).toBe('2024-11-10');
    expect(board.verdict).toBe('2024年10月应报4个单位，已报1个，未报1个（南岭），报了一部分1个，迟报1个');
    expect(board.rows[1]!.missing).toEqual(['床位数']);
  });

  it('goes back to a month, with the months before it', () => {
    const board = reportBoard(monthly, { month: '2024-09' });
    expect(board.months).toEqual(['2024-06', '2024-08', '2024-09']);
    expect(states(board)).toEqual([
      ['东湖', '已报'],
      ['西山', '已报'],
      ['南岭', '已报'],
      ['北原', '已报'],
      ['中河', '不在报送之列']
    ]);
  });

  it('counts a day in time by the days that are allowed', () => {
    expect(states(reportBoard(monthly, { dueDays: 11 }))).toContainEqual(['西山', '已报']);
  });

  it('expects a figure of a year once a year, a quarter’s every three months', () => {
    const yearly = dataset({
      indicators: [visits],
      facts: [
        of('甲县', '2022'),
        of('甲县', '2023'),
        of('乙县', '2024-Q3'),
        of('丙县', '2024-01'),
        of('丙县', '2024-12'),
        of('丁县', '2023')
      ]
    });
    expect(states(reportBoard(yearly, { month: '2024-01' })).filter(([name]) => name === '甲县')).toEqual([
      ['甲县', '不在报送之列']
    ]);
    expect(states(reportBoard(yearly, { month: '2024-12' }))).toEqual([
      ['甲县', '未报'],
      ['乙县', '未报'],
      ['丙县', '已报'],
      ['丁县', '不在报送之列']
    ]);
  });

  it('does not wait for what three places have had and none reports any more: another 口径 took its place', () => {
    const places = ['东湖', '西山', '南岭'];
    const facts = (names: readonly string[]) =>
      names.flatMap((at) => [
        of(at, '2024-05', { of: '旧率' }),
        of(at, '2024-06', { of: '旧率' }),
        of(at, '2024-07', { of: '新率' })
      ]);
    const indicators = [count({ name: '旧率' }), count({ name: '新率' })];
    const board = (names: readonly string[]) => reportBoard(dataset({ indicators, facts: facts(names) }));
    expect(states(board(places))).toEqual(places.map((name) => [name, '已报']));
    // Two may well both be late.
    expect(states(board(places.slice(1)))).toEqual([
      ['西山', '未报'],
      ['南岭', '未报']
    ]);
    const one = reportBoard(dataset({ indicators, facts: [...facts(places), of('东湖', '2024-07', { of: '旧率' })] }));
    expect(one.rows.map(({ place, missing }) => [place.name, missing])).toEqual([
      ['西山', ['旧率']],
      ['南岭', ['旧率']],
      ['东湖', []]
    ]);
  });

  it('takes neither a plan nor a forecast nor a missing number for a report; a task counts by its day', () => {
    const tasks = dataset({
      indicators: [visits],
      programmes: [programme('筛查')],
      facts: [of('甲县', '2024-10', { status: '预计' }), of('乙县', '2024-10', { value: null })],
      tasks: [
        { of: '筛查', at: '丙县', in: '2024', asOf: '2024-10-31', done: 5 },
        { of: '筛查', at: '丁县', in: '2025', target: 5, asOf: '' }
      ]
    });
    expect(states(reportBoard(tasks))).toEqual([['丙县', '已报']]);
  });

  it('has the same rows of some places alone', () => {
    const { rows } = reportBoard(monthly, { month: '2024-09' });
    expect(rows.length).toBeGreaterThan(1);
    expect(reportRows(monthly, { month: '2024-09' }, monthly.places)).toEqual(rows);
    for (const one of rows) expect(reportRows(monthly, { month: '2024-09' }, [one.place])).toEqual([one]);
  });

  it('has nothing to say of an empty dataset', () => {
    expect(reportBoard(dataset({}))).toMatchObject({ month: '', rows: [], verdict: '还没有单位报过数' });
  });

  it('writes a row a place, the months before beside it', () => {
    const table = reportTable(reportBoard(monthly));
    expect(table.columns.map(({ title }) => title)).toEqual([
      '单位',
      '这个月',
      '应报项数',
      '已报项数',
      '还缺哪些',
      '发布日期',
      '2024年9月',
      '2024年8月',
      '2024年6月'
    ]);
    expect(table.rows[1]!.map(({ text }) => text)).toEqual([
      '北原',
      '报了一部分',
      '2',
      '1',
      '床位数',
      '',
      '已报',
      '',
      ''
    ]);
    expect(reportCellText({ state: '已报', reported: 2, expected: 2 })).toBe('已报 2/2');
  });
});

it('monthAfter(month) goes on to the next year', () => {
  expect(['2024-11', '2024-12', '2024-02'].map(monthAfter)).toEqual(['2024-12', '2025-01', '2024-03']);
});
