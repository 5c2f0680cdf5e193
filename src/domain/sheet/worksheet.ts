/** A worksheet as read from a file, before anyone knows what it means. */

/** What the file holds in a cell. */
export type CellKind = 'text' | 'number' | 'percent' | 'date' | 'boolean' | 'error';

export interface SheetCell {
  readonly kind: CellKind;
  /** What a person sees: `80%`, `1,234`, `2024年10月`. Never empty: an empty cell is absent. */
  readonly shown: string;
  /** The number behind it (0.8 for 80%; for a date its ISO day is in `date`); null for text. */
  readonly value: number | null;
  /** ISO day of a date cell; empty for others. */
  readonly date: string;
  /** The value is what a formula gave when the file was last saved. */
  readonly formula: boolean;
}

/** Rows and columns from 0; both ends belong to it. */
export interface CellRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface Worksheet {
  /** Name of the file it came from. */
  readonly file: string;
  readonly name: string;
  /** The sheet itself is hidden. */
  readonly hidden: boolean;
  /** Rows of cells; `undefined` is an empty cell. Short rows are allowed. */
  readonly rows: readonly (readonly (SheetCell | undefined)[])[];
  readonly merges: readonly CellRange[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
}

/** The sheet of remarks in a file that was given back to be mended: it is passed over when it comes in again. */
export const REMARKS_SHEET = '看板的提醒';
