/** What of a grid too large for the page is in sight, of cells that are all of one size below a head and beside names. */
import { rowsInSight } from './rowsInSight';

export interface GridSizes {
  readonly row: number;
  readonly column: number;
  readonly head: number;
  readonly name: number;
  /** Columns that stay beside the names: 0 or 1. */
  readonly kept: number;
}

interface Box {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

/** Rows and columns to draw, 0-based, the last not included; columns without those kept. */
export interface GridSight {
  readonly rows: { readonly from: number; readonly to: number };
  readonly columns: { readonly from: number; readonly to: number };
}

/** So many more are drawn beyond each edge, so that a fast scroll meets no blank. */
const BEYOND = { rows: 6, columns: 3 } as const;

/** Rows and columns of a grid that its scrolled box shows, with some beyond its edges; all sizes in px. */
export function gridSight(box: Box, count: { readonly rows: number; readonly columns: number }, size: GridSizes) {
  const fixed = size.name + size.kept * size.column;
  return {
    rows: rowsInSight(
      { scrollTop: box.top, height: Math.max(0, box.height - size.head) },
      { count: count.rows, height: size.row, beyond: BEYOND.rows }
    ),
    // The same of columns, by widths.
    columns: rowsInSight(
      { scrollTop: box.left, height: Math.max(0, box.width - fixed) },
      { count: Math.max(0, count.columns - size.kept), height: size.column, beyond: BEYOND.columns }
    )
  };
}

/** Where the box must stand for a cell to be whole in sight, as far as it can be; -1 is the head and the names, always there. */
export function scrolledTo(
  box: Box,
  { row, column }: { readonly row: number; readonly column: number },
  size: GridSizes
): { readonly top: number; readonly left: number } {
  const into = (from: number, room: number, at: number, length: number) =>
    at < from ? at : Math.max(from, at + length - room);
  return {
    top: row < 0 ? box.top : into(box.top, box.height - size.head, row * size.row, size.row),
    left:
      column < size.kept
        ? box.left
        : into(
            box.left,
            box.width - size.name - size.kept * size.column,
            (column - size.kept) * size.column,
            size.column
          )
  };
}
