/** One sheet of a workbook, before it is written. */

export interface SheetCell {
  /** A text is written as a text, whatever it begins with. */
  readonly value: string | number;
  /** Excel number format, for numbers only. */
  readonly format?: string;
  readonly style: 'title' | 'soft' | 'head' | 'plain';
  readonly align: '左' | '右';
  /** Of the text; absent for the usual one. */
  readonly colour?: string;
  /** ColourScheme; absent for none. */
  readonly fill?: string;
}

export interface SheetPlan {
  readonly name: string;
  readonly rows: readonly (readonly (SheetCell | null)[])[];
  /** Rows below those, each made when it is written: a long list needs no memory of its own. */
  readonly more?: { readonly count: number; readonly row: (at: number) => readonly (SheetCell | null)[] };
  /** In characters of a digit's width. */
  readonly widths: readonly number[];
  /** Rows that stay when scrolling: down to the table's head, which is the last of them. */
  readonly frozen: number;
  /** Rows of the table below its head; what follows are remarks. */
  readonly tableRows: number;
}
