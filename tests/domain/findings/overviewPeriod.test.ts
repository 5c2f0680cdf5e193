import { describe, expect, it } from 'vitest';
import { nearestOf, overviewPeriod, overviewPeriods, periodBefore } from '../../../src/domain/findings/overviewPeriod';
import { count, dataset, place, programme, unit, type Fact, type Small } from '../factory';

const VISITS = count({ id: 'visits' });
const fact = (at: string, time: string, more: Partial<Fact> = {}): Fact => ({
  of: 'visits',
  at,
  in: time,
  value: 100,
  ...more
});

/** Reports of a few years: 2013 one place, 2019 two, 2020 four, 2021 one. */
const YEARS: Small = {
  indicators: [VISITS],
  places: [place('甲县'), unit('一院', '甲县'), place('乙县'), place('丙县')],
  programmes: [programme('筛查')],
  facts: [
    fact('丙县', '2013'),
    fact('甲县', '2019-06-30'),
    fact('乙县', '2019'),
    fact('甲县', '2020-10-31'),
    fact('乙县', '2020'),
    fact('一院', '2020-H1'),
    fact('一院', '2021'),
    fact('丙县', '2025', { status: '预计' })
  ],
  tasks: [
    { of: '筛查', at: '乙县', in: '2020', asOf: '2020-10-31', rate: 60 },
    { of: '筛查', at: '乙县', in: '2030', target: 400 }
  ]
};

/** Twelve months of one year and the first, not yet whole, of the next. */
const MONTHS: Small = {
  indicators: [VISITS],
  places: [place('甲县'), place('乙县'), place('丙县')],
  facts: [
    ...Array.from({ length: 12 }, (_, i) =>
      ['甲县', '乙县', '丙县'].map((at) => fact(at, `2024-${String(i + 1).padStart(2, '0')}`))
    ).flat(),
    fact('甲县', '2025-01')
  ]
};

describe('the times of 总览', () => {
  it('are years for reports of a few years, forecasts and plans not counted', () => {
    expect(overviewPeriods(dataset(YEARS)).map(({ period, figures }) => [period.text, figures])).toEqual([
      ['2021', 1],
      ['2020', 4],
      ['2019', 2],
      ['2013', 1]
    ]);
  });

  it('are months where a year has figures of eight months and more', () => {
    const all = overviewPeriods(dataset(MONTHS));
    expect(all).toHaveLength(13);
    expect(all.slice(0, 2).map(({ period, figures }) => [period.text, figures])).toEqual([
      ['2025-01', 1],
      ['2024-12', 3]
    ]);
  });

  it('open with the latest that has half of what the fullest has', () => {
    // 2021 has 1 of the 4 of 2020; January has 1 of 3.
    expect(overviewPeriod(dataset(YEARS))!.period.text).toBe('2020');
    expect(overviewPeriod(dataset(MONTHS))!.period.text).toBe('2024-12');
    expect(overviewPeriod(dataset(MONTHS), '2025-01')!.period.text).toBe('2025-01');
    expect(overviewPeriod(dataset({ indicators: [] }))).toBeUndefined();
  });

  it('are the nearest where the one asked for has none, the later of two equally near', () => {
    expect(overviewPeriod(dataset(YEARS), '2017')!.period.text).toBe('2019');
    expect(overviewPeriod(dataset(YEARS), '2016')!.period.text).toBe('2019');
    expect(overviewPeriod(dataset(YEARS), '2015')!.period.text).toBe('2013');
    expect(overviewPeriod(dataset(MONTHS), '2030-05')!.period.text).toBe('2025-01');
  });

  it('name the one before, and the nearest in which a place or its organisation reports', () => {
    const data = dataset(YEARS);
    const at = overviewPeriod(data, '2020')!;
    expect(periodBefore(data, at.period)!.text).toBe('2019');
    expect(periodBefore(data, overviewPeriod(data, '2013')!.period)).toBeUndefined();
    expect(nearestOf(data, data.place('丙县')!, at)!.text).toBe('2013');
    // 甲县 itself has none of 2021, its hospital has.
    expect(nearestOf(data, data.place('甲县')!, overviewPeriod(data, '2021')!)!.text).toBe('2021');
  });
});
