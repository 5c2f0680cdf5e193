import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutText, shortened, wellFormed } from '../../../src/domain/wording/cutText';

describe('cutText(text, most)', () => {
  it.each([
    ['例会', 5, '例会'],
    ['十月例会', 3, '十月例'],
    // A pair of surrogates is one character.
    ['例😀会', 2, '例'],
    ['例😀会', 3, '例😀'],
    // A letter with its marks.
    ['ae\u0301\u0302x', 3, 'a'],
    ['ae\u0301\u0302x', 4, 'ae\u0301\u0302'],
    // A family is four people and three joiners: 11 units.
    ['会👨‍👩‍👧‍👦', 11, '会'],
    ['会👨‍👩‍👧‍👦', 12, '会👨‍👩‍👧‍👦'],
    // A thumb with its colour, a heart with its variation selector.
    ['好👍🏽', 4, '好'],
    ['好👍🏽', 5, '好👍🏽'],
    ['❤️好', 2, '❤️'],
    // Flags go by twos: 🇨🇳🇯🇵.
    ['🇨🇳🇯🇵', 6, '🇨🇳'],
    // A syllable of three letters of Hangul.
    ['\u1112\u1161\u11abx', 3, '\u1112\u1161\u11ab']
  ])('of %j and %i units is %j', (text, most, kept) => {
    expect(cutText(text, most)).toBe(kept);
  });

  it('is never longer than asked, never empty, and a beginning of the text without half a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.integer({ min: 2, max: 20 }), (text, most) => {
        const kept = cutText(text, most);
        expect(kept.length).toBeLessThanOrEqual(most);
        expect(kept.length).toBeGreaterThan(0);
        expect(text.startsWith(kept)).toBe(true);
        expect(wellFormed(kept)).toBe(kept);
      })
    );
  });

  it('ends where Intl.Segmenter sees the end of a character', () => {
    const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' });
    const signs = fc.constantFrom('例', 'e\u0301', '😀', '👨‍👩‍👧', '👍🏽', '🇨🇳', '❤️', 'a', '1️⃣', '🏴󠁧󠁢󠁥󠁮󠁧󠁿');
    fc.assert(
      fc.property(fc.array(signs, { minLength: 1 }), fc.integer({ min: 14, max: 40 }), (parts, most) => {
        const text = parts.join('');
        const ends = new Set([...segmenter.segment(text)].map(({ index, segment }) => index + segment.length));
        expect(ends.has(cutText(text, most).length)).toBe(true);
      })
    );
  });
});

describe('wellFormed(text)', () => {
  it.each([
    ['例会', '例会'],
    ['😀', '😀'],
    ['a\ud800b', 'a\ufffdb'],
    ['\udc00\ud83d\ude00\ud800', '\ufffd😀\ufffd']
  ])('of %j is %j', (text, clean) => {
    expect(wellFormed(text)).toBe(clean);
    expect(() => encodeURIComponent(wellFormed(text))).not.toThrow();
  });
});

describe('shortened(text, most)', () => {
  it('leaves a text that fits, and marks where it cut', () => {
    expect(shortened('象山县', 3)).toBe('象山县');
    expect(shortened('象山县人民', 3)).toBe('象山…');
    expect(shortened('好👍👍', 4)).toBe('好👍…');
    expect(shortened('好👍👍', 3)).toBe('好…');
    expect(shortened('长'.repeat(1_000_000), 5)).toBe('长长长长…');
  });
});
