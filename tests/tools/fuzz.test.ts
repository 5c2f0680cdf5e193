import { describe, expect, it } from 'vitest';
import { bases, doorsOf, faultLines, runCase, runInput } from '../../tools/fuzz';
import { Chance } from '../../tools/fuzz/chance';
import { prototypeState, unprintable } from '../../tools/fuzz/inspect';

describe('npm run fuzz', () => {
  it('finds nothing in its first cases, whichever door they come through', async () => {
    const packages = bases();
    const reports = [];
    for (let seed = 1; seed <= 40; seed++) reports.push(await runCase(seed, packages));
    expect(faultLines(reports)).toEqual([]);
    // Most cases get as far as figures.
    expect(reports.filter(({ loaded }) => loaded).length).toBeGreaterThan(30);
    expect(reports.reduce((sum, { figures }) => sum + figures, 0)).toBeGreaterThan(300);
  });

  it('finds nothing in its first inputs through each door', () => {
    const all = doorsOf(bases());
    const reports = Array.from({ length: 640 }, (_, i) => runInput(i + 1, all));
    expect(faultLines(reports)).toEqual([]);
  });

  it('finds a door that throws, hangs, prints nonsense or changes what every object has', () => {
    const door = (enter: (input: string) => unknown) => ({ name: '门', samples: ['a'], enter });
    const found = (enter: (input: string) => unknown) =>
      runInput(1, [door(enter)]).faults.map(({ what }) => what.split('\n')[0]);
    expect(
      found(() => {
        throw new Error('坏');
      })
    ).toEqual(['抛错：Error: 坏']);
    expect(found(() => ({ text: '完成NaN%' }))).toEqual(['“NaN”在“完成NaN%”']);
    const prototype = Object.prototype as unknown as Record<string, unknown>;
    expect(
      found(() => {
        prototype.polluted = 1;
        return '';
      })
    ).toEqual(['Object.prototype 被改了']);
    delete prototype.polluted;
  });

  it('gives the same case for the same seed', async () => {
    const numbers = (seed: number): number[] => {
      const chance = new Chance(seed);
      return Array.from({ length: 5 }, () => chance.below(1000));
    };
    expect(numbers(7)).toEqual(numbers(7));
    expect(numbers(7)).not.toEqual(numbers(8));
  });
});

describe('what the fuzz looks for', () => {
  it('is found wherever it stands', () => {
    const faulty = { a: [{ text: '完成NaN%' }], b: new Map([['k', 'undefined例']]), c: { d: Infinity }, e: '共-0例' };
    expect(unprintable(faulty, '图').map(({ where }) => where)).toEqual(['图.a.0.text', '图.b.k', '图.c.d', '图.e']);
    expect(unprintable('function Object() { [native code] }', '图')).toHaveLength(1);
    expect(unprintable({ text: '2020-01-05，−0.5，null 值 10-0', n: null, u: undefined }, '图')).toEqual([]);
  });

  it('is found in what a row gives that reads its fields from columns, not in the columns', () => {
    class Row {
      constructor(
        private readonly values: Float64Array,
        private readonly at: number
      ) {}
      get value(): number | null {
        return this.at === 0 ? this.values[0]! : null;
      }
    }
    const values = Float64Array.of(NaN, NaN);
    expect(unprintable([new Row(values, 0), new Row(values, 1)], '图')).toEqual([
      { where: '图.0.value', what: '数是NaN' }
    ]);
  });

  it('is also a change of Object.prototype', () => {
    const before = prototypeState();
    const prototype = Object.prototype as unknown as Record<string, unknown>;
    prototype.polluted = 1;
    const after = prototypeState();
    delete prototype.polluted;
    expect(after).not.toBe(before);
    expect(prototypeState()).toBe(before);
  });
});
