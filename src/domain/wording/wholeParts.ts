/**
 * What no line may be broken inside of: a date or period, a number with its sign and unit. In tables, on slides and in
 * pictures alike.
 */

const DAYS = String.raw`\d{1,2}(?:[—–-]\d{1,2})?日`;
const MONTHS = String.raw`\d{1,2}(?:[—–-]\d{1,2})?月(?:份|${DAYS})?`;
const DATE = [
  String.raw`\d{4}-\d{2}(?:-\d{2})?`,
  String.raw`\d{4}年(?:度|[上下]半年|第?[一二三四\d]季度|${MONTHS})?`,
  MONTHS
].join('|');
const UNIT = String.raw`个百分点|[%‰]|[万亿]*(?:元|人次|人|例|份|件|张|次|岁|天|个|项|家|所|名|户|床|种|位)?`;
const PER = String.raw`(?:/(?:\d+万|千?[\u4e00-\u9fff]))?`;
const NUMBER = String.raw`[+±−≥≤<>≈约-]?\d[\d,]*(?:\.\d+)?(?:${UNIT})${PER}`;
const OPENING = '[（《“〔(]*';
const CLOSING = '[，。；：、）》”〕！？)]*';

export interface TextPart {
  readonly text: string;
  /** A date or number with what closes it, which begins no line: not to be broken. */
  readonly isWhole: boolean;
}

const WHOLE = new RegExp(`(?:${DATE}|${NUMBER})${CLOSING}`, 'g');
const PIECE = new RegExp(`${OPENING}(?:${DATE}|${NUMBER}|[\\w.,%+-]+|[\\s\\S])${CLOSING}`, 'gu');

/** A text as runs that may be broken and dates and numbers that may not; joined they are the text. */
export function wholeParts(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  const push = (part: string, isWhole: boolean) => {
    if (part !== '') parts.push({ text: part, isWhole });
  };
  WHOLE.lastIndex = 0;
  for (let match = WHOLE.exec(text); match; match = WHOLE.exec(text)) {
    push(text.slice(from, match.index), false);
    push(match[0], true);
    from = match.index + match[0].length;
  }
  push(text.slice(from), false);
  return parts;
}

/** The pieces between which a line may be broken: dates, numbers, words, single signs with what they open or close. */
export function unbreakablePieces(text: string): string[] {
  return text.match(PIECE) ?? [];
}

/** The longest of the dates and numbers of a text by a measure of width; 0 without any. */
export function widestWhole(text: string, width: (part: string) => number): number {
  return wholeParts(text).reduce((most, part) => (part.isWhole ? Math.max(most, width(part.text)) : most), 0);
}

/** Lines that a text takes where dates and numbers move to the next line whole; at least 1. */
export function wrappedLineCount(text: string, room: number, width: (part: string) => number): number {
  let lines = 1;
  let used = 0;
  for (const part of wholeParts(text)) {
    const own = width(part.text);
    if (used + own <= room) used += own;
    else if (part.isWhole && own <= room) {
      lines += 1;
      used = own;
    } else {
      // The first sign that doesn't fit begins the next line.
      const rest = used + own - room;
      lines += Math.ceil(rest / room);
      used = rest % room || room;
    }
  }
  return lines;
}
