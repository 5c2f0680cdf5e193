/** 本次变动: every number that a batch adds, replaces or takes away, beside what it was and beside the last period. */
import { finish, sorted, type Steps } from '../steps/steps';
import { type Period, sameSpan } from '../time/period';
import type { RowChange } from './batch';
import type { BaseTables } from './conflicts';
import type { NameBook } from './names';
import {
  cellOf,
  type FigureColumn,
  indexFigures,
  isFigureTable,
  seriesKey,
  type StatedFigure,
  statedFigure,
  subjectsOf
} from './statedFigure';

export interface NumberChange {
  readonly figure: StatedFigure;
  readonly column: FigureColumn;
  readonly kind: '新增' | '替换' | '删去' | '标为存疑';
  /** `象山县 · 家庭医生签约人数` */
  readonly title: string;
  readonly unit: string;
  /** As it is shown before the batch; null where there was none. */
  readonly old: number | null;
  /** As the batch has it; null where it takes the number away. */
  readonly now: number | null;
  /** The same series one comparable period earlier, or null. */
  readonly last: EarlierNumber | null;
  /** `now` against `last`; null where there is nothing to compare. */
  readonly course: '升' | '降' | '平' | null;
}

export interface EarlierNumber {
  readonly period: Period;
  readonly asOf: string;
  readonly value: number;
}

export interface Difference {
  /** By indicator or task, then place, then period, as their names sort. */
  readonly numbers: readonly NumberChange[];
  readonly counts: Readonly<Record<NumberChange['kind'], number>>;
  readonly courses: Readonly<Record<'升' | '降' | '平', number>>;
  /** Records of other tables that are added or altered. */
  readonly records: readonly RowChange[];
}

/** What the changes do to the numbers. The last period is looked for in what is there and in the changes themselves. */
export function differenceOf(base: BaseTables, changes: readonly RowChange[], names: NameBook): Difference {
  return finish(differenceSteps(base, changes, names));
}

/** The same in parts. */
export function* differenceSteps(base: BaseTables, changes: readonly RowChange[], names: NameBook): Steps<Difference> {
  const pairs: { readonly old: StatedFigure | undefined; readonly now: StatedFigure | undefined }[] = [];
  for (const [i, { table, before, after }] of changes.entries()) {
    if (i % 100 === 0) yield i;
    if (!isFigureTable(table)) continue;
    const old = before ? statedFigure(table, before) : undefined;
    const now = after ? statedFigure(table, after) : undefined;
    if (old || now) pairs.push({ old, now });
  }
  const index = yield* indexFigures(
    { observations: base.get('observations') ?? [], progress: base.get('progress') ?? [] },
    yield* subjectsOf(changes.map(({ table, before, after }) => ({ table, row: (after ?? before)! })))
  );
  const added = new Map<string, StatedFigure[]>();
  for (const { now } of pairs) {
    if (!now) continue;
    const key = seriesKey(now);
    const list = added.get(key);
    if (list) list.push(now);
    else added.set(key, [now]);
  }
  const series = new Map<string, readonly StatedFigure[]>();
  for (const [key, figures] of added) {
    yield 0;
    series.set(key, yield* sorted([...index.series(figures[0]!), ...figures], byMoment));
  }
  const found: NumberChange[] = [];
  for (const [i, { old, now }] of pairs.entries()) {
    if (i % 100 === 0) yield i;
    found.push(...numbersOf(old, now, series, names));
  }
  const numbers = yield* sorted(found, byName);
  const counts = { 新增: 0, 替换: 0, 删去: 0, 标为存疑: 0 };
  const courses = { 升: 0, 降: 0, 平: 0 };
  for (const { kind, course } of numbers) {
    counts[kind] += 1;
    if (course) courses[course] += 1;
  }
  return { numbers, counts, courses, records: changes.filter(({ table }) => !isFigureTable(table)) };
}

function numbersOf(
  old: StatedFigure | undefined,
  now: StatedFigure | undefined,
  series: ReadonlyMap<string, readonly StatedFigure[]>,
  names: NameBook
): NumberChange[] {
  const figure = (now ?? old)!;
  const doubted = Boolean(old && now) && cellOf(now!.row, 'status') === '存疑' && cellOf(old!.row, 'status') !== '存疑';
  const columns = new Set([...(now?.values.keys() ?? []), ...(old?.values.keys() ?? [])]);
  return [...columns].flatMap((column): NumberChange[] => {
    const before = old?.values.get(column) ?? null;
    const after = now?.values.get(column) ?? null;
    if (before === after && !doubted) return [];
    const kind = doubted && before === after ? '标为存疑' : before === null ? '新增' : after === null ? '删去' : '替换';
    const last =
      after === null || column === 'target' ? null : earlier(figure, column, series.get(seriesKey(figure)) ?? []);
    const course = last && after !== null ? (after > last.value ? '升' : after < last.value ? '降' : '平') : null;
    const title = names.title(figure);
    return [{ figure, column, kind, title, unit: names.unit(figure, column), old: before, now: after, last, course }];
  });
}

/**
 * The latest earlier number of the series that may stand beside the figure: an equal span (for January–October the same
 * months of a year before), for a task the same period up to an earlier day.
 */
function earlier(figure: StatedFigure, column: FigureColumn, series: readonly StatedFigure[]): EarlierNumber | null {
  let best: StatedFigure | undefined;
  for (let at = placeIn(series, figure) - 1; at >= 0; at--) {
    const other = series[at]!;
    if (best && byMoment(other, best) !== 0) break;
    // Of several of one moment the first: what is there goes before what is brought.
    if (other.values.has(column) && isEarlier(other, figure)) best = other;
  }
  return best ? { period: best.period, asOf: best.asOf, value: best.values.get(column)! } : null;
}

/** How many of a series in order come before a figure. */
function placeIn(series: readonly StatedFigure[], figure: StatedFigure): number {
  let [low, high] = [0, series.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (byMoment(series[middle]!, figure) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function byMoment(a: StatedFigure, b: StatedFigure): number {
  return compareText(a.period.end, b.period.end) || compareText(a.asOf, b.asOf);
}

function isEarlier(a: StatedFigure, b: StatedFigure): boolean {
  if (b.table === 'progress') return a.period.text === b.period.text && a.asOf !== '' && a.asOf < b.asOf;
  return sameSpan(a.period, b.period) && a.period.end < b.period.end;
}

function byName(a: NumberChange, b: NumberChange): number {
  return (
    compareText(a.figure.subject, b.figure.subject) ||
    compareText(a.figure.place, b.figure.place) ||
    compareText(a.figure.period.end, b.figure.period.end) ||
    compareText(a.column, b.column)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
