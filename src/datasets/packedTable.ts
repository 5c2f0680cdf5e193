/** The table of observations out of its pack, where the package has one and nothing lies over the table. */
import type { Batch } from '../domain/batch/batch';
import type { PackedObservations } from '../domain/model/datasetParts';
import type { Dataset } from '../domain/model/dataset';
import type { Issue } from '../domain/model/issue';
import type { ObservationColumns, ObservationTables } from '../domain/model/observationColumns';
import type { Period } from '../domain/time/period';
import { isTouched } from './batch/touchedTable';
import type { DataPackage, TableSchema } from './check/schema';
import type { FetchBytes } from './loadEffects';
import { putAnswer } from './pack/putAnswer';
import { blockColumns, indexesOf, type LostRows, soundRows } from './pack/blockColumns';
import type { AnswerEntry, ChunkEntry, PackIndex, PlaceChunkEntry } from './pack/format';
import { PackSummaryBuilder } from './pack/packSummary';
import { inFile, readAnswer, readChunk, readIndex } from './pack/readPack';
import { periodsOf, summaryOf, unknownIds } from './pack/storedSummary';
import type { IssueList } from './read/issueList';
import type { Encoding } from './read/decode';

/** Where the blocks of a dataset lie, plain values only. */
export interface PackFiles {
  /** With a slash at its end. */
  readonly folder: string;
  readonly chunks: readonly ChunkEntry[];
  /** The same rows by place. */
  readonly places: readonly PlaceChunkEntry[];
  readonly answers: readonly AnswerEntry[];
}

export interface PackedTable {
  readonly encoding: Encoding;
  /** Data rows in the file it was made of. */
  readonly found: number;
  readonly files: PackFiles;
  /**
   * What is known of the rows; a chunk is read only where some of them point at nothing. Those are left out, and named in
   * the issues of the table.
   * @throws PackError
   */
  observations(tables: ObservationTables): Promise<PackedObservations>;
}

/**
 * A script of its own: most packages have no pack. Undefined where batches change the table, which is then to be read.
 * @throws PackError where there should be a pack and it can't be used
 */
export async function readPackedTable(
  fetchBytes: FetchBytes,
  about: Pick<DataPackage, 'name' | 'version'>,
  { name, file, stated }: TableSchema,
  path: string,
  batches: Promise<readonly Batch[]>,
  issues: IssueList
): Promise<PackedTable | undefined> {
  if (isTouched(name, await batches)) return undefined;
  const index = await readIndex(fetchBytes, path, { name: about.name, version: about.version, file, stated });
  index.issues.forEach((issue) => issues.add(issue));
  const { chunks, places, answers } = index;
  const files = { folder: path.slice(0, path.lastIndexOf('/') + 1), chunks, places, answers };
  return {
    ...{ encoding: index.encoding, found: index.found, files },
    observations: (tables) =>
      inFile(path, async () => {
        if (unknownIds(index.summary, tables).length > 0)
          return withoutLost(fetchBytes, files, index, tables, (one) => issues.add(lostIssue(one)));
        const names = answers.map(({ name }) => name);
        return { ...summaryOf(index.summary, tables), blocks: chunks, byPlace: places, answers: names };
      })
  };
}

/**
 * The pack of a table that batches change and that isn't there: made of a database, it has no table on which they could
 * lie. That they don't is one of its issues.
 * @throws PackError where the pack can't be used
 */
export async function readPackAlone(
  fetchBytes: FetchBytes,
  about: Pick<DataPackage, 'name' | 'version'>,
  schema: TableSchema,
  path: string,
  issues: IssueList
): Promise<PackedTable | undefined> {
  const packed = await readPackedTable(fetchBytes, about, schema, path, Promise.resolve([]), issues);
  issues.add(batchesNotLaid(schema.file));
  return packed;
}

export interface ReadBlock {
  readonly columns: ObservationColumns;
  /** Of a block by place, the indexes of its observations; null for another. */
  readonly indexes: Int32Array | null;
}

/**
 * The columns of a block; rows whose indicator, place or source isn't in the tables are left out.
 * @throws PackError
 */
export async function readBlock(
  fetchBytes: FetchBytes,
  { folder, chunks, places }: PackFiles,
  block: number,
  tables: ObservationTables,
  periods: readonly Period[]
): Promise<ReadBlock> {
  const entry = chunks[block] ?? places[block - chunks.length]!;
  const chunk = await readChunk(fetchBytes, folder, entry);
  return inFile(folder + entry.file, async () => ({
    columns: blockColumns(chunk, tables, periods, soundRows(chunk, tables)),
    indexes: 'places' in entry ? indexesOf(chunk, rowsIn(chunks)) : null
  }));
}

function rowsIn(chunks: readonly ChunkEntry[]): number {
  return chunks.reduce((sum, { rows }) => sum + rows, 0);
}

/** Brings into the dataset what was worked out when its pack was made. @throws PackError */
export async function readAnswerInto(
  dataset: Dataset,
  fetchBytes: FetchBytes,
  { folder }: PackFiles,
  entry: AnswerEntry
): Promise<void> {
  const bytes = await readAnswer(fetchBytes, folder, entry);
  await inFile(folder + entry.file, async () => putAnswer(dataset, entry.name, bytes));
}

/**
 * Rows that point at nothing are known only once they are seen: all of them are read, one chunk after the other. Those by
 * place stand elsewhere then, and what was worked out with them doesn't hold: neither is used.
 */
async function withoutLost(
  fetchBytes: FetchBytes,
  { folder }: PackFiles,
  { summary, chunks }: PackIndex,
  tables: ObservationTables,
  onLost: (lost: LostRows) => void
): Promise<PackedObservations> {
  const periods = periodsOf(summary);
  const sums = new PackSummaryBuilder(tables);
  const blocks: { readonly indicators: readonly string[]; readonly rows: number }[] = [];
  const lost = new Map<string, LostRows>();
  for (const entry of chunks) {
    const chunk = await readChunk(fetchBytes, folder, entry);
    const left: LostRows[] = [];
    const columns = blockColumns(chunk, tables, periods, soundRows(chunk, tables, left));
    sums.add(columns);
    blocks.push({ indicators: entry.indicators, rows: columns.row.length });
    for (const one of left) {
      const key = `${one.column} ${one.id}`;
      lost.set(key, { ...one, rows: one.rows + (lost.get(key)?.rows ?? 0) });
    }
  }
  lost.forEach(onLost);
  const { summary: sound, ...counts } = sums.build();
  return { ...counts, summary: { ...sound, periods }, blocks };
}

const WHAT = { indicator: '指标', place: '地区', source: '来源' } as const;

function lostIssue({ column, id: value, rows }: LostRows): Omit<Issue, 'file'> {
  const why = `没有编号是“${value}”的${WHAT[column]}，它的${rows}行没有读入`;
  return { level: '错误', column, value, rule: '外键', why, todo: '请核对编号有没有写错，改好后重新做数据包。' };
}

function batchesNotLaid(file: string): Omit<Issue, 'file'> {
  const why = `数据包旁边没有读到 ${file}，上新里改到它的各批没有叠上去`;
  const todo = `数据包是从数据库做的，请把改动写进数据库，重新做，再在“变动”里撤回这几批；不是的，请把 ${file} 放回去。`;
  return { level: '错误', rule: '批次', why, todo, wholeFile: true };
}
