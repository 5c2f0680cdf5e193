import { describe, expect, it } from 'vitest';
import { dueBy, parseSchedule, yearlyMilestones } from '../../../src/domain/progress/milestones';

describe('the text of a schedule', () => {
  const dated = {
    kind: '分段',
    milestones: [
      { day: '2020-06-30', share: 40 },
      { day: '2020-12-31', share: 100 }
    ]
  };

  it('is read in any order, with blanks, an empty part and full-width signs', () => {
    expect(parseSchedule('2020-06-30:40%;2020-12-31:100%')).toEqual(dated);
    expect(parseSchedule('2020-12-31:100%;2020-06-30:40%')).toEqual(dated);
    expect(parseSchedule(' 2020-06-30：40% ； ;2020-12-31:100%; ')).toEqual(dated);
  });

  it('of every year goes by month, then by day, and may stand still', () => {
    const march = [
      { month: 3, day: 15, share: 25 },
      { month: 3, day: 31, share: 25 },
      { month: 12, day: 31, share: 100 }
    ];
    expect(parseSchedule('12-31:100%;03-31:25%;03-15:25%')).toEqual({ kind: '每年', milestones: march });
  });

  it('is even where nothing is said', () => {
    expect([parseSchedule(''), parseSchedule('均衡')]).toEqual([{ kind: '均衡' }, { kind: '均衡' }]);
  });

  it.each([
    ['2020-06-30:40%;年底完成'],
    ['年底完成;2020-06-30:40%'],
    ['2020-06-30:40'],
    ['2020-06-31:40%'],
    ['03-31:25%;12-31:99%'],
    ['03-31:25%;06-30:24%;12-31:100%']
  ])('can’t be read as %s', (text) => {
    expect(parseSchedule(text)).toEqual({ kind: '读不出' });
  });
});

describe('the milestones of every year', () => {
  it('begin with nothing on New Year’s Eve and add 100 a year, February ending on its own last day', () => {
    const yearly = [
      { month: 2, day: 29, share: 10 },
      { month: 3, day: 15, share: 25 },
      { month: 11, day: 30, share: 100 }
    ];
    expect(yearlyMilestones(yearly, 2023, 2024)).toEqual([
      { day: '2022-12-31', share: 0 },
      { day: '2023-02-28', share: 10 },
      { day: '2023-03-15', share: 25 },
      { day: '2023-11-30', share: 100 },
      { day: '2023-12-31', share: 100 },
      { day: '2024-02-29', share: 110 },
      { day: '2024-03-15', share: 125 },
      { day: '2024-11-30', share: 200 },
      { day: '2024-12-31', share: 200 }
    ]);
  });
});

describe('what is due by a day', () => {
  const milestones = [
    { day: '2020-06-30', share: 40 },
    { day: '2020-07-10', share: 60 },
    { day: '2020-12-31', share: 90 }
  ];

  it('runs straight from one milestone to the next', () => {
    expect(dueBy('2020-06-30', milestones)).toBe(40);
    // 1 and 9 of the 10 days to 60
    expect(dueBy('2020-07-01', milestones)).toBe(42);
    expect(dueBy('2020-07-09', milestones)).toBe(58);
    expect(dueBy('2020-07-10', milestones)).toBe(60);
    expect(dueBy('2020-12-31', milestones)).toBe(90);
  });

  it('stays as it is before the first and after the last', () => {
    expect(dueBy('2020-01-01', milestones)).toBe(40);
    expect(dueBy('2021-01-01', milestones)).toBe(90);
    expect(dueBy('2019-01-01', [milestones[0]!])).toBe(40);
    expect(dueBy('2021-01-01', [milestones[0]!])).toBe(40);
  });
});
