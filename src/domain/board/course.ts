/** One task through its cut-off days: since when it is red, and since when it falls back. */
import { completionsOf } from './completions';
import type { LightLevel, LightRule } from '../lights/rule';
import type { Dataset } from '../model/dataset';
import { rowsOfTask } from '../model/tasks';
import { roundTo } from '../number/rounding';
import type { Completion } from '../progress/completion';

/**
 * The task of a completion up to each cut-off day of the same period that has a lead, ascending; the completion itself is
 * the last. 位次 is not asked again for a day that is past: those are lit by the dataset's default rule.
 */
export function courseOf(dataset: Dataset, c: Completion, rule: LightRule): readonly Completion[] {
  const earlier = rowsOfTask(dataset, c.programme.id, c.place.id).filter(
    (r) => r.period.text === c.row.period.text && r.asOf !== '' && r.asOf < c.row.asOf
  );
  const byDay = new Map<string, Completion>();
  for (const one of completionsOf(dataset, earlier, rule.family === '位次' ? dataset.defaultRule : rule)) {
    if (one.lead !== null && !byDay.has(one.row.asOf)) byDay.set(one.row.asOf, one);
  }
  const past = [...byDay.values()].sort((a, b) => (a.row.asOf < b.row.asOf ? -1 : 1));
  return [...past, c];
}

/** The cut-off day from which it has shown its light without a break; its own where the one before showed another. */
export function litSince(course: readonly Completion[], level: LightLevel): string {
  let since = '';
  for (let at = course.length - 1; at >= 0 && course[at]!.light.level === level; at--) since = course[at]!.row.asOf;
  return since;
}

/** How many times in a row the lead fell up to the last cut-off day, and the first of those days; 0 and empty for none. */
export function fallsOf(course: readonly Completion[]): { readonly count: number; readonly since: string } {
  let count = 0;
  let since = '';
  for (let at = course.length - 1; at > 0; at--) {
    const [before, now] = [course[at - 1]!.lead, course[at]!.lead];
    if (before === null || now === null || roundTo(now - before, 2) >= 0) break;
    count += 1;
    since = course[at]!.row.asOf;
  }
  return { count, since };
}
