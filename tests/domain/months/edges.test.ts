import { describe, expect, it } from 'vitest';
import { DEFAULT_RULE } from '../../../src/domain/lights/rule';
import { isRevision } from '../../../src/domain/months/revision';
import { monthsTable } from '../../../src/domain/months/table';
import { taskMonths } from '../../../src/domain/months/taskMonths';
import { count, dataset, programme, source, type Small, type Task } from '../factory';

/** 筛查 of 甲县 in 2024, of a target of 1,200, unless said otherwise. */
function months(tasks: readonly Partial<Task>[], more: Small = {}, query: { period?: string; until?: string } = {}) {
  const data = dataset({
    programmes: [programme('筛查')],
    sources: [source('甲'), source('乙')],
    tasks: tasks.map((task) => ({ of: '筛查', at: '甲县', in: '2024', target: 1200, ...task })),
    ...more
  });
  return taskMonths(data, { programme: '筛查', place: '甲县', period: '2024', rule: DEFAULT_RULE, ...query })!;
}
const done = (...figures: readonly (readonly [day: string, value: number])[]) =>
  figures.map(([day, value]): Partial<Task> => ({ asOf: `2024-${day}`, done: value }));
const texts = ({ notes }: ReturnType<typeof months>) => notes.map(({ text }) => text);

describe('the paces of a task', () => {
  it('are of stretches of fifteen days and more', () => {
    // 31 January to 15 February is 15 days; to the 14th 14, and the stretch goes on from January.
    expect(months(done(['01-31', 100], ['02-15', 160], ['03-31', 300])).range!.paces).toBe(3);
    expect(months(done(['01-31', 100], ['02-14', 160], ['03-31', 300])).rangeReason).toBe(
      '只有2个月的快慢可用，不足3个月，不推算区间'
    );
  });

  it('may be nothing: a month in which the count stood still is the slowest', () => {
    const { range } = months(done(['01-31', 100], ['02-29', 100], ['03-31', 300]));
    // 300 + 0 × 9 = 300 of 1,200; 300 + 200 × 9 = 2,100.
    expect([range!.low.percent, range!.high.percent, range!.paces]).toEqual([25, 175, 3]);
    expect([isRevision(100, 100), isRevision(99, 100), isRevision(101, 100)]).toEqual([false, true, false]);
  });

  it('that are all alike lead to one end, of equal ones the first is named', () => {
    const even = months(done(['01-31', 90], ['02-29', 180], ['03-31', 270]));
    expect(even.verdict).toBe('甲县筛查完成22.5%，比序时慢2.5个百分点；推算年底完成90.0%');
    expect([even.range!.low.pace.to, even.range!.high.pace.to]).toEqual(['2024-01-31', '2024-01-31']);
  });

  it('over several months are told by the month, over days by the days', () => {
    // To March 300: 100 a month. April 60, May 120.
    expect(texts(months(done(['03-31', 300], ['04-30', 360], ['05-31', 480])))[0]).toContain(
      '自己的3段里最慢是2024年4月60例，最快是2024年5月120例'
    );
    expect(texts(months(done(['03-31', 450], ['04-30', 510], ['05-31', 610])))[0]).toContain(
      '最慢是2024年4月60例，最快是2024年1—3月月均150例'
    );
    // 20 January is no month's end: by what was due.
    const days = texts(months(done(['01-20', 100], ['02-29', 160], ['03-31', 300])))[0]!;
    expect(days).toContain('一段时间完成的÷这段时间按进度安排应完成的×剩下应完成的75.0%');
    expect(days).toContain('2024年1月21日—2024年2月29日应完成');
  });
});

describe('the points of a task', () => {
  it('begin on the first day of its period, and have a day that can be read and a completion', () => {
    const answer = months([
      { asOf: '2023-12-31', done: 1 },
      { asOf: '2024-01-01', done: 2 },
      { asOf: '', done: 3 },
      { asOf: '2024-01-31', done: 4, target: null },
      { asOf: '2024-02-29', done: 5 }
    ]);
    expect(answer.course.map((c) => [c.row.asOf, c.done])).toEqual([
      ['2024-01-01', 2],
      ['2024-02-29', 5]
    ]);
    expect(texts(answer)).toContain('另有3条没有截止日、没有完成率，或同一天另有数的，不在线上。');
  });

  it('of one day are the first, and say nothing of themselves where another report says the same', () => {
    const rows = [
      { asOf: '2024-01-31', done: 100 },
      { asOf: '2024-01-31', done: 100, source: '乙' }
    ];
    expect(texts(months(rows)).filter((text) => text.includes('不在线上'))).toEqual([]);
    expect(months([...rows, { asOf: '2024-01-31', done: 90 }]).course.map((c) => c.done)).toEqual([100]);
    expect(months(rows).sources.map(({ id }) => id)).toEqual(['甲', '乙']);
  });

  it('are seen up to a day, that day included', () => {
    const rows = done(['01-31', 100], ['02-29', 200], ['03-31', 300]);
    expect(months(rows, {}, { until: '2024-02-29' }).cutoff).toBe('2024-02-29');
    expect(months(rows, {}, { until: '2024-02-28' }).cutoff).toBe('2024-01-31');
    const early = months(rows, {}, { until: '2024-01-30' });
    expect([early.now, early.cutoff, early.days.length]).toEqual([null, '', 12]);
  });

  it('have the months between that are silent, not those after the last', () => {
    expect(
      texts(months(done(['01-31', 100], ['03-31', 200]))).filter((text) => text.includes('没有这项任务的数'))
    ).toEqual(['2024年2月没有这项任务的数，线从前一次直接连到后一次。']);
    expect(texts(months(done(['01-31', 100], ['02-29', 200]))).some((text) => text.includes('没有这项任务'))).toBe(
      false
    );
    const table = monthsTable(months(done(['01-31', 100], ['03-31', 200])));
    expect(table.rows.slice(0, 4).map((row) => row[row.length - 1]!.text)).toEqual(['', '没有报', '', '']);
  });

  it('are drawn up to 150%, or as far as was done', () => {
    // 300 + 200 × 9 = 2,100 is 175%.
    expect(months(done(['01-31', 100], ['02-29', 100], ['03-31', 300])).most).toBe(150);
    expect(months(done(['01-31', 100])).most).toBe(100);
    expect(months(done(['01-31', 2400])).most).toBe(200);
  });
});

describe('the year before', () => {
  const last = (rate: number, more: Partial<Task> = {}): Partial<Task> => ({
    ...{ in: '2023', asOf: '2023-01-31', target: 1000, done: rate * 10 },
    ...more
  });
  const since = (...tasks: readonly Partial<Task>[]) =>
    months([...done(['01-31', 120]), ...tasks]).verdict.split('，')[2] ?? '';

  it('is the same, higher or lower to a tenth', () => {
    // 120 of 1,200 is 10%.
    expect([since(last(10)), since(last(9)), since(last(12.5))]).toEqual([
      ...['与上年同期持平', '比上年同期高1.0个百分点', '比上年同期低2.5个百分点']
    ]);
    expect(since()).toBe('');
  });

  it('is drawn from sure figures in the same unit alone', () => {
    const drawn = (more: Partial<Task>) => months([...done(['01-31', 120]), last(9, more)]).before.length;
    expect([
      ...[drawn({}), drawn({ status: '存疑' }), drawn({ unit: '人' }), drawn({ qualifier: '≥' })],
      ...[drawn({ asOf: '' }), drawn({ asOf: '2022-12-31' }), drawn({ in: '2022' }), drawn({ asOf: '2023-01-01' })]
    ]).toEqual([1, 0, 0, 0, 0, 0, 0, 1]);
  });

  it('of one day is the first, and falls on the same day, of 29 February on the 28th before', () => {
    const { before } = months([
      ...done(['02-29', 120]),
      last(9, { asOf: '2023-02-28' }),
      last(8, { asOf: '2023-02-28' })
    ]);
    expect(before.map(({ day, percent }) => [day, percent])).toEqual([['2024-02-29', 9]]);
  });
});

describe('a task that has no straight line', () => {
  it('is a limit that stands where it stands', () => {
    const small: Small = {
      programmes: [programme('筛查', { indicator: 'beds', unit: '张' })],
      indicators: [count({ id: 'beds', name: '床位', unit: '张', basis: '时点', better: '低' })]
    };
    const answer = months(done(['01-31', 900], ['02-29', 800]), small);
    expect(answer.clock).toEqual([]);
    expect(texts(answer).some((text) => text.includes('修订'))).toBe(false);
    expect(monthsTable(answer).rows[0]![5]!.text).toBe('');
  });

  it('is one whose schedule gives the period none', () => {
    expect(months(done(['01-31', 100]), { programmes: [programme('筛查', { schedule: '读不出的' })] }).clock).toEqual(
      []
    );
  });

  it('due in the middle of a month has its day, and says so', () => {
    const quarter = months(
      [{ in: '2024-02-01/2024-03-15', asOf: '2024-02-29', done: 600 }],
      {},
      {
        period: '2024-02-01/2024-03-15'
      }
    );
    expect(quarter.days).toEqual(['2024-02-29', '2024-03-15']);
    // 29 of 44 days.
    expect(quarter.clock).toEqual([
      { day: '2024-01-31', percent: 0 },
      { day: '2024-02-29', percent: 65.91 },
      { day: '2024-03-15', percent: 100 }
    ]);
    expect(
      monthsTable(quarter)
        .columns.map(({ title }) => title)
        .slice(8, 10)
    ).toEqual([...['推算到期最低（%）', '推算到期最高（%）']]);
  });
});

describe('what is said below the months of a task', () => {
  it('counts the rows that are no point of the line, up to the day that is looked at', () => {
    const rows = [...done(['01-31', 100], ['03-31', 300]), { asOf: '2024-02-29', done: null, status: '实际' as const }];
    const told = (until: string) => texts(months(rows, {}, { until })).filter((text) => text.startsWith('另有'));
    expect(told('2024-02-28')).toEqual([]);
    expect(told('2024-02-29')).toEqual(['另有1条没有截止日、没有完成率，或同一天另有数的，不在线上。']);
  });

  it('calls a share of a limit by its name, this year’s and that of the year before', () => {
    const limit = months(
      [
        { asOf: '2024-06-30', done: 50, target: 100 },
        { in: '2023', asOf: '2023-06-30', done: 40, target: 80 }
      ],
      {
        programmes: [programme('筛查', { indicator: 'cases' })],
        indicators: [count({ id: 'cases', name: '病例', unit: '例', better: '低' })]
      }
    );
    expect(limit.subtitle.split(' · ').pop()).toBe('累计数占控制数的百分比');
    expect(texts(limit)).toContain('灰线是上年（2023年）同一任务在同一天的占当年控制数的比率，按上年自己的目标。');
    const plain = months([
      { asOf: '2024-06-30', done: 50 },
      { in: '2023', asOf: '2023-06-30', done: 40, target: 80 }
    ]);
    expect(plain.subtitle.split(' · ').pop()).toBe('累计完成占目标的百分比');
    expect(texts(plain)).toContain('灰线是上年（2023年）同一任务在同一天的完成率，按上年自己的目标。');
  });

  it('holds a count of the year before without a target against this year’s; in another unit, or bounded, it is no line', () => {
    const before = (row: Partial<Task>) =>
      months([
        { asOf: '2024-06-30', done: 600 },
        { in: '2023', asOf: '2023-06-30', done: 300, target: null, ...row }
      ]).before;
    // 300 of this year's 1,200.
    expect(before({}).map(({ percent, basis, derived }) => [percent, basis, derived])).toEqual([[25, '完成数', false]]);
    expect(before({ unit: '人' })).toEqual([]);
    expect(before({ status: '预计' })).toEqual([]);
    expect(before({ asOf: '2022-12-31' })).toEqual([]);
    expect(before({ asOf: '2023-01-01' })).toHaveLength(1);
  });
});
