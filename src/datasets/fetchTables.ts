/** The files of a package: what datapackage.json says, then the bytes of each table, or the pack that stands for one. */
import type { Batch } from '../domain/batch/batch';
import type { TableName } from '../domain/model/tableName';
import { isStated } from './check/integrity';
import { type DataPackage, type PackageReading, parsePackage, type TableSchema } from './check/schema';
import { AbsentFileError, fetchFault } from './fileError';
import type { LoadEffects } from './loadEffects';
import { PackError } from './pack/fault';
import type { PackedTable } from './packedTable';
import { type ProgressMeter, progressOver } from './progressMeter';
import { decode } from './read/decode';
import { IssueList } from './read/issueList';
import { PACKAGE_FILE } from './read/packageFile';

/** A table that is being read, and what is wrong with it. */
export interface TableLoad {
  readonly schema: TableSchema;
  readonly issues: IssueList;
}

/** A package of which the tables are being read. */
export interface PackageLoad {
  readonly effects: LoadEffects;
  readonly package: DataPackage;
  /** Text of datapackage.json. */
  readonly text: string;
  /** The tables that it names, and those that come to them. */
  readonly tables: TableLoad[];
  readonly progress: ProgressMeter;
  readonly yieldToPaint: () => Promise<void>;
}

/** What came of the tables; a table that is in neither has its reason in its list, or may lack. */
export interface FetchedTables {
  readonly bytes: ReadonlyMap<TableName, Uint8Array>;
  readonly packs: ReadonlyMap<TableName, PackedTable>;
}

/** datapackage.json, read. */
export async function loadPackage(effects: LoadEffects): Promise<PackageReading & { readonly text: string }> {
  const issues = new IssueList(PACKAGE_FILE);
  const bytes = await fetchTable(effects, PACKAGE_FILE, () => undefined, issues);
  const decoded = bytes && decode(bytes, PACKAGE_FILE);
  if (decoded?.kind === 'text') return { ...parsePackage(decoded.text, PACKAGE_FILE), text: decoded.text };
  if (decoded) issues.add({ ...decoded.issue, todo: '请用原来的 datapackage.json 换回，存为 UTF-8。' });
  return { kind: 'refused', issues: issues.all(), text: '' };
}

/** The package with nothing of its tables read as yet. */
export function openPackage(about: DataPackage, text: string, effects: LoadEffects): PackageLoad {
  const tables = about.tables.map(tableLoad);
  return {
    effects,
    package: about,
    text,
    tables,
    progress: progressOver(tables, effects.onProgress),
    yieldToPaint: effects.yieldToPaint ?? (() => Promise.resolve())
  };
}

export function tableLoad(schema: TableSchema): TableLoad {
  return { schema, issues: new IssueList(schema.file) };
}

/**
 * All tables at once.
 * @param asked the batches that are on: a pack that they touch gives way to its table
 * @throws PackError where a pack can't be used
 */
export async function fetchTables(load: PackageLoad, asked: Promise<readonly Batch[]>): Promise<FetchedTables> {
  const bytes = new Map<TableName, Uint8Array>();
  const packs = new Map<TableName, PackedTable>();
  await Promise.all(
    load.tables.map(async (table) => {
      const { schema } = table;
      const found = await fetchOne(load, table, asked);
      if (found.packed) packs.set(schema.name, found.packed);
      if (found.bytes) bytes.set(schema.name, found.bytes);
      load.progress.fetched(schema, 1);
    })
  );
  return { bytes, packs };
}

async function fetchOne(
  { effects, package: about, progress }: PackageLoad,
  { schema, issues }: TableLoad,
  asked: Promise<readonly Batch[]>
): Promise<{ readonly packed?: PackedTable | undefined; readonly bytes?: Uint8Array | undefined }> {
  const pack = effects.packs ? schema.pack : null;
  const packed =
    pack !== null &&
    (await (await packCode(pack)).readPackedTable(effects.fetchBytes, about, schema, pack, asked, issues));
  if (packed) return { packed };
  const mayLack = pack !== null || (schema.optional && !isStated(schema.stated));
  const bytes = await fetchTable(effects, schema.file, (share) => progress.fetched(schema, share), issues, mayLack);
  if (pack === null || bytes) return { bytes };
  return { packed: await (await packCode(pack)).readPackAlone(effects.fetchBytes, about, schema, pack, issues) };
}

/**
 * The file's bytes, or undefined with the reason in `issues`.
 * @param mayLack nothing is said where there is no such file; a file that can't be fetched is named all the same
 */
async function fetchTable(
  effects: LoadEffects,
  file: string,
  onShare: (share: number) => void,
  issues: IssueList,
  mayLack = false
): Promise<Uint8Array | undefined> {
  try {
    return await effects.fetchBytes(file, (received, total) => {
      if (total !== null && total > 0) onShare(Math.min(1, received / total));
    });
  } catch (error) {
    if (mayLack && error instanceof AbsentFileError) return undefined;
    issues.add({ level: '错误', rule: '缺文件', ...fetchFault(file, error), wholeFile: true });
    return undefined;
  }
}

function packCode(file: string): Promise<typeof import('./packedTable')> {
  return import('./packedTable').catch(() => {
    throw new PackError(file, '没有读到程序文件');
  });
}
