import { describe, expect, it } from 'vitest';
import type { TableRow } from '../../../src/domain/batch/batch';
import { nameBook } from '../../../src/domain/batch/names';
import { oddities } from '../../../src/domain/batch/plausible';
import type { ProposedRow } from '../../../src/domain/batch/proposal';
import { base, observation, proposed, task } from './rows';

function odd(known: ReturnType<typeof base>, rows: readonly ProposedRow[]) {
  return oddities(known, rows, nameBook(known, rows)).map(({ rule, text }) => [rule, text]);
}
const seen = (known: readonly TableRow[], now: TableRow) => odd(base(known), [proposed('observations', now)]);
const months = (values: readonly number[], more: TableRow = {}) =>
  values.map((value, i) => observation(`2024-0${i + 1}`, String(value), more));

describe('a cumulative figure', () => {
  it('that is smaller on a later day is odd; the same or a larger one is not', () => {
    const known = [observation('2024-01/2024-09', '850')];
    expect(seen(known, observation('2024-01/2024-10', '849'))).toEqual([
      ['累计变少', '到2024-09-30是850人次，到2024-10-31是849人次。']
    ]);
    expect(seen(known, observation('2024-01/2024-10', '850'))).toEqual([]);
    expect(seen([observation('2024-09', '850')], observation('2024-10', '100'))).toEqual([]);
  });

  it('of a task likewise, within its year', () => {
    const known = base([], [task('2024-09-30', { target: '4000', done: '2707' })]);
    expect(odd(known, [proposed('progress', task('2024-10-31', { done: '2706' }))])).toEqual([
      ['累计变少', '到2024-09-30完成2,707，到2024-10-31完成2,706。']
    ]);
    expect(odd(known, [proposed('progress', task('2024-10-31', { done: '2707' }))])).toEqual([]);
    expect(
      odd(known, [proposed('progress', task('2025-01-31', { target: '9', done: '1' }, { period: '2025' }))])
    ).toEqual([]);
  });
});

describe('a task that is a rate', () => {
  const share = (asOf: string, done: string) => task(asOf, { target: '95', done }, { unit: '%' });
  const after = (before: string, now: string) =>
    odd(base([], [share('2024-09-30', before)]), [proposed('progress', share('2024-10-31', now))])
      .map(([rule]) => rule)
      .filter((rule) => rule !== '单位不同');

  it('may fall, but not to a hundredth', () => {
    expect(after('90', '85')).toEqual([]);
    expect(after('90', '0.91')).toEqual(['差一百倍']);
  });
});

describe('a leap', () => {
  it('is more than three times the largest step before and a fifth of the last figure', () => {
    // Steps of 5, 10 and 5: the largest is 10, so up to 30 is usual.
    const known = months([100, 105, 115, 110]);
    expect(seen(known, observation('2024-05', '140'))).toEqual([]);
    expect(seen(known, observation('2024-05', '141'))).toEqual([
      ['变化过大', '上一期（到2024-04-30）是110人次，这一期是141人次；以往一期最多差10人次。']
    ]);
  });

  it('is of figures of four periods and more, the last of them just a fifth of it away', () => {
    // Steps of 1; a fifth of 100 is 20.
    const known = months([98, 99, 100, 99, 100]);
    expect([seen(known, observation('2024-06', '120')), seen(known, observation('2024-06', '80'))]).toEqual([[], []]);
    expect([
      seen(known, observation('2024-06', '121')).map(([rule]) => rule),
      seen(known, observation('2024-06', '79')).map(([rule]) => rule)
    ]).toEqual([['变化过大'], ['变化过大']]);
    // A course that stood still: any step is more than three times nothing.
    expect(seen(months([100, 100, 100, 100]), observation('2024-05', '120'))).toEqual([]);
    expect(seen(months([100, 100, 100, 100]), observation('2024-05', '121')).map(([rule]) => rule)).toEqual([
      '变化过大'
    ]);
  });

  it('is not judged on fewer than four figures, nor where it is small beside the figure', () => {
    expect(seen(months([100, 105, 115]), observation('2024-04', '400'))).toEqual([]);
    expect(seen(months([1000, 1001, 1002, 1001]), observation('2024-05', '1100'))).toEqual([]);
  });
});

describe('a scale', () => {
  it('ten thousand times off, either way, is odd at the second figure already', () => {
    const known = [observation('2024-01', '12.5')];
    expect(seen(known, observation('2024-02', '128000'))[0]![0]).toBe('差一万倍');
    expect(seen([observation('2024-01', '128000')], observation('2024-02', '12.5'))[0]![0]).toBe('差一万倍');
    expect(seen(known, observation('2024-02', '12500000'))).toEqual([]);
  });

  it('is between half and double of it, neither included', () => {
    const rules = (before: string, now: string, more: TableRow = {}) =>
      seen([observation('2024-01', before, more)], observation('2024-02', now, more)).map(([rule]) => rule);
    // 5,000 and 20,000 times are no slip of 万.
    expect([rules('2', '10000'), rules('2', '10001'), rules('2', '39999'), rules('2', '40000')]).toEqual([
      ...[[], ['差一万倍'], ['差一万倍'], []]
    ]);
    expect([rules('10000', '2'), rules('10001', '2'), rules('0', '10000'), rules('10000', '0')]).toEqual([
      ...[[], ['差一万倍'], [], []]
    ]);
    // Of a rate 50 and 200 times; the smaller of the two is 1 at most.
    const rate = { indicator: 'rate' };
    expect([rules('0.5', '25', rate), rules('0.5', '25.1', rate), rules('0.49', '98', rate)]).toEqual([
      ...[[], ['差一百倍'], []]
    ]);
    expect([rules('1', '90', rate), rules('1.1', '90', rate)]).toEqual([['差一百倍'], []]);
  });

  it('of a task likewise, and it is then not called smaller as well', () => {
    const known = base([], [task('2024-09-30', { target: '4000', done: '2707' })]);
    expect(odd(known, [proposed('progress', task('2024-10-31', { done: '27120000' }))])).toEqual([
      ['差一万倍', '到2024-09-30完成2,707，到2024-10-31完成27,120,000。']
    ]);
    expect(odd(known, [proposed('progress', task('2024-10-31', { done: '0.2712' }))])).toEqual([
      ['差一万倍', '到2024-09-30完成2,707，到2024-10-31完成0.2712。']
    ]);
  });

  it('a hundred times off is odd for a rate alone', () => {
    const rate = { indicator: 'rate' };
    expect(seen([observation('2024-01-31', '97.06', rate)], observation('2024-02-29', '0.98', rate))[0]![0]).toBe(
      '差一百倍'
    );
    expect(seen([observation('2024-01', '97')], observation('2024-02', '1'))).toEqual([]);
    expect(seen([observation('2024-01-31', '0.5', rate)], observation('2024-02-29', '0', rate))).toEqual([]);
  });
});

describe('a task', () => {
  it('without a target anywhere in its year is odd', () => {
    expect(odd(base([]), [proposed('progress', task('2024-10-31', { done: '30' }))])).toEqual([
      ['没有目标', '完成30，没有目标。']
    ]);
    const withTarget = [
      proposed('progress', task('2024-10-31', { done: '30' })),
      proposed('progress', task('2024-10-31', { target: '60' }, { source: 's2' }))
    ];
    expect(odd(base([]), withTarget)).toEqual([]);
  });

  it('in another unit than the task’s is odd', () => {
    const row = task('2024-10-31', { target: '60', done: '30' }, { unit: '万例' });
    expect(odd(base([]), [proposed('progress', row)])).toEqual([['单位不同', '这里写“万例”，任务表写“例”。']]);
  });
});

it('a placeholder as a definition is odd', () => {
  expect(odd(base([]), [proposed('indicators', { indicator: 'x', name: '新指标', definition: '待补' })])).toEqual([
    ['占位', '写的是“待补”。']
  ]);
});
