import { DECK_LIMITS } from '../../../src/domain/deck/deckLimits';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addSlide,
  type Deck,
  duplicateSlide,
  editSlide,
  emptyDeck,
  moveSlide,
  removeSlide,
  renameDeck
} from '../../../src/domain/deck/deck';

const addresses = (deck: Deck) => deck.slides.map((slide) => slide.address).join(' ');
const three = ['/a', '/b', '/c'].reduce((deck, address) => addSlide(deck, { address }), emptyDeck('d1', '例会'));

describe('addSlide(deck, slide, at)', () => {
  it('puts a slide at the end with nothing said and no time of its own', () => {
    expect(addSlide(emptyDeck('d1', '例会'), { address: '/places' })).toEqual({
      id: 'd1',
      name: '例会',
      slides: [{ id: 's1', address: '/places', title: '', notes: '', dwell: 0 }]
    });
  });

  it('puts it where it is asked to', () => {
    expect(addresses(addSlide(three, { address: '/x' }, 1))).toBe('/a /x /b /c');
  });

  it('never gives one id twice, not after a slide was taken away either', () => {
    const deck = addSlide(removeSlide(three, 's2'), { address: '/x' });
    expect(new Set(deck.slides.map((slide) => slide.id)).size).toBe(3);
  });

  it('leaves a full deck as it is', () => {
    const full = Array.from({ length: DECK_LIMITS.slides }).reduce<Deck>(
      (deck) => addSlide(deck, { address: '/a' }),
      three
    );
    expect(full.slides).toHaveLength(200);
    expect(addSlide(full, { address: '/x' })).toBe(full);
  });

  it('cuts what is too long for the store', () => {
    const [slide] = addSlide(emptyDeck('d1', '例会'), { address: '/a', title: '长'.repeat(300) }).slides;
    expect(slide!.title).toHaveLength(200);
  });
});

describe('moveSlide(deck, id, to)', () => {
  it.each([
    ['s1', 1, '/b /a /c'],
    ['s1', 2, '/b /c /a'],
    ['s3', 0, '/c /a /b'],
    ['s2', 99, '/a /c /b'],
    ['s2', -5, '/b /a /c']
  ])('moves %s to %i', (id, to, order) => {
    expect(addresses(moveSlide(three, id, to))).toBe(order);
  });

  it('changes nothing for an unknown slide', () => {
    expect(moveSlide(three, 'nobody', 0)).toBe(three);
  });

  it('loses and doubles no slide, whatever is moved where', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('s1', 's2', 's3'), fc.integer({ min: -2, max: 5 }))), (moves) => {
        const moved = moves.reduce((deck, [id, to]) => moveSlide(deck, id, to), three);
        expect(moved.slides.map((slide) => slide.id).sort()).toEqual(['s1', 's2', 's3']);
      })
    );
  });
});

describe('a slide', () => {
  it('is copied right behind itself, with all that is said to it', () => {
    const deck = duplicateSlide(editSlide(three, 's2', { title: '题', notes: '话', dwell: 15 }), 's2');
    expect(addresses(deck)).toBe('/a /b /b /c');
    expect(deck.slides[2]).toMatchObject({ title: '题', notes: '话', dwell: 15 });
    expect(deck.slides[2]!.id).not.toBe('s2');
  });

  it('is taken away', () => {
    expect(addresses(removeSlide(three, 's2'))).toBe('/a /c');
  });

  it.each([[-1], [1.5], [NaN], [3601]])('keeps its time where %s seconds are asked for', (dwell) => {
    const deck = editSlide(three, 's1', { dwell: 10 });
    expect(editSlide(deck, 's1', { dwell }).slides[0]!.dwell).toBe(10);
  });
});

describe('renameDeck(deck, name)', () => {
  it('takes a new name without blanks around it, and no empty one', () => {
    expect(renameDeck(three, '  十一月例会 ').name).toBe('十一月例会');
    expect(renameDeck(three, '   ').name).toBe('例会');
  });
});
