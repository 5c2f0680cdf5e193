/** Rows and columns of a heat table in the order that a reader asked for, and the table as one place sees it. */
import { againstVerdict } from './heatAgainst';
import type { HeatCell, HeatTable } from './heatAnswer';
import { cellAt, withColumnOrder } from './heatCells';
import { tableVerdict } from './heatVerdict';
import { placeLabel } from '../wording/placeLabel';

/**
 * Rows by where a place stands in each, the better first; rows where that can't be said keep their order at the end. An
 * unknown place changes nothing.
 * @param reversed the worse first
 */
export function inColumnOrder(table: HeatTable, place: string, reversed: boolean): HeatTable {
  const column = table.places.findIndex(({ id }) => id === place);
  if (column < 0) return table;
  const standing = table.rows.map((row) => cellAt(row, column).standing);
  const order = table.rows.map((_, at) => at);
  order.sort((a, b) => {
    const [x, y] = [standing[a]!, standing[b]!];
    if (x === null || y === null) return Number(x === null) - Number(y === null) || a - b;
    return (reversed ? x - y : y - x) || a - b;
  });
  const text = `按${placeLabel(table.places[column]!)}排，${reversed ? '差' : '好'}的在前`;
  return { ...table, rows: order.map((at) => table.rows[at]!), subtitle: `${table.subtitle} · ${text}` };
}

/**
 * Columns by the rank that the places have in one row: the better first, of what is neither good nor bad the larger.
 * Places that aren't ranked there come after (a bound, then what doesn't compare, then no figure), in the order that they
 * had; so do ties. An unknown indicator changes nothing.
 * @param reversed the last first
 */
export function inRowOrder(table: HeatTable, indicator: string, reversed: boolean): HeatTable {
  const row = table.rows.find((one) => one.indicator.id === indicator);
  if (!row) return table;
  const order = row.cells.map((_, at) => at);
  order.sort((a, b) => {
    const [x, y] = [row.cells[a]!, row.cells[b]!];
    const kind = kindOf(x) - kindOf(y);
    if (kind !== 0 || kindOf(x) > 0) return kind || a - b;
    return (reversed ? y.rank! - x.rank! : x.rank! - y.rank!) || a - b;
  });
  const words = row.indicator.better === '不评价' ? ['数小', '数大'] : ['差', '好'];
  const text = `地区按${row.indicator.name}排，${words[reversed ? 0 : 1]}的在前`;
  return { ...withColumns(table, order), subtitle: `${table.subtitle} · ${text}` };
}

function kindOf({ rank, value, fits }: HeatCell): number {
  if (value === null) return 3;
  if (!fits) return 2;
  return (rank ?? null) === null ? 1 : 0;
}

/** As the reader's own place sees it: its column first, and the verdict about it. A place that has no column changes nothing. */
export function seenFrom(table: HeatTable, focus: string): HeatTable {
  const own = table.places.findIndex(({ id }) => id === focus);
  if (own < 0) return table;
  const order = [own, ...table.places.map((_, at) => at).filter((at) => at !== own)];
  const seen = { ...withColumns(table, order), focus: table.places[own]! };
  const { rows, places, against } = seen;
  return {
    ...seen,
    verdict:
      against === undefined ? tableVerdict(rows, places, seen.focus) : againstVerdict(rows, places, seen.focus, against)
  };
}

function withColumns(table: HeatTable, order: readonly number[]): HeatTable {
  return {
    ...table,
    places: order.map((at) => table.places[at]!),
    rows: table.rows.map((row) => withColumnOrder(row, order))
  };
}
