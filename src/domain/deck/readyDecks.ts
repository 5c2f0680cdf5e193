import type { ViewChoices } from '../address/fields';
import { addSlide, type Deck, emptyDeck, type NewSlide } from './deck';
import { readLook } from './deckLook';
import { readParts } from './slideParts';
import { slideFaults } from './deckFile';

/** The decks that come with the dataset: slides that ask for what it doesn't have are left out, and decks without a slide. */
export function readyDecks(choices: ViewChoices): Deck[] {
  return choices.dataset.readyDecks
    .map(({ id, name, slides, look }) => {
      const template = readLook(look);
      const empty: Deck = { ...emptyDeck(id, name), ...(template ? { look: template } : {}) };
      return slides
        .map(({ parts, ...slide }): NewSlide => ({ ...slide, ...readParts(parts ?? {}) }))
        .map((slide) => (lacks(slide.beside, choices) ? { ...slide, beside: undefined } : slide))
        .filter((slide) => slide.kind || slideFaults(slide.address, choices).length === 0)
        .reduce((deck, slide) => addSlide(deck, slide), empty);
    })
    .filter((deck) => deck.slides.length > 0);
}

function lacks(address: string | undefined, choices: ViewChoices): boolean {
  return address !== undefined && slideFaults(address, choices).length > 0;
}
