import type { Grade, Source } from '../model/records';
import { gradedTitle } from './position';

/** `来源：4份报告（A级1、B级2、C级1）· 数据截止2020-12-31`; with one report, its title. Empty lists say so. */
export function sourceLineText(sources: readonly Source[], cutoff: string): string {
  const until = cutoff ? ` · 数据截止${cutoff}` : '';
  if (sources.length === 0) return `来源：无${until}`;
  if (sources.length === 1) return `来源：${gradedTitle(sources[0]!)}${until}`;
  const grades: Grade[] = ['A', 'B', 'C'];
  const counted = grades
    .map((grade) => ({ grade, count: sources.filter((s) => s.grade === grade).length }))
    .filter(({ count }) => count > 0)
    .map(({ grade, count }) => `${grade}级${count}`);
  return `来源：${sources.length}份报告（${counted.join('、')}）${until}`;
}

/** What the grades mean, as a sentence for the source list. */
export const GRADE_TEXT: Readonly<Record<Grade, string>> = {
  A: 'A级：发布单位官网原文',
  B: 'B级：有名称的报告，由别处转载',
  C: 'C级：未具名或日期不明'
};
