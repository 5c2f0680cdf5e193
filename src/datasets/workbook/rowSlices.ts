/**
 * Rows of a worksheet on their way between two threads. A browser copies objects one by one and blocks meanwhile; here a
 * slice is a handful of numbers' arrays, which change hands, and one list of texts.
 */
import type { CellKind, SheetCell } from '../../domain/sheet/worksheet';
import type { SheetRow } from './sheetCells';

/** Rows in a slice: some milliseconds of work at either end. */
export const SLICE_ROWS = 2_000;

export interface RowSlice {
  /** Cells of each row. */
  readonly widths: Uint16Array;
  /** Each cell of the rows as a place in the lists below, from 1; 0 for an empty one. */
  readonly places: Uint32Array;
  readonly kinds: Uint8Array;
  readonly formulas: Uint8Array;
  /** NaN for none. */
  readonly values: Float64Array;
  readonly shown: readonly string[];
  /** Those of cells that are dates, in their order. */
  readonly dates: readonly string[];
}

const KINDS: readonly CellKind[] = ['text', 'number', 'percent', 'date', 'boolean', 'error'];

/** Some rows packed: from `from` up to, not including, `to`. */
export function packRows(rows: readonly SheetRow[], from: number, to: number): RowSlice {
  const known = new Map<SheetCell, number>();
  const places: number[] = [];
  const widths = new Uint16Array(Math.max(0, to - from));
  for (let r = from; r < to; r++) {
    const row = rows[r]!;
    widths[r - from] = row.length;
    for (const cell of row) {
      if (!cell) {
        places.push(0);
        continue;
      }
      const place = known.get(cell) ?? known.size + 1;
      known.set(cell, place);
      places.push(place);
    }
  }
  const cells = [...known.keys()];
  return {
    widths,
    places: Uint32Array.from(places),
    kinds: Uint8Array.from(cells, ({ kind }) => KINDS.indexOf(kind)),
    formulas: Uint8Array.from(cells, ({ formula }) => (formula ? 1 : 0)),
    values: Float64Array.from(cells, ({ value }) => value ?? NaN),
    shown: cells.map(({ shown }) => shown),
    dates: cells.flatMap(({ kind, date }) => (kind === 'date' ? [date] : []))
  };
}

/** The memory that changes hands when a slice is posted. */
export function buffersOf({ widths, places, kinds, formulas, values }: RowSlice): ArrayBuffer[] {
  return [widths, places, kinds, formulas, values].map(({ buffer }) => buffer as ArrayBuffer);
}

/** More different texts than this don't repeat. */
const MOST_TEXTS = 200_000;

/** The rows of slices, one after the other; texts that are the same are one object over all slices of a file. */
export class RowUnpacker {
  private readonly texts = new Map<string, SheetCell>();

  rows(slice: RowSlice): SheetRow[] {
    const cells = this.cellsOf(slice);
    let at = 0;
    return Array.from(slice.widths, (width) => {
      // Made at its length: one that grows takes three times the memory, and keeps it.
      const row: (SheetCell | undefined)[] = new Array<undefined>(width).fill(undefined);
      for (let c = 0; c < width; c++, at++) {
        const place = slice.places[at]!;
        if (place > 0) row[c] = cells[place - 1];
      }
      return row;
    });
  }

  private cellsOf({ kinds, formulas, values, shown, dates }: RowSlice): SheetCell[] {
    let date = 0;
    return shown.map((text, i) => {
      const kind = KINDS[kinds[i]!]!;
      const formula = formulas[i] === 1;
      const plain = kind === 'text' && !formula;
      const known = plain ? this.texts.get(text) : undefined;
      if (known) return known;
      const value = values[i]!;
      const cell: SheetCell = {
        kind,
        shown: text,
        value: Number.isNaN(value) ? null : value,
        date: kind === 'date' ? dates[date++]! : '',
        formula
      };
      if (plain && this.texts.size < MOST_TEXTS) this.texts.set(text, cell);
      return cell;
    });
  }
}
