/**
 * One task month by month: how far it was at each cut-off day, how far it should have been, where it stood a year before,
 * and where it may end.
 */
import type { BeforePoint, ClockPoint, TaskMonths } from './answer';
import { forecastRange } from './forecastRange';
import { monthsNotes, monthsSubtitle, monthsVerdict } from './wording';
import { hasLimits } from '../board/board';
import { completionsOf } from '../board/completions';
import { type LightRule, ruleText } from '../lights/rule';
import type { Dataset } from '../model/dataset';
import { doneSign } from '../model/goal';
import { isBound, type ProgressRow } from '../model/records';
import { rowsOfTask } from '../model/tasks';
import { roundTo } from '../number/rounding';
import type { Completion } from '../progress/completion';
import { elapsedPercent } from '../progress/schedule';
import { addDays, dayYearAfter, isIsoDay, isoDay, lastDayOfMonth, partsOfDay } from '../time/calendar';
import { parsePeriod } from '../time/parsePeriod';
import { type Period, yearBefore } from '../time/period';
import { periodLabel } from '../time/periodLabel';

/** A forecast beyond it doesn't stretch the axis: one hasty month would flatten all the rest. */
const CAP = 150;

export interface TaskMonthsQuery {
  /** Ids. */
  readonly programme: string;
  readonly place: string;
  /** Canonical text. */
  readonly period: string;
  readonly rule: LightRule;
  /** ISO: only what was reported up to this day; absent for all. */
  readonly until?: string;
}

/**
 * The months of a task; undefined where the dataset has no row of it. A row without a cut-off day, a plan, and a figure
 * without a completion aren't on the line. Of several rows of one day the first counts.
 * The year before is that of the same programme at the same place, over the same period a year earlier, in the same
 * unit (`rowsBefore`); where no report has it, what `lastYearOf` finds for single days.
 */
export function taskMonths(dataset: Dataset, query: TaskMonthsQuery): TaskMonths | undefined {
  const { rule } = query;
  const all = rowsOfTask(dataset, query.programme, query.place);
  const own = all.filter((row) => row.period.text === query.period);
  const [first] = own;
  if (!first) return undefined;
  const whole = courseOf(dataset, own, rule);
  const course = query.until === undefined ? whole : lastLit(dataset, own, whole, { ...query, until: query.until });
  const now = course[course.length - 1] ?? null;
  const { period, unit } = now?.row ?? first;
  const days = daysOf(period, whole);
  const clock = now && isTimeless(now) ? [] : clockOf(first.programme.schedule, period);
  const rows = rowsBefore(all, period, unit);
  const before = rows.length > 0 ? pointsBefore(dataset, rows, now, rule) : derivedBefore(course);
  const range = forecastRange(course);
  const base = {
    programme: first.programme,
    place: first.place,
    period,
    unit,
    course,
    now,
    clock,
    before,
    beforeName: periodLabel(yearBefore(period)),
    range: 'reason' in range ? null : range,
    rangeReason: 'reason' in range ? range.reason : '',
    span: [addDays(period.start, -1), days[days.length - 1]!] as const,
    days,
    steps: stepsOf(whole),
    most: mostOf(whole, before),
    rule,
    ruleText: ruleText(rule, hasLimits(course)),
    cutoff: now?.row.asOf ?? ''
  };
  const cited = new Set([
    ...course.flatMap((c) => [c.row, ...c.witnesses]).map((row) => row.source.id),
    ...before.flatMap(({ row, observation }) => (row ?? observation)?.source.id ?? [])
  ]);
  return {
    ...base,
    verdict: monthsVerdict(base),
    subtitle: monthsSubtitle(base),
    notes: monthsNotes(
      base,
      own.filter((row) => query.until === undefined || row.asOf <= query.until)
    ),
    sources: dataset.sources.filter(({ id }) => cited.has(id))
  };
}

/** The task at each cut-off day that has a completion. 位次 isn't asked again for a day that is past: those go by the default rule. */
function courseOf(dataset: Dataset, rows: readonly ProgressRow[], rule: LightRule): Completion[] {
  const dated = rows.filter((row) => isIsoDay(row.asOf) && row.asOf >= row.period.start);
  const byDay = new Map<string, Completion>();
  const add = (c: Completion) => {
    if (!c.plan && c.rate !== null && !byDay.has(c.row.asOf)) byDay.set(c.row.asOf, c);
  };
  const last = dated.reduce((day, row) => (row.asOf > day ? row.asOf : day), '');
  const past = rule.family === '位次' ? dataset.defaultRule : rule;
  for (const c of completionsOf(
    dataset,
    dated.filter((row) => row.asOf !== last),
    past
  ))
    add(c);
  for (const c of completionsOf(
    dataset,
    dated.filter((row) => row.asOf === last),
    rule
  ))
    add(c);
  return [...byDay.values()].sort((a, b) => (a.row.asOf < b.row.asOf ? -1 : 1));
}

/** The course up to a day. Its last is judged by the rule in force, as it was on that day. */
function lastLit(
  dataset: Dataset,
  rows: readonly ProgressRow[],
  whole: readonly Completion[],
  { until, rule }: { readonly until: string; readonly rule: LightRule }
): readonly Completion[] {
  if (rule.family === '位次')
    return courseOf(
      dataset,
      rows.filter((row) => row.asOf <= until),
      rule
    );
  return whole.filter((c) => c.row.asOf <= until);
}

/** The months in which it was reported. */
function stepsOf(course: readonly Completion[]): Period[] {
  const months = [...new Set(course.map((c) => c.row.asOf.slice(0, 7)))];
  return months.flatMap((month) => parsePeriod(month) ?? []);
}

/** The largest percent that is drawn up to whichever cut-off day, so that the axis stays while one steps through them. */
function mostOf(course: readonly Completion[], before: readonly BeforePoint[]): number {
  const drawn = [100, ...course.map((c) => c.rate!), ...before.map(({ percent }) => percent)];
  const ranges = course.map((_, i) => forecastRange(course.slice(0, i + 1)));
  const ends = ranges.flatMap((range) => ('reason' in range ? [] : [range.low.percent, range.high.percent]));
  const cap = Math.max(CAP, ...drawn);
  return Math.max(...drawn, ...ends.map((percent) => Math.min(percent, cap)));
}

/** A limit that doesn't add up has no clock. */
function isTimeless({ goal }: Completion): boolean {
  return goal.direction === '控制' && !goal.accumulates;
}

/** Month's ends within the period, its last day, and the cut-off days. */
function daysOf(period: Period, course: readonly Completion[]): string[] {
  return [...new Set([...monthEnds(period), period.end, ...course.map((c) => c.row.asOf)])].sort();
}

function monthEnds({ start, end }: Period): string[] {
  const found: string[] = [];
  let { year, month } = partsOfDay(start);
  for (;;) {
    const day = isoDay(year, month, lastDayOfMonth(year, month));
    if (day > end) return found;
    found.push(day);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
}

/** Empty where the schedule gives the period no 序时. */
function clockOf(schedule: string, period: Period): ClockPoint[] {
  const days = [...new Set([...monthEnds(period), period.end])].sort();
  const points = days.map((day) => ({ day, percent: elapsedPercent(schedule, period, day).percent }));
  if (points.some(({ percent }) => percent === null)) return [];
  return [
    { day: addDays(period.start, -1), percent: 0 },
    ...points.map(({ day, percent }) => ({ day, percent: roundTo(percent!, 2) }))
  ];
}

/** Results of the same task a year earlier: counted, not bounds. */
function rowsBefore(rows: readonly ProgressRow[], period: Period, unit: string): ProgressRow[] {
  const { text } = yearBefore(period);
  return rows.filter(
    (row) =>
      row.period.text === text &&
      row.unit === unit &&
      row.status === '实际' &&
      isIsoDay(row.asOf) &&
      row.asOf >= row.period.start &&
      !isBound(doneSign(row))
  );
}

function pointsBefore(
  dataset: Dataset,
  rows: readonly ProgressRow[],
  now: Completion | null,
  rule: LightRule
): BeforePoint[] {
  const target = now?.target ?? now?.impliedTarget ?? null;
  const byDay = new Map<string, BeforePoint>();
  for (const c of completionsOf(dataset, rows, rule.family === '位次' ? dataset.defaultRule : rule)) {
    const { asOf } = c.row;
    const own = c.reported ?? c.rate;
    const percent = own ?? (c.done !== null && target !== null && target > 0 ? (c.done / target) * 100 : null);
    if (percent === null || byDay.has(asOf)) continue;
    byDay.set(asOf, {
      day: dayYearAfter(asOf),
      asOf,
      percent: roundTo(percent, 2),
      done: c.done,
      basis: own === null ? '完成数' : '完成率',
      derived: own === null && now?.target === null,
      row: c.row,
      observation: null
    });
  }
  return [...byDay.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** What is known of single days of the year before: figures of the indicator, or changes stated with this year's. */
function derivedBefore(course: readonly Completion[]): BeforePoint[] {
  return course.flatMap((c): BeforePoint[] => {
    if (!c.lastYear) return [];
    const { percent, basis, derived, row, observation } = c.lastYear;
    const asOf = row?.asOf ?? observation?.period.end ?? '';
    return [{ day: c.row.asOf, asOf, percent, done: null, basis, derived, row, observation }];
  });
}
