import { describe, expect, it } from 'vitest';
import { scorecardOf, scorecardsOf } from '../../../src/domain/scorecard/definitions';
import { dataset, type Fact, indicator, period, type Small } from '../factory';

const RATE = indicator({ id: 'rate', name: '规范管理率', decimals: 2 });
const NOVEMBER = period('2024-11');
const fact = (of: string, at: string, time: string, value: number, more: Partial<Fact> = {}): Fact => ({
  ...{ of, at, in: time, value },
  ...more
});
/** Of one indicator the figures of 甲县, 乙县 … in one time. */
const row = (of: string, time: string, ...values: readonly number[]): Fact[] =>
  values.map((value, i) => fact(of, `${'甲乙丙丁戊己'[i]!}县`, time, value));
const cardOf = (...indicators: string[]) => ({ id: 'a', name: '所选', indicators, note: '', default: true });

describe('the table that is worked out', () => {
  const many = (n: number, fields: (i: number) => Partial<Parameters<typeof indicator>[0]>) =>
    Array.from({ length: n }, (_, i) => indicator({ id: `i${i}`, name: `率${i}`, theme: `主题${i}`, ...fields(i) }));
  const scope = { within: NOVEMBER, by: 'places' as const };
  const auto = (small: Small) => scorecardsOf(dataset(small), scope).slice(-1)[0]!.indicators;

  it('has ten, those of most places first chosen, in the order of indicators.csv', () => {
    const indicators = many(12, () => ({}));
    // i0 and i1 are reported by two, the others by three.
    const facts = indicators.flatMap(({ id }, i) => row(id, '2024-11', ...(i < 2 ? [1, 2] : [1, 2, 3])));
    expect(auto({ indicators, facts })).toEqual(['i2', 'i3', 'i4', 'i5', 'i6', 'i7', 'i8', 'i9', 'i10', 'i11']);
    const eleven = indicators.slice(0, 11);
    expect(auto({ indicators: eleven, facts: facts.filter(({ of: id }) => id !== 'i11') })).toEqual([
      ...['i0', 'i2', 'i3', 'i4', 'i5', 'i6', 'i7', 'i8', 'i9', 'i10']
    ]);
  });

  it('has two of a theme and none of one place, of another time, of a bureau’s own work, or without a better', () => {
    const indicators = many(7, (i) => ({
      theme: i < 3 ? '同一主题' : i === 3 ? '党建' : `主题${i}`,
      ...(i === 4 ? { better: '不评价' as const } : {}),
      ...(i === 5 ? { kind: '金额' as const, unit: '万元' } : {})
    }));
    const facts = indicators.flatMap(({ id }) => row(id, '2024-11', 1, 2));
    const small: Small = { indicators, internalThemes: ['党建'] };
    expect(auto({ ...small, facts })).toEqual(['i0', 'i1', 'i6']);
    expect(auto({ ...small, facts: facts.filter((one) => one.of !== 'i6' || one.at === '甲县') })).toEqual([
      ...['i0', 'i1']
    ]);
    expect(auto({ ...small, facts: facts.map((one) => (one.of === 'i6' ? { ...one, in: '2024-12' } : one)) })).toEqual([
      ...['i0', 'i1']
    ]);
    // A second number of the same place makes no second place.
    const twice = [...row('i6', '2024-11', 1), fact('i6', '甲县', '2024-01/2024-11', 3)];
    expect(auto({ ...small, facts: [...row('i0', '2024-11', 1, 2), ...twice] })).toEqual(['i0']);
  });

  it('is the default unless another says so, and stands for an unknown id', () => {
    const small: Small = {
      indicators: [RATE],
      scorecards: [{ ...cardOf('rate'), default: false }],
      facts: row('rate', '2024-11', 1, 2)
    };
    expect(scorecardsOf(dataset(small), scope).map((card) => [card.id, card.default])).toEqual([
      ['a', false],
      ['auto', true]
    ]);
    expect(scorecardOf(dataset(small), scope, '没有').id).toBe('auto');
    expect(scorecardOf(dataset(small), scope, 'a').id).toBe('a');
    const chosen = scorecardOf(dataset(small), scope, 'a', ['rate']);
    expect([chosen.id, chosen.note]).toEqual(['a', '']);
    const gone: Small = { ...small, scorecards: [{ ...cardOf('没有'), default: true }] };
    expect(scorecardsOf(dataset(gone), scope).map((card) => card.id)).toEqual(['auto']);
  });
});
