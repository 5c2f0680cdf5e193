/** The rows of a heat table in the order of one of its columns. */
import type { HeatTable } from './heatAnswer';
import { placeLabel } from '../wording/placeLabel';

/**
 * Rows by where a place stands in each, the better first; rows where that can't be said keep their order at the end. An
 * unknown place changes nothing.
 * @param reversed the worse first
 */
export function inColumnOrder(table: HeatTable, place: string, reversed: boolean): HeatTable {
  const column = table.places.findIndex(({ id }) => id === place);
  if (column < 0) return table;
  const standing = (at: number) => table.rows[at]!.cells[column]!.standing;
  const order = table.rows.map((_, at) => at);
  order.sort((a, b) => {
    const [x, y] = [standing(a), standing(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null) || a - b;
    return (reversed ? x - y : y - x) || a - b;
  });
  const text = `按${placeLabel(table.places[column]!)}排，${reversed ? '差' : '好'}的在前`;
  return { ...table, rows: order.map((at) => table.rows[at]!), subtitle: `${table.subtitle} · ${text}` };
}
