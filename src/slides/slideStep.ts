/** The steps of a slide, and the measures that its plans share. */

/** What one press of the key brings: a part of the rows (and columns, of a heat table), all of it or one place in the light. */
export interface SlideStep {
  readonly from: number;
  readonly to: number;
  readonly columns: { readonly from: number; readonly to: number };
  readonly spotlight: string;
  /** On ECharts' type sizes of a chart, on the usual type of a table: the larger, the fewer rows there are. */
  readonly scale: number;
  /** Shares of the width that the columns of a table take; empty for none. */
  readonly widths: readonly number[];
  /** Of a pair: what its right side shows meanwhile. */
  readonly beside?: SlideStep;
  /** Which rows and columns of a table it shows, by their positions, where they don't follow each other. */
  readonly cells?: { readonly rows: readonly number[]; readonly columns: readonly number[] };
  /** Of a pair that stands one above the other: which part of the height the upper one takes. */
  readonly share?: number;
}

/** What stands around a text in a cell. */
export const CELL = { side: 24, above: 13, leading: 1.25, wider: 1.04 } as const;

/** A step that shows some rows, without columns, spotlight or widths of its own. */
export function plainStep({ from, to }: { from: number; to: number }, scale = 1): SlideStep {
  return { from, to, columns: { from: 0, to: 0 }, spotlight: '', scale, widths: [] };
}

/** Parts of nearly equal length, none longer than `most`; one empty part for nothing. */
export function pages(count: number, most: number): { from: number; to: number }[] {
  const parts = Math.max(1, Math.ceil(count / most));
  const cuts = Array.from({ length: parts + 1 }, (_, i) => Math.round((i * count) / parts));
  return Array.from({ length: parts }, (_, i) => ({ from: cuts[i]!, to: cuts[i + 1]! }));
}
