import type { ViewChoices } from '../domain/address/fields';
import type { Deck, Slide } from '../domain/deck/deck';
import { type FigureAt, figureAt } from './figureAt';
import { wordsFigure } from './wordsFigure';

/** What a slide of a deck shows: the figure of its address, or its words. */
export function slideFigure(slide: Slide, deck: Deck, choices: ViewChoices): FigureAt {
  if (!slide.kind) return figureAt(slide.address, choices);
  const figure = wordsFigure(slide.kind, slide, deck, choices.dataset);
  return { figure, problems: figure.problems };
}
