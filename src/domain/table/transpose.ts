import type { Table } from './table';

/**
 * Rows and columns exchanged: the titles of the columns become the first cells of the rows, and the other way round.
 * @param title of the new first column
 */
export function flipTable(table: Table, title: string): Table {
  const [corner, ...columns] = table.columns;
  if (!corner) return table;
  return {
    caption: table.caption,
    columns: [
      { ...corner, title },
      ...table.rows.map((row, i) => ({ key: `row${i}`, title: row[0]!.text, align: '左' as const }))
    ],
    rows: columns.map((column, i) => [{ text: column.title, value: null }, ...table.rows.map((row) => row[i + 1]!)]),
    notes: table.notes
  };
}
