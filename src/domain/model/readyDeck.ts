/** A slide of a deck that comes with the dataset. */
export interface ReadySlide {
  /** `/places?i=htn-rate`; empty for a slide of words. */
  readonly address: string;
  /** Empty = the finding of the figure. */
  readonly title: string;
  /** Lines apart by `\n`. */
  readonly notes: string;
  /** Seconds it stays up by itself; 0 = as the deck is asked to. */
  readonly dwell: number;
  /** What else it may have, as stated (`deck/slideParts` reads it); absent for nothing. */
  readonly parts?: Readonly<Record<string, unknown>>;
}

/** A deck that comes with the dataset, as decks.json states it. */
export interface ReadyDeck {
  readonly id: string;
  readonly name: string;
  readonly slides: readonly ReadySlide[];
  /** Its template, as stated (`deck/deckLook` reads it); absent for none. */
  readonly look?: unknown;
}
