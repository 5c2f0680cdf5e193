import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDeck, parseDeck } from '../../../src/domain/deck/deckFile';
import { addSlide, editSlide, emptyDeck } from '../../../src/domain/deck/deck';
import { addInk, INK_LIMITS, inkAt, readInk } from '../../../src/domain/deck/ink';

const STANDARD = { ratio: '16:9', size: 1 };
const ink = (step: number, ...lines: string[]) => ({ step, ...STANDARD, lines });

describe('what is drawn and kept', () => {
  it('is shown on its step alone, and only where the slide is laid out as it was', () => {
    const kept = [ink(0, '1,1 2,2'), ink(2, '3,3 4,4')];
    expect(inkAt(kept, 2, STANDARD)).toEqual(['3,3 4,4']);
    expect(inkAt(kept, 1, STANDARD)).toEqual([]);
    expect(inkAt(kept, 2, { ratio: '4:3', size: 1 })).toEqual([]);
    expect(inkAt(kept, 2, { ratio: '16:9', size: 1.2 })).toEqual([]);
    expect(inkAt(undefined, 0, STANDARD)).toEqual([]);
  });

  it('comes after what was kept on the same step', () => {
    const first = addInk(undefined, ink(0, '1,1 2,2'));
    expect(addInk(first, ink(0, '5,5 6,6'))).toEqual([ink(0, '1,1 2,2', '5,5 6,6')]);
    expect(addInk(first, ink(1, '5,5 6,6'))).toEqual([ink(0, '1,1 2,2'), ink(1, '5,5 6,6')]);
  });

  it('has an end: so many lines a slide, so many points a line', () => {
    const lines = Array.from({ length: 300 }, (_, i) => `${i},1 2,2`);
    expect(addInk(undefined, ink(0, ...lines))[0]!.lines).toHaveLength(INK_LIMITS.lines);
    const long = Array.from({ length: 1_500 }, (_, i) => `${i},1`).join(' ');
    expect(readInk([ink(0, long)])![0]!.lines[0]!.split(' ')).toHaveLength(INK_LIMITS.points);
  });

  it('goes into a deck file and comes back, and goes when it is wiped out', () => {
    const deck = addSlide(emptyDeck('d', '例会'), { address: '/places?i=a', ink: [ink(0, '1,1 20,30')] });
    const read = parseDeck(formatDeck(deck), 'd');
    expect(read.kind === 'ok' && read.deck.slides[0]!.ink).toEqual([ink(0, '1,1 20,30')]);
    const wiped = editSlide(deck, deck.slides[0]!.id, { ink: undefined });
    expect(formatDeck(wiped)).not.toContain('ink');
  });

  it('is read from anything, never with a line that isn’t one', () => {
    expect(readInk([{ step: 0, ...STANDARD, lines: ['1,1 2,2', '1,1"/><script>', '1', 4, ''] }])).toEqual([
      ink(0, '1,1 2,2')
    ]);
    for (const value of [null, {}, 'x', [], [null], [{ step: -1, ...STANDARD, lines: ['1,1'] }], [ink(0)]])
      expect(readInk(value)).toBeUndefined();
    fc.assert(
      fc.property(fc.anything(), (value) => {
        for (const { lines } of readInk([value]) ?? []) for (const line of lines) expect(line).toMatch(/^[\d, ]+$/);
      })
    );
  });
});
