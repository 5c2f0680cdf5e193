import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finish, sorted, type Steps } from '../../../src/domain/steps/steps';

describe('work in parts', () => {
  it('has its result after the last part', () => {
    function* work(): Steps<string> {
      yield 1;
      yield 2;
      return 'done';
    }
    expect(finish(work())).toBe('done');
  });

  it('sorts as a sort does, equal ones as they stand, whatever the length', () => {
    const byKey = (a: { key: number }, b: { key: number }) => a.key - b.key;
    fc.assert(
      fc.property(fc.array(fc.nat(50), { maxLength: 30 }), fc.integer({ min: 1, max: 400 }), (keys, times) => {
        const list = Array.from({ length: keys.length * times }, (_, at) => ({ key: keys[at % keys.length]!, at }));
        expect(finish(sorted(list, byKey))).toEqual([...list].sort(byKey));
      }),
      { numRuns: 30 }
    );
  });
});
