/** What the columns of a sheet need: to say all in one line, and at the least. */
import {
  CELL_EDGES,
  isSentence,
  cellLines,
  numberWidth,
  widthInDigits,
  wholeWidth,
  type WrittenLine,
  writtenLines
} from './cellWidth';
import type { WorkbookCell, SheetPlan } from './sheetPlan';

/** Rows that are looked at; of a longer table they are taken evenly. */
const SAMPLE = 240;
/** However little room there is, a column of words keeps this much, or a part of its longest text up to a bound. */
const WORDS = 12;
const WORDS_MOST = 36;
const LINES = 6;
/** Lines that a head may have: by itself, and where there is little room. */
const HEAD = 2;
const HEAD_MOST = 3;
/** Nothing is read with ease in longer lines. */
const WIDEST = 90;

/** A day or month alone in its cell isn't broken. */
const DAY = /^\d{4}年\d{1,2}月(?:\d{1,2}日)?$/;

export interface ColumnNeeds {
  /** In one line, but for very long texts. */
  readonly wanted: readonly number[];
  /** Numbers whole, and texts in lines that are not too many. */
  readonly least: readonly number[];
  /** Rows that were looked at: the lines of each text, by column; empty where there is a number or nothing. */
  readonly texts: readonly (readonly (readonly WrittenLine[])[])[];
}

/** Measures a sheet: its columns want what it says itself, and what stands in them; sentences over the table need none. */
export function columnNeeds(sheet: SheetPlan): ColumnNeeds {
  const wanted = [...sheet.widths];
  const least = sheet.widths.map((width) => Math.min(width, WORDS));
  const raise = (list: number[], at: number, width: number) => {
    if (at < list.length) list[at] = Math.max(list[at]!, Math.min(WIDEST, Math.ceil(width)));
  };
  const rows = sheet.rows.filter((row) => !isSentence(row));
  for (const row of rows)
    row.forEach((cell, at) => {
      if (!cell) return;
      const [one, lowest] = needsOf(cell);
      raise(wanted, at, one);
      raise(least, at, lowest);
    });
  const step = Math.max(1, Math.ceil(rows.length / SAMPLE));
  const texts = rows
    .filter((_, i) => i % step === 0)
    .map((row) =>
      wanted.map((_, at) => {
        const value = row[at]?.value;
        return typeof value === 'string' ? writtenLines(value) : [];
      })
    );
  return { wanted: wanted.map((width, at) => Math.max(width, least[at]!)), least, texts };
}

function needsOf({ value, format, style }: WorkbookCell): [one: number, lowest: number] {
  if (typeof value === 'number') {
    const width = numberWidth(value, format) + CELL_EDGES;
    return [width, width];
  }
  const longest = value.split('\n').reduce((most, line) => Math.max(most, widthInDigits(line)), 0);
  const unbroken = Math.min(WORDS_MOST, wholeWidth(value)) + CELL_EDGES;
  if (style === 'head')
    return [HEAD, HEAD_MOST].map((lines) => Math.max(unbroken, inLines(longest, lines))) as [number, number];
  const one = longest + CELL_EDGES;
  if (DAY.test(value)) return [one, one];
  return [one, Math.max(unbroken, Math.min(one, WORDS_MOST, Math.max(WORDS, longest / LINES)))];
}

/** Bold letters are wider, and a line loses up to a wide character at its end. */
function inLines(longest: number, lines: number): number {
  const bold = longest * 1.08;
  return (bold <= 7 ? bold : Math.max(7, bold / lines + 1)) + CELL_EDGES;
}

/** Lines of the highest cell of each row that was looked at. */
export function rowLines({ texts }: ColumnNeeds, widths: readonly number[]): number[] {
  return texts.map((row) => row.reduce((most, text, at) => Math.max(most, cellLines(text, widths[at]!)), 1));
}
