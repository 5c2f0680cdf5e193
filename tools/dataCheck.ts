/**
 * `npm run data:check [-- DIR]`: checks every table of DIR (`data` where none is given) with the code the page
 * loads it with, the list of the datasets below it too, and prints each fault in Chinese. Exit code 1 on any fault, 提醒 included.
 */
import { join } from 'node:path';
import { parsePackage } from '../src/datasets/check/schema';
import { INDEX_FILE, loadDatasetIndex } from '../src/datasets/datasetIndex';
import { loadDataset, type LoadResult } from '../src/datasets/loadDataset';
import { decode } from '../src/datasets/read/decode';
import { PACKAGE_FILE } from '../src/datasets/read/packageFile';
import type { DatasetEntry } from '../src/domain/model/datasetEntry';
import { type Issue, issueText } from '../src/domain/model/issue';
import { fetchFromFolder, isStarted } from './dataFolder';

export interface CheckReport {
  /** What to print, line by line. */
  readonly lines: readonly string[];
  readonly exitCode: 0 | 1 | 2;
}

/** Checks the dataset in `dir`; never throws for bad data. */
export async function checkData(dir: string): Promise<CheckReport> {
  const fetchBytes = fetchFromFolder(dir);
  const loaded = await loadDataset({ fetchBytes, review: true });
  const index = await loadDatasetIndex(fetchBytes);
  const listed = await Promise.all(index.entries.map((entry) => listedFaults(dir, entry)));
  const result = {
    ...loaded,
    issues: [...loaded.issues, ...index.issues, ...listed.reduce((a, b) => a.concat(b), [])]
  };
  const faults = result.issues.map((issue) => `${issue.level} ${issueText(issue)}`);
  return {
    lines: [...faults, ...(faults.length > 0 ? [''] : []), ...result.tables.map(tableLine(result)), closing(result)],
    exitCode: result.issues.length > 0 ? 1 : 0
  };
}

/** Whether a listed dataset is there, and is what the list says. The one in `dir` itself has been read already. */
async function listedFaults(dir: string, { id, folder, kind }: DatasetEntry): Promise<Issue[]> {
  if (folder === '') return [];
  const fault = (level: Issue['level'], why: string, todo: string): Issue[] => [
    { level, file: INDEX_FILE, value: id, rule: '数据集列表', why, todo }
  ];
  const bytes = await fetchFromFolder(join(dir, folder))(PACKAGE_FILE).catch(() => undefined);
  const decoded = bytes && decode(bytes, PACKAGE_FILE);
  const reading = decoded?.kind === 'text' ? parsePackage(decoded.text, PACKAGE_FILE) : undefined;
  if (reading?.kind !== 'package')
    return fault('错误', `${folder}/${PACKAGE_FILE} 没有读成`, `请补好这个数据集，或从 ${INDEX_FILE} 里删去。`);
  if (reading.package.fictional === (kind === '示例')) return [];
  const said = reading.package.fictional ? '写明是虚构的' : '没有写 "fictional": true';
  return fault('提醒', `kind 是“${kind}”，${folder}/${PACKAGE_FILE} ${said}`, '请把两处改成一致。');
}

const tableLine =
  (result: LoadResult) =>
  ({ file, title, encoding, found, kept }: LoadResult['tables'][number]): string => {
    if (encoding === null) return `${file}（${title}）：没有读成`;
    const count = result.issues.filter((issue) => issue.file === file).length;
    const left = found === kept ? '' : `，略过${found - kept}行`;
    return `${file}（${title}）：${found}行，读入${kept}行${left}；${encoding}；${count === 0 ? '无问题' : `${count}处问题`}`;
  };

function closing(result: LoadResult): string {
  if (result.issues.length === 0) return '全部通过。';
  const errors = result.issues.filter((issue) => issue.level === '错误').length;
  const reminders = result.issues.length - errors;
  const outcome = result.kind === 'failed' ? '看板打不开这份数据，请先改好上面的错误。' : '请逐条改好后再检查一次。';
  return `没有通过：错误${errors}处，提醒${reminders}处。${outcome}`;
}

if (isStarted(import.meta.url)) {
  const report = await checkData(process.argv[2] ?? 'data');
  console.log(report.lines.join('\n'));
  process.exitCode = report.exitCode;
}
