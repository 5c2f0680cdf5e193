import { describe, expect, it } from 'vitest';
import type { ObservationBlock } from '../../../src/domain/model/observationBlock';
import { type Fact, dataset, indicator, place } from '../factory';

const PLACES = Array.from({ length: 10 }, (_, i) => `第${i + 1}县`);

/** In file order; the tenth place has none. */
function blockOf(order: readonly string[], more: readonly Fact[] = []): ObservationBlock {
  const facts = order.flatMap((of) => PLACES.slice(0, 9).map((at, i): Fact => ({ of, at, in: '2023', value: i })));
  return dataset({
    indicators: ['甲率', '乙率'].map((id) => indicator({ id })),
    places: PLACES.map((id) => place(id)),
    facts: [...facts, ...more]
  }).blocks()[0]!;
}
const WOMEN: Fact = { of: '甲率', at: '第2县', in: '2023', value: 1, part: '女' };

describe('rowsOf(indicator)', () => {
  it('finds rows that stand together, and rows that do not', () => {
    const together = blockOf(['甲率', '乙率']);
    expect([...together.rowsOf('乙率')]).toEqual([9, 10, 11, 12, 13, 14, 15, 16, 17]);
    const apart = blockOf(['乙率', '甲率', '乙率']);
    expect([...apart.rowsOf('乙率')]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 18, 19, 20, 21, 22, 23, 24, 25, 26]);
    expect([...apart.rowsOf('甲率')]).toEqual([9, 10, 11, 12, 13, 14, 15, 16, 17]);
    expect([...apart.rowsOf('无')]).toEqual([]);
  });
});

describe('rowsAt(place)', () => {
  it('gives the same to the first who ask and to the last', () => {
    const block = blockOf(['甲率', '乙率'], [WOMEN]);
    for (let again = 0; again < 2; again += 1)
      for (const [i, at] of PLACES.entries()) expect([...block.rowsAt(at)]).toEqual(i < 9 ? [i, i + 9] : []);
    expect([...block.rowsAt('无')]).toEqual([]);
    expect([...block.partsOf('甲率')]).toEqual([18]);
  });

  it('where nothing is of a sub-group', () => {
    expect([...blockOf(['甲率']).rowsAt('第3县')]).toEqual([2]);
  });
});
