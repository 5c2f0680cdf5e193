import { describe, expect, it } from 'vitest';
import { monthText, reportBoard, type ReportQuery } from '../../../src/domain/missing/reporting';
import { count, dataset, type Fact, programme, source, type Task } from '../factory';

const of = (at: string, month: string, more: Partial<Fact> = {}): Fact => ({ at, in: month, value: 100, ...more });
const board = (facts: readonly Fact[], query: ReportQuery = {}) =>
  reportBoard(dataset({ indicators: [count(), count({ name: '床位数' })], sources: SOURCES, facts }), query);
const SOURCES = [
  source('无日期'),
  source('早', { published: '2025-01-05' }),
  source('期满', { published: '2025-01-10' }),
  source('次日', { published: '2025-01-11' })
];

/** State of 甲县 in a month for which 乙县 has reported. */
const stateAt = (month: string, facts: readonly Fact[]) =>
  board([...facts, of('乙县', month)], { month }).rows.find(({ place }) => place.id === '甲县')!.state;
const months = (...names: string[]) => names.map((name) => of('甲县', name));

describe('when a figure is due', () => {
  it('after one report of a month: the next month, and no other', () => {
    expect(stateAt('2024-02', months('2024-01'))).toBe('未报');
    expect(stateAt('2024-03', months('2024-01'))).toBe('不在报送之列');
  });

  it('after one report of a quarter: three months later, neither two nor four', () => {
    expect(stateAt('2024-05', months('2024-Q1'))).toBe('不在报送之列');
    expect(stateAt('2024-06', months('2024-Q1'))).toBe('未报');
    expect(stateAt('2024-07', months('2024-Q1'))).toBe('不在报送之列');
  });

  it('after one report of half a year: not at all', () => {
    expect(stateAt('2024-12', months('2024-H1'))).toBe('不在报送之列');
  });

  it('after several: a whole number of the smallest gap, up to three of them', () => {
    // Gaps of four and two months.
    const known = months('2024-01', '2024-05', '2024-07');
    expect(['2024-08', '2024-09', '2024-10', '2024-11', '2025-01', '2025-03'].map((m) => stateAt(m, known))).toEqual([
      '不在报送之列',
      '未报',
      '不在报送之列',
      '未报',
      '未报',
      '不在报送之列'
    ]);
  });

  it('by what was reported before the month, not after it', () => {
    expect(stateAt('2024-03', months('2024-01', '2024-02', '2024-09'))).toBe('未报');
    expect(stateAt('2024-03', months('2024-04', '2024-05'))).toBe('不在报送之列');
  });
});

describe('the state of a month', () => {
  const december = (source: string, query: ReportQuery = {}) =>
    board([of('甲县', '2024-11'), of('甲县', '2024-12', { source })], { month: '2024-12', ...query }).rows[0]!;

  it('is in time on the last day allowed, too late on the next one', () => {
    expect(december('期满')).toMatchObject({ state: '已报', published: '2025-01-10' });
    expect(december('次日')).toMatchObject({ state: '迟报', published: '2025-01-11' });
    expect(december('次日', { dueDays: 11 }).state).toBe('已报');
    expect(december('早', { dueDays: 4 }).state).toBe('迟报');
  });

  it('is not called late where no source says its day', () => {
    expect(december('无日期', { dueDays: 0 })).toMatchObject({ state: '已报', published: '' });
  });

  it('counts the earliest day of the sources that have one', () => {
    const of2024 = (...sources: string[]) =>
      board(
        sources.map((source, i) => of('甲县', '2024-12', { source, of: i === 0 ? '门诊人次' : '床位数' })),
        { month: '2024-12' }
      ).rows[0]!;
    expect(of2024('次日', '早')).toMatchObject({ state: '已报', published: '2025-01-05' });
    expect(of2024('早', '次日')).toMatchObject({ state: '已报', published: '2025-01-05' });
    expect(of2024('无日期', '次日')).toMatchObject({ state: '迟报', published: '2025-01-11' });
  });

  it('of a first report that nobody waited for is told all the same, in time or late', () => {
    const first = (source: string) => board([of('甲县', '2024-12', { source })], { month: '2024-12' }).rows[0]!;
    expect(first('期满').cells).toEqual([{ state: '已报', reported: 0, expected: 0 }]);
    expect(first('次日').cells).toEqual([{ state: '迟报', reported: 0, expected: 0 }]);
  });

  it('counts a report that nobody waited for among neither', () => {
    const cells = board([of('甲县', '2024-11'), of('甲县', '2024-12', { of: '床位数' })], { month: '2024-12' })
      .rows[0]!;
    expect(cells.cells[1]).toEqual({ state: '未报', reported: 0, expected: 1 });
    expect(cells.missing).toEqual(['门诊人次']);
  });
});

describe('the months shown', () => {
  const fourteen = Array.from(
    { length: 14 },
    (_, i) => `${2023 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`
  );

  it('are twelve at most, up to the one asked for; an unknown one is the latest', () => {
    const facts = fourteen.map((month) => of('甲县', month));
    expect(board(facts).months).toEqual(fourteen.slice(2));
    expect(board(facts, { month: '2023-12' }).months).toEqual(fourteen.slice(0, 12));
    expect(board(facts, { month: '2023-02' }).months).toEqual(['2023-01', '2023-02']);
    expect(board(facts, { month: '2022-12' })).toMatchObject({ month: '2024-02', due: '2024-03-10' });
    expect(board(facts).allMonths).toEqual([...fourteen].reverse());
  });

  it('end with February’s own last day', () => {
    expect(board([of('甲县', '2024-02')]).due).toBe('2024-03-10');
    expect(board([of('甲县', '2024-02')], { dueDays: 0 }).due).toBe('2024-02-29');
    expect(board([of('甲县', '2023-02')], { dueDays: 0 }).due).toBe('2023-02-28');
  });
});

describe('what is said of the month', () => {
  const behind = (n: number) => [
    ...['甲县', '乙县', '丙县', '丁县'].slice(0, n).map((at) => of(at, '2024-09')),
    ...['2024-09', '2024-10'].map((month) => of('戊县', month))
  ];

  it('names up to three that have not reported', () => {
    expect(board(behind(3)).verdict).toBe('2024年10月应报4个单位，已报1个，未报3个（甲县、乙县、丙县）');
    expect(board(behind(4)).verdict).toBe('2024年10月应报5个单位，已报1个，未报4个');
  });

  it('says that all is there, and that nobody had to report', () => {
    expect(board(behind(0)).verdict).toBe('2024年10月应报1个单位，已报1个，都按时报齐');
    expect(
      board([of('甲县', '2024-08'), of('甲县', '2024-10', { status: '预计' })], { month: '2024-08' }).verdict
    ).toBe('2024年8月应报1个单位，已报1个，都按时报齐');
    const nobody = board([of('甲县', '2024-08'), of('乙县', '2024-10'), of('乙县', '2024-12')], { month: '2024-12' });
    expect(nobody.verdict).toBe('2024年12月应报1个单位，已报1个，都按时报齐');
    expect(nobody.counts).toEqual({ 已报: 1, 迟报: 0, 报了一部分: 0, 未报: 0, 不在报送之列: 1 });
  });

  it('says how it is known what is due, and how many need not report', () => {
    const levels = (facts: readonly Fact[]) => board(facts).notes.map(({ text }) => text);
    expect(levels(behind(0))).toHaveLength(2);
    expect(levels([...behind(0), of('庚县', '2024-01'), of('辛县', '2024-01')])[2]).toBe(
      '2个单位这个月没有应报的数，列在最后。'
    );
    expect(board(behind(0), { dueDays: 5 }).notes[1]!.text).toBe(
      '来源写明发布日期的，月末后5天内发布的算按时；没有写发布日期的不判断迟报。'
    );
    expect(board(behind(0), { dueDays: 5 }).subtitle).toBe('月末后5天内报的算按时；应报哪些，看它以前报过什么');
    expect(monthText('2024-03')).toBe('2024年3月');
  });
});

describe('tasks', () => {
  const tasks = (...rows: (readonly [at: string, asOf: string, source?: string])[]) =>
    dataset({
      indicators: [count()],
      programmes: [programme('p1', { name: '两癌筛查' })],
      sources: SOURCES,
      tasks: rows.map(([at, asOf, from]) => ({ of: 'p1', at, in: '2024', asOf, done: 5, source: from ?? '无日期' }))
    });

  it('are due month by month, and are missed by their names', () => {
    const data = tasks(['甲县', '2024-10-31'], ['甲县', '2024-11-30'], ['乙县', '2024-12-31']);
    const row = reportBoard(data).rows[0]!;
    expect([row.place.id, row.state, row.missing]).toEqual(['甲县', '未报', ['两癌筛查']]);
  });

  it('count by the day of their source', () => {
    const published = (from: string) =>
      reportBoard(tasks(['甲县', '2024-12-31', '次日'], ['甲县', '2024-12-20', from])).rows[0]!.published;
    expect(published('早')).toBe('2025-01-05');
    expect(published('无日期')).toBe('2025-01-11');
  });

  it('that three have and none reports this month are not asked for', () => {
    const three = ['甲县', '乙县', '丙县'].map((at) => [at, '2024-11-30'] as const);
    expect(reportBoard(tasks(...three), { month: '2024-12' }).month).toBe('2024-11');
    const facts: Fact[] = [{ at: '丁县', in: '2024-12', value: 1 }];
    const both = dataset({
      indicators: [count()],
      programmes: [programme('p1')],
      facts,
      tasks: three.map(([at, asOf]) => ({ of: 'p1', at, in: '2024', asOf, done: 5 }))
    });
    expect(reportBoard(both).counts).toEqual({ 已报: 1, 迟报: 0, 报了一部分: 0, 未报: 0, 不在报送之列: 3 });
  });

  it('that are planned or expected, or say neither how much nor how far, report nothing; a rate alone does', () => {
    const row = (fields: Partial<Task>): Task => ({ of: 'p1', at: '甲县', in: '2024', asOf: '2024-12-31', ...fields });
    const rows = (fields: Partial<Task>) =>
      reportBoard(dataset({ programmes: [programme('p1')], tasks: [row(fields)] })).rows.length;
    expect(rows({ done: 5 })).toBe(1);
    expect(rows({ rate: 50 })).toBe(1);
    expect(rows({ done: 0 })).toBe(1);
    expect(rows({ done: 5, status: '计划' })).toBe(0);
    expect(rows({ done: 5, status: '预计' })).toBe(0);
    expect(rows({ target: 5, status: '实际' })).toBe(0);
    expect(rows({ done: 5, asOf: '' })).toBe(0);
  });
});
