/** One sheet of a workbook, before it is written. */
import type { NativeChart } from '../../charts/office/nativeChart';

export interface WorkbookCell {
  /** A text is written as a text, whatever it begins with. */
  readonly value: string | number;
  /** By which a program works the number out anew; only what we make ourselves, never a text of the data. */
  readonly formula?: string;
  /** Excel number format, for numbers only. */
  readonly format?: string;
  readonly style: 'title' | 'soft' | 'head' | 'plain';
  readonly align: '左' | '右';
  /** Of the text; absent for the usual one. */
  readonly colour?: string;
  /** ColourScheme; absent for none. */
  readonly fill?: string;
  /** It may be filled in though its sheet is locked. */
  readonly open?: boolean;
}

/** What may be typed into cells: a number, within bounds where they are given. */
export interface CellCheck {
  /** `F4:F120` */
  readonly range: string;
  readonly least?: number;
  readonly most?: number;
  /** Shown where something else is typed. */
  readonly message: string;
}

/** A native chart beside a table, and where its numbers stand. */
export interface SheetChart {
  readonly title: string;
  readonly chart: NativeChart;
  /** Its upper left corner: the cell's column and row, from 0. */
  readonly at: { readonly column: number; readonly row: number };
  /** Sheet and row (1-based) of the names of its series; the names of its categories stand in column A below. */
  readonly source: { readonly sheet: string; readonly row: number };
}

/** Width of a column that asks for no more than what stands in it. */
export const MEASURED = 8;

export interface SheetPlan {
  readonly name: string;
  readonly rows: readonly (readonly (WorkbookCell | null)[])[];
  /** Rows below those, each made when it is written: a long list needs no memory of its own. */
  readonly more?: { readonly count: number; readonly row: (at: number) => readonly (WorkbookCell | null)[] };
  /** One a column, in characters of a digit's width: what it wants, whatever stands in it (`pageSetup` measures that). */
  readonly widths: readonly number[];
  /** Rows that stay when scrolling: down to the table's head, which is the last of them. */
  readonly frozen: number;
  /** Rows of the table below its head; what follows are remarks. */
  readonly tableRows: number;
  /** Ranges such as `B3:D3` whose cells are one. */
  readonly merges?: readonly string[];
  /** Only cells that are open can be changed. */
  readonly locked?: boolean;
  readonly checks?: readonly CellCheck[];
  /** Beside the table; they are not part of what is printed. */
  readonly charts?: readonly SheetChart[];
  readonly hidden?: boolean;
}
