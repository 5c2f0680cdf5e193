/** Writing a pack into a data folder, so that what is there stays whole until the new one is. */
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { makeAnswers } from '../src/datasets/pack/makeAnswers';
import type { AnswerEntry, FileEntry, PackIndex, PlaceChunkEntry } from '../src/datasets/pack/format';
import { PACK_FORMAT, PACK_VERSION } from '../src/datasets/pack/format';
import { placeChunks } from '../src/datasets/pack/placeChunks';
import { digest } from '../src/datasets/read/sha256';
import type { Dataset } from '../src/domain/model/dataset';
import { nameDataFiles, writeTwins } from './dataTwins';

/** Fewer numbers are read as quickly from their table. */
export const LEAST_NUMBERS = 50_000;

const packed = promisify(gzip);

/** A chunk under a name that says what is in it: one that is there already stays. */
export async function writeChunk<T>(
  { bytes, ...about }: T & { readonly bytes: Uint8Array },
  folder: string
): Promise<FileEntry & Omit<T, 'bytes'>> {
  return { ...about, ...(await writeFileOf(bytes, folder)) };
}

/** What looks over all rows of a dataset, in files named as those of chunks. */
export async function writeAnswers(dataset: Dataset, folder: string): Promise<AnswerEntry[]> {
  const entries: AnswerEntry[] = [];
  for (const { name, bytes } of makeAnswers(dataset))
    entries.push({ name, ...(await writeFileOf(bytes, folder, `${name}-`)) });
  return entries;
}

async function writeFileOf(bytes: Uint8Array, folder: string, before = ''): Promise<FileEntry> {
  const content = await packed(bytes, { level: 9 });
  const sha256 = await digest(content);
  const file = `${before}${sha256.slice(0, 16)}.bin`;
  await replaceFile(join(folder, file), content);
  return { file, bytes: content.length, sha256 };
}

/** The rows once more by place; none where one chunk has them all, which says as much in one reading. */
export async function writePlaceChunks(dataset: Dataset, folder: string): Promise<PlaceChunkEntry[]> {
  const entries: PlaceChunkEntry[] = [];
  if (dataset.packed!.blocks.length < 2) return entries;
  for (const chunk of placeChunks(dataset)) entries.push(await writeChunk(chunk, folder));
  return entries;
}

/** The whole file or the one before: it is written beside and then takes the name. */
export async function replaceFile(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const beside = `${path}.new`;
  await writeFile(beside, content);
  await rename(beside, path);
}

export function indexText(index: PackIndex): string {
  return `${JSON.stringify({ format: PACK_FORMAT, formatVersion: PACK_VERSION, ...index })}\n`;
}

/**
 * datapackage.json with its table told anew.
 * @param stated what is said of the table from now on; undefined takes a word out
 */
export function withTable(text: string, file: string, stated: Readonly<Record<string, unknown>>): string {
  const root = JSON.parse(text.replace(/^\uFEFF/, '')) as { resources: { path: string }[] };
  const resources = root.resources.map((one) => (one.path === file ? { ...one, ...stated } : one));
  return `${JSON.stringify({ ...root, resources }, null, 2)}\n`;
}

/** The twins of the folder, and the page beside it, which asks for its files before it runs. */
export async function renewPage(out: string): Promise<void> {
  if (existsSync(join(out, 'twins.js'))) writeTwins(out);
  const page = join(out, '../index.html');
  if (!existsSync(page)) return;
  const html = await readFile(page, 'utf8');
  if (/ data-files="/.test(html)) await replaceFile(page, nameDataFiles(html, out));
}

/** What is said where a pack wouldn't be worth while. */
export function tooFew(numbers: number): string {
  return `只有${numbers}个数，照原样放就很快，没有做数据包（要做，请加 --force；满${LEAST_NUMBERS}个数才用得着）。`;
}

/** The files that a directory names. */
export function filesOf({ chunks = [], places = [], answers = [] }: Partial<PackIndex>): readonly FileEntry[] {
  return [...chunks, ...places, ...answers];
}

/** `36个文件，共7.5 MB`. */
export function packSize(index: PackIndex): string {
  const files = filesOf(index);
  return `${files.length}个文件，共${mb(files.reduce((sum, { bytes }) => sum + bytes, 0))}`;
}

export function mb(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
