/**
 * From a folder of files to a Dataset. The outside (where bytes come from) is passed in; bad data never throws:
 * a bad row costs itself and the rows that point at it, a bad file costs the dataset only where it is essential.
 */
import type { Conflict } from '../domain/batch/apply';
import type { Batch } from '../domain/batch/batch';
import type { BatchSchema } from '../domain/batch/keys';
import { batchSchemaOf } from './batch/batchSchema';
import { dataVersion } from './batch/dataVersion';
import { headerOnly, isTouched } from './batch/touchedTable';
import { isStated } from './check/integrity';
import type { Dataset } from '../domain/model/dataset';
import type { Issue } from '../domain/model/issue';
import type { CheckedRow } from './check/cell';
import { decode, type Encoding } from './read/decode';
import { IssueList } from './read/issueList';
import { dropOrphans } from './check/keys';
import { inSteps } from './read/inSteps';
import { AbsentFileError, fetchFault } from './fileError';
import { type Extras, loadExtras, extraTables } from './extras';
import type { LoadEffects } from './loadEffects';
import { linkDataset, linkRecords, type OnUnlinked } from './link/linkDataset';
import { PACKAGE_FILE } from './read/packageFile';
import { readTable, type ReadTable } from './readTable';
import { parsePackage, type DataPackage, type PackageReading, type TableSchema } from './check/schema';
import { PackError, packIssue } from './pack/fault';
import type { PackedTable, PackFiles } from './packedTable';
import { progressOver } from './progressMeter';
import { dropUnreachable, remarkWhollyLost } from './wholeLoss';
import type { TableName } from '../domain/model/tableName';

/** What became of one table. */
export interface TableReport {
  readonly table: TableName;
  readonly title: string;
  readonly file: string;
  /** Null where the file couldn't be read. */
  readonly encoding: Encoding | null;
  /** Data rows in the file, and those of them that are in the dataset. */
  readonly found: number;
  readonly kept: number;
}

/** What became of the batches that were asked for. */
export interface BatchesReport {
  /** Ids of those that lie on top of the package, in order. */
  readonly onTop: readonly string[];
  /** Ids of those that the package holds already. */
  readonly there: ReadonlySet<string>;
  readonly conflicts: readonly Conflict[];
  /** What batches need to know of the tables. */
  readonly schema: BatchSchema;
}

export const NO_BATCHES: BatchesReport = { onTop: [], there: new Set(), conflicts: [], schema: new Map() };

export type LoadResult =
  | {
      readonly kind: 'ok';
      readonly dataset: Dataset;
      readonly batches: BatchesReport;
      readonly issues: readonly Issue[];
      readonly tables: readonly TableReport[];
      /** Where the observations lie that the dataset is without as yet; absent where it has them all. */
      readonly pack?: PackFiles;
    }
  | { readonly kind: 'failed'; readonly issues: readonly Issue[]; readonly tables: readonly TableReport[] };

/**
 * Loads and checks the whole dataset. `failed` where datapackage.json or an essential table is missing or
 * unreadable; the issues then name every file at fault and what to do. Otherwise `ok`, with the good rows and
 * an issue for everything left out. Issues come in the order of the files, at most 10,000 a file.
 */
export async function loadDataset(effects: LoadEffects): Promise<LoadResult> {
  try {
    return await loadOnce(effects);
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    const result = await loadOnce({ ...effects, packs: false });
    return { ...result, issues: [packIssue(error, 'observations.csv', result.kind === 'ok'), ...result.issues] };
  }
}

/** @throws PackError where a pack can't be used */
async function loadOnce(effects: LoadEffects): Promise<LoadResult> {
  const start = await loadPackage(effects);
  if (start.kind === 'refused') return { kind: 'failed', issues: start.issues, tables: [] };
  const schemas = [...start.package.tables];
  const about = { ...start.package, fictional: start.package.fictional || effects.fictional === true };
  const progress = progressOver(schemas, effects.onProgress);
  const yieldToPaint = effects.yieldToPaint ?? (() => Promise.resolve());
  const lists = new Map(schemas.map((schema) => [schema.name, new IssueList(schema.file)]));

  const asked = effects.batches?.(start.package) ?? Promise.resolve([]);
  const packs = new Map<TableName, PackedTable>();
  const coming = loadExtras(effects.fetchBytes, start.package);
  const fetched = await Promise.all(
    schemas.map(async (schema) => {
      const tell = (share: number): void => progress.fetched(schema, share);
      const issues = lists.get(schema.name)!;
      const pack = effects.packs ? schema.pack : null;
      const inPack = async (path: string, from: typeof asked): Promise<PackedTable | undefined> =>
        (await packCode(path)).readPackedTable(effects.fetchBytes, start.package, schema, path, from, issues);
      let packed = pack === null ? undefined : await inPack(pack, asked);
      const mayLack = pack !== null || (schema.optional && !isStated(schema.stated));
      const bytes = packed ? undefined : await fetchTable(effects, schema.file, tell, issues, mayLack);
      // Made of a database: there is no table on which batches could lie.
      if (pack !== null && !packed && !bytes) {
        packed = await inPack(pack, Promise.resolve([]));
        issues.add(batchesNotLaid(schema.file));
      }
      if (packed) packs.set(schema.name, packed);
      tell(1);
      return bytes;
    })
  );
  const all = await asked;
  // A package that says nothing of annotations gets the table with the first one.
  if (isTouched('annotations', all) && !schemas.some(({ name }) => name === 'annotations')) {
    const own = (await import('./batch/annotationTable')).annotationSchema(start.text);
    if (own) {
      schemas.push(own);
      lists.set(own.name, new IssueList(own.file));
      progress.fetched(own, 1);
    }
  }
  const contained = new Set(start.package.batches);
  const batches = all.filter(({ id }) => !contained.has(id));
  const tables = new Map<TableName, ReadTable>();
  for (const [i, schema] of schemas.entries()) {
    const bytes = fetched[i] ?? headerOnly(schema, batches);
    const table = bytes && (await readTable(bytes, schema, lists.get(schema.name)!, yieldToPaint, batches));
    if (table) tables.set(schema.name, table);
    progress.checked(schema);
    await yieldToPaint();
  }
  const isThere = (name: TableName): boolean => tables.has(name) || packs.has(name);
  const essentialLost = schemas.some((schema) => schema.essential && !isThere(schema.name));
  if (!essentialLost) dropUnreachable(schemas, tables, lists);
  await inSteps(dropOrphans(tables), yieldToPaint);
  await yieldToPaint();
  for (const table of tables.values()) remarkWhollyLost(table);
  const places = tables.get('places');
  // A script of its own, for those who have a grid; without it nothing but the remarks is lost.
  if (places?.rows.some(({ cells }) => typeof (cells.column ?? cells.row) === 'number'))
    await import('./check/gridSpots').then(({ reportSpots }) => reportSpots(places)).catch(() => undefined);
  if (effects.review) (await import('./check/review')).reviewTables(tables);
  const extras = await coming;
  const report = { ...batchesReport(all, batches, tables), schema: batchSchemaOf(schemas) };
  const packed = packs.get('observations');
  const dataset = essentialLost ? null : await link(about, tables, extras, report.onTop, packed, yieldToPaint);
  await yieldToPaint();
  const issues = schemas
    .reduce<Issue[]>((all, schema) => all.concat(lists.get(schema.name)!.all()), [...start.issues])
    .concat(extras.lights.issues, extras.decks.issues, extras.scorecards.issues, extras.map.issues)
    .concat(
      dataset && effects.review ? (await import('./remarks')).remarksOf(dataset, extras, start.package, schemas) : []
    );
  const described = schemas.filter(
    (schema, i) => !schema.optional || fetched[i] !== undefined || lists.get(schema.name)!.all().length > 0
  );
  const reports = described.map((schema) => {
    const table = tables.get(schema.name);
    const inPack = packs.get(schema.name);
    return reportOf(schema, table ?? inPack, table?.rows.length ?? (inPack && dataset?.size));
  });
  return dataset
    ? { kind: 'ok', dataset, batches: report, issues, tables: reports, ...(packed && { pack: packed.files }) }
    : { kind: 'failed', issues, tables: reports };
}

async function loadPackage(effects: LoadEffects): Promise<PackageReading & { readonly text: string }> {
  const issues = new IssueList(PACKAGE_FILE);
  const bytes = await fetchTable(effects, PACKAGE_FILE, () => undefined, issues);
  const decoded = bytes && decode(bytes, PACKAGE_FILE);
  if (decoded?.kind === 'text') return { ...parsePackage(decoded.text, PACKAGE_FILE), text: decoded.text };
  if (decoded) issues.add({ ...decoded.issue, todo: '请用原来的 datapackage.json 换回，存为 UTF-8。' });
  return { kind: 'refused', issues: issues.all(), text: '' };
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

function batchesNotLaid(file: string): Omit<Issue, 'file'> {
  const why = `数据包旁边没有读到 ${file}，上新里改到它的各批没有叠上去`;
  const todo = `数据包是从数据库做的，请把改动写进数据库，重新做，再在“变动”里撤回这几批；不是的，请把 ${file} 放回去。`;
  return { level: '错误', rule: '批次', why, todo, wholeFile: true };
}

function packCode(file: string): Promise<typeof import('./packedTable')> {
  return import('./packedTable').catch(() => {
    throw new PackError(file, '没有读到程序文件');
  });
}

function batchesReport(
  asked: readonly Batch[],
  open: readonly Batch[],
  tables: ReadonlyMap<TableName, ReadTable>
): Omit<BatchesReport, 'schema'> {
  const overlays = [...tables.values()].map(({ overlaid }) => overlaid);
  // What touches a table that isn't there lies on top, though nothing of it is seen.
  const isOnTop = ({ id, changes }: Batch): boolean =>
    overlays.some((overlaid) => overlaid?.onTop.has(id)) || changes.some(({ table }) => !tables.has(table));
  const onTop = open.filter(isOnTop).map(({ id }) => id);
  return {
    onTop,
    there: new Set(asked.map(({ id }) => id).filter((id) => !onTop.includes(id))),
    conflicts: overlays.reduce<Conflict[]>((all, overlaid) => all.concat(overlaid?.conflicts ?? []), [])
  };
}

/** @throws PackError */
async function link(
  { title, version, populationIndicator, internalThemes, fictional, smallNumbers, smallBase }: DataPackage,
  tables: ReadonlyMap<TableName, ReadTable>,
  extras: Extras,
  onTop: readonly string[],
  packed: PackedTable | undefined,
  yieldToPaint: () => Promise<void>
): Promise<Dataset> {
  const linkable = new Map([...tables].map(([name, table]) => [name, table.rows]));
  const records = linkRecords(linkable);
  const observations = await packed?.observations(records);
  const about = { title, version: dataVersion(version, onTop), batches: onTop.length };
  const rules = { populationIndicator, internalThemes, fictional, smallNumbers, smallBase, ...extraTables(extras) };
  const unlinked = new Set<CheckedRow>();
  const report: OnUnlinked = (name, rows, column, why) => {
    rows.forEach((row) => unlinked.add(row));
    const fault =
      why === undefined
        ? { rule: '外键', why: `${column} 指向的行不存在`, todo: '请核对编号有没有写错。' }
        : { rule: '关系', why: `${why}，整组没有采用`, todo: '请把这组关系的各行改好；不需要的可以整组删去。' };
    tables.get(name)!.issues.add({ level: '错误', row: rows[0]!.line, column, ...fault });
  };
  const lostRelations = tables.get('relations')?.rejectedValues('relation');
  const dataset = await inSteps(
    linkDataset({ ...about, ...rules }, linkable, records, report, lostRelations, observations),
    yieldToPaint
  );
  if (unlinked.size > 0)
    for (const table of tables.values()) table.rows = table.rows.filter((row) => !unlinked.has(row));
  return dataset;
}

function reportOf(
  { name, title, file }: TableSchema,
  read: Pick<ReadTable, 'encoding' | 'found'> | undefined,
  kept = 0
): TableReport {
  return { ...{ table: name, title, file, kept }, encoding: read?.encoding ?? null, found: read?.found ?? 0 };
}
