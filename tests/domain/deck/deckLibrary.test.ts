import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addSlide, type Deck, editSlide, emptyDeck, removeSlide, renameDeck } from '../../../src/domain/deck/deck';
import {
  deckEntries,
  deleteDeck,
  type DeckLibrary,
  findDeck,
  freshDeckId,
  freshName,
  libraryDecks,
  parseOldLibrary,
  readDecks,
  saveDeck,
  type StoredEntry
} from '../../../src/domain/deck/deckLibrary';

const EMPTY: DeckLibrary = { own: [], current: '' };
const ready = [addSlide(emptyDeck('monthly', '月度例会'), { address: '/progress' }), emptyDeck('places', '地区对比')];
const names = ({ own }: DeckLibrary) => libraryDecks(own, ready).map((deck) => deck.name);
const two = ['/a', '/b'].reduce((deck, address) => addSlide(deck, { address }), emptyDeck('d1-aaa', '会议'));

/** What a storage holds after each has been written, the later over the earlier. */
function storage(...written: readonly (readonly StoredEntry[])[]): StoredEntry[] {
  return [...new Map(written.flat())];
}
const addresses = (deck: Deck | undefined) => deck?.slides.map((slide) => slide.address);

describe('the library', () => {
  it('shows the ready decks first, then those made here', () => {
    expect(names(saveDeck(EMPTY, emptyDeck('d1', '我的')))).toEqual(['月度例会', '地区对比', '我的']);
  });

  it('shows a ready deck as it was changed here, and as it was once the change is dropped', () => {
    const changed = saveDeck(EMPTY, renameDeck(ready[0]!, '十月例会'));
    expect(names(changed)).toEqual(['十月例会', '地区对比']);
    expect(names(deleteDeck(changed, 'monthly', ready))).toEqual(['月度例会', '地区对比']);
  });

  it('makes the deck saved last the current one, and none once it is gone', () => {
    const library = saveDeck(EMPTY, emptyDeck('d1', '我的'));
    expect(library.current).toBe('d1');
    expect(deleteDeck(library, 'd1', ready).current).toBe('');
  });

  it('finds ids and names that are free', () => {
    const decks = [emptyDeck('d1', '会议'), emptyDeck('d3-zzz', '会议（2）')];
    expect(freshDeckId(decks, 'k3f9qa')).toBe('d2-k3f9qa');
    expect(freshName('会议', decks)).toBe('会议（3）');
  });

  it('tells apart two decks of one name, whichever window made them', () => {
    const own = [emptyDeck('d1-aaa', '会议'), emptyDeck('d1-bbb', '会议')];
    expect(libraryDecks(own, []).map((deck) => [deck.id, deck.name])).toEqual([
      ['d1-aaa', '会议'],
      ['d1-bbb', '会议（2）']
    ]);
  });

  it('finds a deck by its number too, and no other by a part of its id', () => {
    const decks = [emptyDeck('d1-aaa', '一'), emptyDeck('d12-bbb', '二'), emptyDeck('monthly', '三')];
    expect(findDeck(decks, 'd1')?.name).toBe('一');
    expect(findDeck(decks, 'd12')?.name).toBe('二');
    expect(findDeck(decks, 'd12-bbb')?.name).toBe('二');
    expect(findDeck(decks, 'd1-a')).toBeUndefined();
    expect(findDeck(decks, 'month')).toBeUndefined();
  });
});

describe('readDecks(deckEntries(deck))', () => {
  it('is the deck', () => {
    const deck = addSlide(emptyDeck('d1-aaa', '我的'), { address: '/places', title: '题', notes: '话\n话', dwell: 9 });
    expect(readDecks(deckEntries(deck))).toEqual([deck]);
  });

  it('is the same object again where nothing has changed', () => {
    const before = readDecks(deckEntries(two));
    expect(readDecks(deckEntries(two), before)[0]).toBe(before[0]);
    const [edited] = readDecks(deckEntries(editSlide(two, 's2', { title: '题' })), before);
    expect(edited).not.toBe(before[0]);
    expect(edited!.slides[0]).toBe(before[0]!.slides[0]);
  });

  it('keeps both decks that two windows made in the same moment', () => {
    const other = { ...two, id: 'd1-bbb' };
    expect(readDecks(storage(deckEntries(two), deckEntries(other))).map((deck) => deck.id)).toEqual([
      'd1-aaa',
      'd1-bbb'
    ]);
  });

  it('keeps both slides that two windows added to one deck in the same moment', () => {
    const here = addSlide(two, { address: '/here' }, 2, 'aaa');
    const there = addSlide(two, { address: '/there' }, 2, 'bbb');
    expect(addresses(readDecks(storage(deckEntries(here), deckEntries(there)))[0])).toEqual([
      '/a',
      '/b',
      '/there',
      '/here'
    ]);
  });

  it('shows no slide that was dropped, though an order written late still names it', () => {
    const kept = storage(deckEntries(removeSlide(two, 's1')), deckEntries(two)).filter(([key]) => !key.endsWith(':s1'));
    expect(addresses(readDecks(kept)[0])).toEqual(['/b']);
  });

  it('puts the decks in the order of their numbers', () => {
    const ids = ['d10-a', 'd2-b', 'monthly', 'd2-a'];
    expect(readDecks(storage(...ids.map((id) => deckEntries(emptyDeck(id, id))))).map((deck) => deck.id)).toEqual([
      'd2-a',
      'd2-b',
      'd10-a',
      'monthly'
    ]);
  });

  it('leaves out what can’t be read and keeps the rest', () => {
    const entries: StoredEntry[] = [
      ['kanban-deck:d1', '{"name":"我的","order":["s1",7,"s9","s1"]}'],
      ['kanban-slide:d1:s1', '{"address":"/","title":5,"dwell":-3}'],
      ['kanban-slide:d1:s2', '{"title":"x"}'],
      ['kanban-slide:d1:s3', 'null'],
      ['kanban-slide:d1', '{"address":"/"}'],
      ['kanban-slide:%E0:s1', '{"address":"/"}'],
      ['kanban-deck:d2', '{"order":[]}'],
      ['kanban-deck:d3', '['],
      ['kanban-slide:d4:s1', '{"address":"/"}'],
      ['kanban-focus', 'xiangshan']
    ];
    expect(readDecks(entries)).toEqual([
      { id: 'd1', name: '我的', slides: [{ id: 's1', address: '/', title: '', notes: '', dwell: 0 }] }
    ]);
  });

  it('mends half surrogate pairs, which no address can hold', () => {
    const entries = deckEntries(addSlide(emptyDeck('d1', 'a\ud800'), { address: '/?q=\udc00', notes: '\ud83d' }));
    expect(readDecks(entries)[0]).toMatchObject({
      name: 'a\ufffd',
      slides: [{ address: '/?q=\ufffd', notes: '\ufffd' }]
    });
  });

  it('never throws', () => {
    const key = fc.constantFrom(
      'kanban-deck:d1',
      'kanban-slide:d1:s1',
      'kanban-slide:__proto__:__proto__',
      'kanban-deck:__proto__'
    );
    fc.assert(fc.property(fc.array(fc.tuple(key, fc.string())), (entries) => void readDecks(entries)));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(key, fc.jsonValue())),
        (entries) => void readDecks(entries.map(([name, value]) => [name, JSON.stringify(value)]))
      )
    );
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

describe('parseOldLibrary(text), what was one entry until now', () => {
  it('reads decks, their slides by their ids, and which was the current one', () => {
    const text =
      '{"own":[{"id":"d1","name":"会议","slides":[{"id":"s4","address":"/a","title":"题","notes":"话","dwell":9},{"id":"s2","address":"/b"}]}],"current":"d1"}';
    expect(parseOldLibrary(text)).toEqual({
      own: [
        {
          id: 'd1',
          name: '会议',
          slides: [
            { id: 's4', address: '/a', title: '题', notes: '话', dwell: 9 },
            { id: 's2', address: '/b', title: '', notes: '', dwell: 0 }
          ]
        }
      ],
      current: 'd1'
    });
  });

  it('leaves out what can’t be read, and gives no two slides one id', () => {
    const text =
      '{"own":[7,{"id":"d1","name":"我的","slides":[{"address":"/"},{"title":"x"},null,{"id":"s1","address":"/b"}]},{"id":"d2"}],"current":5}';
    const { own, current } = parseOldLibrary(text);
    expect(current).toBe('');
    expect(own.map((deck) => [deck.id, addresses(deck)])).toEqual([['d1', ['/', '/b']]]);
    expect(new Set(own[0]!.slides.map((slide) => slide.id)).size).toBe(2);
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void parseOldLibrary(text)));
    fc.assert(fc.property(fc.jsonValue(), (value) => void parseOldLibrary(JSON.stringify(value))));
  });
});
