/**
 * A data package as it may be published: counts of people by whom somebody could be recognised are withheld, and what
 * they could be worked out from.
 */
import { type Withheld, withheldNumbers, withheldRow, withheldText } from '../domain/audit/smallNumbers';
import type { TableRow } from '../domain/batch/batch';
import type { Observation } from '../domain/model/records';
import { AbsentFileError } from './fileError';
import { loadDataset } from './loadDataset';
import { PACKAGE_FILE } from './read/packageFile';
import { sha256 } from './read/sha256';
import { dataVersion } from './batch/dataVersion';
import { describePackage, type Description, versionPackage } from './batch/describePackage';
import { CHANGES_FILE, csvBytes, type PackageFiles, utf8 } from './batch/packageFiles';
import { readTextTables } from './batch/textTables';
import { twinsScript } from './batch/twins';

/** The list of what was withheld, without the numbers. */
const WITHHELD_FILE = '小数隐藏.md';

/** Columns that a number could be read from, and those that say it is withheld. */
const COLUMNS = [
  ...(['value', 'lower', 'upper', 'numerator', 'denominator', 'qualifier'] as const),
  ...(['status', 'flags', 'written', 'note'] as const)
];

export interface PublicPackage extends PackageFiles {
  readonly withheld: readonly Withheld[];
}

/**
 * The package with the small numbers withheld (`withheldNumbers`, by the rule in it). Its list of changes, which would
 * tell them, is replaced by a sentence, rows of observations that can't be read are left out, and it doesn't claim to hold batches.
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
  const loaded = await loadDataset({
    fetchBytes: async (path) => {
      const bytes = packed.files.get(path);
      if (!bytes) throw new AbsentFileError(`没有 ${path}`);
      return bytes;
    }
  });
  if (loaded.kind === 'failed') throw new Error(loaded.issues[0]?.why ?? '数据包读不成');
  const { dataset } = loaded;
  const withheld = withheldNumbers(dataset, dataset.smallNumbers);
  const packageText = new TextDecoder().decode(packed.files.get(PACKAGE_FILE));
  const tables = await readTextTables(packageText, read, []);
  const { file } = tables.schemas.find(({ name }) => name === 'observations')!;
  const { columns, lines } = tables.files.get('observations')!;
  const before = tables.base.get('observations')!;
  const rows = publicRows(before, lines, dataset.allObservations(), withheld);
  const version = dataVersion(packed.version, [WITHHELD_FILE]);
  const bytes = csvBytes([...columns, ...(columns.includes('flags') ? [] : ['flags'])], rows);
  const files = new Map(packed.files).set(file, bytes);
  // A twin of the twins would tell everything.
  files.delete('twins.js');
  const stated = describedIn(packageText).set(file, {
    rows: rows.length,
    bytes: bytes.length,
    hash: `sha256:${sha256(bytes)}`
  });
  files.set(PACKAGE_FILE, utf8(describePackage(versionPackage(packageText, version, []), stated)));
  const title = `${version}（${day}）`;
  files.set(
    CHANGES_FILE,
    utf8(`# 数据变动\n\n## ${title}\n\n对外公布的数据包，逐条变动不在其中；隐藏了哪些数，见 ${WITHHELD_FILE}。\n`)
  );
  files.set(WITHHELD_FILE, utf8(withheldLog(title, withheld, before.length - rows.length)));
  files.set('twins.js', utf8(twinsScript(files, textNames)));
  return { version, files, withheld };
}

/** The rows of the dataset with those withheld emptied. */
function publicRows(
  rows: readonly TableRow[],
  lines: readonly number[],
  kept: readonly Observation[],
  withheld: readonly Withheld[]
): TableRow[] {
  const read = new Set(kept.map(({ row }) => row));
  const hidden = new Map(withheld.map(({ observation }) => [observation.row, observation]));
  return rows.flatMap((row, at) => {
    const line = lines[at]!;
    const o = hidden.get(line);
    if (o) return [emptied(row, o)];
    return read.has(line) ? [row] : [];
  });
}

function emptied(row: TableRow, o: Observation): TableRow {
  const shown = withheldRow(o);
  const cells = COLUMNS.map((column): [string, string] => [column, String(shown[column] ?? '')]);
  return { ...row, ...Object.fromEntries(cells) };
}

/** What the package states of its files. */
function describedIn(packageText: string): Map<string, Description> {
  const { resources } = JSON.parse(packageText) as { resources: (Partial<Description> & { path?: string })[] };
  return new Map(
    resources.flatMap(({ path, rows, bytes, hash }): [string, Description][] =>
      path !== undefined && bytes !== undefined && hash !== undefined ? [[path, { rows, bytes, hash }]] : []
    )
  );
}

function withheldLog(title: string, withheld: readonly Withheld[], left: number): string {
  const lines = withheld.map((one) => `- ${withheldText(one)}`);
  return [
    '# 小数隐藏',
    '',
    `${title}：隐藏了${withheld.length}个数。行号是隐藏前的；原文里还有这些数，公布时不要带 sources 文件夹。`,
    ...(left > 0 ? ['', `另有${left}行观测值读不成，没有放进来。`] : []),
    '',
    ...lines,
    ''
  ].join('\n');
}
