/**
 * Text for a place of limited length, cut where a reader sees the end of a character. Used for decks; for the names and
 * cells of files (sheet names 31, cells 32,767) take it too: the limit counts UTF-16 units, as Excel and `length` do.
 *
 * Not by `Intl.Segmenter`, which came with Chromium 87: what is kept must not depend on the engine.
 */

/**
 * One character as it is seen: a flag of two letters, or a sign with what modifies it (marks, variation selectors,
 * skin tones, tags, vowels and finals of Hangul) and what a joiner adds.
 */
const CLUSTER =
  /(?:\r\n|\p{RI}\p{RI}|[\s\S])(?:[\p{M}\u200c\u{1f3fb}-\u{1f3ff}\u{e0020}-\u{e007f}\u1160-\u11ff]|\u200d[\s\S])*/gu;

/**
 * The longest beginning of whole characters that fits.
 * @param most UTF-16 units, 1 at least; a single character that is longer than that is cut between code points
 */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text;
  // What follows the limit decides only whether the character before it goes on: one code point is enough.
  const beginning = text.slice(0, most + 2);
  return fitting(beginning.match(CLUSTER) ?? [], most) || fitting([...beginning], most);
}

/** The same with a sign at its end that it was cut; a text that fits stays as it is. */
export function shortened(text: string, most: number, mark = '…'): string {
  return text.length <= most ? text : cutText(text, most - mark.length) + mark;
}

function fitting(parts: readonly string[], most: number): string {
  let kept = '';
  for (const part of parts) {
    if (kept.length + part.length > most) break;
    kept += part;
  }
  return kept;
}

/** The text with `\ufffd` for each half of a surrogate pair that stands alone: neither an address nor XML can hold it. */
export function wellFormed(text: string): string {
  return text.replace(/[\ud800-\udfff]/gu, '\ufffd');
}
