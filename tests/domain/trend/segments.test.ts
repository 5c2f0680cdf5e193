import { describe, expect, it } from 'vitest';
import { segmentsOf } from '../../../src/domain/trend/segments';
import type { Observation } from '../../../src/domain/model/records';
import type { TrendPoint } from '../../../src/domain/trend/trend';
import { period } from '../factory';

/** Runs of periods, as `2018 2019 | 2021`. */
function runs(...texts: string[]): string {
  const points = texts.map(
    (text) => ({ period: period(text), derived: false, witnesses: [] as readonly Observation[] }) as TrendPoint
  );
  return segmentsOf(points)
    .map((run) => run.map((point) => point.period.text).join(' '))
    .join(' | ');
}

describe('what a line may join', () => {
  it('is nothing for no point, and one alone', () => {
    expect(segmentsOf([])).toEqual([]);
    expect(runs('2020')).toBe('2020');
    expect(runs('2020-03-31')).toBe('2020-03-31');
  });

  it('is years, half-years, quarters and months that adjoin', () => {
    expect(runs('2018', '2019', '2021')).toBe('2018 2019 | 2021');
    expect(runs('2019-H2', '2020-H1', '2021-H1')).toBe('2019-H2 2020-H1 | 2021-H1');
    expect(runs('2019-Q4', '2020-Q1', '2020-Q3')).toBe('2019-Q4 2020-Q1 | 2020-Q3');
    expect(runs('2019-12', '2020-01', '2020-03', '2020-04')).toBe('2019-12 2020-01 | 2020-03 2020-04');
  });

  it('is the same season of each year where there is no other, and no year left out', () => {
    expect(runs('2018-05', '2019-05', '2020-05')).toBe('2018-05 2019-05 2020-05');
    expect(runs('2018-H1', '2020-H1')).toBe('2018-H1 | 2020-H1');
    expect(runs('2017-H1', '2019-H1', '2020-H1')).toBe('2017-H1 | 2019-H1 2020-H1');
    expect(runs('2016-Q3', '2017-Q3', '2019-Q3', '2020-Q3')).toBe('2016-Q3 2017-Q3 | 2019-Q3 2020-Q3');
    expect(runs('2019-02', '2020-02', '2021-02')).toBe('2019-02 2020-02 2021-02');
    // Two halves of a year are two seasons: from 2020-H1 to 2021-H1 a half-year is left out.
    expect(runs('2018-H2', '2020-H1', '2021-H1')).toBe('2018-H2 | 2020-H1 | 2021-H1');
    expect(runs('2019-02/2019-04', '2019-08/2019-10', '2020-08/2020-10')).toBe(
      '2019-02/2019-04 | 2019-08/2019-10 | 2020-08/2020-10'
    );
    // One month that adjoins makes it a series of months.
    expect(runs('2018-05', '2019-05', '2019-06')).toBe('2018-05 | 2019-05 2019-06');
  });

  it('is 累计 of one year and the next, since they never adjoin', () => {
    expect(runs('2018-01/2018-10', '2019-01/2019-10', '2020-01/2020-10')).toBe(
      '2018-01/2018-10 2019-01/2019-10 2020-01/2020-10'
    );
    expect(runs('2017-01/2017-10', '2019-01/2019-10', '2020-01/2020-10')).toBe(
      '2017-01/2017-10 | 2019-01/2019-10 2020-01/2020-10'
    );
  });

  it('is runs of days that adjoin, where some do', () => {
    expect(runs('2020-01-01/2020-01-10', '2020-01-11/2020-01-20', '2020-02-01/2020-02-10')).toBe(
      '2020-01-01/2020-01-10 2020-01-11/2020-01-20 | 2020-02-01/2020-02-10'
    );
  });
});

describe('days that a line may join', () => {
  it('are up to 1.6 times the usual pause apart, that included', () => {
    // pauses of 10, 10 and 16 days: the median is 10, 1.6 × 10 = 16
    expect(runs('2020-01-01', '2020-01-11', '2020-01-21', '2020-02-06')).toBe(
      '2020-01-01 2020-01-11 2020-01-21 2020-02-06'
    );
    // 17 days are more
    expect(runs('2020-01-01', '2020-01-11', '2020-01-21', '2020-02-07')).toBe(
      '2020-01-01 2020-01-11 2020-01-21 | 2020-02-07'
    );
  });

  it('take the mean of the two pauses in the middle where their number is even', () => {
    // 10, 10, 20, 20: median 15, so up to 24
    expect(runs('2020-01-01', '2020-01-11', '2020-01-21', '2020-02-10', '2020-03-01')).toBe(
      '2020-01-01 2020-01-11 2020-01-21 2020-02-10 2020-03-01'
    );
    // 10, 10, 20, 25: median 15 again, and 25 is more than 24
    expect(runs('2020-01-01', '2020-01-11', '2020-01-21', '2020-02-10', '2020-03-06')).toBe(
      '2020-01-01 2020-01-11 2020-01-21 2020-02-10 | 2020-03-06'
    );
  });

  it('are any two where there are no more', () => {
    expect(runs('2010-12-31', '2020-12-31')).toBe('2010-12-31 2020-12-31');
  });
});
