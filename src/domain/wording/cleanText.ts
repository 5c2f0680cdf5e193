/** Text as files and addresses can carry it, and text cut at a limit. */

/** Control characters but tab and line ends, the two non-characters that XML refuses, and halves of a pair without the other. */
const NOT_TEXT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udfff]/gu;

/** The text without what no file can carry. */
export function cleanText(text: string): string {
  return text.replace(NOT_TEXT, '');
}

/**
 * What a reader takes for one character: a letter with its accents, a flag, a family joined from four figures, a hand
 * with its colour. Where the engine has no `Intl.Segmenter` (Chromium up to 86) this is all there is, so that it is
 * used everywhere: the same text is cut alike on every machine.
 */
const CHARACTER =
  /\r\n|\p{Regional_Indicator}{2}|[\s\S](?:[\p{M}\p{Emoji_Modifier}\u200c\ufe0e\ufe0f\u{e0020}-\u{e007f}]|\u200d\p{Extended_Pictographic})*/gu;

/** The text in characters as a reader counts them. */
export function charactersOf(text: string): string[] {
  return text.match(CHARACTER) ?? [];
}

/**
 * The text, no longer than `most` UTF-16 units; a longer one is cut between two characters and ends with `mark`,
 * which says so.
 */
export function cutText(text: string, most: number, mark = '…'): string {
  if (text.length <= most) return text;
  let kept = '';
  // Far more than one character's length: a long text isn't split as a whole.
  for (const character of charactersOf(text.slice(0, most + 64))) {
    if (kept.length + character.length + mark.length > most) break;
    kept += character;
  }
  return kept + mark;
}
