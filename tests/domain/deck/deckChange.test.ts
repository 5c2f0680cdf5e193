import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addSlide,
  type Deck,
  editSlide,
  emptyDeck,
  moveSlide,
  removeSlide,
  renameDeck
} from '../../../src/domain/deck/deck';
import { applyChange, restoredHeld } from '../../../src/domain/deck/deckChange';

const three = ['/a', '/b', '/c'].reduce((deck, address) => addSlide(deck, { address }), emptyDeck('d1', '例会'));
const addresses = (deck: Deck | undefined) => deck?.slides.map((slide) => slide.address).join(' ');
/** What another window has made of it meanwhile. */
const elsewhere = addSlide(three, { address: '/new' }, 1, 'bbb');

describe('applyChange(now, from, to)', () => {
  it('is the change itself where nothing else has changed', () => {
    const changed = editSlide(moveSlide(removeSlide(three, 's2'), 's3', 0), 's1', { notes: '话' });
    expect(applyChange(three, three, changed)).toEqual(changed);
    expect(applyChange(changed, changed, three)).toEqual(three);
  });

  it('brings a deleted deck back, and a deck that is gone anyway', () => {
    expect(applyChange(undefined, undefined, three)).toBe(three);
    expect(applyChange(undefined, three, renameDeck(three, '新名'))).toMatchObject({ name: '新名' });
  });

  it('deletes a deck, but not the slides that another window has added', () => {
    expect(applyChange(three, three, undefined)).toBeUndefined();
    expect(addresses(applyChange(elsewhere, three, undefined))).toBe('/new');
  });

  it('drops, edits and renames beside what another window has added', () => {
    expect(addresses(applyChange(elsewhere, three, removeSlide(three, 's2')))).toBe('/a /new /c');
    const edited = applyChange(elsewhere, three, editSlide(three, 's2', { title: '题' }))!;
    expect(addresses(edited)).toBe('/a /new /b /c');
    expect(edited.slides[2]!.title).toBe('题');
    expect(applyChange(elsewhere, three, renameDeck(three, '新名'))!.name).toBe('新名');
  });

  it('keeps the other fields of a slide as another window has made them', () => {
    const there = editSlide(three, 's1', { title: '别处的题' });
    const slide = applyChange(there, three, editSlide(three, 's1', { notes: '这里的话' }))!.slides[0];
    expect(slide).toMatchObject({ title: '别处的题', notes: '这里的话' });
  });

  it('puts a slide back where it was, beside what has come since', () => {
    const without = removeSlide(three, 's2');
    const now = addSlide(without, { address: '/new' }, 2, 'bbb');
    expect(addresses(applyChange(now, without, three))).toBe('/a /b /c /new');
    expect(addresses(applyChange(removeSlide(now, 's1'), without, three))).toBe('/b /c /new');
  });

  it('orders anew what it knows, and leaves what has come since behind its neighbour', () => {
    expect(addresses(applyChange(elsewhere, three, moveSlide(three, 's3', 0)))).toBe('/c /a /new /b');
  });

  it('loses no slide of another window, whatever is done here', () => {
    const ids = fc.constantFrom('s1', 's2', 's3');
    const act = fc.oneof(
      fc.record({ kind: fc.constant('move' as const), id: ids, to: fc.nat(3) }),
      fc.record({ kind: fc.constant('remove' as const), id: ids, to: fc.nat(3) }),
      fc.record({ kind: fc.constant('edit' as const), id: ids, to: fc.nat(3) })
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 5 }), (acts) => {
        const changed = acts.reduce(
          (deck, { kind, id, to }) =>
            kind === 'move'
              ? moveSlide(deck, id, to)
              : kind === 'remove'
                ? removeSlide(deck, id)
                : editSlide(deck, id, { dwell: to }),
          three
        );
        const both = applyChange(elsewhere, three, changed)!;
        expect(both.slides.filter((slide) => slide.address === '/new')).toHaveLength(1);
        expect(both.slides.filter((slide) => slide.address !== '/new')).toEqual(changed.slides);
        // And back again.
        expect(applyChange(both, changed, three)!.slides.filter((s) => s.address !== '/new')).toEqual(three.slides);
      })
    );
  });
});

describe('restoredHeld(was, now, slideId)', () => {
  it('is nothing where the slide is there still, or was never there', () => {
    expect(restoredHeld(three, elsewhere, 's2')).toBeUndefined();
    expect(restoredHeld(three, elsewhere, 's9')).toBeUndefined();
    expect(restoredHeld(undefined, elsewhere, 's2')).toBeUndefined();
    expect(restoredHeld(undefined, undefined, 's2')).toBeUndefined();
  });

  it('puts back a slide that another window deleted, beside what it added', () => {
    expect(addresses(restoredHeld(three, removeSlide(elsewhere, 's2'), 's2'))).toBe('/a /b /new /c');
  });

  it('puts back the whole deck, whichever of its fields is typed in', () => {
    expect(restoredHeld(three, undefined, 's2')).toBe(three);
    expect(restoredHeld(three, undefined, '')).toBe(three);
  });

  it('leaves the name of a deck that others have changed to them', () => {
    expect(restoredHeld(three, renameDeck(three, '新名'), '')).toBeUndefined();
  });
});
