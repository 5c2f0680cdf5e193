/** Where the figures of a sentence stand, as footnotes have it: a report with its lines. */
import type { Citation } from '../../domain/evidence/citation';
import { positionText } from '../../domain/wording/position';

/** More places than this are counted, not listed: a footnote of half a page is read by nobody. */
const MOST_POSITIONS = 12;
const MOST_REPORTS = 5;

/** `《2020年总结》（A级）第3、12行；…`; empty where nothing is cited. */
export function footnoteText(citations: readonly Citation[]): string {
  const reports = new Map<string, Citation[]>();
  for (const one of citations) reports.set(one.source.id, [...(reports.get(one.source.id) ?? []), one]);
  const texts = [...reports.values()].map(reportText);
  const more = texts.length - MOST_REPORTS;
  return more > 0
    ? `${texts.slice(0, MOST_REPORTS).join('；')}；另有${more}份报告，见文末资料来源。`
    : texts.length > 0
      ? `${texts.join('；')}。`
      : '';
}

function reportText(citations: readonly Citation[]): string {
  const { title, grade } = citations[0]!.source;
  return `${quoted(title)}（${grade}级）${positionsText(citations)}`;
}

/** The title in 书名号, as a citation has it; once only. */
export function quoted(title: string): string {
  return title.includes('《') ? title : `《${title}》`;
}

function positionsText(citations: readonly Citation[]): string {
  const lines = citations.flatMap(({ line }) => (line === null ? [] : [line]));
  const unique = [...new Set(lines)].sort((a, b) => a - b);
  const cells = [...new Set(citations.filter(({ line }) => line === null).map((one) => positionText(one)))].filter(
    (text) => text !== ''
  );
  const counted = unique.length > MOST_POSITIONS ? `等${unique.length}处` : '';
  const listed = unique.length > 0 ? `第${unique.slice(0, MOST_POSITIONS).join('、')}行${counted}` : '';
  const cellsText = cells.slice(0, MOST_POSITIONS).join('、');
  return [listed, cells.length > MOST_POSITIONS ? `${cellsText}等${cells.length}处` : cellsText]
    .filter(Boolean)
    .join('，');
}
