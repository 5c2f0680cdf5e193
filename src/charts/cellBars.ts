import type { Comparison, ComparisonRow } from '../domain/compare/comparison';
import { toAxis } from '../domain/wording/format';
import { comparisonAxis } from './placesBar';

/** A bar inside a cell of a table, in percent of the width of the cell. */
export interface CellBar {
  readonly x: number;
  readonly width: number;
}

export interface CellBars {
  readonly bar: (row: ComparisonRow) => CellBar;
  /** Where the reference line crosses all of them; null for none. */
  readonly reference: number | null;
}

/** Bars of a comparison for the cells of its table, all on the axis of its chart, from its zero. */
export function cellBars(comparison: Comparison): CellBars {
  const { scale, reference } = comparison;
  const { min, max } = comparisonAxis(comparison);
  const share = (value: number) => Math.round(((toAxis(value, scale) - min) / (max - min)) * 1000) / 10;
  const zero = share(0);
  return {
    bar: ({ printed }) => {
      const end = share(printed);
      return { x: Math.min(zero, end), width: Math.abs(end - zero) };
    },
    reference: reference && share(reference.value)
  };
}
