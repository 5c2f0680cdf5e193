/** 本次变动: every number that a batch adds, replaces or takes away, beside what it was and beside the last period. */
import { finish, sorted, type Steps, STEP_ROWS } from '../steps/steps';
import { type Period, sameSpan } from '../time/period';
import type { RowChange } from './batch';
import type { BaseTables } from './conflicts';
import type { NameBook } from './names';
import { NumberList } from './numberList';
import { figuresThere, type Series, type SeriesList, seriesOf } from './series';
import {
  cellOf,
  FIGURE_COLUMNS,
  type FigureColumn,
  isFigureTable,
  type StatedFigure,
  statedFigure
} from './statedFigure';

export interface FigureChange {
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
  readonly numbers: NumberList<FigureChange>;
  readonly counts: Readonly<Record<FigureChange['kind'], number>>;
  readonly courses: Readonly<Record<'升' | '降' | '平', number>>;
  /** The latest day that a changed number counts up to; empty for none. */
  readonly latest: string;
  /** Records of other tables that are added or altered. */
  readonly records: readonly RowChange[];
}

/** What the changes do to the numbers. The last period is looked for in what is there and in the changes themselves. */
export function differenceOf(base: BaseTables, changes: readonly RowChange[], names: NameBook): Difference {
  return finish(differenceSteps(base, changes, names));
}

/** The same in parts. */
export function* differenceSteps(base: BaseTables, changes: readonly RowChange[], names: NameBook): Steps<Difference> {
  const list = yield* seriesOf(base, changes.length, (at) => {
    const { table, after } = changes[at]!;
    return after && { table, row: after };
  });
  const found: Found[] = [];
  const counts = { 新增: 0, 替换: 0, 删去: 0, 标为存疑: 0 };
  const courses = { 升: 0, 降: 0, 平: 0 };
  let latest = '';
  const count = (at: number, course: NumbersCourse): void => {
    const pair = pairOf(changes[at]!);
    if (!pair) return;
    for (const column of columnsOf(pair)) {
      const outcome = outcomeOf(pair, column, course);
      if (!outcome) continue;
      counts[outcome.kind] += 1;
      if (outcome.course) courses[outcome.course] += 1;
      const day = pair.figure.asOf || pair.figure.period.end;
      if (day > latest) latest = day;
      found.push(at * COLUMNS + PLACE_OF[column]);
    }
  };
  for (let i = 0; i < list.size; i++) {
    const series = list.at(i);
    const course = yield* courseOf(series, changes);
    for (const [n, at] of series.own.entries()) {
      if (n % 100 === 0) yield 0;
      count(at, course);
    }
  }
  for (const [at, { table, before, after }] of changes.entries()) {
    if (at % STEP_ROWS === 0) yield at;
    // What is taken away, or put where its period can't be read, is of no series.
    const isSeen = after !== null && isFigureTable(table) && statedFigure(table, after) !== undefined;
    if (before && !isSeen) count(at, []);
  }
  const order = yield* inOrder(found, changes);
  return {
    numbers: new NumberList(order, numberMaker(changes, list, names)),
    counts,
    courses,
    latest,
    records: changes.filter(({ table }) => !isFigureTable(table))
  };
}

/** A number as one number: the place of its change and that of its column. */
type Found = number;
const COLUMN_NAMES: readonly FigureColumn[] = ['value', 'target', 'done', 'rate'];
const COLUMNS = COLUMN_NAMES.length;
const PLACE_OF: Readonly<Record<FigureColumn, number>> = { value: 0, target: 1, done: 2, rate: 3 };
/** As their names sort, which is the order of a row's own. */
const RANK_OF: Readonly<Record<FigureColumn, number>> = { done: 0, rate: 1, target: 2, value: 3 };

/** A change of a figure: what it was, what it becomes. */
interface Pair {
  readonly old: StatedFigure | undefined;
  readonly now: StatedFigure | undefined;
  /** What it becomes, or was. */
  readonly figure: StatedFigure;
}

function pairOf({ table, before, after }: RowChange): Pair | undefined {
  if (!isFigureTable(table)) return undefined;
  const old = before ? statedFigure(table, before) : undefined;
  const now = after ? statedFigure(table, after) : undefined;
  const figure = now ?? old;
  return figure && { old, now, figure };
}

/** The columns that either states, those of what it becomes first. */
function columnsOf({ old, now, figure }: Pair): FigureColumn[] {
  const all = FIGURE_COLUMNS[figure.table];
  const stated = (one: StatedFigure | undefined) => all.filter((column) => one?.number(column) !== undefined);
  const first = stated(now);
  return [...first, ...stated(old).filter((column) => !first.includes(column))];
}

/** The figures of a series in order: those that are there, and what the changes make of it. */
type NumbersCourse = readonly StatedFigure[];

function* courseOf(series: Series, changes: readonly RowChange[]): Steps<NumbersCourse> {
  const all = yield* figuresThere(series);
  for (const [n, at] of series.own.entries()) {
    if (n % STEP_ROWS === 0) yield n;
    all.push(statedFigure(series.table, changes[at]!.after!)!);
  }
  return yield* sorted(all, byMoment);
}

type Outcome = Pick<FigureChange, 'kind' | 'old' | 'now' | 'last' | 'course'>;

/** Undefined where the number stays what it is. */
function outcomeOf({ old, now, figure }: Pair, column: FigureColumn, series: NumbersCourse): Outcome | undefined {
  const doubted = Boolean(old && now) && cellOf(now!.row, 'status') === '存疑' && cellOf(old!.row, 'status') !== '存疑';
  const before = old?.number(column) ?? null;
  const after = now?.number(column) ?? null;
  if (before === after && !doubted) return undefined;
  const kind = doubted && before === after ? '标为存疑' : before === null ? '新增' : after === null ? '删去' : '替换';
  const last = after === null || column === 'target' ? null : earlier(figure, column, series);
  const course = last && after !== null ? (after > last.value ? '升' : after < last.value ? '降' : '平') : null;
  return { kind, old: before, now: after, last, course };
}

/** Makes the numbers that are looked at; the figures of the series that was looked at last are at hand. */
function numberMaker(changes: readonly RowChange[], list: SeriesList, names: NameBook): (found: Found) => FigureChange {
  let known: { readonly series: number; readonly course: NumbersCourse } | undefined;
  return (found) => {
    const pair = pairOf(changes[Math.floor(found / COLUMNS)]!)!;
    const column = COLUMN_NAMES[found % COLUMNS]!;
    const { figure } = pair;
    const series = pair.now && list.find(pair.now);
    if (series !== undefined && known?.series !== series)
      known = { series, course: finish(courseOf(list.at(series), changes)) };
    const outcome = outcomeOf(pair, column, series === undefined ? [] : known!.course)!;
    return { figure, column, title: names.title(figure), unit: names.unit(figure, column), ...outcome };
  };
}

/** By indicator or task, place, end of the period and column, each as its text sorts. */
function* inOrder(found: readonly Found[], changes: readonly RowChange[]): Steps<Found[]> {
  const texts: readonly ((figure: StatedFigure) => string)[] = [
    ({ subject }) => subject,
    ({ place }) => place,
    ({ period }) => period.end
  ];
  const ranks: Int32Array[] = [];
  for (const textOf of texts) ranks.push(yield* ranksOf(changes, textOf));
  return yield* sorted(found, (a, b) => {
    const [x, y] = [Math.floor(a / COLUMNS), Math.floor(b / COLUMNS)];
    for (const rank of ranks) if (rank[x] !== rank[y]) return rank[x]! - rank[y]!;
    return RANK_OF[COLUMN_NAMES[a % COLUMNS]!] - RANK_OF[COLUMN_NAMES[b % COLUMNS]!] || a - b;
  });
}

/** Where the text of each change stands among all of them in order. */
function* ranksOf(changes: readonly RowChange[], textOf: (figure: StatedFigure) => string): Steps<Int32Array> {
  const codes = new Map<string, number>();
  const ranks = new Int32Array(changes.length);
  for (const [at, change] of changes.entries()) {
    if (at % STEP_ROWS === 0) yield at;
    const pair = pairOf(change);
    if (!pair) continue;
    const text = textOf(pair.figure);
    const code = codes.get(text) ?? codes.size;
    codes.set(text, code);
    ranks[at] = code;
  }
  const order = new Int32Array(codes.size);
  const inOrder = yield* sorted([...codes.keys()], compareText);
  inOrder.forEach((text, rank) => (order[codes.get(text)!] = rank));
  return ranks.map((code) => order[code]!);
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
    if (other.number(column) !== undefined && isEarlier(other, figure)) best = other;
  }
  return best ? { period: best.period, asOf: best.asOf, value: best.number(column)! } : null;
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

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
