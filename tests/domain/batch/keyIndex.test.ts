import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KeyIndex } from '../../../src/domain/batch/keyIndex';

describe('KeyIndex', () => {
  it('gives each text a number of its own, the same each time', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 3 })), (texts) => {
        const kept: string[] = [];
        const index = new KeyIndex((number) => kept[number]!);
        for (const text of texts) {
          const known = kept.indexOf(text);
          expect(index.find(text)).toBe(known);
          if (known < 0) kept.push(text);
          expect(index.add(text)).toBe(known < 0 ? kept.length - 1 : known);
        }
        expect(index.size).toBe(kept.length);
      })
    );
  });

  it('tells 100,000 texts apart that differ in a digit, and grows with them', () => {
    const textOf = (number: number) => `甲县\u00012020-01\u0001明细!D${number}`;
    const index = new KeyIndex(textOf);
    for (let i = 0; i < 100_000; i++) index.add(textOf(i));
    expect(index.size).toBe(100_000);
    expect([0, 1_023, 1_024, 99_999].map((i) => index.find(textOf(i)))).toEqual([0, 1_023, 1_024, 99_999]);
    expect(index.find(textOf(100_000))).toBe(-1);
  });
});
