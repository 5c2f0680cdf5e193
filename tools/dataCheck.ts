/**
 * `npm run data:check [-- DIR]`: checks every table of DIR (`data` where none is given) with the code the page
 * loads it with, and prints each fault in Chinese. Exit code 1 on any fault, 提醒 included.
 */
import { loadDataset, type LoadResult } from '../src/datasets/loadDataset';
import { issueText } from '../src/domain/model/issue';
import { fetchFromFolder, isStarted } from './dataFolder';

export interface CheckReport {
  /** What to print, line by line. */
  readonly lines: readonly string[];
  readonly exitCode: 0 | 1;
}

/** Checks the dataset in `dir`; never throws for bad data. */
export async function checkData(dir: string): Promise<CheckReport> {
  const result = await loadDataset({ fetchBytes: fetchFromFolder(dir), review: true });
  const faults = result.issues.map((issue) => `${issue.level} ${issueText(issue)}`);
  return {
    lines: [...faults, ...(faults.length > 0 ? [''] : []), ...result.tables.map(tableLine(result)), closing(result)],
    exitCode: result.issues.length > 0 ? 1 : 0
  };
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
