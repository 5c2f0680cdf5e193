/**
 * 单位 × 任务, as it hangs on the wall: a light in each cell, totals on both sides.
 */
import { type BoardQuery, hasLimits, legendOf, lightCounts, progressBoard } from './board';
import { darkNotes, emptyVerdict } from './wording';
import { type LightEntry, LIGHT_LEVELS, type LightLevel, type LightRule, ruleText } from '../lights/rule';
import type { Dataset } from '../model/dataset';
import type { Place, Programme, Source } from '../model/records';
import type { Completion } from '../progress/completion';
import { latestAsOf, reportsOf } from '../progress/sources';
import { leadOrder } from '../progress/leadText';
import { latestFirst } from '../time/period';
import type { Note } from '../wording/note';
import { placeLabel } from '../wording/placeLabel';

export type LightCounts = Readonly<Record<LightLevel, number>>;

export interface BoardMatrixQuery extends BoardQuery {
  /**
   * Both ways. Default `official`: order of places.csv and programmes.csv; `red`: most red first, then most
   * amber; `lag`: whoever holds the largest lag first, those without a lead last.
   */
  readonly order?: 'official' | 'red' | 'lag';
}

export interface BoardMatrixRow {
  readonly place: Place;
  /** One a column; null where the place has no result in that programme. */
  readonly cells: readonly (Completion | null)[];
  readonly counts: LightCounts;
}

export interface ProgressMatrix {
  readonly columns: readonly { readonly programme: Programme; readonly counts: LightCounts }[];
  readonly rows: readonly BoardMatrixRow[];
  readonly counts: LightCounts;
  /** What the lights are called, one entry a level. */
  readonly legend: readonly LightEntry[];
  readonly rule: LightRule;
  readonly ruleText: string;
  readonly notes: readonly Note[];
  readonly verdict: string;
  /** Latest cut-off day among the cells, ISO; empty if none. */
  readonly cutoff: string;
  readonly sources: readonly Source[];
}

/**
 * The matrix of a query: a row for each place or organisation with a result, a column for each programme
 * with one. Where a task has results of several periods the cell is the latest, and a note says so; plans
 * aren't cells. With `query.light` cells of other lights are emptied, and rows and columns left with
 * nothing are dropped; the totals stay those of the cells that are shown.
 */
export function progressMatrix(
  dataset: Dataset,
  query: BoardMatrixQuery = {},
  rule: LightRule = query.rule ?? dataset.defaultRule
): ProgressMatrix {
  const board = progressBoard(dataset, { ...query, light: undefined, sort: 'official', rule });
  const cells = latestCells(board.rows);
  const shown = [...cells.values()].filter((c) => !query.light || c.light.level === query.light);
  const places = dataset.places.filter((p) => shown.some((c) => c.place.id === p.id));
  const programmes = dataset.programmes.filter((p) => shown.some((c) => c.programme.id === p.id));
  const columns = programmes.map((programme) => ({
    programme,
    counts: lightCounts(shown.filter((c) => c.programme.id === programme.id))
  }));
  if (query.order === 'red') columns.sort(redFirst);
  if (query.order === 'lag') columns.sort(lagFirst((c) => shown.filter((x) => x.programme.id === c.programme.id)));
  const byCell = new Map(shown.map((c) => [cellKey(c.place.id, c.programme.id), c]));
  const rows = places.map((place): BoardMatrixRow => {
    const own = columns.map(({ programme }) => byCell.get(cellKey(place.id, programme.id)) ?? null);
    return { place, cells: own, counts: lightCounts(own.flatMap((c) => c ?? [])) };
  });
  if (query.order === 'red') rows.sort(redFirst);
  if (query.order === 'lag') rows.sort(lagFirst((r) => r.cells));
  const counts = lightCounts(shown);
  return {
    columns,
    rows,
    counts,
    legend: legendOf(rule, shown),
    rule,
    ruleText: ruleText(rule, hasLimits(shown)),
    notes: [...darkNotes(shown), ...matrixNotes(board.past + board.rows.length - cells.size)],
    verdict:
      shown.length === 0
        ? emptyVerdict(query.light ? 0 : board.plans.length)
        : verdictOf(whose(places, query.place), columns.length, counts, shown),
    cutoff: latestAsOf(shown.map((c) => c.row)),
    sources: reportsOf(dataset, shown)
  };
}

/** One completion a place and programme: the latest period, in it the one with a light, then the first. */
function latestCells(rows: readonly Completion[]): Map<string, Completion> {
  const cells = new Map<string, Completion>();
  for (const c of rows) {
    const key = cellKey(c.place.id, c.programme.id);
    const known = cells.get(key);
    const order = known ? latestFirst(c.row.period, known.row.period) : -1;
    if (order < 0 || (order === 0 && known!.light.level === 'none' && c.light.level !== 'none')) cells.set(key, c);
  }
  return cells;
}

function cellKey(place: string, programme: string): string {
  return `${place}|${programme}`;
}

function redFirst(a: { readonly counts: LightCounts }, b: { readonly counts: LightCounts }): number {
  return b.counts.bad - a.counts.bad || b.counts.middling - a.counts.middling;
}

/** By the smallest lead of a row or column. */
function lagFirst<T>(cellsOf: (of: T) => readonly (Completion | null)[]): (a: T, b: T) => number {
  const least = (of: T) =>
    cellsOf(of).reduce<number>((min, c) => (c ? Math.min(leadOrder(c) ?? Infinity, min) : min), Infinity);
  return (a, b) => (least(a) === least(b) ? 0 : least(a) - least(b));
}

function matrixNotes(hidden: number): Note[] {
  return hidden > 0
    ? [{ level: '说明', text: `同一任务有几期或几个数的，格中只列最近一期，另有${hidden}条未列。` }]
    : [];
}

/** `4个地区和单位`; of one place `象山县及3家单位`, `象山县3家单位`, `象山县`; empty for none. */
function whose(places: readonly Place[], asked: string | undefined): string {
  if (places.length === 0) return '';
  const own = places.find((p) => p.id === asked);
  const others = places.filter((p) => p !== own);
  if (!own) return `${places.length}个${nounOf(places)}`;
  if (others.length === 0) return placeLabel(own);
  return `${placeLabel(own)}及${others.length}${nounOf(others) === '单位' ? '家单位' : `个${nounOf(others)}`}`;
}

function verdictOf(who: string, columns: number, counts: LightCounts, shown: readonly Completion[]): string {
  const named = LIGHT_LEVELS.filter((l) => counts[l] > 0).map((l) => {
    const name = shown.find((c) => c.light.level === l)!.light.name;
    return `${counts[l]}项${l === 'none' ? '不亮灯' : `亮${name}灯`}`;
  });
  // A task that several have counts once for each of them.
  const all = shown.length === columns ? `${columns}项任务` : `${columns}种任务共${shown.length}项`;
  return `${who}的${all}：${named.join('，')}`;
}

function nounOf(places: readonly Place[]): string {
  const units = places.filter((p) => p.level === '机构').length;
  return units === places.length ? '单位' : units === 0 ? '地区' : '地区和单位';
}
