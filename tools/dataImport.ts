/**
 * `npm run data:import -- [--into data] [--map FILE] [--out DIR] [--json] FILE…`: reads workbooks, texts and packages as
 * the page does, with the functions of 上新. Prints what was decided and what couldn't be read, and writes the package with the new rows to DIR,
 * an empty or a new folder; touches nothing else. Without `--map` only what is certain is taken, and the rest is listed.
 * Exit code 0 where every row was taken, 1 where one was left out, 2 where the command was wrong.
 */
import { copyFile, mkdir, readdir, readFile as readBytes, writeFile } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { packageFiles } from '../src/datasets/batch/packageFiles';
import { type ReadBytes, readTextTables, type TextTables } from '../src/datasets/batch/textTables';
import { answersOf, readingsOf } from '../src/datasets/intake/answersOf';
import { type IntakeFile, type KnownDataset, intakeFile, proposalsOfFiles } from '../src/datasets/intake/intakeFile';
import { batchesOf, reviewFiles } from '../src/datasets/intake/reviewFiles';
import { loadDataset } from '../src/datasets/loadDataset';
import { PACKAGE_FILE } from '../src/datasets/read/packageFile';
import { ownColumns } from '../src/datasets/workbook/ownColumns';
import { type FileReading, readFile } from '../src/datasets/workbook/readFile';
import { oddities } from '../src/domain/batch/plausible';
import { issueText } from '../src/domain/model/issue';
import { parseMapping, type Mapping } from '../src/domain/sheet/mapping';
import { answerKey, questionsOf } from '../src/domain/sheet/matching';
import { AbsentFileError } from '../src/datasets/fileError';
import { fetchFromFolder, isStarted } from './dataFolder';
import {
  asJson,
  asText,
  conflictRemark,
  oddRemark,
  type Imported,
  type ImportOutcome,
  newIssues,
  ruleRemarks
} from './importReport';

const USAGE = '用法：npm run data:import -- [--into 数据文件夹] [--map 对应关系.json] [--out 新文件夹] [--json] 文件…';

interface Order {
  readonly files: readonly string[];
  readonly into: string;
  readonly map: string | undefined;
  readonly out: string | undefined;
  readonly json: boolean;
}

/** Reads what the arguments name; never throws for bad input. */
export async function dataImport(args: readonly string[]): Promise<ImportOutcome> {
  const order = orderOf(args);
  if (typeof order === 'string') return { out: `${order}\n${USAGE}`, exitCode: 2 };
  const mapping = order.map === undefined ? EMPTY_MAPPING : await mappingAt(order.map);
  if (typeof mapping === 'string') return { out: mapping, exitCode: 2 };
  const busy = order.out === undefined ? undefined : await outFault(order.out, order.into);
  if (busy !== undefined) return { out: busy, exitCode: 2 };
  const fetchBytes = fetchFromFolder(order.into);
  const loaded = await loadDataset({ fetchBytes });
  if (loaded.kind === 'failed') {
    return { out: [`数据文件夹“${order.into}”读不成。`, ...loaded.issues.map(issueText)].join('\n'), exitCode: 2 };
  }
  const packageText = new TextDecoder().decode(await fetchBytes(PACKAGE_FILE));
  const read: ReadBytes = (path) =>
    fetchBytes(path).catch((error: unknown) => {
      if (error instanceof AbsentFileError) return undefined;
      throw error;
    });
  const tables = await readTextTables(packageText, read, []);
  const imported = await importFiles(order.files, loaded.dataset, tables, mapping);
  const { batches } = imported;
  // The rows as the page would show them: what a whole load says of them, it says here.
  const after = await loadDataset({ fetchBytes, batches: () => Promise.resolve(batches) });
  const all = { ...imported, remarks: [...imported.remarks, ...newIssues(loaded.issues, after.issues)] };
  if (order.out !== undefined) {
    const setting = { batches, day: new Date().toISOString().slice(0, 10), textNames: await textsIn(order.into) };
    const { files } = await packageFiles(await readTextTables(packageText, read, batches), read, setting);
    await writePackage(order.into, order.out, files);
  }
  return order.json ? asJson(all) : asText(all, order.out);
}

const EMPTY_MAPPING: Mapping = { form: 1, layouts: [], answers: {} };

function orderOf(args: readonly string[]): Order | string {
  let parsed;
  try {
    const text = { type: 'string' } as const;
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { into: text, map: text, out: text, json: { type: 'boolean' } }
    });
  } catch (error) {
    return `参数不对：${(error as Error).message.split('\n')[0]}`;
  }
  const { values, positionals } = parsed;
  if (positionals.length === 0) return '没有写要读的文件。';
  return {
    files: positionals,
    into: values.into ?? 'data',
    map: values.map,
    out: values.out,
    json: values.json ?? false
  };
}

async function mappingAt(path: string): Promise<Mapping | string> {
  const text = await readBytes(path, 'utf8').catch(() => undefined);
  if (text === undefined) return `对应关系文件“${path}”打不开。`;
  const reading = parseMapping(text);
  return reading.kind === 'mapping' ? reading.mapping : `对应关系文件“${path}”不能用：${reading.why}。`;
}

/** A folder with anything in it, or one inside the data, would mix two packages. */
async function outFault(out: string, into: string): Promise<string | undefined> {
  const inside = relative(resolve(into), resolve(out));
  if (inside === '' || !inside.startsWith('..')) return `不能写进数据文件夹“${into}”里面：请给另一个文件夹。`;
  const entries = await readdir(out).catch((error: NodeJS.ErrnoException) =>
    error.code === 'ENOENT' ? [] : undefined
  );
  if (entries === undefined) return `“${out}”不是文件夹。`;
  return entries.length > 0 ? `文件夹“${out}”里已有东西：请给一个空的或新的文件夹。` : undefined;
}

/** Reads the files and holds them against the tables, all with the functions of 上新; nothing there is replaced. */
async function importFiles(
  paths: readonly string[],
  known: KnownDataset & { readonly version: string },
  tables: TextTables,
  mapping: Mapping
): Promise<Imported> {
  const columns = ownColumns(tables.schemas);
  const files: IntakeFile[] = [];
  for (const path of paths) files.push(intakeFile(files.length, await fileAt(path), known, columns, mapping.layouts));
  const readings = readingsOf(files);
  const questions = questionsOf(
    readings.flatMap(({ facts }) => facts),
    known
  );
  const answers = answersOf(questions, files, known, { remembered: mapping.answers, given: {} });
  const proposals = proposalsOfFiles(files, readings, answers, known, columns);
  const review = reviewFiles(proposals, tables);
  const about = { made: new Date().toISOString(), base: known.version };
  return {
    files: proposals.map(({ file, proposal }, i) => {
      const facts = readingsOf([files[i]!]).flatMap((reading) => reading.facts);
      const open = questionsOf(facts, known).filter(({ kind, name }) => !(answerKey(kind, name) in answers));
      return { file, proposal, questions: open };
    }),
    remarks: [
      ...ruleRemarks(review, tables),
      ...review.reviewed.flatMap((row) => conflictRemark(row)),
      ...oddities(review.base, review.rows, review.names).map(oddRemark)
    ],
    same: review.reviewed.filter(({ standing }) => standing === '相同').length,
    batches: batchesOf(review, new Map(), about),
    mapping: {
      ...mapping,
      layouts: files.flatMap((file) => file.tables.map(({ layout }) => layout))
    }
  };
}

async function fileAt(path: string): Promise<FileReading> {
  const name = basename(path);
  const bytes = await readBytes(path).catch(() => undefined);
  if (bytes) return readFile(new Uint8Array(bytes), name);
  const origin = { file: name, sheet: '', cell: '', shown: '' };
  return {
    kind: 'refused',
    file: { name, bytes: 0, sha256: '' },
    remark: { level: '未采用', origin, rule: '打不开', why: '文件打不开', todo: '请检查路径和权限。' }
  };
}

/** Names of the texts of reports that lie beside the tables. */
async function textsIn(dir: string): Promise<string[]> {
  return (await readdir(join(dir, 'sources')).catch(() => [])).sort();
}

/** Writes the files into `out`, an empty or a new folder, and what else stands beside the tables of `dir`. */
async function writePackage(dir: string, out: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  await mkdir(out, { recursive: true });
  for (const entry of await readdir(dir, { withFileTypes: true })) {
    if (entry.isFile() && /\.(?:csv|json|md)$/.test(entry.name) && !files.has(entry.name))
      await copyFile(join(dir, entry.name), join(out, entry.name));
  }
  for (const [name, bytes] of files) await writeFile(join(out, name), bytes);
}

if (isStarted(import.meta.url)) {
  const { out, exitCode } = await dataImport(process.argv.slice(2));
  console.log(out);
  process.exitCode = exitCode;
}
