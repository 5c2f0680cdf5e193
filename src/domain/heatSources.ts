import type { HeatCell, HeatTable } from './heatTable';
import { rowSources, type SourceLine } from './sourceLines';

/** Where each number of a heat table stands, row by row; a fact with two witnesses gives two lines. */
export function heatSources(table: HeatTable): SourceLine[] {
  return table.rows.flatMap((row) => row.cells.flatMap(cellSources));
}

/** Where the number of one cell stands, or what the report says instead; none where it says nothing. */
export function cellSources(cell: HeatCell): SourceLine[] {
  return rowSources(cell);
}
