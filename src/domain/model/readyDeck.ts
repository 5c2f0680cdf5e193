/** A slide of a deck that comes with the dataset. */
export interface ReadySlide {
  /** `/places?i=htn-rate`. */
  readonly address: string;
  /** Empty = the finding of the figure. */
  readonly title: string;
  /** Lines apart by `\n`. */
  readonly notes: string;
  /** Seconds it stays up by itself; 0 = as the deck is asked to. */
  readonly dwell: number;
}

/** A deck that comes with the dataset, as decks.json states it. */
export interface ReadyDeck {
  readonly id: string;
  readonly name: string;
  readonly slides: readonly ReadySlide[];
}
