/** The lines of a report in two forms of equal length: as they stand, and with one sign for every look of it. */

export interface ReportLine {
  /** 1-based, as an editor shows it. */
  readonly line: number;
  readonly text: string;
  /** Same length as `text`: half-width letters, digits and signs, one dash, one blank. Offsets hold in both. */
  readonly plain: string;
}

/** Every line of a text; a final line break makes no line of its own. */
export function reportLines(text: string): ReportLine[] {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n');
  return lines.map((line, i) => ({ line: i + 1, text: line, plain: plainText(line) }));
}

/** Half-width form, character by character: （１２，３４５％） is (12,345%), `—` and `～` are `-`. */
export function plainText(text: string): string {
  return text
    .replace(/[！-～]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[—–―−‐‑~∼]/g, '-')
    .replace(/[\u3000\u00a0\u2002\u2003\u2009\ufeff\v\f]/g, ' ')
    .replace(/[〔【]/g, '[')
    .replace(/[〕】]/g, ']')
    .replace(/[「『]/g, '“')
    .replace(/[」』]/g, '”');
}
