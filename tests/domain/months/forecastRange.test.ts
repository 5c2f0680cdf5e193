import { describe, expect, it } from 'vitest';
import { forecastRange } from '../../../src/domain/months/forecastRange';
import { taskMonths } from '../../../src/domain/months/taskMonths';
import { DEFAULT_RULE } from '../../../src/domain/lights/rule';
import { dataset, programme, type Task } from '../factory';

/** Done at the end of months of 2024, of a target of 1,200. */
function course(done: Readonly<Record<string, number>>, fields: Partial<Task> = {}, schedule = '均衡') {
  const tasks = Object.entries(done).map(([asOf, value]): Task => ({
    of: '筛查',
    at: '甲县',
    in: '2024',
    asOf,
    target: 1200,
    done: value,
    ...fields
  }));
  const data = dataset({ programmes: [programme('筛查', { schedule })], tasks });
  return taskMonths(data, { programme: '筛查', place: '甲县', period: '2024', rule: DEFAULT_RULE })!.course;
}

describe('the range in which a task ends', () => {
  it('drives on by its slowest and its quickest month: 300 + 60 × 9 and 300 + 140 × 9', () => {
    // January 100, February 60, March 140; 9 months are left. 840 ÷ 1200 = 70%, 1560 ÷ 1200 = 130%
    expect(forecastRange(course({ '2024-01-31': 100, '2024-02-29': 160, '2024-03-31': 300 }))).toEqual({
      low: {
        percent: 70,
        value: 840,
        pace: expect.objectContaining({ from: '2024-01-31', to: '2024-02-29', done: 60, months: 1 }) as unknown
      },
      high: {
        percent: 130,
        value: 1560,
        pace: expect.objectContaining({ from: '2024-02-29', to: '2024-03-31', done: 140, months: 1 }) as unknown
      },
      paces: 3,
      by: '完成数',
      monthsLeft: 9,
      left: 75
    });
  });

  it('takes a stretch over several months by its average', () => {
    // To March 270 in three months: 90 a month; April 60, May 120; 7 months are left of 450.
    const range = forecastRange(course({ '2024-03-31': 270, '2024-04-30': 330, '2024-05-31': 450 }));
    // 450 + 60 × 7 = 870; 450 + 120 × 7 = 1290
    expect(range).toMatchObject({ low: { value: 870 }, high: { value: 1290 }, paces: 3 });
  });

  it('holds a pace against what was due by the schedule', () => {
    const quarters = '03-31:10%;06-30:50%;09-30:80%;12-31:100%';
    // Due 10, 40, 30, then 20. Done 60 of 10, 480 of 40 (12 a percent), 180 of 30: slowest 6, quickest 12 a percent.
    const range = forecastRange(course({ '2024-03-31': 60, '2024-06-30': 540, '2024-09-30': 720 }, {}, quarters));
    // 720 + 6 × 20 = 840 = 70%; 720 + 12 × 20 = 960 = 80%
    expect(range).toMatchObject({
      low: { percent: 70, value: 840 },
      high: { percent: 80, value: 960, pace: { to: '2024-06-30', done: 480, due: 40 } },
      monthsLeft: null,
      left: 20
    });
  });

  it('goes by rates where a report gives no count', () => {
    // 10, 5 and 15 points in three months, 9 to go: 30 + 45 and 30 + 135
    const rates = { '2024-01-31': 10, '2024-02-29': 15, '2024-03-31': 30 };
    const tasks = Object.entries(rates).map(([asOf, rate]): Task => ({
      of: '筛查',
      at: '甲县',
      in: '2024',
      asOf,
      rate
    }));
    const data = dataset({ programmes: [programme('筛查')], tasks });
    const answer = taskMonths(data, { programme: '筛查', place: '甲县', period: '2024', rule: DEFAULT_RULE })!;
    expect(answer.range).toMatchObject({
      low: { percent: 75, value: null },
      high: { percent: 165, value: null },
      by: '完成率'
    });
  });

  it('takes the last report of a month, and none that comes within days', () => {
    const range = forecastRange(
      course({
        '2024-01-15': 90,
        '2024-01-31': 100,
        '2024-02-29': 160,
        '2024-03-31': 300,
        '2024-04-05': 301
      })
    );
    expect(range).toMatchObject({ paces: 3, low: { pace: { done: 60 } }, high: { pace: { done: 140 } } });
  });

  it('leaves out a month in which the count fell, or nothing was due', () => {
    const fell = course({ '2024-01-31': 100, '2024-02-29': 90, '2024-03-31': 200, '2024-04-30': 260 });
    // 100, 110, 60 are left
    expect(forecastRange(fell)).toMatchObject({ paces: 3, low: { pace: { done: 60 } }, high: { pace: { done: 110 } } });
    const late = course({ '2024-01-31': 1, '2024-02-29': 2, '2024-03-31': 4 }, {}, '02-29:0%;12-31:100%');
    expect(forecastRange(late)).toEqual({ reason: '只有1个月的快慢可用，不足3个月，不推算区间' });
  });

  it('is refused with fewer than three months, once the target is reached, once the period is over, and with nothing', () => {
    expect(forecastRange(course({ '2024-01-31': 100, '2024-02-29': 160 }))).toEqual({
      reason: '只有2个月的快慢可用，不足3个月，不推算区间'
    });
    const reached = course({ '2024-01-31': 400, '2024-02-29': 800, '2024-03-31': 1200 });
    expect(forecastRange(reached)).toEqual({ reason: '已完成，不推算' });
    const over = course({ '2024-10-31': 400, '2024-11-30': 800, '2024-12-31': 1100 });
    expect(forecastRange(over)).toEqual({ reason: '已到期，不推算' });
    expect(forecastRange([])).toEqual({ reason: '没有完成数，不推算' });
  });
});
