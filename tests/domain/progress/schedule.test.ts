import { describe, expect, it } from 'vitest';
import { elapsedPercent, scheduleFault } from '../../../src/domain/progress/schedule';
import { period } from '../factory';

/** 序时 rounded to 4 decimals, or the reason why there is none. */
function elapsed(schedule: string, of: string, asOf: string): number | string {
  const { percent, reason } = elapsedPercent(schedule, period(of), asOf);
  return percent === null ? reason : Math.round(percent * 1e4) / 1e4;
}

describe('a dated schedule', () => {
  const of2024 = '2024-06-30:40%;2024-12-31:100%';

  it('is not applied to another year, before or after', () => {
    expect(elapsed(of2024, '2025', '2025-03-31')).toBe('进度安排只写了2024年，不用于2025年，算不出序时');
    expect(elapsed(of2024, '2023', '2023-12-31')).toBe('进度安排只写了2024年，不用于2023年，算不出序时');
    expect(elapsed('2022-12-31:50%;2023-12-31:100%', '2025-H1', '2025-03-31')).toBe(
      '进度安排只写了2022—2023年，不用于2025年上半年，算不出序时'
    );
    expect(scheduleFault(of2024, period('2025'))).toBe('进度安排只写了2024年，不用于2025年，算不出序时');
    expect(scheduleFault(of2024, period('2024'))).toBe('');
  });

  it('counts the last day and the day before it', () => {
    expect(elapsed(of2024, '2024', '2024-12-31')).toBe(100);
    // 183 of the 184 days from 30 June: 40 + 60 × 183 ÷ 184
    expect(elapsed(of2024, '2024', '2024-12-30')).toBe(99.6739);
    expect(elapsed(of2024, '2024', '2025-02-01')).toBe(100);
  });

  it('counts 29 February of a leap year', () => {
    // 60 of the 182 days to 30 June 2024: 40 × 60 ÷ 182
    expect(elapsed(of2024, '2024', '2024-02-29')).toBe(13.1868);
    expect(elapsed('2024-02-29:20%;2024-12-31:100%', '2024', '2024-02-29')).toBe(20);
    expect(elapsed('2023-02-29:20%;2023-12-31:100%', '2023', '2023-02-28')).toBe(
      '进度安排“2023-02-29:20%;2023-12-31:100%”读不出，算不出序时'
    );
  });

  it('of several years, each from 0 to 100%, is read by the year asked for', () => {
    const both = '2024-06-30:40%;2024-12-31:100%;2025-06-30:30%;2025-12-31:100%';
    expect(elapsed(both, '2024', '2024-06-30')).toBe(40);
    expect(elapsed(both, '2025', '2025-06-30')).toBe(30);
    // 90 of the 181 days to 30 June 2025: 30 × 90 ÷ 181
    expect(elapsed(both, '2025', '2025-03-31')).toBe(14.9171);
    expect(elapsed(both, '2024-07/2025-06', '2025-01-31')).toBe('进度安排在2024年7月—2025年6月里前后不接，算不出序时');
  });

  it('over several years runs from its first eve, for a period of as many years', () => {
    const three = '2020-12-31:30%;2021-12-31:60%;2022-12-31:100%';
    expect(elapsed(three, '2020-01/2022-12', '2020-12-31')).toBe(30);
    expect(elapsed(three, '2020-01/2022-12', '2022-12-31')).toBe(100);
  });

  it('gives a part of its time that part’s own share', () => {
    // Of the 40% of the first half-year, by the end of its last day all, by 31 March 91 of 182 days.
    expect(elapsed(of2024, '2024-H1', '2024-06-30')).toBe(100);
    expect(elapsed(of2024, '2024-H1', '2024-03-31')).toBe(50);
    // The second year of three has 30 points, from 30% to 60%; by 30 June 181 of 365 days.
    expect(elapsed('2020-12-31:30%;2021-12-31:60%;2022-12-31:100%', '2021', '2021-06-30')).toBe(49.589);
    expect(elapsed('2024-09-30:0%;2024-12-31:100%', '2024-H1', '2024-03-31')).toBe(
      '按进度安排，2024年上半年没有要做的，算不出序时'
    );
  });
});

describe('a dated schedule over a part of a year', () => {
  const of2024 = '2024-06-30:40%;2024-12-31:100%';

  it('begins on the eve of the period where all of it lies in the period', () => {
    // 29 February is the eve: 61 of 122 days to 30 June
    expect(elapsed(of2024, '2024-03/2024-12', '2024-04-30')).toBe(20);
    // the period begins on the first milestone's own day, and ends on the last one's
    const to90 = '2024-06-30:40%;2024-12-31:90%';
    expect(elapsed(to90, '2024-06-30/2024-12-31', '2024-06-30')).toBe(40);
    expect(elapsed(to90, '2024-06-30/2024-12-31', '2024-12-31')).toBe(90);
    expect(elapsed(to90, '2024', '2024-12-31')).toBe(90);
  });

  it('counts a period that it reaches beyond, on either side, as a whole', () => {
    expect(elapsed('2024-03-31:25%;2024-12-31:90%', '2024-H1', '2024-06-30')).toBe(100);
    expect(elapsed('2024-06-30:40%;2024-12-31:90%', '2024-H2', '2024-12-31')).toBe(100);
    expect(elapsed(of2024, '2024-H1', '2024-09-30')).toBe(100);
    // April to September: due on the eve 40 × 91 ÷ 182 = 20, by the end 40 + 60 × 92 ÷ 184 = 70; by 30 June 40.
    expect(elapsed(of2024, '2024-04/2024-09', '2024-06-30')).toBe(40);
  });

  it('begins with the period where that begins a year earlier', () => {
    // 30 June 2023 to 30 June 2024 are 366 days, 275 of them to 31 March.
    expect(elapsed(of2024, '2023-07/2024-06', '2024-03-31')).toBe(75.1366);
  });

  it('may stand still', () => {
    const still = '2024-06-30:40%;2024-09-30:40%;2024-12-31:100%';
    expect([elapsed(still, '2024', '2024-08-15'), elapsed(still, '2024', '2024-09-30')]).toEqual([40, 40]);
  });
});

describe('an even schedule', () => {
  it('counts the first day, and has no fault', () => {
    // 1 of 366 days
    expect(elapsed('均衡', '2024', '2024-01-01')).toBe(0.2732);
    expect(elapsed('均衡', '2024', '2023-12-31')).toBe('任务期尚未开始');
    expect(elapsed('均衡', '2024', '2024-12-31')).toBe(100);
    expect(scheduleFault('均衡', period('2024'))).toBe('');
  });
});

describe('a schedule of every year', () => {
  const quarter = '03-31:25%;12-31:100%';

  it('holds in each year alike', () => {
    for (const year of ['2023', '2025', '2031']) {
      expect(elapsed(quarter, year, `${year}-03-31`)).toBe(25);
      expect(elapsed(quarter, year, `${year}-12-31`)).toBe(100);
      // 31 January is 31 of the 90 days to 31 March: 25 × 31 ÷ 90
      expect(elapsed(quarter, year, `${year}-01-31`)).toBe(8.6111);
    }
    // 2024: 31 of 91 days
    expect(elapsed(quarter, '2024', '2024-01-31')).toBe(8.5165);
    expect(elapsed(quarter, '2024', '2025-01-15')).toBe(100);
  });

  it('takes 29 February for the 28th in other years', () => {
    expect(elapsed('02-29:20%;12-31:100%', '2024', '2024-02-29')).toBe(20);
    expect(elapsed('02-29:20%;12-31:100%', '2023', '2023-02-28')).toBe(20);
  });

  it('ends before the year does, where it says so', () => {
    expect(elapsed('09-30:0%;11-30:100%', '2025', '2025-09-30')).toBe(0);
    expect(elapsed('09-30:0%;11-30:100%', '2025', '2025-11-30')).toBe(100);
    expect(elapsed('09-30:0%;11-30:100%', '2025', '2025-12-15')).toBe(100);
  });

  it('over a period of two years counts each for half', () => {
    expect(elapsed(quarter, '2024-01/2025-12', '2024-03-31')).toBe(12.5);
    expect(elapsed(quarter, '2024-01/2025-12', '2024-12-31')).toBe(50);
    expect(elapsed(quarter, '2024-01/2025-12', '2025-03-31')).toBe(62.5);
    expect(elapsed(quarter, '2024-01/2025-12', '2025-12-31')).toBe(100);
  });

  it('over a season that spans the turn of the year counts what is due in it', () => {
    // October 2024 to March 2025: due on the eve (30 September) 25 + 75 × 183 ÷ 275 = 74.9091, by the end 125.
    // By 31 December 100: (100 − 74.9091) ÷ (125 − 74.9091)
    expect(elapsed(quarter, '2024-10/2025-03', '2024-12-31')).toBe(50.0907);
    expect(elapsed(quarter, '2024-10/2025-03', '2025-03-31')).toBe(100);
  });

  it('of a period in which nothing is due gives none', () => {
    expect(elapsed('09-30:0%;12-31:100%', '2025-H1', '2025-03-31')).toBe(
      '按进度安排，2025年上半年没有要做的，算不出序时'
    );
  });

  it('that falls, doesn’t end at 100%, names no day or mixes both forms can’t be read', () => {
    for (const text of [
      '03-31:50%;06-30:40%;12-31:100%',
      '03-31:25%;12-31:90%',
      '02-30:20%;12-31:100%',
      '2024-03-31:25%;12-31:100%',
      ';'
    ]) {
      expect(elapsed(text, '2024', '2024-06-30')).toBe(`进度安排“${text}”读不出，算不出序时`);
    }
  });
});
