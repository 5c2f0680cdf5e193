/**
 * Keys between rows: a row that repeats a key, and a row that points at nothing, are left out and named.
 * Leaving a row out can orphan others, so references are followed until all of them hold.
 */
import { shortValue } from '../../domain/model/issue';
import { type Steps, STEP_ROWS } from '../../domain/steps/steps';
import type { Cell, CheckedRow } from './cell';
import type { IssueList } from '../read/issueList';
import type { ForeignKey, TableSchema } from './schema';
import { KEY_COLUMNS } from './tables';
import type { TableName } from '../../domain/model/tableName';

/** A table on its way to the dataset; `rows` shrinks as keys are checked. */
export interface KeyedTable {
  readonly schema: TableSchema;
  readonly issues: IssueList;
  rows: readonly CheckedRow[];
  /** Values of a column in rows that were left out, with their line; asked only when something is amiss. */
  readonly rejectedValues: (column: string) => ReadonlyMap<string, number>;
}

/** Text by which two cells are the same key; periods count by their canonical form. */
function keyText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  return typeof cell === 'object' ? cell.text : String(cell);
}

/** Rows whose primary key, and whose every `unique` column, appeared before are left out; the first stays. */
export function* dropDuplicates(table: KeyedTable): Steps<void> {
  const { schema } = table;
  if (schema.primaryKey.length > 0) yield* dropRepeated(table, schema.primaryKey, '主键重复');
  for (const field of schema.fields) if (field.unique) yield* dropRepeated(table, [field.name], '值重复');
}

function* dropRepeated(table: KeyedTable, columns: readonly string[], rule: string): Steps<void> {
  const { rows } = table;
  const keys = yield* keyNumbers(rows, columns);
  if (!keys) return;
  const first = new Map<number, number>();
  const kept: CheckedRow[] = [];
  for (const [at, row] of rows.entries()) {
    if (at % STEP_ROWS === 0) yield at;
    // An empty optional cell is no value, so it can't repeat one.
    if (rule === '值重复' && keyText(row.cells[columns[0]!]) === '') {
      kept.push(row);
      continue;
    }
    const key = keys[at]!;
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, row.line);
      kept.push(row);
    } else addRepeated(row, before);
  }
  table.rows = kept;

  function addRepeated(row: CheckedRow, before: number): void {
    const parts = columns.map((column) => keyText(row.cells[column]));
    const alone = columns.length === 1;
    const where = table.issues.lineText(before);
    // What most tables haven't got isn't worth naming where it is empty.
    const named = columns.map((_, i) => i).filter((i) => parts[i] !== '' || !KEY_COLUMNS.includes(columns[i]!));
    table.issues.add({
      level: '错误',
      row: row.line,
      column: named.map((i) => columns[i]!).join('+'),
      value: shortValue(named.map((i) => parts[i]!).join(' | ')),
      rule,
      why: alone ? `和${where}的值重复` : `这几列合起来和${where}完全相同`,
      todo: `已保留${where}；请删掉重复的一行，或改正写错的那一格。`
    });
  }
}

/**
 * For each row a number that two rows share where all the columns are the same key: the position among the different
 * texts of each column, joined as digits are. A key as one text would be as long as the row. Undefined where no two rows
 * share one, which is what nearly every table is like, and mostly shows after a few columns.
 */
function* keyNumbers(rows: readonly CheckedRow[], columns: readonly string[]): Steps<Float64Array | undefined> {
  const keys = new Float64Array(rows.length);
  const codes = new Int32Array(rows.length);
  let count = 1;
  for (const column of columns) {
    const known = new Map<Cell, number>();
    let last: Cell | undefined;
    let code = 0;
    for (let i = 0; i < rows.length; i++) {
      if (i % STEP_ROWS === 0) yield i;
      const cell = rows[i]!.cells[column];
      // Rows beside each other are much alike.
      if (i === 0 || cell !== last) {
        const text = cell === undefined ? null : typeof cell === 'object' && cell !== null ? cell.text : cell;
        const before = known.get(text);
        code = before ?? known.size;
        if (before === undefined) known.set(text, code);
        last = cell;
      }
      codes[i] = code;
    }
    if (count * known.size > Number.MAX_SAFE_INTEGER) count = numberAnew(keys);
    for (let i = 0; i < rows.length; i++) keys[i] = keys[i]! * known.size + codes[i]!;
    count *= known.size;
    if (count >= rows.length && count <= rows.length * MARKS_A_ROW && count <= MOST_MARKS && areMarkedOnce(keys, count))
      return undefined;
  }
  return areDifferent(keys) ? undefined : keys;
}

/** Numbers below this are marked in a list when they have been met: a byte each. */
const MOST_MARKS = 20_000_000;
/** A list much longer than the table costs more to make than its numbers to sort at the end. */
const MARKS_A_ROW = 1_000;

/** `areDifferent` for numbers below `count`: costs a pass. */
function areMarkedOnce(keys: Float64Array, count: number): boolean {
  const met = new Uint8Array(count);
  for (const key of keys) {
    if (met[key] === 1) return false;
    met[key] = 1;
  }
  return true;
}

/** Whether no number is there twice. */
function areDifferent(keys: Float64Array): boolean {
  const ordered = keys.slice().sort();
  for (let i = 1; i < ordered.length; i++) if (ordered[i] === ordered[i - 1]) return false;
  return true;
}

/** The same numbers as positions among the different ones; how many there are. */
function numberAnew(keys: Float64Array): number {
  const known = new Map<number, number>();
  for (let i = 0; i < keys.length; i++) {
    let code = known.get(keys[i]!);
    if (code === undefined) known.set(keys[i]!, (code = known.size));
    keys[i] = code;
  }
  return known.size;
}

/**
 * Leaves out every row that points at a row which isn't there, transitively, rows that point at their own
 * table in a ring included. A table absent from `tables` (it failed as a whole) is not looked up in.
 */
export function* dropOrphans(tables: ReadonlyMap<TableName, KeyedTable>): Steps<void> {
  const done = new Set<TableName>();
  function* visit(name: TableName): Steps<void> {
    const table = tables.get(name);
    if (!table || done.has(name)) return;
    done.add(name);
    // Tables pointed at come first, so that what they lose is known.
    for (const key of table.schema.foreignKeys) yield* visit(key.table);
    for (const key of table.schema.foreignKeys) {
      const target = tables.get(key.table);
      if (!target) continue;
      if (key.table === name) dropUnrooted(table, key);
      else yield* dropUnknown(table, targetOf(key, target));
    }
  }
  for (const name of tables.keys()) yield* visit(name);
}

/**
 * `dropOrphans` for one table that comes in parts, of which each is asked about by itself: what it may point at is looked
 * up once. Keys into the table itself aren't followed.
 */
export function orphanDropper(
  schema: TableSchema,
  tables: ReadonlyMap<TableName, KeyedTable>
): (part: KeyedTable) => Steps<void> {
  const targets = schema.foreignKeys.flatMap((key) => {
    const target = key.table === schema.name ? undefined : tables.get(key.table);
    return target ? [targetOf(key, target)] : [];
  });
  return function* (part) {
    for (const target of targets) yield* dropUnknown(part, target);
  };
}

/** What a key points at. */
interface Target {
  readonly key: ForeignKey;
  readonly known: ReadonlySet<string>;
  readonly explain: Explain;
}

function targetOf(key: ForeignKey, target: KeyedTable): Target {
  return {
    key,
    known: new Set(target.rows.map((row) => keyText(row.cells[key.target]))),
    explain: explainer(key, target)
  };
}

function* dropUnknown(table: KeyedTable, { key, known, explain }: Target): Steps<void> {
  const lost = new Set<CheckedRow>();
  const { rows } = table;
  for (let at = 0; at < rows.length; at++) {
    if (at % STEP_ROWS === 0) yield at;
    const row = rows[at]!;
    const value = keyText(row.cells[key.field]);
    if (value === '' || known.has(value)) continue;
    reportUnknown(table, row, key, value, explain);
    lost.add(row);
  }
  if (lost.size > 0) table.rows = table.rows.filter((row) => !lost.has(row));
}

/** For a key into its own table: each row's chain must end at a row without a parent. */
function dropUnrooted(table: KeyedTable, key: ForeignKey): void {
  const byId = new Map(table.rows.map((row) => [keyText(row.cells[key.target]), row]));
  const verdict = new Map<CheckedRow, 'rooted' | 'lost' | 'ring'>();
  for (const start of table.rows) {
    const path: CheckedRow[] = [];
    const onPath = new Set<CheckedRow>();
    let row: CheckedRow | undefined = start;
    let end: 'rooted' | 'lost' | 'ring' | undefined;
    while (end === undefined) {
      if (row === undefined) end = 'lost';
      else if (verdict.has(row)) end = verdict.get(row)!;
      else if (onPath.has(row)) end = 'ring';
      else {
        path.push(row);
        onPath.add(row);
        const parent: string = keyText(row.cells[key.field]);
        if (parent === '') end = 'rooted';
        else row = byId.get(parent);
      }
    }
    for (const passed of path) verdict.set(passed, end);
  }
  const explain = explainer(key, table);
  table.rows = table.rows.filter((row) => {
    const found = verdict.get(row);
    if (found === 'rooted') return true;
    const value = keyText(row.cells[key.field]);
    if (found === 'lost') reportUnknown(table, row, key, value, explain);
    else {
      table.issues.add({
        level: '错误',
        row: row.line,
        column: key.field,
        value: shortValue(value),
        rule: '循环',
        why: '顺着上级一层层往上找，又绕了回来',
        todo: '请改正上级编号，最高一级的上级留空。'
      });
    }
    return false;
  });
}

type Explain = (value: string) => { why: string; todo: string };

function reportUnknown(table: KeyedTable, row: CheckedRow, key: ForeignKey, value: string, explain: Explain): void {
  table.issues.add({
    level: '错误',
    row: row.line,
    column: key.field,
    value: shortValue(value),
    rule: '外键',
    ...explain(value)
  });
}

/** Says why a value isn't among the target's ids. What it looks up is worked out at the first question only. */
function explainer(key: ForeignKey, target: KeyedTable): Explain {
  const file = target.schema.file;
  let rejected: ReadonlyMap<string, number> | undefined;
  let idByName: ReadonlyMap<string, string> | undefined;
  return (value) => {
    const shown = shortValue(value);
    rejected ??= target.rejectedValues(key.target);
    const line = rejected.get(value);
    if (line !== undefined) {
      return {
        why: `它指向的${file}第${line}行有错，没有读入`,
        todo: `请先改好${file}第${line}行，这一行就会跟着读入。`
      };
    }
    idByName ??= idsByName(target, key.target);
    const meant = idByName.get(value);
    if (meant !== undefined && meant !== '') {
      return { why: `“${shown}”是名称，不是编号`, todo: `请改成${file}里它的编号“${meant}”。` };
    }
    return { why: `${file}里没有“${shown}”`, todo: `请核对有没有写错；确实是新的，请先在${file}里添一行。` };
  };
}

/** Ids by the name or title of their row (a data clerk often writes the name); '' for a name that several rows bear. */
function idsByName(target: KeyedTable, column: string): Map<string, string> {
  const ids = new Map<string, string>();
  for (const row of target.rows) {
    const name = keyText(row.cells.name ?? row.cells.title);
    ids.set(name, ids.has(name) ? '' : keyText(row.cells[column]));
  }
  return ids;
}
