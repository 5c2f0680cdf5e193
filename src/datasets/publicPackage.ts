/**
 * A data package as it may be published: counts of people by whom somebody could be recognised are withheld, and what
 * they could be worked out from.
 */
import { type Withheld, withheldNumbers, withheldRow, withheldText } from '../domain/audit/withheldNumbers';
import { type WithheldResult, withheldResults, withheldResultText } from '../domain/audit/withheldResults';
import type { TableRow } from '../domain/batch/batch';
import type { Dataset } from '../domain/model/dataset';
import type { ProgressRow } from '../domain/model/records';
import { AbsentFileError } from './fileError';
import { loadDataset } from './loadDataset';
import { PACKAGE_FILE } from './read/packageFile';
import { sha256 } from './read/sha256';
import { dataVersion } from './batch/dataVersion';
import { describePackage, type Description, versionPackage } from './batch/describePackage';
import { CHANGES_FILE, csvBytes, type PackageFiles, utf8 } from './batch/packageFiles';
import { readTextTables } from './batch/textTables';
import { twinsScript } from './batch/twins';
import { packageText } from './batch/packageText';

/** The list of what was withheld, without the numbers. */
const WITHHELD_FILE = '小数隐藏.md';

/** Columns of an observation that a number could be read from, and those that say it is withheld. */
const COLUMNS = [
  ...(['value', 'lower', 'upper', 'numerator', 'denominator', 'qualifier'] as const),
  ...(['status', 'flags', 'written', 'note'] as const)
];

export interface PublicPackage extends PackageFiles {
  /** A line each, without the number. */
  readonly withheld: readonly string[];
}

/** A table as it may be published. */
interface PublicTable {
  readonly table: 'observations' | 'progress';
  /** Lines of the rows that are in the dataset: others break a rule, and may hold a number too. */
  readonly read: ReadonlySet<number>;
  /** By line, the cells that take the place of those withheld; null where the whole row goes. */
  readonly withheld: ReadonlyMap<number, TableRow | null>;
}

/**
 * The package with the small numbers withheld (`withheldNumbers`, `withheldResults`, by the rule in it). Its list of changes, which would
 * tell them, is replaced by a sentence, rows that can't be read are left out, and it doesn't claim to hold batches.
 * @param packed as `packageFiles` makes it
 * @param day ISO day
 * @param textNames names of the texts that lie in `sources` beside the page
 * @throws Error with a Chinese message where the package can't be read
 */
export async function publicPackage(
  packed: PackageFiles,
  day: string,
  textNames: readonly string[]
): Promise<PublicPackage> {
  const read = (path: string) => Promise.resolve(packed.files.get(path));
  const dataset = await datasetOf(packed.files);
  const numbers = withheldNumbers(dataset, dataset.smallNumbers);
  const results = withheldResults(dataset, dataset.smallNumbers);
  const packageText = new TextDecoder().decode(packed.files.get(PACKAGE_FILE));
  const tables = await readTextTables(packageText, read, []);
  const files = new Map(packed.files);
  // A twin of the twins would tell everything.
  files.delete('twins.js');
  const stated = describedIn(packageText);
  let left = 0;
  for (const one of [publicNumbers(dataset, numbers), publicResults(dataset, results)]) {
    const known = tables.files.get(one.table);
    if (!known) continue;
    const before = tables.base.get(one.table)!;
    const rows = before.flatMap((row, at) => publicRow(row, known.lines[at]!, one));
    left += known.lines.filter((line) => !one.read.has(line)).length;
    const bytes = csvBytes(known.columns, rows);
    files.set(known.schema.file, bytes);
    stated.set(known.schema.file, { rows: rows.length, bytes: bytes.length, hash: `sha256:${sha256(bytes)}` });
  }
  const version = dataVersion(packed.version, [WITHHELD_FILE]);
  files.set(PACKAGE_FILE, utf8(describePackage(versionPackage(packageText, version, []), stated)));
  const title = `${version}（${day}）`;
  files.set(
    CHANGES_FILE,
    utf8(`# 数据变动\n\n## ${title}\n\n对外公布的数据包，逐条变动不在其中；隐藏了哪些数，见 ${WITHHELD_FILE}。\n`)
  );
  const withheld = [...numbers.map(withheldText), ...results.map(withheldResultText)];
  files.set(WITHHELD_FILE, utf8(withheldLog(title, withheld, left)));
  files.set('twins.js', utf8(twinsScript(files, textNames)));
  return { version, files, withheld };
}

/** The dataset of the files of a package; rejects with a Chinese reason. */
export async function datasetOf(files: ReadonlyMap<string, Uint8Array>): Promise<Dataset> {
  const loaded = await loadDataset({
    fetchBytes: async (path) => {
      const bytes = files.get(path);
      if (!bytes) throw new AbsentFileError(`没有 ${path}`);
      return bytes;
    }
  });
  if (loaded.kind === 'failed') throw new Error(loaded.issues[0]?.why ?? '数据包读不成');
  return loaded.dataset;
}

function publicRow(row: TableRow, line: number, { read, withheld }: PublicTable): TableRow[] {
  const cells = withheld.get(line);
  if (cells === undefined) return read.has(line) ? [row] : [];
  return cells ? [{ ...row, ...cells }] : [];
}

function publicNumbers(dataset: Dataset, withheld: readonly Withheld[]): PublicTable {
  return {
    table: 'observations',
    read: new Set(dataset.allObservations().map(({ row }) => row)),
    withheld: new Map(
      withheld.map(({ observation: o }) => {
        const shown = withheldRow(o);
        return [o.row, Object.fromEntries(COLUMNS.map((column) => [column, String(shown[column] ?? '')]))];
      })
    )
  };
}

/** A result goes with its rate, which leads back to it; a row without a target has nothing left. */
function publicResults(dataset: Dataset, withheld: readonly WithheldResult[]): PublicTable {
  const emptied = (row: ProgressRow): TableRow | null =>
    row.target === null ? null : { done: '', rate: '', note: '', written: `目标${row.target}${row.unit}，完成数隐藏` };
  return {
    table: 'progress',
    read: new Set(dataset.progress.map(({ row }) => row)),
    withheld: new Map(withheld.map(({ row }) => [row.row, emptied(row)]))
  };
}

/** What the package states of its files. */
function describedIn(text: string): Map<string, Description> {
  return new Map(
    packageText(text).resources.flatMap(({ path, rows, bytes, hash }): [string, Description][] =>
      typeof path === 'string' && typeof bytes === 'number' && typeof hash === 'string'
        ? [[path, { ...(typeof rows === 'number' ? { rows } : {}), bytes, hash }]]
        : []
    )
  );
}

function withheldLog(title: string, withheld: readonly string[], left: number): string {
  return [
    '# 小数隐藏',
    '',
    `${title}：隐藏了${withheld.length}个数。行号是隐藏前的；原文里还有这些数，公布时不要带 sources 文件夹。`,
    ...(left > 0 ? ['', `另有${left}行读不成，没有放进来。`] : []),
    '',
    ...withheld.map((line) => `- ${line}`),
    ''
  ].join('\n');
}
