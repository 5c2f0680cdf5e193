/**
 * A deck: addresses of screens in the order in which they are shown, with what is said to each. A slide holds no
 * picture and no number: what it shows is worked out from its address when it is shown.
 */
import { cutText } from '../wording/cutText';
import { DECK_LIMITS, isDwell } from './deckLimits';
import { type DeckLook, readLook } from './deckLook';
import { readParts, type SlideParts } from './slideParts';

export interface Slide extends SlideParts {
  /** Unique in its deck. */
  readonly id: string;
  /** `/places?i=htn-rate`; empty for a slide of words. */
  readonly address: string;
  /** The presenter's own title; empty = the finding of the figure. */
  readonly title: string;
  /** What the presenter wants to say; lines apart by `\n`. */
  readonly notes: string;
  /** Seconds it stays up by itself when the deck turns by itself; 0 = as the deck is asked to. */
  readonly dwell: number;
}

export type NewSlide = Pick<Slide, 'address'> & Partial<Omit<Slide, 'id'>>;

export interface Deck {
  readonly id: string;
  readonly name: string;
  readonly slides: readonly Slide[];
  /** Its template; absent for none. */
  readonly look?: DeckLook;
}

/** A deck without slides. */
export function emptyDeck(id: string, name: string): Deck {
  return { id, name: cutText(name, DECK_LIMITS.name), slides: [] };
}

/**
 * Puts a slide in at `at` (0-based), at the end by default; a full deck stays as it is.
 * @param token letters and digits by chance, for a deck that another window may add to in the same moment
 */
export function addSlide(deck: Deck, slide: NewSlide, at = deck.slides.length, token = ''): Deck {
  if (deck.slides.length >= DECK_LIMITS.slides) return deck;
  const slides = [...deck.slides];
  slides.splice(at, 0, { id: freshId(deck.slides, token), ...completeSlide(slide) });
  return { ...deck, slides };
}

/** Moves a slide to the place `to` (0-based, kept within the deck). An unknown id changes nothing, here and below. */
export function moveSlide(deck: Deck, id: string, to: number): Deck {
  const slide = deck.slides.find((s) => s.id === id);
  if (!slide) return deck;
  const slides = deck.slides.filter((s) => s.id !== id);
  slides.splice(Math.max(0, Math.min(slides.length, to)), 0, slide);
  return { ...deck, slides };
}

/** A copy right after the slide; `token` as for `addSlide`. */
export function duplicateSlide(deck: Deck, id: string, token = ''): Deck {
  const at = deck.slides.findIndex((s) => s.id === id);
  return at < 0 ? deck : addSlide(deck, deck.slides[at]!, at + 1, token);
}

/** The deck without a slide; itself where it has none of that id. */
export function removeSlide(deck: Deck, id: string): Deck {
  const slides = deck.slides.filter((s) => s.id !== id);
  return slides.length === deck.slides.length ? deck : { ...deck, slides };
}

/**
 * Changes what a slide says or shows; a part that becomes undefined goes. A dwell time that is no whole number of
 * seconds from 0 to 3600 stays as it was.
 */
export function editSlide(deck: Deck, id: string, patch: Partial<Omit<Slide, 'id'>>): Deck {
  const before = deck.slides.find((slide) => slide.id === id);
  if (!before) return deck;
  const dwell = isDwell(patch.dwell) ? patch.dwell : before.dwell;
  const after = { id, ...completeSlide({ ...before, ...patch, dwell }) };
  if (isSameSlide(before, after)) return deck;
  return { ...deck, slides: deck.slides.map((slide) => (slide === before ? after : slide)) };
}

/** Whether two slides of one id say the same. */
export function isSameSlide(a: Slide, b: Slide): boolean {
  return a === b || JSON.stringify(completeSlide(a)) === JSON.stringify(completeSlide(b));
}

/** An empty name changes nothing. */
export function renameDeck(deck: Deck, name: string): Deck {
  const cut = cutText(name.trim(), DECK_LIMITS.name);
  return cut && cut !== deck.name ? { ...deck, name: cut } : deck;
}

/** Gives a deck a template, whole; one that says nothing goes. */
export function dressDeck(deck: Deck, look: DeckLook): Deck {
  const { look: before, ...bare } = deck;
  const read = readLook({ ...look });
  if (JSON.stringify(read) === JSON.stringify(before)) return deck;
  return read ? { ...bare, look: read } : bare;
}

/** The first of `s1`, `s2` … that is free, with the token; ids are never used again while a slide bears them. */
function freshId(slides: readonly Slide[], token: string): string {
  const used = new Set(slides.map((s) => s.id));
  const end = token && `-${token}`;
  let n = slides.length + 1;
  while (used.has(`s${n}${end}`)) n += 1;
  return `s${n}${end}`;
}

/** A slide without its id: what isn't said is empty, what is too long cut, a time that is none 0. */
export function completeSlide(slide: NewSlide): Omit<Slide, 'id'> {
  return {
    address: slide.address,
    title: cutText((slide.title ?? '').trim(), DECK_LIMITS.title),
    notes: cutText(slide.notes ?? '', DECK_LIMITS.notes),
    dwell: isDwell(slide.dwell) ? slide.dwell : 0,
    ...readParts({ ...slide })
  };
}

/**
 * What a deck can be taken away as: slides, a paper, a workbook, or printed: a slide a sheet, two, four or six, or a slide
 * with its notes; or as one page that any browser opens.
 */
export type DeckForm = 'pptx' | 'docx' | 'xlsx' | 'html' | 'print' | 'handout2' | 'handout4' | 'handout6' | 'notes';
