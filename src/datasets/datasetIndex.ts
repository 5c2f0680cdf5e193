/** data/datasets.json: which datasets lie beside the page. A list that can't be read costs nothing but itself. */
import { DATASET_KINDS, type DatasetEntry, OWN_DATASET } from '../domain/model/datasetEntry';
import { isFields } from '../domain/model/fields';
import { type Issue, shortValue } from '../domain/model/issue';
import { asText } from './check/json';
import { AbsentFileError, fetchFault } from './fileError';
import type { FetchBytes } from './loadEffects';
import { decode } from './read/decode';
import { IssueList } from './read/issueList';

export const INDEX_FILE = 'datasets.json';

export interface DatasetIndex {
  /** The package in `data/` itself first; no two of one id or folder. */
  readonly entries: readonly DatasetEntry[];
  readonly issues: readonly Issue[];
}

const RULE = '数据集列表';
const HOW = '请写成 [{ "id": "demo", "name": "示例", "folder": "demo", "kind": "示例" }]。';

/** Reads the list; without the file there is the package in `data/` alone. Never rejects. */
export async function loadDatasetIndex(fetchBytes: FetchBytes): Promise<DatasetIndex> {
  const issues = new IssueList(INDEX_FILE);
  const none = (): DatasetIndex => ({ entries: [OWN_DATASET], issues: issues.all() });
  try {
    const decoded = decode(await fetchBytes(INDEX_FILE), INDEX_FILE);
    if (decoded.kind === 'text') return parseDatasetIndex(decoded.text);
    issues.add({ ...decoded.issue, todo: '请存为 UTF-8 的文本。' });
  } catch (error) {
    if (error instanceof AbsentFileError) return none();
    issues.add({ level: '错误', rule: RULE, ...fetchFault(INDEX_FILE, error), wholeFile: true });
  }
  return none();
}

/** Parses the text of the list. An entry that can't be used is left out and named. */
export function parseDatasetIndex(text: string): DatasetIndex {
  const issues = new IssueList(INDEX_FILE);
  const root = parsed(text);
  if (!Array.isArray(root)) {
    const why = root === undefined ? '不是合格的 JSON' : '最外层不是一个列表';
    issues.add({ level: '错误', rule: RULE, why: `${why}，只打开 data 里的数据`, todo: HOW, wholeFile: true });
    return { entries: [OWN_DATASET], issues: issues.all() };
  }
  const entries: DatasetEntry[] = [];
  root.forEach((value: unknown, at) => {
    const fault = entryFault(value, entries);
    if (typeof fault !== 'string') entries.push(fault);
    else {
      const value80 = shortValue(JSON.stringify(value) ?? '');
      issues.add({
        level: '错误',
        value: value80,
        rule: RULE,
        why: `第${at + 1}个数据集${fault}，没有列出`,
        todo: HOW
      });
    }
  });
  const own = entries.find(({ folder }) => folder === '') ?? freeOwn(entries);
  return { entries: [own, ...entries.filter((entry) => entry !== own)], issues: issues.all() };
}

/** An entry, or what is wrong with it. */
function entryFault(value: unknown, before: readonly DatasetEntry[]): DatasetEntry | string {
  if (!isFields(value)) return '不是一个对象';
  const [id, name, folder, kind] = ['id', 'name', 'folder', 'kind'].map((key) => asText(value[key]).trim()) as [
    string,
    string,
    string,
    string
  ];
  if (!/^[A-Za-z0-9][A-Za-z0-9_-]*$/.test(id)) return `的 id“${shortValue(id)}”不是字母、数字、“-”“_”`;
  if (name === '') return '没有 name';
  if (typeof value.folder !== 'string' || !isFolder(folder))
    return `的 folder“${shortValue(folder)}”不是 data 里的文件夹`;
  const known = DATASET_KINDS.find((one) => one === kind);
  if (!known) return `的 kind“${shortValue(kind)}”不是“实际”或“示例”`;
  if (before.some((entry) => entry.id === id)) return `的 id“${id}”和前面的重复`;
  if (before.some((entry) => entry.folder === folder)) return `的 folder“${folder}”和前面的重复`;
  return { id, name, folder, kind: known };
}

/** The package in `data/` itself where the list doesn't name it, under an id that no other has. */
function freeOwn(entries: readonly DatasetEntry[]): DatasetEntry {
  let { id } = OWN_DATASET;
  while (entries.some((entry) => entry.id === id)) id += '-';
  return { ...OWN_DATASET, id };
}

/** One folder below `data/` or `data/` itself: no way up or further down, no other host or drive, none of the page's own. */
function isFolder(folder: string): boolean {
  return folder === '' || (/^[^/\\:?#*"<>|%\s.][^/\\:?#*"<>|%\s]*$/.test(folder) && folder !== 'sources');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch {
    return undefined;
  }
}
