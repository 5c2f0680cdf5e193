/** What a deck may hold, apart from all that works on decks: the start of the page reads those of the dataset. */

/**
 * Longer texts are cut between two characters, more slides left out: a deck has to fit into the browser's storage.
 * Texts in UTF-16 units, `dwell` in seconds.
 */
export const DECK_LIMITS = { slides: 200, title: 200, notes: 4000, name: 60, dwell: 3600 } as const;

/** Whole seconds; 0 stands for no time of its own. */
export function isDwell(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= DECK_LIMITS.dwell;
}

/** Kinds of slides of words, in the order in which a deck uses them. */
export const WORD_KINDS = ['title', 'agenda', 'section', 'text', 'closing'] as const;

export type WordKind = (typeof WORD_KINDS)[number];

/** Keys of what a slide may have beside address, title, notes and time, as they stand in files. */
export const PART_KEYS = ['kind', 'text', 'planned', 'beside', 'rows', 'frozen', 'ink', 'callouts'] as const;
