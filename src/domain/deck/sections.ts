/** The parts that a deck is made of: what stands in its agenda, and which part a slide belongs to. */
import { chineseOrdinal } from '../number/chineseOrdinal';
import type { Deck, Slide } from './deck';

export interface DeckSection {
  /** Id of the slide that opens it. */
  readonly id: string;
  /** `一、`, by its place among the sections. */
  readonly number: string;
  readonly title: string;
}

/** What a section is called that nobody has named. */
export const UNNAMED = '未命名的章节';

/** The sections of a deck in their order. */
export function deckSections({ slides }: Pick<Deck, 'slides'>): DeckSection[] {
  return slides
    .filter(({ kind }) => kind === 'section')
    .map(({ id, title }, at) => ({
      id,
      number: `${chineseOrdinal(at + 1)}、`,
      title: withoutNumber(title ?? '') || UNNAMED
    }));
}

/** A number that somebody typed before a title: `一、`, `（二）`, `3.`, `第四部分：`; the deck numbers by itself. */
const OWN_NUMBER =
  /^\s*(?:[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十\d]+[）)][、.．]?|\d{1,2}(?:、|[.．](?!\d))|第[一二三四五六七八九十\d]+(?:部分|章|节)[、：:\s]?)\s*/;

/** The title alone; empty where it was nothing but a number. */
export function withoutNumber(title: string): string {
  return title.replace(OWN_NUMBER, '');
}

/** The section that a slide stands in; undefined before the first. */
export function sectionOf(deck: Pick<Deck, 'slides'>, slide: Slide): DeckSection | undefined {
  const before = deck.slides.slice(0, deck.slides.findIndex(({ id }) => id === slide.id) + 1);
  const opening = before.filter(({ kind }) => kind === 'section').pop();
  return deckSections(deck).find(({ id }) => id === opening?.id);
}
