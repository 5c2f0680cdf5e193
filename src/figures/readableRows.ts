import type { Figure } from './figure';

/** Rows that are read at once: from the last chair before a wall, on a projected screen, on a sheet of paper. */
export const READABLE_ROWS = 12;

/** Whether the screen shows only a page of the figure, or a strip longer than a sheet: then all pages are drawn for paper. */
export function isPaged({ body }: Figure): boolean {
  return body.kind === 'chart' && body.rows > READABLE_ROWS;
}
