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
    .map(({ id, title }, at) => ({ id, number: `${chineseOrdinal(at + 1)}、`, title: title || UNNAMED }));
}

/** The section that a slide stands in; undefined before the first. */
export function sectionOf(deck: Pick<Deck, 'slides'>, slide: Slide): DeckSection | undefined {
  const before = deck.slides.slice(0, deck.slides.findIndex(({ id }) => id === slide.id) + 1);
  const opening = before.filter(({ kind }) => kind === 'section').pop();
  return deckSections(deck).find(({ id }) => id === opening?.id);
}
