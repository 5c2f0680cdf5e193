/** How large the presenter's notes are, in px; the presenter reads them standing, an arm's length away. */
export const NOTES_SIZES = [18, 22, 28, 36, 48] as const;

export type NotesSize = (typeof NOTES_SIZES)[number];

const DEFAULT: NotesSize = 22;

/** The next larger (1) or smaller (-1) size; at the end it stays. */
export function nextNotesSize(size: NotesSize, by: 1 | -1): NotesSize {
  const at = NOTES_SIZES.indexOf(size) + by;
  return NOTES_SIZES[Math.max(0, Math.min(NOTES_SIZES.length - 1, at))]!;
}

/** Reads what was kept; the default for anything that is no size. */
export function parseNotesSize(text: string): NotesSize {
  return NOTES_SIZES.find((size) => String(size) === text) ?? DEFAULT;
}
