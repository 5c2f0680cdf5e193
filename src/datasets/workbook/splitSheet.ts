/**
 * A worksheet of an .xlsx too large to be read at once, cut into parts of some thousand rows, each a worksheet of its
 * own: what the library makes of one part is thrown away before the next, and it is known how far the reading is.
 */
import { strFromU8, strToU8 } from 'fflate';

/** Worksheets larger than this are cut. */
export const MAX_WHOLE = 0x10_0000;
const PART_BYTES = 0x10_0000;

export interface SplitSheet {
  /** The worksheet without its rows: columns, merged cells. */
  readonly frame: Uint8Array;
  /** Bytes of the rows, from–to, each pair ending with a whole row. */
  readonly parts: readonly (readonly [from: number, to: number])[];
  readonly head: Uint8Array;
  readonly content: Uint8Array;
}

/** The cuts of a worksheet; undefined where it isn't written as those that programs write large, and is read at once. */
export function splitSheet(content: Uint8Array): SplitSheet | undefined {
  const open = indexOf(content, '<sheetData>', 0);
  const close = open < 0 ? -1 : lastIndexOf(content, '</sheetData>');
  if (close < open) return undefined;
  const first = open + '<sheetData>'.length;
  const parts: (readonly [number, number])[] = [];
  for (let from = first; from < close;) {
    const end = from + PART_BYTES >= close ? -1 : indexOf(content, '</row>', from + PART_BYTES);
    const to = end < 0 || end >= close ? close : end + '</row>'.length;
    parts.push([from, to]);
    from = to;
  }
  const frame = new Uint8Array(first + content.length - close);
  frame.set(content.subarray(0, first));
  frame.set(content.subarray(close), first);
  return { frame, parts, head: content.subarray(0, first), content };
}

export interface SheetPart {
  /** A whole worksheet. */
  readonly xml: Uint8Array;
  /** The row with which it begins, and the one after its last, from 0. */
  readonly first: number;
  readonly next: number;
  /** Some text is still a number in the list of texts. */
  readonly needsStrings: boolean;
}

/**
 * One part as a worksheet: formulas cut down to a mark, texts written out where they stand, each row with its number.
 * @param row the row that follows the part before, from 0
 * @param strings the workbook's list of texts
 */
export function sheetPart(
  split: SplitSheet,
  [from, to]: readonly [number, number],
  row: number,
  strings: readonly string[],
  clean: (text: string) => string
): SheetPart {
  let next = row;
  let first = -1;
  const numbered = clean(strFromU8(split.content.subarray(from, to))).replace(
    /<row\b([^>]*)>/g,
    (tag, attributes: string) => {
      const statedNumber = Number(/\sr="(\d+)"/.exec(attributes)?.[1] ?? NaN);
      const number = Number.isNaN(statedNumber) ? next + 1 : statedNumber;
      if (first < 0 || number - 1 < first) first = number - 1;
      next = number;
      return Number.isNaN(statedNumber) ? `<row r="${number}"${attributes}>` : tag;
    }
  );
  const rows = numbered.replace(SHARED, (tag, before: string, after: string, index: string) => {
    const text = strings[Number(index)];
    return text === undefined ? tag : `<c${before} t="inlineStr"${after}><is><t>${escapeXml(text)}</t></is>`;
  });
  const xml = strToU8(rows + '</sheetData></worksheet>');
  const whole = new Uint8Array(split.head.length + xml.length);
  whole.set(split.head);
  whole.set(xml, split.head.length);
  return { xml: whole, first: Math.max(first, 0), next, needsStrings: /<c\b[^>]*\st=["']s["']/.test(rows) };
}

const SHARED = /<c\b([^>]*?)\st="s"([^>]*)>\s*<v>(\d+)<\/v>/g;

/** `_x005F_` keeps what looks like an escaped character from being taken for one. */
function escapeXml(text: string): string {
  if (!/[&<>_\r]/.test(text)) return text;
  return text
    .replace(/_x(?=[\dA-Fa-f]{4}_)/g, '_x005F_x')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/\r/g, '_x000D_');
}

function indexOf(bytes: Uint8Array, mark: string, from: number): number {
  const codes = strToU8(mark);
  for (let at = bytes.indexOf(codes[0]!, from); at >= 0; at = bytes.indexOf(codes[0]!, at + 1)) {
    if (codes.every((code, i) => bytes[at + i] === code)) return at;
  }
  return -1;
}

function lastIndexOf(bytes: Uint8Array, mark: string): number {
  const codes = strToU8(mark);
  for (let at = bytes.lastIndexOf(codes[0]!); at >= 0; at = at === 0 ? -1 : bytes.lastIndexOf(codes[0]!, at - 1)) {
    if (codes.every((code, i) => bytes[at + i] === code)) return at;
  }
  return -1;
}
