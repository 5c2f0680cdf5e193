/**
 * All decks of one browser: what was changed or made here, beside those that come with the dataset. They are kept one
 * entry a slide and one entry a deck (its name and the order of its slides), so that two windows that change something
 * in the same moment don't write over each other. What is read back is read with the care of a file from elsewhere.
 */
import { DECK_LIMITS } from './deckLimits';
import { wellFormed } from '../wording/cutText';
import { readLook } from './deckLook';
import { readParts } from './slideParts';
import { completeSlide, type Deck, emptyDeck, isSameSlide, type Slide } from './deck';
import { type Fields, fieldsOf, parseJson } from '../model/fields';

export interface DeckLibrary {
  /** Made or changed here; a ready deck that was changed stands here under its own id. */
  readonly own: readonly Deck[];
  /** Id of the deck that 加入演示 adds to and the editor shows; empty for none. */
  readonly current: string;
}

/** Key and text in the browser's storage. */
export type StoredEntry = readonly [key: string, text: string];

export const DECK_KEY = 'kanban-deck:';
export const SLIDE_KEY = 'kanban-slide:';
/** A slide of a ready deck as it came; an entry of its own once it is changed here. */
export const READY_SLIDE_KEY = 'kanban-ready-slide:';
/** Earlier versions kept the whole library as one entry. */
export const OLD_LIBRARY_KEY = 'kanban-decks';

/** Puts a deck into the library, in place of the one with its id, and makes it the current one. */
export function saveDeck({ own }: DeckLibrary, deck: Deck): DeckLibrary {
  const others = own.filter((d) => d.id !== deck.id);
  return { own: [...others, deck].sort((a, b) => byDeckNumber(a.id, b.id)), current: deck.id };
}

/** Takes a deck away; of a ready deck that was changed, only the changes. */
export function deleteDeck({ own }: DeckLibrary, id: string, ready: readonly Deck[]): DeckLibrary {
  const stays = ready.some((deck) => deck.id === id);
  return { own: own.filter((deck) => deck.id !== id), current: stays ? id : '' };
}

/** Ready decks first, each as it was changed here if it was, then the others; no two of one name. */
export function libraryDecks(own: readonly Deck[], ready: readonly Deck[]): Deck[] {
  const changed = new Map(own.map((deck) => [deck.id, deck]));
  const known = new Set(ready.map((deck) => deck.id));
  return [...ready.map((deck) => changed.get(deck.id) ?? deck), ...own.filter((deck) => !known.has(deck.id))].reduce<
    Deck[]
  >((decks, deck) => {
    // Two windows may have made a deck of one name.
    const name = freshName(deck.name, decks);
    return [...decks, name === deck.name ? deck : { ...deck, name }];
  }, []);
}

/** The deck of an id; `d2` also finds `d2-k3f9qa`, so that a short address will do. */
export function findDeck(decks: readonly Deck[], id: string): Deck | undefined {
  return (
    decks.find((deck) => deck.id === id) ??
    (/^d\d+$/.test(id) ? decks.find((deck) => deck.id.startsWith(`${id}-`)) : undefined)
  );
}

/**
 * An id that no deck bears: the next number and a token.
 * @param token letters and digits by chance, since another window may take the same number in the same moment
 */
export function freshDeckId(decks: readonly Deck[], token: string): string {
  const used = new Set(decks.map((deck) => deck.id.replace(/-.*$/, '')));
  let n = 1;
  while (used.has(`d${n}`)) n += 1;
  return `d${n}-${token}`;
}

/** A name that no deck has yet: `会议`, `会议（2）`. */
export function freshName(name: string, decks: readonly Deck[]): string {
  const used = new Set(decks.map((deck) => deck.name));
  if (!used.has(name)) return name;
  let n = 2;
  while (used.has(`${name}（${n}）`)) n += 1;
  return `${name}（${n}）`;
}

/** Key of the browser's storage under which a deck of the reader's own is kept. */
export function deckKey(deck: string): string {
  return DECK_KEY + encodeURIComponent(deck);
}

/** The same of one of its slides. */
export function slideKey(deck: string, slide: string): string {
  return SLIDE_KEY + slidePath(deck, slide);
}

/** The same of a slide of a deck that comes with the data, where the reader changed it. */
export function readySlideKey(deck: string, slide: string): string {
  return READY_SLIDE_KEY + slidePath(deck, slide);
}

function slidePath(deck: string, slide: string): string {
  return `${encodeURIComponent(deck)}:${encodeURIComponent(slide)}`;
}

/**
 * What is stored of a deck, its slides first: a deck without its slides is never to be seen.
 * @param ready the ready deck that is changed for the first time. Its other slides are stored as they came, under a key
 * that no change is written to: another window that changes one of them in the same moment keeps its change.
 */
export function deckEntries({ id, name, slides, look }: Deck, ready?: Deck): StoredEntry[] {
  const came = new Map(ready?.slides.map((slide) => [slide.id, slide]));
  return [
    ...slides.map((slide): StoredEntry => {
      const original = came.get(slide.id);
      const key = original && isSameSlide(original, slide) ? readySlideKey : slideKey;
      return [key(id, slide.id), slideText(slide)];
    }),
    [deckKey(id), JSON.stringify({ name, order: slides.map((slide) => slide.id), look })]
  ];
}

/** Whether the storage has a slide in these words, as it came or as it was changed. */
export function isStored(deck: string, slide: Slide, read: (key: string) => string): boolean {
  return (read(slideKey(deck, slide.id)) || read(readySlideKey(deck, slide.id))) === slideText(slide);
}

function slideText({ id: _id, ...rest }: Slide): string {
  return JSON.stringify(rest);
}

/**
 * The decks in the entries of a storage, by number; entries of other keys are passed over, and whatever can't be read
 * is left out: a broken entry must not keep the page from opening. A slide that no order names (another window wrote
 * the order last) stands at the end.
 * @param before decks read earlier: what hasn't changed is the same object again
 */
export function readDecks(entries: readonly StoredEntry[], before: readonly Deck[] = []): Deck[] {
  const known = new Map(before.map((deck) => [deck.id, deck]));
  const slides = slidesByDeck(entries);
  const decks = entries.flatMap(([key, text]) => {
    const id = key.startsWith(DECK_KEY) ? decoded(key.slice(DECK_KEY.length)) : undefined;
    if (id === undefined) return [];
    const head = fieldsOf(parseJson(text));
    if (typeof head.name !== 'string') return [];
    const order = Array.isArray(head.order) ? head.order : [];
    const look = readLook(head.look);
    const empty: Deck = { ...emptyDeck(id, wellFormed(head.name)), ...(look ? { look } : {}) };
    return [assemble(empty, slides.get(id) ?? new Map(), order, known.get(id))];
  });
  return decks.sort((a, b) => byDeckNumber(a.id, b.id));
}

function assemble(
  empty: Deck,
  stored: ReadonlyMap<string, Slide>,
  order: readonly unknown[],
  before: Deck | undefined
): Deck {
  const named = [...new Set(order)].flatMap((id) => (typeof id === 'string' ? (stored.get(id) ?? []) : []));
  const rest = [...stored.values()].filter((slide) => !named.includes(slide)).sort((a, b) => byDeckNumber(a.id, b.id));
  const old = new Map(before?.slides.map((slide) => [slide.id, slide]));
  const slides = [...named, ...rest].slice(0, DECK_LIMITS.slides).map((slide) => {
    const same = old.get(slide.id);
    return same && isSameSlide(same, slide) ? same : slide;
  });
  const isSame =
    before?.name === empty.name &&
    JSON.stringify(before.look) === JSON.stringify(empty.look) &&
    before.slides.length === slides.length &&
    before.slides.every((s, i) => s === slides[i]);
  return isSame ? before : { ...empty, slides };
}

function slidesByDeck(entries: readonly StoredEntry[]): Map<string, Map<string, Slide>> {
  const decks = new Map<string, Map<string, Slide>>();
  const of = (prefix: string) => entries.filter(([key]) => key.startsWith(prefix));
  // What was changed stands over what came.
  for (const [key, text] of [...of(READY_SLIDE_KEY), ...of(SLIDE_KEY)]) {
    const [deck, slide] = key
      .slice(key.indexOf(':') + 1)
      .split(':')
      .map(decoded);
    const value = fieldsOf(parseJson(text));
    if (!deck || !slide || typeof value.address !== 'string') continue;
    const slides = decks.get(deck) ?? new Map<string, Slide>();
    slides.set(slide, { id: slide, ...completeSlide(textsOf(value)) });
    decks.set(deck, slides);
  }
  return decks;
}

/** The library as one text, as it was kept once; whatever can't be read is left out. */
export function parseOldLibrary(text: string): DeckLibrary {
  const { own, current } = fieldsOf(parseJson(text));
  return {
    own: Array.isArray(own) ? own.flatMap(readOldDeck) : [],
    current: typeof current === 'string' ? current : ''
  };
}

function readOldDeck(value: unknown): Deck[] {
  const { id, name, slides } = fieldsOf(value);
  if (typeof id !== 'string' || typeof name !== 'string' || !Array.isArray(slides)) return [];
  const read = slides.flatMap((entry: unknown, at): Slide[] => {
    const slide = fieldsOf(entry);
    if (typeof slide.address !== 'string') return [];
    const own = typeof slide.id === 'string' && slide.id !== '' ? slide.id : `s${at + 1}`;
    return [{ id: own, ...completeSlide(textsOf(slide)) }];
  });
  const ids = new Set<string>();
  const distinct = read.map((slide, at) => {
    const own = ids.has(slide.id) ? `s${at + 1}-${ids.size}` : slide.id;
    ids.add(own);
    return own === slide.id ? slide : { ...slide, id: own };
  });
  return [{ ...emptyDeck(id, wellFormed(name)), slides: distinct.slice(0, DECK_LIMITS.slides) }];
}

function textsOf(value: Fields): Omit<Slide, 'id'> {
  const text = (key: string) => (typeof value[key] === 'string' ? wellFormed(value[key]) : '');
  return {
    address: text('address'),
    title: text('title'),
    notes: text('notes'),
    dwell: typeof value.dwell === 'number' ? value.dwell : 0,
    ...readParts(value)
  };
}

/** `d2` before `d10`, `d2-a` before `d2-b`; what has no number last. */
function byDeckNumber(a: string, b: string): number {
  const number = (id: string) => Number(/^[a-z]+(\d+)/.exec(id)?.[1] ?? Infinity);
  const [first, second] = [number(a), number(b)];
  if (first !== second) return first < second ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Empty for a text that is no encoded one. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
