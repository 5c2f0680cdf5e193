/** How wide what a cell shows is, in characters of a digit's width: the unit in which spreadsheets keep columns. */
import { formatNumber } from '../../domain/wording/format';
import type { WorkbookCell } from './sheetPlan';

/** What a cell leaves free at its left and right. */
export const CELL_EDGES = 1.5;
/** Numbers that have no format are shown with as many digits as there is room for. */
const GENERAL = 9;

/**
 * Of a Chinese character, of a broad letter and of any other letter; in the fonts that are met, 1.6 to 1.85, up to 1.7
 * and about 1. Signs beyond ASCII (`÷`, `“`, `≥`, `●`) are as wide as characters in the fonts that Chinese offices have.
 */
const WIDE = 1.9;
const BROAD = 1.7;
const NARROW = 1.1;
const BROAD_LETTERS = '%@&MWmw';

/** A text in one line. */
export function widthInDigits(text: string): number {
  let width = 0;
  for (const c of text) width += c.charCodeAt(0) > 0x7f ? WIDE : BROAD_LETTERS.includes(c) ? BROAD : NARROW;
  return width;
}

/** Of the longest stretch that no program may break: a number with its signs, a word, the name of a file. */
export function wholeWidth(text: string): number {
  return (text.match(/[!-~]+/g) ?? []).reduce((most, part) => Math.max(most, widthInDigits(part)), 0);
}

/** A number as its format prints it; where that is wider than the column, a spreadsheet prints `###`. */
export function numberWidth(value: number, format: string | undefined): number {
  if (!format) return Math.min(GENERAL, String(value).length * NARROW);
  const sections = format.match(/(?:"[^"]*"|[^;"])+/g) ?? [format];
  const section = (value < 0 ? sections[1] : value === 0 ? sections[2] : undefined) ?? sections[0]!;
  const words = widthInDigits((section.match(/"[^"]*"/g) ?? []).join('').replace(/"/g, ''));
  const code = section.replace(/"[^"]*"/g, '');
  if (code.includes('y'))
    return words + widthInDigits(code.replace(/y+/, '2020').replace(/m+/, '12').replace(/d+/, '31'));
  const decimals = /0\.(0+)/.exec(code)?.[1]?.length ?? 0;
  if (!/[0#]/.test(code)) return words;
  const shown = formatNumber(Math.abs(code.includes('%') ? value * 100 : value), { decimals });
  const sign = value < 0 && sections[1] === undefined ? '-' : '';
  const rest = code.replace(/#,##0|0(?:\.0+)?|\.0+/g, '');
  return words + widthInDigits(sign + (code.includes(',') ? shown : shown.replace(/,/g, '')) + rest);
}

/** A line of a text as it is written, before it is wrapped. */
export interface WrittenLine {
  readonly width: number;
  /** What a line of the column loses at its end, on the average, since words and numbers stay whole. */
  readonly loss: number;
}

/** The lines of a text with their widths in characters. */
export function writtenLines(text: string): WrittenLine[] {
  return text.split('\n').map((line) => ({ width: widthInDigits(line), loss: Math.max(WIDE, wholeWidth(line)) / 2 }));
}

/** Lines that a text takes in a column; 0 without any. */
export function cellLines(lines: readonly WrittenLine[], column: number): number {
  const room = Math.max(4, column - CELL_EDGES);
  return lines.reduce(
    (sum, { width, loss }) => sum + (width <= room ? 1 : Math.ceil(width / Math.max(room / 2, room - loss))),
    0
  );
}

/** A sentence over the whole table: alone in its row, a title or a remark. */
export function isSentence(row: readonly (WorkbookCell | null)[]): boolean {
  return row.length === 1 && (row[0]?.style === 'title' || row[0]?.style === 'soft');
}
