import type { ViewChoices } from '../domain/address/fields';
import type { Deck } from '../domain/deck/deck';
import type { DeckLook } from '../domain/deck/deckLook';
import type { Ink } from '../domain/deck/ink';
import type { Figure } from '../figures/figure';
import { slideFigure } from '../figures/slideFigure';
import { footText } from '../slides/deckFoot';

/** A slide of a deck as files take it. */
export interface DeckView {
  readonly title: string;
  readonly notes: string;
  readonly figure: Figure | undefined;
  readonly problems: readonly string[];
  readonly foot: string;
  readonly look: DeckLook | undefined;
  readonly ink: readonly Ink[] | undefined;
}

/** The slides of a deck with other data than those on the screen. Rows that one was frozen with are left aside. */
export function* deckViews(deck: Deck, choices: ViewChoices): Generator<DeckView> {
  for (const slide of deck.slides) {
    const { figure, problems } = slideFigure(slide, deck, choices);
    const { title, notes, ink } = slide;
    const { look } = deck;
    yield { title, notes, figure, problems: problems.map(({ text }) => text), foot: footText(look), look, ink };
  }
}
