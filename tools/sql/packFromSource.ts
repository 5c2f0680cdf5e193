/**
 * A pack of the observations in a database: the folder gives the package, its rules and the other tables, the database
 * the rows, an indicator at a time. The pack gets a folder of its own; datapackage.json, which names it, is replaced
 * last: whenever this is broken off, the page has the pack before or the new one.
 */
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { loadDataset } from '../../src/datasets/loadDataset';
import type { FetchBytes } from '../../src/datasets/loadEffects';
import { type DataPackage, parsePackage, type TableSchema } from '../../src/datasets/check/schema';
import {
  type AnswerEntry,
  type ChunkEntry,
  PACK_FOLDER,
  PACK_INDEX,
  type PackIndex,
  type PlaceChunkEntry,
  type StoredSummary
} from '../../src/datasets/pack/format';
import { PACKAGE_FILE } from '../../src/datasets/read/packageFile';
import { digest } from '../../src/datasets/read/sha256';
import { type Issue, issueText } from '../../src/domain/model/issue';
import type { CheckReport } from '../dataCheck';
import { fetchFromFolder } from '../dataFolder';
import { packageFiles, placeTexts } from '../dataTwins';
import {
  indexText,
  LEAST_NUMBERS,
  packSize,
  renewPage,
  replaceFile,
  tooFew,
  withTable,
  writeAnswers,
  writePlaceChunks
} from '../packFolder';
import { packReader } from '../packReader';
import { SourceError } from './engine';
import { openSource, type Source } from './source';
import { askTable, type AskedTable, readRows } from './readRows';

export interface SourceOrder {
  readonly from: string;
  readonly out: string;
  readonly force: boolean;
  readonly source: Source;
}

/** Never throws for a bad source or bad data. */
export async function packFromSource(order: SourceOrder): Promise<CheckReport> {
  try {
    return await pack(order);
  } catch (error) {
    const why = error instanceof SourceError ? error.message : WRITING[(error as NodeJS.ErrnoException).code ?? ''];
    if (why === undefined) throw error;
    return refusal([`${why}。`]);
  }
}

/** What the system says where a pack can't be written. */
const WRITING: Readonly<Record<string, string>> = {
  ENOSPC: '磁盘满了，请腾出地方再做',
  EDQUOT: '磁盘的配额满了，请腾出地方再做',
  EACCES: '没有写新文件夹的权限，请核对 --out',
  EROFS: '新文件夹在只能读的盘上，请核对 --out',
  ENOTDIR: '新文件夹的位置上是一个文件，请核对 --out',
  EEXIST: '新文件夹的位置上是一个文件，请核对 --out'
};

function refusal(lines: readonly string[]): CheckReport {
  return { lines: [...lines, '没有做数据包，原来的没有动。'], exitCode: 1 };
}

async function pack({ from, out, force, source }: SourceOrder): Promise<CheckReport> {
  const read = fetchFromFolder(from);
  const text = await read(PACKAGE_FILE).then(
    (bytes) => new TextDecoder().decode(bytes),
    () => ''
  );
  const parsed = parsePackage(text, PACKAGE_FILE);
  if (parsed.kind === 'refused') return refusal([`数据文件夹“${from}”读不成。`, ...parsed.issues.map(issueText)]);
  const schema = parsed.package.tables.find(({ name }) => name === 'observations')!;
  const loaded = await loadDataset({ fetchBytes: withoutRows(read, schema) });
  const others = loaded.issues.filter(({ file }) => file !== schema.file).map(issueText);
  if (loaded.kind === 'failed') return refusal([`数据文件夹“${from}”读不成。`, ...others]);
  const engine = await openSource(source);
  try {
    const table = await askTable(engine, schema);
    if (table.kind === 'refused') return refusal(table.issues.map(issueText));
    const { total } = table;
    if (total === 0) return refusal(['表里没有一行数据。']);
    const before = await packBefore(out, schema.file);
    if (before && total < before.found / 2 && !force)
      return refusal([
        `表里有${total}行，现在的数据包是照${before.found}行做的，少了一半以上，可能没有入完库。确实如此的，请加 --force。`
      ]);
    if (total < LEAST_NUMBERS && !force) return { lines: [tooFew(total)], exitCode: 0 };
    const made = await make(table, { read, package: parsed.package, dataset: loaded.dataset }, out);
    if (made.kept === 0) return refusal([...others, ...made.lines, `表里的${made.found}行一行也没有读入。`]);
    const index = indexOf(parsed.package, schema, made);
    const folder = await publish({ from, out, text, schema, making: made.folder, index, before });
    const left = made.found - made.kept;
    return {
      lines: [
        ...others,
        ...made.lines,
        `${made.found}行，采用${made.kept}个数${left > 0 ? `，没有采用${left}行` : ''}；数据包 ${folder}：${packSize(index)}。`,
        `已写入 ${out}。库里的数变了，请再运行一次。`
      ],
      exitCode: 0
    };
  } finally {
    await engine.close();
  }
}

/** The package of the folder, with none of the rows: they come from elsewhere. */
function withoutRows(read: FetchBytes, schema: TableSchema): FetchBytes {
  const header = `${schema.fields.map(({ name }) => name).join(',')}\n`;
  return (path, onBytes) =>
    path === schema.file ? Promise.resolve(new TextEncoder().encode(header)) : read(path, onBytes);
}

interface Made {
  /** Where the chunks lie, beside the packs that are there. */
  readonly folder: string;
  readonly chunks: readonly ChunkEntry[];
  readonly answers: readonly AnswerEntry[];
  readonly places: readonly PlaceChunkEntry[];
  readonly summary: StoredSummary;
  readonly found: number;
  readonly kept: number;
  readonly issues: readonly Issue[];
  /** The issues in words, with what stands in the row: a line says nothing of a database. */
  readonly lines: readonly string[];
}

async function make(table: AskedTable, about: Parameters<typeof readRows>[1], out: string): Promise<Made> {
  const stem = stemOf(table.schema.file);
  await mkdir(dirname(join(out, stem)), { recursive: true });
  await removeFolders(out, stem, (name) => name.includes(MAKING));
  const folder = join(out, `${stem}${MAKING}${process.pid}`);
  await mkdir(folder);
  try {
    const rows = await readRows(table, about, folder);
    const written = packReader(about.dataset, rows.summary, rows.chunks, folder);
    const places = await writePlaceChunks(written, folder);
    return { folder, ...rows, places, answers: await writeAnswers(written, folder) };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

/** Between the name of the table and a number: a folder that is being filled, or was when somebody broke it off. */
const MAKING = '.making-';

function stemOf(file: string): string {
  return file.replace(/\.csv$/, '');
}

function indexOf(about: DataPackage, { file }: TableSchema, made: Made): PackIndex {
  const { chunks, places, answers, kept, found, issues, summary } = made;
  return {
    ...{ dataset: about.name, version: about.version },
    // No file stands behind it.
    source: { file, bytes: 0, sha256: '' },
    ...{ rows: kept, found, encoding: 'UTF-8', issues, summary },
    ...{ chunks, places, answers }
  };
}

interface Publishing {
  readonly from: string;
  readonly out: string;
  /** Of datapackage.json. */
  readonly text: string;
  readonly schema: TableSchema;
  readonly making: string;
  readonly index: PackIndex;
  readonly before: Before | undefined;
}

/** @returns the folder of the new pack */
async function publish({ from, out, text, schema, making, index, before }: Publishing): Promise<string> {
  const { file } = schema;
  const content = await digest(
    new TextEncoder().encode([...index.chunks, ...index.places].map(({ sha256 }) => sha256).join('\n'))
  );
  const directory = indexText({ ...index, source: { ...index.source, sha256: content } });
  const version = (await digest(new TextEncoder().encode(directory))).slice(0, 16);
  const folder = `${stemOf(file)}.${version}${PACK_FOLDER}`;
  await replaceFile(join(making, PACK_INDEX), directory);
  await takePlace(making, join(out, folder));
  for (const name of packageFiles(from))
    if (name !== PACKAGE_FILE && name !== file) await replaceFile(join(out, name), await readFile(join(from, name)));
  placeTexts(from, out);
  const stated = { rows: index.found, bytes: undefined, hash: undefined, pack: `${folder}/${PACK_INDEX}` };
  await replaceFile(join(out, PACKAGE_FILE), withTable(text, file, stated));
  // A table of before would be read as if it were these rows, wherever the pack can't be.
  for (const name of [file, `${file}.js`]) await rm(join(out, name), { force: true });
  // A page that has read the package before this one still finds its pack.
  const kept = new Set([folder, before?.folder]);
  await removeFolders(out, stemOf(file), (name) => name.endsWith(PACK_FOLDER) && !kept.has(name));
  await renewPage(out);
  return folder;
}

/** The very pack may be there: then its files are written anew, each at once. */
async function takePlace(making: string, folder: string): Promise<void> {
  if (!existsSync(folder)) return rename(making, folder);
  for (const name of await readdir(making)) await rename(join(making, name), join(folder, name));
  await rm(making, { recursive: true });
}

/** The pack that a folder has now. */
interface Before {
  readonly folder: string;
  readonly found: number;
}

/** Undefined where there is none, or none that can be read. */
async function packBefore(out: string, file: string): Promise<Before | undefined> {
  try {
    const { resources } = JSON.parse(await readFile(join(out, PACKAGE_FILE), 'utf8')) as {
      resources: { path: string; pack?: string }[];
    };
    const { pack = '' } = resources.find(({ path }) => path === file) ?? {};
    const { found } = JSON.parse(await readFile(join(out, pack), 'utf8')) as PackIndex;
    return { folder: dirname(pack), found };
  } catch {
    return undefined;
  }
}

async function removeFolders(out: string, stem: string, isOld: (name: string) => boolean): Promise<void> {
  const folder = dirname(join(out, stem));
  for (const name of await readdir(folder))
    if (name.startsWith(`${stem}.`) && isOld(name)) await rm(join(folder, name), { recursive: true, force: true });
}
