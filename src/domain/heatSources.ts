import type { HeatCell, HeatTable } from './heatTable';
import { lineOf, type SourceLine } from './sourceLines';

/** Where each number of a heat table stands, row by row; a fact with two witnesses gives two lines. */
export function heatSources(table: HeatTable): SourceLine[] {
  return table.rows.flatMap((row) => row.cells.flatMap(cellSources));
}

/** Where the number of one cell stands; none for a cell without one. */
export function cellSources(cell: HeatCell): SourceLine[] {
  const figures = cell.witnesses.length || !cell.observation ? cell.witnesses : [cell.observation];
  return figures.map((o) => lineOf(o));
}
