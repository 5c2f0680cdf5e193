import { describe, expect, it } from 'vitest';
import { defaultIndicators } from '../../../src/domain/address/defaultIndicator';
import { count, dataset, indicator, type Fact } from '../factory';

const INDICATORS = [
  count({ id: 'visits', name: '门诊人次' }),
  indicator({ id: 'rate', name: '管理率' }),
  indicator({ id: 'other', name: '达标率' })
];
const fact = (of: string, at: string, year: string, more: Partial<Fact> = {}): Fact => ({
  of,
  at,
  in: year,
  value: 50,
  ...more
});
const opens = (...facts: Fact[]) => {
  const { places, periods } = defaultIndicators(dataset({ indicators: INDICATORS, facts }));
  return { places, periods };
};

describe('the indicator that a screen opens with', () => {
  it('is the one that most places have', () => {
    expect(opens(fact('rate', '甲', '2020'), fact('visits', '甲', '2020'), fact('visits', '乙', '2020')).places).toBe(
      'visits'
    );
  });

  it('is a rate before a count of as many places, and the first of two rates', () => {
    expect(opens(fact('visits', '甲', '2020'), fact('rate', '甲', '2020')).places).toBe('rate');
    expect(opens(fact('rate', '甲', '2020'), fact('other', '甲', '2020')).places).toBe('rate');
  });

  it('is, over time, the one with most periods somewhere', () => {
    const three = ['2018', '2019', '2020'].map((year) => fact('other', '甲', year));
    const two = ['2019', '2020'].flatMap((year) => [fact('rate', '甲', year), fact('rate', '乙', year)]);
    expect(opens(...two, ...three).periods).toBe('other');
  });

  it('is one with a stated change where nothing has two periods: the year before is worked back', () => {
    const alone = [fact('visits', '甲', '2020'), fact('visits', '乙', '2020'), fact('rate', '甲', '2020')];
    expect(opens(...alone).periods).toBe('visits');
    expect(
      opens(...alone, fact('other', '甲', '2020'), fact('other', '甲', '2020', { value: 3, measure: '同比(百分点)' }))
        .periods
    ).toBe('other');
    // The change of another place says nothing of this one.
    expect(
      opens(...alone, fact('other', '甲', '2020'), fact('other', '乙', '2020', { value: 3, measure: '同比(百分点)' }))
        .periods
    ).toBe('visits');
  });

  it('is one whose figures are stated before one in doubt, then one of more places', () => {
    const doubtful = ['2019', '2020'].map((year) => fact('rate', '甲', year, { status: '存疑' }));
    const sound = ['2019', '2020'].map((year) => fact('other', '甲', year));
    expect(opens(...doubtful, ...sound).periods).toBe('other');
    const wider = ['2019', '2020'].flatMap((year) => [fact('rate', '甲', year), fact('rate', '乙', year)]);
    expect(opens(...sound, ...wider).periods).toBe('rate');
  });

  it('is one that gets better or worse before one that is neither', () => {
    const pair = (of: string) => ['2019', '2020'].map((year) => fact(of, '甲', year));
    expect(opens(...pair('visits'), ...pair('other')).periods).toBe('other');
  });

  it('is the first of all where nothing can be compared, and none where there is none', () => {
    expect(opens()).toEqual({ places: 'visits', periods: 'visits' });
    const { places, periods } = defaultIndicators(dataset({ indicators: [], facts: [] }));
    expect([places, periods]).toEqual(['', '']);
  });
});
