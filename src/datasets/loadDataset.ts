/**
 * From a folder of files to a Dataset. The outside (where bytes come from) is passed in; bad data never throws:
 * a bad row costs itself and the rows that point at it, a bad file costs the dataset only where it is essential.
 */
import type { Conflict } from '../domain/batch/apply';
import type { Batch } from '../domain/batch/batch';
import type { BatchSchema } from '../domain/batch/keys';
import type { Dataset } from '../domain/model/dataset';
import type { Issue } from '../domain/model/issue';
import type { TableName } from '../domain/model/tableName';
import { batchSchemaOf } from './batch/batchSchema';
import { dataVersion } from './batch/dataVersion';
import { headerOnly, isTouched } from './batch/touchedTable';
import type { CheckedRow } from './check/cell';
import { dropOrphans } from './check/keys';
import { type Extras, extraTables, loadExtras } from './extras';
import { type FetchedTables, fetchTables, loadPackage, openPackage, type PackageLoad, tableLoad } from './fetchTables';
import { linkDataset, linkRecords, type OnUnlinked } from './link/linkDataset';
import type { LoadEffects } from './loadEffects';
import { PackError, packIssue } from './pack/fault';
import type { PackedTable, PackFiles } from './packedTable';
import type { Encoding } from './read/decode';
import { inSteps } from './read/inSteps';
import { readTable, type ReadTable } from './readTable';
import { dropUnreachable, remarkWhollyLost } from './wholeLoss';

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
  const about = start.package;
  const load = openPackage(about, start.text, effects);
  const asked = effects.batches?.(about) ?? Promise.resolve([]);
  const coming = loadExtras(effects.fetchBytes, about);
  const fetched = await fetchTables(load, asked);
  const all = await asked;
  if (isTouched('annotations', all)) await addAnnotationTable(load);
  const schemas = load.tables.map(({ schema }) => schema);
  const contained = new Set(about.batches);
  const batches = all.filter(({ id }) => !contained.has(id));
  const tables = await readTables(load, fetched, batches);
  const isThere = (name: TableName): boolean => tables.has(name) || fetched.packs.has(name);
  const essentialLost = schemas.some((schema) => schema.essential && !isThere(schema.name));
  if (!essentialLost) dropUnreachable(schemas, tables);
  await checkTogether(load, tables);
  const extras = await coming;
  const report = { ...batchesReport(all, batches, tables), schema: batchSchemaOf(schemas) };
  const packed = fetched.packs.get('observations');
  const dataset = essentialLost ? null : await link(load, tables, extras, report.onTop, packed);
  await load.yieldToPaint();
  const issues = [...start.issues, ...(await issuesOf(load, extras, dataset))];
  const reports = reportsOf(load, fetched, tables, dataset);
  return dataset
    ? { kind: 'ok', dataset, batches: report, issues, tables: reports, ...(packed && { pack: packed.files }) }
    : { kind: 'failed', issues, tables: reports };
}

/** A package that says nothing of annotations gets the table with the first one. */
async function addAnnotationTable({ tables, progress, text }: PackageLoad): Promise<void> {
  if (tables.some(({ schema }) => schema.name === 'annotations')) return;
  const own = (await import('./batch/annotationTable')).annotationSchema(text);
  if (!own) return;
  tables.push(tableLoad(own));
  progress.fetched(own, 1);
}

/** The tables one after the other, with the batches laid over them; without those of which the whole file is of no use. */
async function readTables(
  load: PackageLoad,
  fetched: FetchedTables,
  batches: readonly Batch[]
): Promise<Map<TableName, ReadTable>> {
  const tables = new Map<TableName, ReadTable>();
  for (const { schema, issues } of load.tables) {
    const bytes = fetched.bytes.get(schema.name) ?? headerOnly(schema, batches);
    const table = bytes && (await readTable(bytes, schema, issues, load.yieldToPaint, batches));
    if (table) tables.set(schema.name, table);
    load.progress.checked(schema);
    await load.yieldToPaint();
  }
  return tables;
}

/** Takes from the tables the rows that point at none, and says what only all of them together tell. */
async function checkTogether(
  { effects, yieldToPaint }: PackageLoad,
  tables: ReadonlyMap<TableName, ReadTable>
): Promise<void> {
  await inSteps(dropOrphans(tables), yieldToPaint);
  await yieldToPaint();
  for (const table of tables.values()) remarkWhollyLost(table);
  const places = tables.get('places');
  // A script of its own, for those who have a grid; without it nothing but the remarks is lost.
  if (places?.rows.some(({ cells }) => typeof (cells.column ?? cells.row) === 'number'))
    await import('./check/gridSpots').then(({ reportSpots }) => reportSpots(places)).catch(() => undefined);
  if (effects.review) (await import('./check/review')).reviewTables(tables);
}

/** In the order of the files; what `data:check` says besides comes last. */
async function issuesOf(load: PackageLoad, extras: Extras, dataset: Dataset | null): Promise<Issue[]> {
  const { lights, decks, scorecards, map } = extras;
  return [
    ...load.tables.flatMap(({ issues }) => issues.all()),
    ...[lights, decks, scorecards, map].flatMap(({ issues }) => issues),
    ...(dataset && load.effects.review ? (await import('./remarks')).remarksOf(dataset, extras, load.package) : [])
  ];
}

/** Of a table that may lack only where there is a file of it, or something to say. */
function reportsOf(
  load: PackageLoad,
  { bytes, packs }: FetchedTables,
  tables: ReadonlyMap<TableName, ReadTable>,
  dataset: Dataset | null
): TableReport[] {
  return load.tables
    .filter(({ schema, issues }) => !schema.optional || bytes.has(schema.name) || issues.all().length > 0)
    .map(({ schema: { name, title, file } }) => {
      const table = tables.get(name);
      const packed = packs.get(name);
      const { encoding = null, found = 0 } = table ?? packed ?? {};
      const kept = table?.rows.length ?? (packed && dataset?.size) ?? 0;
      return { ...{ table: name, title, file, kept }, encoding, found };
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
  { effects, package: stated, yieldToPaint }: PackageLoad,
  tables: ReadonlyMap<TableName, ReadTable>,
  extras: Extras,
  onTop: readonly string[],
  packed: PackedTable | undefined
): Promise<Dataset> {
  const { title, version, populationIndicator, internalThemes, smallNumbers, smallBase } = stated;
  const fictional = stated.fictional || effects.fictional === true;
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
