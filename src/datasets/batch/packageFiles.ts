/** A data package as files: what is shown now, to be put in the place of the one beside the page. */
import Papa from 'papaparse';
import type { Batch, TableRow } from '../../domain/batch/batch';
import { batchLines, namesOf } from '../../domain/batch/summary';
import { withAnnotationTable } from './annotationTable';
import { describePackage, type Description, versionPackage } from './describePackage';
import { PACKAGE_FILE } from '../read/packageFile';
import { sha256 } from '../read/sha256';
import { twinsScript } from './twins';
import { dataVersion } from './dataVersion';
import type { ReadBytes, TextTables } from './textTables';
import { packageText } from './packageText';

export const CHANGES_FILE = 'CHANGES.md';

export interface PackageFiles {
  readonly version: string;
  /** By name, in the order in which they are packed. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

export interface PackageSetting {
  /** All batches that are on; those on top are written into the package. */
  readonly batches: readonly Batch[];
  /** ISO day. */
  readonly day: string;
  /** Names of the texts that lie in `sources` beside the page. */
  readonly textNames: readonly string[];
}

/**
 * The tables as CSV, `datapackage.json` with the new version and what the files hold, the twins, other files of the
 * package as they are, and what changed since the last package. A table that no batch touches keeps its bytes.
 */
export async function packageFiles(
  tables: TextTables,
  read: ReadBytes,
  { batches, day, textNames }: PackageSetting
): Promise<PackageFiles> {
  const { about, applied, base } = tables;
  const packageText = applied.tables.get('annotations')?.length
    ? withAnnotationTable(tables.packageText)
    : tables.packageText;
  const onTop = batches.filter(({ id }) => applied.onTop.includes(id));
  const version = dataVersion(about.version, applied.onTop);
  const files = new Map<string, Uint8Array>();
  const found = new Map<string, Description>();
  const lost: string[] = [];
  const describe = (name: string, bytes: Uint8Array, rows?: number): void => {
    files.set(name, bytes);
    found.set(name, { rows, bytes: bytes.length, hash: `sha256:${sha256(bytes)}` });
  };
  for (const { name, file, fields } of tables.schemas) {
    const known = tables.files.get(name);
    const rows = applied.tables.get(name);
    if (known && rows === base.get(name)) describe(file, known.bytes, known.found);
    else if (rows && (known || rows.length > 0 || name !== 'annotations')) {
      describe(file, csvBytes(known?.columns ?? fields.map((field) => field.name), rows), rows.length);
      lost.push(
        ...(known?.unread ?? []).map(({ row, value, why }) => `- ${file} 第${row ?? 0}行“${value ?? ''}”：${why}`)
      );
    }
  }
  for (const path of resourcePaths(packageText)) {
    const bytes = files.has(path) ? undefined : await read(path);
    if (bytes) describe(path, bytes);
  }
  const stated = versionPackage(packageText, version, [...new Set([...about.batches, ...applied.onTop])]);
  files.set(PACKAGE_FILE, utf8(describePackage(stated, found)));
  const before = new TextDecoder().decode(
    (about.batches.length > 0 ? await read(CHANGES_FILE) : undefined) ?? new Uint8Array()
  );
  files.set(CHANGES_FILE, utf8(changesText(before, `${version}（${day}）`, onTop, tables, lost)));
  files.set('twins.js', utf8(twinsScript(files, textNames)));
  return { version, files };
}

/** Files that the package names. */
function resourcePaths(text: string): string[] {
  return packageText(text)
    .resources.map(({ path }) => path)
    .filter((path): path is string => typeof path === 'string');
}

const HEAD = '# 数据变动';

/** The new part above those that were there before. */
function changesText(
  before: string,
  title: string,
  batches: readonly Batch[],
  { applied }: TextTables,
  lost: readonly string[]
): string {
  const nameOf = namesOf(applied.tables);
  const own = batches.length > 0 ? batches.flatMap((batch) => [...batchLines(batch, nameOf), '']) : ['没有变动。', ''];
  const unread = lost.length > 0 ? ['### 原表里读不成、没有写入新表的行', '', ...lost, ''] : [];
  const older = before
    .replace(/^\uFEFF/, '')
    .replace(HEAD, '')
    .trim();
  return [HEAD, '', `## ${title}`, '', ...own, ...unread, ...(older ? [older, ''] : [])].join('\n');
}

/** Columns that rows have and the file hasn't are added on the right. */
export function csvBytes(columns: readonly string[], rows: readonly TableRow[]): Uint8Array {
  const known = new Set(columns);
  for (const row of rows) for (const column of Object.keys(row)) if (row[column]) known.add(column);
  const all = [...known];
  const lines = rows.map((row) => all.map((column) => safeCell(row[column] ?? '')));
  return utf8(`${Papa.unparse([all.map(safeCell), ...lines], { newline: '\n' })}\n`);
}

const LIKE_A_FORMULA = /^[=+\-@＝＋－＠]/;
const PLAIN_NUMBER = /^[+-]?[\d.,]+%?$/;

/** A full-width blank before what a spreadsheet would run: it doesn't then, and the loader drops blanks around a cell. */
function safeCell(cell: string): string {
  const text = cell.trim();
  return LIKE_A_FORMULA.test(text) && !PLAIN_NUMBER.test(text) ? `\u3000${text}` : text;
}

/** The bytes of a text, without a byte order mark. */
export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
