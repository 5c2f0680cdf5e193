/** A cell of a grid by its position; -1 is the head above the rows, and the names before the columns. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
}

interface Grid {
  readonly rows: number;
  readonly columns: number;
  /** Rows that are seen at once. */
  readonly page: number;
}

/**
 * Where a key leads from a cell, as in a grid of ARIA's: arrows by one, Home and End along the row, with Ctrl to the first
 * and the last cell, PageUp and PageDown by what is seen at once. Undefined for any other key.
 */
export function movedCell(
  { row, column }: GridCell,
  { key, ctrlKey, altKey, metaKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>,
  { rows, columns, page }: Grid
): GridCell | undefined {
  if (altKey || metaKey || (ctrlKey && key !== 'Home' && key !== 'End')) return undefined;
  const to = ((): readonly [number, number] | undefined => {
    switch (key) {
      case 'ArrowUp':
        return [row - 1, column];
      case 'ArrowDown':
        return [row + 1, column];
      case 'ArrowLeft':
        return [row, column - 1];
      case 'ArrowRight':
        return [row, column + 1];
      case 'PageUp':
        return [row - page, column];
      case 'PageDown':
        return [row + page, column];
      case 'Home':
        return [ctrlKey ? -1 : row, -1];
      case 'End':
        return [ctrlKey ? rows - 1 : row, columns - 1];
      default:
        return undefined;
    }
  })();
  const within = (n: number, count: number) => Math.max(-1, Math.min(count - 1, n));
  return to && { row: within(to[0], rows), column: within(to[1], columns) };
}
