/**
 * `npm run data:audit [-- DIR]`: what the texts of DIR (`data` where none is given) contradict themselves in, and
 * what was checked and found right. The findings are about the texts, so the exit code is 0; 1 only where the
 * data can't be read.
 */
import { loadDataset } from '../src/datasets/loadDataset';
import { auditOf } from '../src/domain/audit/audit';
import { auditLines } from '../src/domain/audit/report';
import { issueText } from '../src/domain/model/issue';
import { fetchFromFolder, isStarted } from './dataFolder';

export interface AuditReport {
  /** What to print, line by line. */
  readonly lines: readonly string[];
  readonly exitCode: 0 | 1;
}

/** Audits the dataset in `dir`; never throws for bad data. Rows that couldn't be read are said to be left out. */
export async function auditData(dir: string): Promise<AuditReport> {
  const result = await loadDataset({ fetchBytes: fetchFromFolder(dir) });
  if (result.kind === 'failed') {
    return {
      lines: [...result.issues.map(issueText), '数据读不成，没有自查。请先运行 npm run data:check。'],
      exitCode: 1
    };
  }
  const left = result.issues.length;
  const warning = left > 0 ? [`数据本身有${left}处问题，有错的行没有自查，请先运行 npm run data:check。`, ''] : [];
  return { lines: [...warning, ...auditLines(auditOf(result.dataset))], exitCode: 0 };
}

if (isStarted(import.meta.url)) {
  const report = await auditData(process.argv[2] ?? 'data');
  console.log(report.lines.join('\n'));
  process.exitCode = report.exitCode;
}
