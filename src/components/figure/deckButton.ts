import { inject, type InjectionKey } from 'vue';

/** What a figure knows of itself when it is put into a deck; its address is the page's. */
export interface FigureToPresent {
  /** Indicator shown, so that the slide keeps it should another become the default. */
  readonly indicator: string;
  /** Lines for the presenter. */
  readonly points: readonly string[];
}

export interface DeckButton {
  /** Whether this screen can stand on a slide. */
  readonly possible: () => boolean;
  /** Adds the figure of the page. @returns what became of it, one sentence */
  readonly add: (figure: FigureToPresent) => Promise<string>;
  /** Opens the deck. */
  readonly open: () => Promise<void>;
}

/** Handed down from the root: figures know nothing of decks. */
export const DECK_BUTTON: InjectionKey<DeckButton> = Symbol('deck button');

/** Undefined where a root doesn't provide it. */
export function useDeckButton(): DeckButton | undefined {
  return inject(DECK_BUTTON, undefined);
}
