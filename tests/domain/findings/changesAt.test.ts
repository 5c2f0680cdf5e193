import { describe, expect, it } from 'vitest';
import { changesAt } from '../../../src/domain/findings/changesAt';
import { finish } from '../../../src/domain/steps/steps';
import { parsePeriod } from '../../../src/domain/time/parsePeriod';
import { count, dataset, place, unit, type Fact } from '../factory';

const VISITS = count({ id: 'visits' });
const BEDS = count({ id: 'beds' });
const month = (of: string, at: string, period: string, value: number, more: Partial<Fact> = {}): Fact => ({
  ...{ of, at, in: period, value },
  ...more
});
const data = (facts: Fact[]) =>
  dataset({ indicators: [VISITS, BEDS], places: [place('甲县'), place('乙县'), unit('一院', '甲县')], facts });
const told = (facts: Fact[], within?: string, focus?: string) =>
  finish(changesAt(data(facts), focus, within === undefined ? undefined : parsePeriod(within))).map(
    ({ indicator, place: at, point }) => [indicator.id, at.name, point.period.text, point.computedChange?.text ?? '']
  );

describe('changesAt(dataset, focus, within)', () => {
  const FACTS = [
    month('beds', '乙县', '2024-03', 50),
    month('visits', '乙县', '2023-03', 100),
    month('visits', '乙县', '2024-02', 90),
    month('visits', '乙县', '2024-03', 120),
    month('visits', '甲县', '2023-03', 200),
    month('visits', '甲县', '2024-03', 150),
    month('visits', '甲县', '2023-04', 200),
    month('visits', '甲县', '2024-04', 220),
    month('visits', '一院', '2023-03', 10),
    month('visits', '一院', '2024-03', 20)
  ];

  it('are those of a month, areas in the order of the file', () => {
    expect(told(FACTS, '2024-03')).toEqual([
      ['visits', '乙县', '2024-03', '增长20.0%'],
      ['visits', '甲县', '2024-03', '下降25.0%']
    ]);
  });

  it('are those of all months where no time is asked about', () => {
    expect(told(FACTS).map(([, at, period]) => [at, period])).toEqual([
      ['乙县', '2024-03'],
      ['甲县', '2024-03'],
      ['甲县', '2024-04']
    ]);
  });

  it('are those of the focus place alone, an organisation too', () => {
    expect(told(FACTS, '2024-03', '一院')).toEqual([['visits', '一院', '2024-03', '增长100.0%']]);
  });

  it('know of a 口径调整 between the two months that is neither of them', () => {
    const facts = [...FACTS, month('visits', '甲县', '2023-09', 170, { flags: '口径调整' })];
    expect(told(facts, '2024-03')).toEqual([
      ['visits', '乙县', '2024-03', '增长20.0%'],
      ['visits', '甲县', '2024-03', '不可比（口径有调整）']
    ]);
  });
});
