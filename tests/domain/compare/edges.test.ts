/** What a comparison is of where several answers would do, and what a gap rests on. */
import { describe, expect, it } from 'vitest';
import { commonPeriod, needsEqualSpans, referenceSpan } from '../../../src/domain/compare/comparability';
import { gapSources } from '../../../src/domain/compare/sources';
import type { Fact as Figure } from '../../../src/domain/model/facts';
import { count, indicator, period, place, type Fact, type Small } from '../factory';
import { ask } from './comparing';

const rates = (...values: number[]): Fact[] =>
  values.map((value, i) => ({ at: `${'甲乙丙丁戊己'[i]!}县`, in: '2020', value }));

describe('the span that places are compared by', () => {
  const span = (...asked: [string, string][]) =>
    referenceSpan(asked.map(([at, text]) => ({ period: period(text), place: place(at) }) as unknown as Figure))?.text;

  it('is the one that most places have, each counted once', () => {
    expect(span(['甲', '2019'], ['乙', '2019'], ['丙', '2020-H1'])).toBe('2019');
    expect(span(['甲', '2018'], ['甲', '2019'], ['乙', '2020-H1'], ['丙', '2020-H1'])).toBe('2020-H1');
    expect(span()).toBeUndefined();
  });

  it('is of as many places the later, then the longer; its latest period stands for it', () => {
    expect(span(['甲', '2019'], ['乙', '2020-H1'])).toBe('2020-H1');
    expect(span(['甲', '2020-H2'], ['乙', '2020'])).toBe('2020');
    expect(span(['甲', '2018'], ['乙', '2020'], ['丙', '2019'])).toBe('2020');
    expect(span(['甲', '2020'], ['乙', '2018'])).toBe('2020');
  });

  it('matters for whatever adds up, and for rates that aren’t shares', () => {
    const needs = (fields: Parameters<typeof indicator>[0]) => needsEqualSpans(indicator(fields));
    expect(needs({ kind: '比率' })).toBe(false);
    expect(needs({ kind: '占比' })).toBe(false);
    expect(needs({ kind: '比率', unit: '1/10万' })).toBe(true);
    expect(needs({ kind: '人均', unit: '%' })).toBe(true);
    expect(needsEqualSpans(count())).toBe(true);
    expect(needsEqualSpans(count({ basis: '时点' }))).toBe(false);
  });

  it('is common to two places at least', () => {
    expect(commonPeriod([{ count: 1 }, { count: 1 }])).toBeUndefined();
    expect(commonPeriod([{ count: 1 }, { count: 2 }])).toEqual({ count: 2 });
    expect(commonPeriod([])).toBeUndefined();
  });
});

describe('what a gap to the next better rests on', () => {
  const lines = (facts: Fact[]) => {
    const c = ask({ facts });
    return c.rows.map((row) => [row.place.name, gapSources(c, row).map((s) => s.line)]);
  };

  it('is its own figure and that of the one before it, of all where they are equal', () => {
    expect(lines(rates(90, 80, 70))).toEqual([
      ['甲县', [1]],
      ['乙县', [2, 1]],
      ['丙县', [3, 2]]
    ]);
    expect(lines(rates(90, 90, 80))).toEqual([
      ['甲县', [1]],
      ['乙县', [2]],
      ['丙县', [3, 1, 2]]
    ]);
  });

  it('is its own alone where it isn’t ranked', () => {
    const [first, second, third] = rates(90, 80, 70);
    expect(lines([first!, second!, { ...third!, qualifier: '≤' }])).toContainEqual(['丙县', [3]]);
  });
});

describe('the mean as a line', () => {
  const text = (decimals: number | null, ...values: number[]) =>
    ask({ indicators: [indicator({ decimals })], facts: rates(...values) }).reference?.text;

  it('has the decimals of its finest value, one at least and two at most, or those of its indicator', () => {
    // 240.25 ÷ 3 = 80.0833…; 241 ÷ 3 = 80.3333…
    expect(text(null, 90.25, 80, 70)).toBe('各地平均（没有人口数，大小地区同样算）80.08%');
    expect(text(null, 91, 80, 70)).toBe('各地平均（没有人口数，大小地区同样算）80.3%');
    expect(text(0, 90.25, 80, 70)).toBe('各地平均（没有人口数，大小地区同样算）80%');
  });

  it('of a count is plain, and needs three', () => {
    const counts = (...values: number[]): Small => ({ indicators: [count()], facts: rates(...values) });
    expect(ask(counts(10, 20, 33)).reference?.text).toBe('平均21人次');
    expect(ask(counts(10, 20)).reference).toBeNull();
  });
});

describe('the order of a comparison', () => {
  it('is by value, or as the places are listed', () => {
    const order = (sort?: 'official') =>
      ask({ facts: rates(70, 90, 80) }, sort ? { sort } : {}).rows.map((row) => row.place.name);
    expect(order()).toEqual(['乙县', '丙县', '甲县']);
    expect(order('official')).toEqual(['甲县', '乙县', '丙县']);
  });
});

describe('names in a note', () => {
  it('are five at most, then how many', () => {
    const note = (...values: number[]) =>
      ask({ indicators: [count()], facts: rates(...values) }).notes.find(({ text }) => text.includes('无人口数'))?.text;
    expect(note(1, 2, 3, 4, 5)).toBe('总量受地区大小影响，未按人口折算（戊县、丁县、丙县、乙县、甲县无人口数）。');
    expect(note(1, 2, 3, 4, 5, 6)).toBe(
      '总量受地区大小影响，未按人口折算（己县、戊县、丁县、丙县、乙县等6地无人口数）。'
    );
    expect(note(1)).toBeUndefined();
  });
});
