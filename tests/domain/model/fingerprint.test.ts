import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprint, observationPrints } from '../../../src/domain/model/fingerprint';
import { holds, sortedSteps, sortedUnion } from '../../../src/domain/model/sortedPrints';
import { finish } from '../../../src/domain/steps/steps';
import { loaded } from '../../fixtures/loaded';
import { dataset } from '../factory';

const prints = (of: ReturnType<typeof dataset>) => [...observationPrints(of.blocks()[0]!.columns, 0, of.size)];

describe('observationPrints(columns, from, to)', () => {
  it.each(['data', 'data/demo'])('are the fingerprints of the observations themselves: %s', async (folder) => {
    const whole = await loaded(folder);
    const one = whole.allObservations().map(fingerprint);
    expect(prints(whole)).toEqual(one);
    expect([...observationPrints(whole.blocks()[0]!.columns, 100, 103)]).toEqual(one.slice(100, 103));
  });

  it('stay what they were in browsers that have kept them', () => {
    // 甲县 2020年 97.06, of the indicator 规范管理率: FNV-1a worked out apart from this program.
    const columns = dataset({ facts: [{ at: '甲县', in: '2020', value: 97.06 }] });
    expect(prints(columns)).toEqual([2300869041]);
    expect(prints(dataset({ facts: [{ at: '甲县', in: '2020', value: 97.07 }] }))).not.toEqual(prints(columns));
    expect(prints(dataset({ facts: [{ at: '甲县', in: '2021', value: 97.06 }] }))).not.toEqual(prints(columns));
    expect(prints(dataset({ facts: [{ at: '甲县', in: '2020', value: 97.06, status: '存疑' }] }))).not.toEqual(
      prints(columns)
    );
  });
});

describe('sortedUnion(a, b) and holds(sorted, wanted)', () => {
  it('are those of a set', () => {
    const numbers = fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 30 });
    fc.assert(
      fc.property(numbers, numbers, fc.integer({ min: 0, max: 60 }), (a, b, wanted) => {
        const set = new Set([...a, ...b]);
        const union = sortedUnion(Uint32Array.from(a), Uint32Array.from(b));
        expect([...union]).toEqual([...set].sort((x, y) => x - y));
        expect(holds(union, wanted)).toBe(set.has(wanted));
      })
    );
  });

  it('hold the ends: 0 and the largest of 32 bits', () => {
    const union = sortedUnion(Uint32Array.of(4294967295), Uint32Array.of(0, 4294967295));
    expect([...union]).toEqual([0, 4294967295]);
    expect([holds(union, 0), holds(union, 4294967295), holds(union, 1)]).toEqual([true, true, false]);
    expect(holds(new Uint32Array(0), 0)).toBe(false);
  });

  it('give back what is in order, and sort what is not', () => {
    const rising = Uint32Array.of(1, 5, 70_000);
    expect(sortedUnion(rising, new Uint32Array(0))).toBe(rising);
    expect(sortedUnion(new Uint32Array(0), rising)).toBe(rising);
    expect([...sortedUnion(new Uint32Array(0), Uint32Array.of(5, 5, 1))]).toEqual([1, 5]);
  });
});

describe('sortedSteps(numbers)', () => {
  it('has each once, in rising order of all 32 bits', () => {
    const numbers = Uint32Array.of(65_536, 3, 4_294_967_295, 65_535, 3, 0, 131_072, 65_536);
    expect([...finish(sortedSteps(numbers))]).toEqual([0, 3, 65_535, 65_536, 131_072, 4_294_967_295]);
    expect([...finish(sortedSteps(new Uint32Array(0)))]).toEqual([]);
  });
});
