import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { decksInPackage } from '../../../src/datasets/intake/packageDecks';
import { parseDeck } from '../../../src/domain/deck/deckFile';

const CSV = strToU8('place,name\na,甲县\n');
const zip = (files: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
const DECK = {
  id: 'from-colleague',
  name: '十月例会',
  slides: [{ address: '/places?i=a', title: '', notes: '先说', dwell: 0 }]
};

describe('decksInPackage(bytes)', () => {
  it('gives each deck of the package as the text of a deck file', () => {
    const bytes = zipSync({ 'data/places.csv': CSV, 'data/decks.json': strToU8(`\uFEFF${JSON.stringify([DECK])}`) });
    const [deck, ...others] = decksInPackage(bytes);
    expect(others).toEqual([]);
    expect([deck!.name, deck!.slides]).toEqual(['十月例会', 1]);
    const read = parseDeck(deck!.text, 'd1');
    expect(read.kind === 'ok' && [read.deck.id, read.deck.name, read.deck.slides[0]!.notes]).toEqual([
      'd1',
      '十月例会',
      '先说'
    ]);
  });

  it('takes the first of two of one name: the one handed on stands before the one it was made of', () => {
    const own = { ...DECK, slides: [...DECK.slides, ...DECK.slides] };
    const decks = decksInPackage(
      zip({ 'places.csv': 'a', 'decks.json': JSON.stringify([own, DECK, { ...DECK, name: '年会' }]) })
    );
    expect(decks.map(({ name, slides }) => [name, slides])).toEqual([
      ['十月例会', 2],
      ['年会', 1]
    ]);
  });

  it('finds none in what is no package, has none, or is broken', () => {
    expect(decksInPackage(new Uint8Array([1, 2, 3]))).toEqual([]);
    expect(decksInPackage(zip({ 'decks.json': JSON.stringify([DECK]) }))).toEqual([]);
    expect(decksInPackage(zip({ 'places.csv': 'a' }))).toEqual([]);
    const whole = zip({ 'places.csv': 'a', 'decks.json': JSON.stringify([DECK]) });
    expect(decksInPackage(whole.slice(0, whole.length - 20))).toEqual([]);
    expect(decksInPackage(zip({ 'places.csv': 'a', 'decks.json': '[{' }))).toEqual([]);
    expect(decksInPackage(zip({ 'places.csv': 'a', 'decks.json': '{"a":1}' }))).toEqual([]);
    expect(decksInPackage(zip({ 'places.csv': 'a', 'decks.json': '[1,{"name":2,"slides":[]},{"name":"x"}]' }))).toEqual(
      []
    );
  });
});
