import { textColumn, type Table, textCell } from './table';

/**
 * The table with a column 置信区间 after the column `value`, where any row has an interval.
 * @param texts of the first rows of the table, in their order; the other rows have none
 */
export function withIntervals(table: Table, texts: readonly string[]): Table {
  if (texts.every((text) => text === '')) return table;
  const at = table.columns.findIndex(({ key }) => key === 'value') + 1;
  const insert = <T>(list: readonly T[], item: T): T[] => [...list.slice(0, at), item, ...list.slice(at)];
  return {
    ...table,
    columns: insert(table.columns, textColumn('interval', '置信区间')),
    rows: table.rows.map((row, i) => insert(row, textCell(texts[i] ?? '')))
  };
}
