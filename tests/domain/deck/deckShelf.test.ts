import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addSlide, emptyDeck, renameDeck } from '../../../src/domain/deck/deck';
import {
  dropDeck,
  EMPTY_SHELF,
  formatShelf,
  freshDeckId,
  freshName,
  parseShelf,
  putDeck,
  shelfDecks
} from '../../../src/domain/deck/deckShelf';

const ready = [addSlide(emptyDeck('monthly', '月度例会'), { address: '/progress' }), emptyDeck('places', '地区对比')];
const names = (shelf: typeof EMPTY_SHELF) => shelfDecks(shelf, ready).map((deck) => deck.name);

describe('the shelf', () => {
  it('shows the ready decks first, then those made here', () => {
    expect(names(putDeck(EMPTY_SHELF, emptyDeck('d1', '我的')))).toEqual(['月度例会', '地区对比', '我的']);
  });

  it('shows a ready deck as it was changed here, and as it was once the change is dropped', () => {
    const changed = putDeck(EMPTY_SHELF, renameDeck(ready[0]!, '十月例会'));
    expect(names(changed)).toEqual(['十月例会', '地区对比']);
    expect(names(dropDeck(changed, 'monthly', ready))).toEqual(['月度例会', '地区对比']);
  });

  it('makes the deck put last the current one, and none once it is gone', () => {
    const shelf = putDeck(EMPTY_SHELF, emptyDeck('d1', '我的'));
    expect(shelf.current).toBe('d1');
    expect(dropDeck(shelf, 'd1', ready).current).toBe('');
  });

  it('finds ids and names that are free', () => {
    const decks = [emptyDeck('d1', '会议'), emptyDeck('d3', '会议（2）')];
    expect(freshDeckId(decks)).toBe('d2');
    expect(freshName('会议', decks)).toBe('会议（3）');
  });
});

describe('parseShelf(text)', () => {
  it('gives back what formatShelf wrote', () => {
    const deck = addSlide(emptyDeck('d1', '我的'), { address: '/places', title: '题', notes: '话\n话', dwell: 9 });
    const shelf = putDeck(EMPTY_SHELF, deck);
    expect(parseShelf(formatShelf(shelf))).toEqual(shelf);
  });

  it('leaves out what can’t be read and keeps the rest', () => {
    const text =
      '{"own":[7,{"id":"d1","name":"我的","slides":[{"address":"/"},{"title":"x"},null]},{"id":"d2"}],"current":5}';
    expect(parseShelf(text)).toMatchObject({ own: [{ id: 'd1', slides: [{ address: '/' }] }], current: '' });
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void parseShelf(text)));
    fc.assert(fc.property(fc.jsonValue(), (value) => void parseShelf(JSON.stringify(value))));
  });
});
