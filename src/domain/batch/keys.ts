/** When two rows of text are the same row (equal primary key), and when they say the same. */
import type { TableName } from '../model/tableName';
import { parsePeriod } from '../time/parsePeriod';
import type { TableRow } from './batch';

export type Tables = ReadonlyMap<TableName, readonly TableRow[]>;

/** What the schema says of the keys of a table. */
export interface TableKeys {
  /** Empty where the schema states none: then a row is the same only where all of it is. */
  readonly primaryKey: readonly string[];
  /** Columns that hold a period or a day, in whatever spelling. */
  readonly periods: ReadonlySet<string>;
  /** Cell texts that stand for "no value". */
  readonly missing: ReadonlySet<string>;
  readonly foreignKeys: readonly ForeignField[];
}

/** A column whose text is found in `target` of `table`. */
export interface ForeignField {
  readonly field: string;
  readonly table: TableName;
  readonly target: string;
}

export type BatchSchema = ReadonlyMap<TableName, TableKeys>;

/** Text of a key; rows of one table with the same primary key have the same. */
export function primaryKeyText(keys: TableKeys, row: TableRow): string {
  const columns = keys.primaryKey.length > 0 ? keys.primaryKey : Object.keys(row).sort();
  const cells = columns.map((column) => cellText(keys, column, row[column]));
  if (keys.primaryKey.length > 0) return cells.join('\u0001');
  // An absent column and an empty one are the same.
  return columns.map((column, i) => (cells[i] === '' ? '' : `${column}\u0002${cells[i]!}\u0001`)).join('');
}

/** Whether two rows have the same key: what `primaryKeyText` says, without a text for rows that differ in their first columns. */
export function sameKey(keys: TableKeys, a: TableRow, b: TableRow): boolean {
  if (keys.primaryKey.length === 0) return primaryKeyText(keys, a) === primaryKeyText(keys, b);
  return keys.primaryKey.every((column) => sameCell(keys, column, a, b));
}

function sameCell(keys: TableKeys, column: string, a: TableRow, b: TableRow): boolean {
  return a[column] === b[column] || cellText(keys, column, a[column]) === cellText(keys, column, b[column]);
}

/** Whether two rows say the same, cell by cell; no row equals only no row. */
export function sameRow(keys: TableKeys, a: TableRow | null, b: TableRow | null): boolean {
  if (a === b) return true;
  if (!a || !b) return false;
  const isSame = (column: string): boolean => sameCell(keys, column, a, b);
  return Object.keys(a).every(isSame) && Object.keys(b).every((column) => column in a || isSame(column));
}

/** A cell as it is compared: blanks around it, "no value" in any spelling and the spelling of a period don't count. */
function cellText(keys: TableKeys, column: string, cell: string | undefined): string {
  if (cell === undefined) return '';
  const text = cell.trim();
  if (keys.missing.has(text)) return '';
  return text !== '' && keys.periods.has(column) ? periodText(text) : text;
}

const MOST_PERIODS = 10_000;
/** Periods repeat from row to row. */
const periodTexts = new Map<string, string>();

function periodText(text: string): string {
  const known = periodTexts.get(text);
  if (known !== undefined) return known;
  const canonical = parsePeriod(text)?.text ?? text;
  if (periodTexts.size < MOST_PERIODS) periodTexts.set(text, canonical);
  return canonical;
}
