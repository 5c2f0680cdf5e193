/** A table of a file as rows of text by column name, nothing of it lost. */
import type { TableRow } from '../../domain/batch/batch';
import type { ColumnPositions } from '../check/matchHeader';
import type { TableSchema } from '../check/schema';
import type { OpenTable, RawRow } from '../read/rowTaker';

/** The name of each column of the file: that of its field; a column that no field claims keeps its own. */
export function columnNames({ header }: OpenTable, { fields }: TableSchema, positions: ColumnPositions): string[] {
  const claimed = new Map(positions.map((position, i) => [position, fields[i]!.name]));
  const used = new Set(fields.map(({ name }) => name));
  return header.map((cell, at) => {
    const name = claimed.get(at);
    if (name !== undefined) return name;
    const own = cell === '' || cell in Object.prototype ? `第${at + 1}列` : cell;
    let free = own;
    for (let n = 2; used.has(free); n++) free = `${own}（${n}）`;
    used.add(free);
    return free;
  });
}

/** A row by column name; empty cells are absent. */
export function textRow({ cells }: RawRow, names: readonly string[]): TableRow {
  const row: Record<string, string> = {};
  names.forEach((name, i) => {
    const cell = cells[i];
    if (cell) row[name] = cell;
  });
  return row;
}
