import type { Issue } from './issue';

/**
 * What became of the data, in one sentence without a full stop: how many rows and files were left out, and how much is
 * only a remark on data that is used. Empty without issues.
 */
export function issuesSummary(issues: readonly Issue[]): string {
  const lost = issues.filter(({ level }) => level === '错误');
  const placeOf = ({ row, cell }: Issue) => row ?? cell;
  const inRows = lost.filter((issue) => placeOf(issue) !== undefined);
  const rows = new Set(inRows.map((issue) => `${issue.file} ${placeOf(issue)}`)).size;
  const files = new Set(lost.filter((issue) => placeOf(issue) === undefined).map(({ file }) => file)).size;
  const remarks = issues.length - lost.length;
  return [
    rows > 0 ? `有${rows}行没有采用` : '',
    files > 0 ? `有${files}个文件没有读成` : '',
    remarks > 0 ? `有${remarks}处提醒，数据照用` : ''
  ]
    .filter(Boolean)
    .join('；');
}
