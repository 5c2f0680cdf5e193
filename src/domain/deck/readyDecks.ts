import type { ViewChoices } from '../address/fields';
import { addSlide, type Deck, emptyDeck } from './deck';
import { slideFaults } from './deckFile';

/** The decks that come with the dataset: slides that ask for what it doesn't have are left out, and decks without a slide. */
export function readyDecks(choices: ViewChoices): Deck[] {
  return choices.dataset.readyDecks
    .map(({ id, name, slides }) =>
      slides
        .filter((slide) => slideFaults(slide.address, choices).length === 0)
        .reduce((deck, slide) => addSlide(deck, slide), emptyDeck(id, name))
    )
    .filter((deck) => deck.slides.length > 0);
}
