/**
 * All decks of one browser: what was changed or made here, beside those that come with the dataset. It is kept as text,
 * and that text is read back with the same care as a file from elsewhere.
 */
import { addSlide, type Deck, emptyDeck, isDwell } from './deck';

export interface Shelf {
  /** Made or changed here; a ready deck that was changed stands here under its own id. */
  readonly own: readonly Deck[];
  /** Id of the deck that 加入演示 adds to and the editor shows; empty for none. */
  readonly current: string;
}

export const EMPTY_SHELF: Shelf = { own: [], current: '' };

/** Ready decks first, each as it was changed here if it was, then the others. */
export function shelfDecks(shelf: Shelf, ready: readonly Deck[]): Deck[] {
  const own = new Map(shelf.own.map((deck) => [deck.id, deck]));
  const known = new Set(ready.map((deck) => deck.id));
  return [...ready.map((deck) => own.get(deck.id) ?? deck), ...shelf.own.filter((deck) => !known.has(deck.id))];
}

/** Puts a deck on the shelf, in place of the one with its id, and makes it the current one. */
export function putDeck(shelf: Shelf, deck: Deck): Shelf {
  const at = shelf.own.findIndex((d) => d.id === deck.id);
  const own = at < 0 ? [...shelf.own, deck] : shelf.own.map((d, i) => (i === at ? deck : d));
  return { own, current: deck.id };
}

/** Takes a deck away; of a ready deck that was changed, only the changes. */
export function dropDeck(shelf: Shelf, id: string, ready: readonly Deck[]): Shelf {
  const stays = ready.some((deck) => deck.id === id);
  return { own: shelf.own.filter((deck) => deck.id !== id), current: stays ? id : '' };
}

/** The first of `d1`, `d2` … that no deck bears. */
export function freshDeckId(decks: readonly Deck[]): string {
  const used = new Set(decks.map((deck) => deck.id));
  let n = 1;
  while (used.has(`d${n}`)) n += 1;
  return `d${n}`;
}

/** A name that no deck has yet: `会议`, `会议（2）`. */
export function freshName(name: string, decks: readonly Deck[]): string {
  const used = new Set(decks.map((deck) => deck.name));
  if (!used.has(name)) return name;
  let n = 2;
  while (used.has(`${name}（${n}）`)) n += 1;
  return `${name}（${n}）`;
}

export function formatShelf(shelf: Shelf): string {
  return JSON.stringify(shelf);
}

/** Whatever can't be read is left out: a broken store must not keep the page from opening. */
export function parseShelf(text: string): Shelf {
  try {
    const value = JSON.parse(text) as { own?: unknown; current?: unknown } | null;
    const own = Array.isArray(value?.own) ? value.own.flatMap(readDeck) : [];
    return { own, current: typeof value?.current === 'string' ? value.current : '' };
  } catch {
    return EMPTY_SHELF;
  }
}

function readDeck(value: unknown): Deck[] {
  const { id, name, slides } = (value ?? {}) as Record<string, unknown>;
  if (typeof id !== 'string' || typeof name !== 'string' || !Array.isArray(slides)) return [];
  return [
    slides.reduce<Deck>(
      (deck, entry) => {
        const slide = (entry ?? {}) as Record<string, unknown>;
        if (typeof slide.address !== 'string') return deck;
        const text = (key: string) => (typeof slide[key] === 'string' ? (slide[key] as string) : '');
        return addSlide(deck, {
          address: slide.address,
          title: text('title'),
          notes: text('notes'),
          dwell: isDwell(slide.dwell) ? slide.dwell : 0
        });
      },
      emptyDeck(id, name)
    )
  ];
}
