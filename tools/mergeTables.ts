/** The tables of a package with proposed rows added, and the package written to a folder of its own. */
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Papa from 'papaparse';
import { matchHeader } from '../src/datasets/check/matchHeader';
import { parsePackage, type TableSchema } from '../src/datasets/check/schema';
import { loadDataset, type LoadResult } from '../src/datasets/loadDataset';
import { PACKAGE_FILE } from '../src/datasets/read/packageFile';
import { decode } from '../src/datasets/read/decode';
import { IssueList } from '../src/datasets/read/issueList';
import { openTable, readRows } from '../src/datasets/read/parseTable';
import type { TableRow } from '../src/domain/batch/batch';
import type { ProposedRow, Remark } from '../src/domain/batch/proposal';
import { issueText, type Issue } from '../src/domain/model/issue';
import type { TableName } from '../src/domain/model/tableName';
import { parsePeriod } from '../src/domain/time/parsePeriod';
import { escapeFormula } from '../src/export/text/formulaInjection';
import { fetchFromFolder } from './dataFolder';
import { describeData } from './dataDescribe';

export interface Merged {
  /** Text of the tables that have new rows, by file name. */
  readonly files: ReadonlyMap<string, string>;
  readonly added: ReadonlyMap<TableName, number>;
  /** Rows that are there already, word for word in their key and figures. */
  readonly same: number;
  /** Rows left out: the key has other figures already, or the row breaks a rule of the tables. */
  readonly remarks: readonly Remark[];
}

interface Table {
  readonly schema: TableSchema;
  columns: string[];
  readonly rows: TableRow[];
  readonly byKey: Map<string, TableRow>;
  readonly added: { readonly row: TableRow; readonly from: ProposedRow }[];
}

/** What the tables of `dir` become with the rows; nothing is written. */
export async function mergeRows(dir: string, proposed: readonly ProposedRow[]): Promise<Merged> {
  const schemas = await schemasOf(dir);
  const tables = new Map<TableName, Table>();
  for (const schema of schemas) tables.set(schema.name, await tableOf(dir, schema));
  const remarks: Remark[] = [];
  let same = 0;
  for (const from of proposed) {
    const table = tables.get(from.table);
    if (!table) continue;
    const row = writable(from.row);
    const key = keyOf(table.schema, row);
    const known = table.byKey.get(key);
    if (known && sameFigures(known, row)) same++;
    else if (known)
      remarks.push(
        remarkOn(
          from,
          '已有',
          `已有同一个数，写的是${differences(known, row)}`,
          '请核对；要换成新的，请在看板上新时选“替换”。'
        )
      );
    else {
      table.byKey.set(key, row);
      table.added.push({ row, from });
    }
  }
  remarks.push(...(await withoutFaults(dir, tables)));
  const changed = [...tables.values()].filter(({ added }) => added.length > 0);
  return {
    files: new Map(changed.map((table) => [table.schema.file, textOf(table)])),
    added: new Map(changed.map(({ schema, added }) => [schema.name, added.length])),
    same,
    remarks
  };
}

/** Writes the package of `dir` with the merged tables into `out`, an empty or a new folder. */
export async function writePackage(dir: string, out: string, files: ReadonlyMap<string, string>): Promise<void> {
  await mkdir(out, { recursive: true });
  for (const entry of await readdir(dir, { withFileTypes: true })) {
    if (entry.isFile() && /\.(?:csv|json|md)$/.test(entry.name))
      await copyFile(join(dir, entry.name), join(out, entry.name));
  }
  for (const [name, text] of files) await writeFile(join(out, name), text);
  await describeData(out);
}

async function schemasOf(dir: string): Promise<readonly TableSchema[]> {
  const reading = parsePackage(await readFile(join(dir, PACKAGE_FILE), 'utf8'), PACKAGE_FILE);
  return reading.kind === 'package' ? reading.package.tables : [];
}

async function tableOf(dir: string, schema: TableSchema): Promise<Table> {
  const table: Table = {
    schema,
    columns: schema.fields.filter(({ optional }) => !optional).map(({ name }) => name),
    rows: [],
    byKey: new Map(),
    added: []
  };
  const bytes = await fetchFromFolder(dir)(schema.file).catch(() => undefined);
  const decoded = bytes && decode(bytes, schema.file);
  const opened = decoded?.kind === 'text' ? openTable(decoded.text, schema.file) : undefined;
  if (opened?.kind !== 'open') return table;
  const issues = new IssueList(schema.file);
  const positions = matchHeader(opened.table, schema, issues);
  const named = new Map(positions?.map((position, i) => [position, schema.fields[i]!.name]));
  table.columns = opened.table.header.map((head, i) => named.get(i) ?? head);
  for (const { cells } of readRows(opened.table, issues)?.rows ?? []) {
    const row = Object.fromEntries(table.columns.map((column, i) => [column, cells[i] ?? '']));
    table.rows.push(row);
    table.byKey.set(keyOf(schema, row), row);
  }
  return table;
}

/** Text from a file never begins like a formula in a table of ours; a figure with a sign stays. */
function writable(row: TableRow): TableRow {
  return Object.fromEntries(
    Object.entries(row).map(([column, text]) => [
      column,
      /^[+-]?[\d.,]+(?:E[+-]?\d+)?[%‰]?$/i.test(text) ? text : escapeFormula(text)
    ])
  );
}

function keyOf({ primaryKey, fields }: TableSchema, row: TableRow): string {
  const columns = primaryKey.length > 0 ? primaryKey : fields.map(({ name }) => name);
  return columns
    .map((column) => {
      const text = (row[column] ?? '').trim();
      return /period/.test(column) ? (parsePeriod(text)?.text ?? text) : text;
    })
    .join('\u0001');
}

const FIGURES = ['value', 'qualifier', 'status', 'target', 'done', 'rate', 'unit'] as const;

function sameFigures(a: TableRow, b: TableRow): boolean {
  return FIGURES.every((column) => (a[column] ?? '') === (b[column] ?? ''));
}

function differences(known: TableRow, row: TableRow): string {
  return FIGURES.filter((column) => (known[column] ?? '') !== (row[column] ?? ''))
    .map((column) => `${column}“${known[column] ?? ''}”，文件里是“${row[column] ?? ''}”`)
    .join('；');
}

function textOf({ schema, columns, rows, added }: Table): string {
  const used = new Set(added.flatMap(({ row }) => Object.keys(row).filter((column) => row[column] !== '')));
  const more = schema.fields.map(({ name }) => name).filter((name) => used.has(name) && !columns.includes(name));
  const all = [...columns, ...more];
  const cells = (row: TableRow) => all.map((column) => row[column] ?? '');
  return `${Papa.unparse([all, ...rows.map(cells), ...added.map(({ row }) => cells(row))], { newline: '\n' })}\n`;
}

/** Takes out the new rows that break a rule of the tables, until none does: a row that falls may take others with it. */
async function withoutFaults(dir: string, tables: ReadonlyMap<TableName, Table>): Promise<Remark[]> {
  const remarks: Remark[] = [];
  for (let round = 0; round < 5; round++) {
    const faults = await newFaults(dir, tables);
    if (faults.length === 0) break;
    for (const { table, index, issues } of faults) {
      const from = table.added[index]!.from;
      remarks.push(remarkOn(from, issues[0]!.rule, issueText(issues[0]!), '改好后再放进来。'));
    }
    for (const table of tables.values()) {
      const bad = new Set(faults.filter((fault) => fault.table === table).map(({ index }) => index));
      table.added.splice(0, table.added.length, ...table.added.filter((_, i) => !bad.has(i)));
    }
  }
  return remarks;
}

interface NewFault {
  readonly table: Table;
  readonly index: number;
  readonly issues: readonly Issue[];
}

async function newFaults(dir: string, tables: ReadonlyMap<TableName, Table>): Promise<NewFault[]> {
  const texts = new Map(
    [...tables.values()].filter(({ added }) => added.length > 0).map((table) => [table.schema.file, textOf(table)])
  );
  const read = fetchFromFolder(dir);
  const described = (await readFile(join(dir, PACKAGE_FILE), 'utf8')).replace(/^ *"(?:rows|bytes|hash)": .*\n/gm, '');
  const result: LoadResult = await loadDataset({
    fetchBytes: async (path) => {
      const text = path === PACKAGE_FILE ? described : texts.get(path);
      return text === undefined ? read(path) : new TextEncoder().encode(text);
    }
  });
  const faults: NewFault[] = [];
  for (const table of tables.values()) {
    // Rows written anew hold no line ends but in quoted cells: the line of the first new row is counted.
    const text = texts.get(table.schema.file);
    if (text === undefined) continue;
    const lines = startLines(text);
    const base = lines.length - table.added.length;
    const byRow = new Map<number, Issue[]>();
    for (const issue of result.issues) {
      if (issue.file !== table.schema.file || issue.level !== '错误' || issue.row === undefined) continue;
      const index = lines.indexOf(issue.row) - base;
      if (index >= 0) byRow.set(index, [...(byRow.get(index) ?? []), issue]);
    }
    for (const [index, issues] of byRow) faults.push({ table, index, issues });
  }
  return faults;
}

/** The line on which each record of a CSV begins, the header's first. */
function startLines(text: string): number[] {
  const { data } = Papa.parse<string[]>(text.replace(/\n$/, ''), { newline: '\n' });
  let line = 1;
  return data.map((cells) => {
    const start = line;
    line += 1 + cells.join('').split('\n').length - 1;
    return start;
  });
}

function remarkOn({ origin }: ProposedRow, rule: string, why: string, todo: string): Remark {
  return { level: '未采用', origin, rule, why, todo };
}
