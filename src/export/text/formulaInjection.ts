/**
 * Spreadsheets take a text that begins like this for a formula and run it; full-width signs too, where the
 * system turns them into plain ones.
 */
const LIKE_A_FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** Whether a spreadsheet might run the text. */
function looksLikeFormula(text: string): boolean {
  return LIKE_A_FORMULA.test(text);
}

/** The text so that no spreadsheet runs it: an apostrophe in front, which says "text" to all of them. */
export function escapeFormula(text: string): string {
  return looksLikeFormula(text) ? `'${text}` : text;
}
