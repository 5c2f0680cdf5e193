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
  /** Ranges such as `B3:D3` whose cells are one. */
  readonly merges?: readonly string[];
  /** Only cells that are open can be changed. */
  readonly locked?: boolean;
  readonly checks?: readonly CellCheck[];
  readonly hidden?: boolean;
}
