/**
 * The tables of a package as text, batches laid over them: what conflicts are looked for in, and what a package is
 * written of. Rows that break a rule of the schema are among them; rows that no file of this width has aren't.
 */
import type { Applied } from '../../domain/batch/apply';
import type { Batch, TableRow } from '../../domain/batch/batch';
import type { BatchSchema, Tables } from '../../domain/batch/keys';
import type { Issue } from '../../domain/model/issue';
import type { TableName } from '../../domain/model/tableName';
import { matchHeader } from '../check/matchHeader';
import { type DataPackage, parsePackage, type TableSchema } from '../check/schema';
import { decode } from '../read/decode';
import { inSteps } from '../read/inSteps';
import { IssueList } from '../read/issueList';
import { openTable, readRows } from '../read/parseTable';
import { annotationSchema } from './annotationTable';
import { batchSchemaOf } from './batchSchema';
import { columnNames, textRow } from './textTable';

/** A file as the package has it. */
export interface TableFile {
  readonly schema: TableSchema;
  readonly bytes: Uint8Array;
  /** Columns in the order of the file, those the schema doesn't know too. */
  readonly columns: readonly string[];
  /** Data rows in the file, those included that are in no table because they haven't got its columns. */
  readonly found: number;
  /** The line of each row of `base`. */
  readonly lines: readonly number[];
  /** What is wrong with rows that are in no table. */
  readonly unread: readonly Issue[];
}

export interface TextTables {
  /** Name, version and batches as stated. */
  readonly about: Pick<DataPackage, 'name' | 'version' | 'batches' | 'fictional'>;
  readonly packageText: string;
  readonly schema: BatchSchema;
  readonly schemas: readonly TableSchema[];
  readonly files: ReadonlyMap<TableName, TableFile>;
  /** As the package has them. */
  readonly base: Tables;
  /** With the batches. */
  readonly applied: Applied;
}

/** Reads a file beside datapackage.json; undefined where it isn't there. */
export type ReadBytes = (path: string) => Promise<Uint8Array | undefined>;

/**
 * The tables with `batches` (those that are on, in order). A table whose file can't be read is absent.
 * @param pause lets the page answer where it is time
 * @throws Error with a Chinese message where there is no package to read
 */
export async function readTextTables(
  packageText: string,
  read: ReadBytes,
  batches: readonly Batch[],
  pause: () => Promise<void> = () => Promise.resolve()
): Promise<TextTables> {
  const reading = parsePackage(packageText, 'datapackage.json');
  if (reading.kind === 'refused') throw new Error(reading.issues[0]?.why ?? 'datapackage.json 读不成');
  // With the table of annotations, whether it is described or not: the first one may come any day.
  const own = annotationSchema(packageText);
  const schemas = own ? [...reading.package.tables, own] : reading.package.tables;
  const schema = batchSchemaOf(schemas);
  const files = new Map<TableName, TableFile>();
  const base = new Map<TableName, readonly TableRow[]>();
  for (const one of schemas) {
    // A file that nothing describes is none of the package.
    const bytes = one === own ? undefined : await read(one.file);
    const table = bytes && textTable(bytes, one);
    if (!table) continue;
    files.set(one.name, table.file);
    base.set(one.name, table.rows);
  }
  const { overlayTexts } = await import('./overlay');
  return {
    about: reading.package,
    packageText,
    schema,
    schemas,
    files,
    base,
    applied: await inSteps(overlayTexts(base, batches, schema, new Set(reading.package.batches)), pause)
  };
}

function textTable(bytes: Uint8Array, schema: TableSchema): { file: TableFile; rows: TableRow[] } | undefined {
  const decoded = decode(bytes, schema.file);
  const opened = decoded.kind === 'text' ? openTable(decoded.text, schema.file) : undefined;
  if (opened?.kind !== 'open') return undefined;
  const issues = new IssueList(schema.file);
  const positions = matchHeader(opened.table, schema, new IssueList(schema.file));
  const raw = positions && readRows(opened.table, issues);
  if (!raw) return undefined;
  const columns = columnNames(opened.table, schema, positions);
  return {
    file: {
      schema,
      bytes,
      columns,
      found: raw.rows.length + raw.rejected,
      lines: raw.rows.map(({ line }) => line),
      unread: issues.all()
    },
    rows: raw.rows.map((row) => textRow(row, columns))
  };
}
