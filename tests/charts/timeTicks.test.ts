import { describe, expect, it } from 'vitest';
import { timeTicks } from '../../src/charts/timeTicks';
import type { Trend } from '../../src/domain/trend/trend';
import { period } from '../domain/factory';

/** The names under the axis at 12 px, where each last day of a period stands `apart` px after the one before. */
function ticks(texts: string[], apart: number): string[] {
  const periods = texts.map(period);
  const days = [...new Set(periods.map((p) => p.end))].sort();
  const at = (day: string) => days.indexOf(day) * apart;
  return timeTicks({ periods } as unknown as Trend, at, 12).map(({ text }) => text);
}

const MONTHS = Array.from({ length: 12 }, (_, i) => `2020-${String(i + 1).padStart(2, '0')}`);

describe('the periods named under a line chart', () => {
  it('are each named as they are where there are at most nine', () => {
    expect(ticks(MONTHS.slice(0, 3), 200)).toEqual(['2020年1月', '2020年2月', '2020年3月']);
    expect(ticks(MONTHS.slice(0, 9), 200)[8]).toBe('2020年9月');
  });

  it('say the year where it begins, and at the end, where there are more', () => {
    expect(ticks([...MONTHS.slice(4), '2021-01', '2021-02', '2021-03'], 200)).toEqual([
      '2020年5月',
      ...['6月', '7月', '8月', '9月', '10月', '11月', '12月'],
      '2021年1月',
      '2月',
      '2021年3月'
    ]);
  });

  it('leave out every second one where the words would touch, never the first or the last', () => {
    // At 40 px: 2020年1月 (66 wide) lies on 2月, and 2020年12月 (73 wide) on 11月. One may give way, two are too many.
    expect(ticks(MONTHS, 40)).toEqual(['2020年1月', '3月', '5月', '7月', '9月', '2020年12月']);
  });

  it('are a single one where there is only one', () => {
    expect(ticks(['2020'], 100)).toEqual(['2020年']);
    expect(ticks([], 100)).toEqual([]);
  });

  it('name a day once, however many periods end on it', () => {
    expect(ticks(['2020', '2020-07-01/2020-12-31'], 100)).toHaveLength(1);
  });
});
