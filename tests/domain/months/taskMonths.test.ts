import { describe, expect, it } from 'vitest';
import { DEFAULT_RULE } from '../../../src/domain/lights/rule';
import { monthsSources, monthsTable } from '../../../src/domain/months/table';
import { taskMonths } from '../../../src/domain/months/taskMonths';
import { choicesOf } from '../../figures/realData';
import { count, dataset, programme, type Fact, type Task } from '../factory';

const DONE = count({ id: 'done', name: '筛查人数', unit: '例', decimals: 0, better: '高' });

function months(tasks: readonly Partial<Task>[], facts: readonly Fact[] = []) {
  const data = dataset({
    indicators: [DONE],
    programmes: [programme('筛查', { indicator: 'done' })],
    facts,
    tasks: tasks.map((task) => ({ of: '筛查', at: '甲县', in: '2024', target: 1200, ...task }))
  });
  return taskMonths(data, { programme: '筛查', place: '甲县', period: '2024', rule: DEFAULT_RULE });
}

const MARCH = [
  { asOf: '2024-01-31', done: 100 },
  { asOf: '2024-02-29', done: 160 },
  { asOf: '2024-03-31', done: 270 }
];

describe('a task month by month', () => {
  it('is its completion at each cut-off day beside the straight line of time', () => {
    const answer = months([MARCH[2]!, MARCH[0]!, MARCH[1]!])!;
    expect(answer.course.map((c) => [c.row.asOf, c.rate, c.light.level])).toEqual([
      ['2024-01-31', 8.33, 'good'],
      ['2024-02-29', 13.33, 'middling'],
      ['2024-03-31', 22.5, 'middling']
    ]);
    expect(answer.clock).toHaveLength(13);
    expect(answer.clock.slice(0, 3)).toEqual([
      { day: '2023-12-31', percent: 0 },
      { day: '2024-01-31', percent: 8.33 },
      { day: '2024-02-29', percent: 16.67 }
    ]);
    expect(answer.clock[12]).toEqual({ day: '2024-12-31', percent: 100 });
    expect(answer.span).toEqual(['2023-12-31', '2024-12-31']);
    // 270 + 60 × 9 = 810, 270 + 110 × 9 = 1260
    expect(answer.verdict).toBe('甲县筛查完成22.5%，比序时慢2.5个百分点；推算年底完成67.5%—105.0%');
    expect(answer.notes.map((n) => n.text)).toContain(
      '推算年底＝已完成270例＋每月完成数×剩下的9个月：自己的3段里最慢是2024年2月60例，最快是2024年3月110例，' +
        '得67.5%（810例）—105.0%（1,260例）。以后各月都像最慢、或都像最快的那个月，才会到这两头；是推算，不是报告里的数，也不是置信区间。'
    );
  });

  it('stands beside the same task of the year before, each by its own target', () => {
    const answer = months([
      ...MARCH,
      { in: '2023', asOf: '2023-02-28', target: 1000, done: 200 },
      { in: '2023', asOf: '2023-03-31', target: 1000, done: 260 },
      { in: '2023', asOf: '2023-12-31', target: 1000, done: 1010 },
      { in: '2022', asOf: '2022-03-31', target: 1000, done: 999 }
    ])!;
    expect(answer.before.map(({ day, percent }) => [day, percent])).toEqual([
      ['2024-02-29', 20],
      ['2024-03-31', 26],
      ['2024-12-31', 101]
    ]);
    // 22.5 − 26
    expect(answer.verdict).toBe(
      '甲县筛查完成22.5%，比序时慢2.5个百分点，比上年同期低3.5个百分点；推算年底完成67.5%—105.0%'
    );
    expect(answer.beforeName).toBe('2023年');
    expect(monthsSources(answer)).toHaveLength(6);
  });

  it('takes a year before without a rate against this year’s target, and else what is known of single days', () => {
    const counted = months([...MARCH, { in: '2023', asOf: '2023-03-31', target: null, done: 240 }])!;
    expect(counted.before).toMatchObject([{ percent: 20, basis: '完成数', done: 240 }]);
    const stated = months(MARCH, [{ of: 'done', at: '甲县', in: '2024-01/2024-03', value: 35, measure: '同比(%)' }])!;
    // 270 ÷ 1.35 = 200 of 1,200
    expect(stated.before).toMatchObject([{ day: '2024-03-31', percent: 16.67, derived: true }]);
    expect(monthsTable(stated).rows[2]![7]!.text).toBe('推算16.67%');
    const none = months(MARCH)!;
    expect(none.before).toEqual([]);
    expect(none.notes.map((n) => n.text)).toContain('上年（2023年）没有同一任务的数，不画上年的线。');
  });

  it('says where months are silent, the target changed, the count fell, and what is no point of the line', () => {
    const answer = months([
      { asOf: '2024-01-31', done: 100 },
      { asOf: '2024-04-30', done: 400, target: 1500 },
      { asOf: '2024-05-31', done: 390, target: 1500 },
      { asOf: '2024-05-31', done: 391, target: 1500 },
      { done: 77 },
      { asOf: '', done: null }
    ])!;
    const texts = answer.notes.map((n) => n.text);
    expect(texts).toContain('2024年2月、2024年3月没有这项任务的数，线从前一次直接连到后一次。');
    expect(texts).toContain('截至2024年4月30日起目标由1,200例改为1,500例，各月的完成率按当时的目标，所以线会折。');
    expect(texts[0]).toBe('截至2024年5月31日的累计数比前一次（2024年4月30日）少，有一处是修订或有误，这一段不作快慢。');
    expect(texts).toContain('另有2条没有截止日、没有完成率，或同一天另有数的，不在线上。');
    expect(texts).toContain('不画推算：只有2个月的快慢可用，不足3个月，不推算区间。');
  });

  it('is nothing of a task that isn’t there, and empty while only a plan is', () => {
    expect(months([{ in: '2023', asOf: '2023-03-31', done: 3 }])).toBeUndefined();
    const plan = months([{ done: null }])!;
    expect(plan).toMatchObject({ now: null, range: null, verdict: '甲县筛查还没有写明截止日的完成率，画不成逐月' });
    expect(plan.clock).toHaveLength(13);
  });

  it('may be seen as it was on an earlier day, on the axis of all days', () => {
    const data = dataset({
      programmes: [programme('筛查')],
      tasks: ['01-31', '02-29', '03-31', '04-30'].map((day, i) => ({
        of: '筛查',
        at: '甲县',
        in: '2024',
        asOf: `2024-${day}`,
        target: 1200,
        done: [100, 160, 270, 400][i]!
      }))
    });
    const at = (until?: string) =>
      taskMonths(data, {
        programme: '筛查',
        place: '甲县',
        period: '2024',
        rule: DEFAULT_RULE,
        ...(until ? { until } : {})
      })!;
    expect(at('2024-03-31')).toMatchObject({
      cutoff: '2024-03-31',
      course: { length: 3 },
      range: { high: { percent: 105 } }
    });
    // April is the quickest month then: 400 + 130 × 8 = 1,440 = 120%
    expect(at()).toMatchObject({ cutoff: '2024-04-30', range: { high: { percent: 120 } }, most: 120 });
    expect(at('2024-03-31').most).toBe(120);
    expect(at('2024-02-29').steps.map(({ text }) => text)).toEqual(['2024-01', '2024-02', '2024-03', '2024-04']);
  });

  it('has a row a month, future months too, with the range at the due day', () => {
    const table = monthsTable(months(MARCH)!);
    expect(table.rows).toHaveLength(12);
    expect(table.rows[2]!.map((cell) => cell.text)).toEqual([
      '2024年3月31日',
      '▲略慢',
      '270例',
      '1,200例',
      '22.5%',
      '25.00%',
      '慢2.5个百分点',
      '',
      '',
      '',
      ''
    ]);
    expect(table.rows[11]!.map((cell) => cell.text)).toEqual([
      '2024年12月31日',
      ...['', '', '', ''],
      '100.00%',
      ...['', ''],
      '67.5%',
      '105.0%',
      ''
    ]);
  });
});

describe('months of the demonstration data', () => {
  it('have twelve months of 2024 and of 2023 for a task of a county', async () => {
    const { dataset: demo } = await choicesOf('data/demo');
    const answer = taskMonths(demo, {
      programme: 'fd-sign',
      place: 'nidong',
      period: '2024',
      rule: demo.defaultRule
    })!;
    expect(answer.course.length).toBeGreaterThan(10);
    expect(answer.before).toHaveLength(12);
    // 2023: 1,206 of 14,200
    expect(answer.before[0]).toMatchObject({ day: '2024-01-31', percent: 8.49 });
  });
});
