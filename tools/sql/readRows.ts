/** The rows of a database table, an indicator at a time, into the chunks of a pack. */
import { dropOrphans, type KeyedTable } from '../../src/datasets/check/keys';
import { matchHeader } from '../../src/datasets/check/matchHeader';
import type { DataPackage, TableSchema } from '../../src/datasets/check/schema';
import type { FetchBytes } from '../../src/datasets/loadEffects';
import type { ChunkEntry, StoredSummary } from '../../src/datasets/pack/format';
import type { MadeChunk } from '../../src/datasets/pack/makePack';
import { storedSummary } from '../../src/datasets/pack/storedSummary';
import { RowIssues, RowPacker } from '../../src/datasets/packRows';
import { IssueList } from '../../src/datasets/read/issueList';
import { readTable } from '../../src/datasets/readTable';
import type { Dataset } from '../../src/domain/model/dataset';
import { type Issue, issueText } from '../../src/domain/model/issue';
import type { TableName } from '../../src/domain/model/tableName';
import { finish } from '../../src/domain/steps/steps';
import { writeChunk } from '../packFolder';
import { allRows, type Column, type Engine, SourceError } from './engine';
import { countsQuery, isPlainName, layoutQuery, rowsQuery } from './queries';

/** A table whose columns are those of observations. */
export interface AskedTable {
  readonly kind: 'table';
  readonly engine: Engine;
  readonly schema: TableSchema;
  readonly issues: RowIssues;
  /** Columns that are read, in the order of the schema, and for each field where it stands among them, or -1. */
  readonly columns: readonly Column[];
  readonly positions: readonly number[];
  /** Rows by indicator as the table writes it. */
  readonly counts: ReadonlyMap<string, number>;
  readonly total: number;
}

/**
 * What the table has, before any row is read.
 * @returns `refused` where columns are missing or can't be asked for, with the reason
 * @throws SourceError
 */
export async function askTable(
  engine: Engine,
  schema: TableSchema
): Promise<AskedTable | { readonly kind: 'refused'; readonly issues: readonly Issue[] }> {
  const issues = new RowIssues(schema.file);
  const layout = await engine.ask(layoutQuery(engine));
  await allRows(layout);
  const header = layout.columns.map(({ name }) => name);
  const opened = { file: schema.file, header, headerLine: 1, delimiter: ',', body: '', bodyLine: 2 };
  const found = matchHeader(opened, schema, issues);
  if (!found) return { kind: 'refused', issues: issues.all() };
  const used = found.filter((position) => position >= 0);
  const columns = used.map((position) => layout.columns[position]!);
  const strange = columns.find(({ name }) => !isPlainName(name));
  if (strange) throw new SourceError(`列名“${strange.name}”里有特殊的符号，请改名，或另建一个视图`);
  const positions = found.map((position) => used.indexOf(position));
  const table = { engine, schema, issues, columns, positions };
  const indicator = columnOf(table, 'indicator')!;
  if (!indicator.isText) throw new SourceError(`“${indicator.name}”列不是文本，请改成文本，或另建一个视图`);
  if (!schema.primaryKey.includes('indicator') && schema.primaryKey.length > 0)
    throw new SourceError('datapackage.json 里 observations 的 primaryKey 没有 indicator，查不出重复的行');
  const counts = await countsOf(table);
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return { kind: 'table', ...table, counts, total };
}

type Asked = Pick<AskedTable, 'engine' | 'schema' | 'columns' | 'positions'>;

function columnOf({ schema, columns, positions }: Asked, name: string): Column | undefined {
  return columns[positions[schema.fields.findIndex((field) => field.name === name)] ?? -1];
}

async function countsOf(table: Asked): Promise<ReadonlyMap<string, number>> {
  const answer = await table.engine.ask(countsQuery(table.engine, columnOf(table, 'indicator')!));
  const counts = new Map<string, number>();
  for (const [id = '', count] of await allRows(answer)) counts.set(id, (counts.get(id) ?? 0) + Number(count));
  return counts;
}

export interface ReadRows {
  readonly chunks: readonly ChunkEntry[];
  readonly summary: StoredSummary;
  readonly found: number;
  readonly kept: number;
  readonly issues: readonly Issue[];
  readonly lines: readonly string[];
}

/**
 * All rows into chunks in a folder. Indicators come in the order of their table, then those that aren't in it.
 * @throws SourceError where the database fails, or its rows change meanwhile
 */
export async function readRows(
  table: AskedTable,
  about: { readonly read: FetchBytes; readonly package: DataPackage; readonly dataset: Dataset },
  folder: string
): Promise<ReadRows> {
  const { schema, issues, positions, counts } = table;
  const { indicators, places, sources } = about.dataset;
  const tables = await keyTables(about.read, about.package);
  const packer = new RowPacker({ schema, positions, issues, tables, records: { indicators, places, sources } });
  const chunks: ChunkEntry[] = [];
  // A chunk is packed while the rows of the next come: one of each is in memory.
  let writing = Promise.resolve();
  const keep = async (chunk: MadeChunk | undefined): Promise<void> => {
    if (!chunk) return;
    await writing;
    writing = writeChunk(chunk, folder).then((entry) => void chunks.push(entry));
    // Looked at where it is waited for.
    writing.catch(() => undefined);
  };
  for (const ids of inOrder([...counts.keys()], indicators)) {
    await readIndicator(table, ids, packer);
    await keep(packer.closeIndicator());
  }
  await keep(packer.close());
  await writing;
  const after = await countsOf(table);
  if (after.size !== counts.size || [...counts].some(([id, count]) => after.get(id) !== count))
    throw new SourceError(CHANGED);
  const all = issues.all();
  const lines = all.map((issue) => {
    const name = issues.nameOf(issue.row);
    return name === '' ? issueText(issue) : `${issueText(issue)}（这一行：${name}）`;
  });
  const summary = storedSummary(packer.sums.build(), about.dataset);
  return { chunks, summary, found: packer.found, kept: packer.kept, issues: all, lines };
}

const CHANGED = '读的时候表里的行数变了，请等入库完了再做';

async function readIndicator(table: AskedTable, ids: readonly string[], packer: RowPacker): Promise<void> {
  const { engine, columns, counts } = table;
  const order = ['place', 'period'].flatMap((name) => columnOf(table, name)?.name ?? []);
  const answer = await engine.ask(rowsQuery(engine, columns, columnOf(table, 'indicator')!, ids, order));
  const before = packer.found;
  for await (const rows of answer.parts) packer.take(rows);
  const wanted = ids.reduce((sum, id) => sum + counts.get(id)!, 0);
  if (packer.found - before !== wanted) throw new SourceError(CHANGED);
}

/** Ids as they are written, those that differ by blanks alone together: the known ones as their table has them. */
function inOrder(written: readonly string[], indicators: readonly { readonly id: string }[]): readonly string[][] {
  const byId = new Map<string, string[]>();
  for (const id of written) byId.set(id.trim(), [...(byId.get(id.trim()) ?? []), id]);
  const known = indicators.flatMap(({ id }) => (byId.has(id) ? [id] : []));
  const rest = new Set(known);
  const unknown = [...byId.keys()].filter((id) => !rest.has(id)).sort();
  return [...known, ...unknown].map((id) => byId.get(id)!);
}

/** The tables that observations point at, as they were checked: why a row is left out is told by what stands in them. */
async function keyTables(read: FetchBytes, about: DataPackage): Promise<ReadonlyMap<TableName, KeyedTable>> {
  const tables = new Map<TableName, KeyedTable>();
  for (const schema of about.tables) {
    if (!['indicators', 'places', 'sources'].includes(schema.name)) continue;
    const table = await readTable(await read(schema.file), schema, new IssueList(schema.file));
    if (table) tables.set(schema.name, table);
  }
  finish(dropOrphans(tables));
  return tables;
}
