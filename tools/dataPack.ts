/**
 * `npm run data:pack -- --from data --out dist/data [--source database [--table name]] [--force]`: writes the package of
 * a folder with a pack of its observations, so that a page opens hundreds of thousands of numbers without reading their
 * table. The table stays beside it. What is there stays whole until the new pack is: chunks have names of their own, the directory and then
 * datapackage.json are replaced last, each at once. Exit code 1 where the package can't be read, 2 where the command was
 * wrong.
 */
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { loadDataset } from '../src/datasets/loadDataset';
import { parsePackage } from '../src/datasets/check/schema';
import { type ChunkEntry, type FileEntry, PACK_FOLDER, PACK_INDEX, type PackIndex } from '../src/datasets/pack/format';
import { makeChunks } from '../src/datasets/pack/makePack';
import { type PackSummary, PackSummaryBuilder } from '../src/datasets/pack/packSummary';
import { storedSummary } from '../src/datasets/pack/storedSummary';
import { PACKAGE_FILE } from '../src/datasets/read/packageFile';
import { digest } from '../src/datasets/read/sha256';
import type { Dataset } from '../src/domain/model/dataset';
import { issueText } from '../src/domain/model/issue';
import type { CheckReport } from './dataCheck';
import { fetchFromFolder, isStarted } from './dataFolder';
import { copyFolder } from './dataTwins';
import {
  filesOf,
  indexText,
  LEAST_NUMBERS,
  mb,
  packSize,
  renewPage,
  replaceFile,
  tooFew,
  withTable,
  writeAnswers,
  writeChunk,
  writePlaceChunks
} from './packFolder';
import { packReader } from './packReader';
import { packFromSource } from './sql/packFromSource';
import { type Source, sourceOf } from './sql/source';

const USAGE =
  '用法：npm run data:pack -- --from 数据文件夹 [--source 数据库 [--table 表]] --out 新文件夹 [--force]\n' +
  '数据库：某某.duckdb、某某.parquet、某某.csv，或 clickhouse://主机:端口/库[?cluster=集群]（见 docs/从数据库做数据包.md）';

/** Packs what the arguments name; never throws for bad data. */
export async function dataPack(args: readonly string[]): Promise<CheckReport> {
  const order = orderOf(args);
  if (typeof order === 'string') return { lines: [order, USAGE], exitCode: 2 };
  const { from, out, force } = order;
  if (order.source) return packFromSource({ from, out, force, source: order.source });
  const read = fetchFromFolder(from);
  const loaded = await loadDataset({ fetchBytes: read });
  if (loaded.kind === 'failed')
    return { lines: [`数据文件夹“${from}”读不成。`, ...loaded.issues.map(issueText)], exitCode: 1 };
  const { dataset } = loaded;
  if (dataset.size < LEAST_NUMBERS && !force) return { lines: [tooFew(dataset.size)], exitCode: 0 };
  const text = new TextDecoder().decode(await read(PACKAGE_FILE));
  const parsed = parsePackage(text, PACKAGE_FILE);
  if (parsed.kind === 'refused') return { lines: parsed.issues.map(issueText), exitCode: 1 };
  const { file } = parsed.package.tables.find(({ name }) => name === 'observations')!;
  const report = loaded.tables.find((one) => one.file === file)!;
  const own = loaded.issues.filter((issue) => issue.file === file);
  const lost = own.filter(({ wholeFile }) => wholeFile === true);
  if (lost.length > 0) return { lines: [...lost.map(issueText), `没有做数据包。`], exitCode: 1 };
  const folder = file.replace(/\.csv$/, '') + PACK_FOLDER;
  await mkdir(join(out, folder), { recursive: true });
  const chunks = await writeChunks(dataset, join(out, folder));
  const summary = storedSummary(summaryOfAll(dataset), dataset);
  const written = packReader(dataset, summary, chunks, join(out, folder));
  const places = await writePlaceChunks(written, join(out, folder));
  const answers = await writeAnswers(written, join(out, folder));
  const table = await read(file);
  const index: PackIndex = {
    ...{ dataset: parsed.package.name, version: parsed.package.version },
    source: { file, bytes: table.length, sha256: await digest(table) },
    rows: dataset.size,
    found: report.found,
    encoding: report.encoding ?? 'UTF-8',
    // Of the table as the package states it from now on.
    issues: own.filter(({ rule }) => !STATED.includes(rule)),
    ...{ summary, chunks, places, answers }
  };
  const before = await filesBefore(join(out, folder));
  if (resolve(from) !== resolve(out)) copyFolder(from, out);
  await replaceFile(join(out, folder, PACK_INDEX), indexText(index));
  const { source, found } = index;
  const stated = { rows: found, bytes: source.bytes, hash: `sha256:${source.sha256}`, pack: `${folder}/${PACK_INDEX}` };
  await replaceFile(join(out, PACKAGE_FILE), withTable(text, file, stated));
  // A page that has read the directory before this one still finds its chunks.
  await removeFiles(join(out, folder), new Set([...filesOf(index), ...before].map((one) => one.file)));
  await renewPage(out);
  return {
    lines: [
      ...loaded.issues.map(issueText),
      `${file}：${dataset.size}个数，${mb(table.length)}；数据包：${packSize(index)}。`,
      `已写入 ${out}。换了 ${file}，请再运行一次。`
    ],
    exitCode: 0
  };
}

interface Order {
  readonly from: string;
  readonly out: string;
  readonly force: boolean;
  /** Where the observations are, if not in the folder. */
  readonly source: Source | undefined;
}

function orderOf(args: readonly string[]): Order | string {
  try {
    const text = { type: 'string' } as const;
    const options = { from: text, out: text, source: text, table: text, force: { type: 'boolean' } } as const;
    const { from, out, source, table, force = false } = parseArgs({ args: [...args], options }).values;
    if (!from || !out) return '要写明从哪个文件夹读（--from）、写到哪个文件夹（--out）。';
    const inside = relative(resolve(from), resolve(out));
    if (inside !== '' && !inside.startsWith('..')) return '新文件夹不能在数据文件夹里面。';
    if (source === undefined)
      return table === undefined ? { from, out, force, source } : '--table 要和 --source 一起写。';
    if (inside === '') return '从数据库做，新文件夹要另外一个，不能就是数据文件夹。';
    const read = sourceOf(source, table, process.env);
    return typeof read === 'string' ? read : { from, out, force, source: read };
  } catch {
    return '有不认识的参数。';
  }
}

function summaryOfAll(dataset: Dataset): PackSummary {
  const sums = new PackSummaryBuilder(dataset);
  for (const { columns } of dataset.blocks()) sums.add(columns);
  return sums.build();
}

/** Each chunk under a name that says what is in it: one that is there already stays. */
async function writeChunks(dataset: Dataset, folder: string): Promise<ChunkEntry[]> {
  const entries: ChunkEntry[] = [];
  for (const chunk of makeChunks(dataset)) entries.push(await writeChunk(chunk, folder));
  return entries;
}

/** The files that the directory names which is there now; none where it can't be read. */
async function filesBefore(folder: string): Promise<readonly FileEntry[]> {
  try {
    return filesOf(JSON.parse(await readFile(join(folder, PACK_INDEX), 'utf8')) as Partial<PackIndex>);
  } catch {
    return [];
  }
}

async function removeFiles(folder: string, kept: ReadonlySet<string>): Promise<void> {
  for (const name of await readdir(folder))
    if (/\.bin(\.js|\.new)?$/.test(name) && !kept.has(name.replace(/\.(js|new)$/, ''))) await rm(join(folder, name));
}

/** What the package says of a table that is another than it was. */
const STATED: readonly string[] = ['行数', '校验值', '大小'];

if (isStarted(import.meta.url)) {
  const report = await dataPack(process.argv.slice(2));
  console.log(report.lines.join('\n'));
  process.exitCode = report.exitCode;
}
