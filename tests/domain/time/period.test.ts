import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/domain/time/calendar';
import { parsePeriod } from '../../../src/domain/time/parsePeriod';
import {
  adjoins,
  comparePeriods,
  contains,
  days,
  isYearBefore,
  latestFirst,
  type Period,
  sameSpan,
  spanKey,
  yearBefore,
  yearsBefore
} from '../../../src/domain/time/period';
import { periodLabel, spanLabel } from '../../../src/domain/time/periodLabel';

function p(text: string): Period {
  const period = parsePeriod(text);
  if (!period) throw new Error(`test period does not parse: ${text}`);
  return period;
}

describe('periodLabel(p)', () => {
  it.each([
    ['2020', '2020年'],
    ['2020-H1', '2020年上半年'],
    ['2020-H2', '2020年下半年'],
    ['2020-Q3', '2020年第三季度'],
    ['2020-10', '2020年10月'],
    ['2020-01', '2020年1月'],
    ['2020-01/2020-10', '2020年1—10月'],
    ['2020-02/2020-05', '2020年2—5月'],
    ['2019-12/2020-03', '2019年12月—2020年3月'],
    ['2020-01-01/2020-10-26', '2020年1月1日—10月26日'],
    ['2019-12-07/2020-10-30', '2019年12月7日—2020年10月30日'],
    ['2020-10-31', '2020年10月31日']
  ])('%s is %s', (text, label) => {
    expect(periodLabel(p(text))).toBe(label);
  });
});

describe('spanLabel(p)', () => {
  it.each([
    ['2020', '全年'],
    ['2020-H1', '半年'],
    ['2020-Q3', '季度'],
    ['2020-10', '单月'],
    ['2020-01/2020-10', '10个月累计'],
    ['2020-02/2020-05', '4个月'],
    ['2020-01-01/2020-10-26', '300天'],
    ['2020-10-31', '时点']
  ])('%s runs %s', (text, label) => {
    expect(spanLabel(p(text))).toBe(label);
  });
});

describe('comparePeriods(a, b)', () => {
  it('orders by end, then by start', () => {
    const texts = ['2020', '2020-Q4', '2020-10-31', '2019', '2020-10', '2020-01/2020-10', '2020-12-31'];
    expect(
      texts
        .map(p)
        .sort(comparePeriods)
        .map((x) => x.text)
    ).toEqual(['2019', '2020-01/2020-10', '2020-10', '2020-10-31', '2020', '2020-Q4', '2020-12-31']);
  });

  it('is 0 for the same period', () => {
    expect(comparePeriods(p('2020'), p('2020年1-12月'))).toBe(0);
  });
});

describe('sameSpan(a, b)', () => {
  it.each([
    ['2019', '2020', true],
    ['2019-H1', '2020-H2', true],
    ['2019-H1', '2020', false],
    ['2019-01/2019-09', '2020-01/2020-10', false],
    ['2019-01/2019-09', '2020-04/2020-12', true],
    ['2020-01-01/2020-10-26', '2019-01-01/2019-10-27', true],
    ['2020-01-01/2020-10-26', '2019-01-01/2019-10-26', false],
    ['2020-01-01/2020-10-26', '2020-01/2020-10', false],
    ['2020-10-31', '2016-06-30', true],
    ['2020-10-31', '2020-10', false]
  ])('%s and %s: %s', (a, b, expected) => {
    expect(sameSpan(p(a), p(b))).toBe(expected);
    expect(sameSpan(p(b), p(a))).toBe(expected);
  });
});

describe('sameSpan(a, b) of whole months', () => {
  it('is never that of as many days that aren’t whole months', () => {
    // Both are 31 days.
    expect(sameSpan(p('2020-01'), p('2020-01-15/2020-02-14'))).toBe(false);
    expect(sameSpan(p('2020-01-15/2020-02-14'), p('2020-01'))).toBe(false);
  });
});

describe('spanKey(p)', () => {
  it('says how long a period runs', () => {
    expect(['2020', '2020-Q3', '2020-01-01/2020-10-26', '2020-10-31'].map((text) => spanKey(p(text)))).toEqual([
      '12个月',
      '3个月',
      '300天',
      '时点'
    ]);
  });

  it('is equal where the spans are', () => {
    const texts = [
      '2020',
      '2019',
      '2020-H1',
      '2020-01',
      '2020-01-15/2020-02-14',
      '2019-01-15/2019-02-14',
      '2020-10-31'
    ];
    for (const a of texts)
      for (const b of [...texts, '2016-06-30'])
        expect(spanKey(p(a)) === spanKey(p(b)), `${a} ${b}`).toBe(sameSpan(p(a), p(b)));
  });
});

describe('latestFirst(a, b)', () => {
  it('puts the later end first, of equal ends the longer', () => {
    const order = ['2020-12-31', '2019', '2020-Q4', '2020', '2020-H2', '2021-01'].map(p).sort(latestFirst);
    expect(order.map(({ text }) => text)).toEqual(['2021-01', '2020', '2020-H2', '2020-Q4', '2020-12-31', '2019']);
    expect(latestFirst(p('2020'), p('2020'))).toBe(0);
  });
});

describe('contains(p, day)', () => {
  it('counts the first and the last day, and no other', () => {
    const days = ['2019-12-31', '2020-01-01', '2020-06-30', '2020-12-31', '2021-01-01', ''];
    expect(days.map((day) => contains(p('2020'), day))).toEqual([false, true, true, true, false, false]);
  });
});

describe('yearsBefore(p)', () => {
  it('is one period, but for a stock of 28 February after a leap year', () => {
    const before = (text: string) => yearsBefore(p(text)).map((one) => one.text);
    expect(before('2025-02-28')).toEqual(['2024-02-29', '2024-02-28']);
    expect(before('2024-02-28')).toEqual(['2023-02-28']);
    expect(before('2024-02-29')).toEqual(['2023-02-28']);
    expect(before('2020-10-31')).toEqual(['2019-10-31']);
    expect(before('2025-02')).toEqual(['2024-02']);
    expect(before('2025-01-01/2025-02-28')).toEqual(['2024-01/2024-02']);
  });
});

describe('yearBefore(p)', () => {
  it.each([
    ['2020', '2019'],
    ['2020-H1', '2019-H1'],
    ['2020-Q3', '2019-Q3'],
    ['2021-02', '2020-02'],
    ['2020-02', '2019-02'],
    ['2020-01/2020-10', '2019-01/2019-10'],
    ['2020-01/2020-02', '2019-01/2019-02'],
    ['2019-12/2020-02', '2018-12/2019-02'],
    ['2020-01-01/2020-10-26', '2019-01-01/2019-10-26'],
    ['2020-02-29', '2019-02-28'],
    ['2025-02-28', '2024-02-29'],
    ['2024-02-28', '2023-02-28'],
    ['2020-12-31', '2019-12-31'],
    ['1949', '1948']
  ])('%s is %s', (text, before) => {
    expect(yearBefore(p(text)).text).toBe(before);
  });
});

describe('isYearBefore(a, b)', () => {
  it.each([
    ['2024-02-29', '2025-02-28', true],
    ['2024-02-28', '2025-02-28', true],
    ['2023-02-28', '2024-02-29', true],
    ['2024-02-27', '2025-02-28', false],
    ['2023-02-28', '2024-02-28', true],
    ['2024-06-30', '2025-06-30', true],
    ['2024-02', '2025-02', true],
    ['2024-01/2024-02', '2025-01/2025-02', true],
    ['2024-02-22/2024-02-28', '2025-02-22/2025-02-28', true],
    ['2023', '2025', false]
  ])('%s, %s: %s', (a, b, expected) => {
    expect(isYearBefore(p(a), p(b))).toBe(expected);
  });
});

describe('adjoins(a, b)', () => {
  it.each([
    ['2020', '2021', true],
    ['2020-H1', '2020-H2', true],
    ['2020-H2', '2021-H1', true],
    ['2020-Q4', '2021-Q1', true],
    ['2020-12', '2021-01', true],
    ['2020-01-06/2020-01-12', '2020-01-13/2020-01-19', true],
    ['2020-02-24/2020-03-01', '2020-03-02/2020-03-08', true],
    ['2020-03/2020-04', '2020-05/2020-06', true],
    ['2020-11/2020-12', '2021-01/2021-02', true],
    ['2020-01-06/2020-01-12', '2020-01-14/2020-01-20', false],
    ['2020-01-06/2020-01-12', '2020-01-13/2020-01-20', false],
    ['2020-Q1', '2020-H2', false],
    ['2020-10', '2020-12', false],
    ['2020-10-30', '2020-10-31', false]
  ])('%s, %s: %s', (a, b, expected) => {
    expect(adjoins(p(a), p(b))).toBe(expected);
  });
});

describe('days(p) and addDays(day, n)', () => {
  it('counts both ends and knows leap years', () => {
    expect(days(p('2020'))).toBe(366);
    expect(days(p('2019'))).toBe(365);
    expect(days(p('2020-10-31'))).toBe(1);
    // 31+29+31+30+31+30+31+31+30 = 274 to the end of September, and 26
    expect(days(p('2020-01-01/2020-10-26'))).toBe(300);
  });

  it('steps over month and year ends, both ways', () => {
    expect(addDays('2020-02-28', 1)).toBe('2020-02-29');
    expect(addDays('2020-12-31', 1)).toBe('2021-01-01');
    expect(addDays('2020-01-01', -1)).toBe('2019-12-31');
    expect(addDays('2020-01-01', 0)).toBe('2020-01-01');
  });
});
