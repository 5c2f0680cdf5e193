import { describe, expect, it } from 'vitest';
import { isDay, isIsoDay, isMonthEnd, monthsBetween, partsOfDay } from '../../../src/domain/time/calendar';
import { parsePeriod } from '../../../src/domain/time/parsePeriod';

describe('a day of the calendar', () => {
  it('has a month from 1 to 12 and a day of that month', () => {
    const days: [number, number, number][] = [
      [2020, 1, 1],
      [2020, 12, 31],
      [2020, 2, 29],
      [2020, 0, 5],
      [2020, 13, 5],
      [2020, 5, 0],
      [2020, 4, 31],
      [2021, 2, 29]
    ];
    expect(days.map(([y, m, d]) => isDay(y, m, d))).toEqual([true, true, true, false, false, false, false, false]);
    expect(['2020-02-29', '2020-02-30', '2020-2-9', '20200229', '2020-00-10'].map(isIsoDay)).toEqual([
      true,
      false,
      false,
      false,
      false
    ]);
  });

  it('is taken apart, and nothing else is', () => {
    expect(partsOfDay('2020-10-26')).toEqual({ year: 2020, month: 10, day: 26 });
    expect(() => partsOfDay('2020')).toThrow('not an ISO day: 2020');
  });

  it('may end a month', () => {
    expect(['2020-02-29', '2020-02-28', '2021-02-28', '2020-12-30'].map(isMonthEnd)).toEqual([
      true,
      false,
      true,
      false
    ]);
  });

  it('is whole months from another, over years too', () => {
    expect(monthsBetween('2019-12-31', '2021-02-01')).toBe(14);
    expect(monthsBetween('2020-05-01', '2020-05-31')).toBe(0);
    expect(monthsBetween('2020-05-01', '2020-03-31')).toBe(-2);
  });

  it('makes no period with one that isn’t', () => {
    expect(parsePeriod('2020-01-01/2020-02-30')).toBeUndefined();
    expect(parsePeriod('2020-01-00/2020-02-28')).toBeUndefined();
  });
});
