/**
 * All programmes of work side by side: who is behind, who is ahead, what is only planned.
 */
import { completionsOf } from './completions';
import { type RollUp, rollUpsOf } from './rollUp';
import {
  isReportedIn,
  isWithin,
  latestOnly,
  latestPeriods,
  matchesRow,
  type RowQuery,
  withoutDonePlans
} from './selectRows';
import { boardNotes, boardSubtitle, boardTitle } from './wording';
import { LIGHT_LEVELS, type LightEntry, lightLegend, type LightLevel, type LightRule, ruleText } from '../lights/rule';
import type { Dataset } from '../model/dataset';
import type { Place, Programme, Source } from '../model/records';
import type { Completion } from '../progress/completion';
import { latestAsOf, reportsOf } from '../progress/sources';
import { leadBasis, leadOrder } from '../progress/leadText';
import { type Period, periodCounts } from '../time/period';
import type { Note } from '../wording/note';

export interface BoardQuery extends RowQuery {
  readonly light?: LightLevel;
  /** Default `lag`: worst lead first; `lead` best first, `rate` highest first (limits last), `official` order of programmes.csv and places.csv. */
  readonly sort?: 'lag' | 'lead' | 'rate' | 'official';
  /** Default: the dataset's default rule. */
  readonly rule?: LightRule;
  /** Plans that results have been reported for too, as for what became of them; left out by default. */
  readonly donePlans?: boolean;
}

/** How many rows of a board are what; plans not counted. */
export interface BoardTally {
  /** With 序时 and completion, limits among them where they accumulate; figures in doubt not counted. */
  readonly timed: number;
  /** Behind 序时; of limits, more used than that. */
  readonly behind: number;
  /** Past their limit. */
  readonly exceeded: number;
  /** Over 100% of a target to reach; figures in doubt not counted. */
  readonly over: number;
  /** Over 100% too, but in doubt. */
  readonly doubtfulOver: number;
  /** Reported and computed completion differ. */
  readonly differs: number;
  /** Without a target, so that no completion can be worked out. */
  readonly noTarget: number;
  /** Last reported in an earlier month than others of the same programme and period. */
  readonly late: number;
}

export interface ProgressBoard {
  /** Everything with something done; rows without a lead (or rate) last. */
  readonly rows: readonly Completion[];
  /** By due day. */
  readonly plans: readonly Completion[];
  /** How many tasks of earlier periods aren't among the rows, because the query names no period. */
  readonly past: number;
  /** Over all rows before the light filter; plans not counted. */
  readonly counts: Readonly<Record<LightLevel, number>>;
  /** What the lights of those rows are called, one entry a level. */
  readonly legend: readonly LightEntry[];
  /** As the counts, over all rows before the light filter. */
  readonly tally: BoardTally;
  /** Counties whose organisations report the same programme, sum over sum. */
  readonly rollUps: readonly RollUp[];
  /** What the filters may choose among: organisations, programmes and periods of the chosen place, all counties. */
  readonly organisations: readonly Place[];
  readonly programmes: readonly Programme[];
  readonly places: readonly Place[];
  /** Latest first, with how many rows and plans each has. */
  readonly periods: readonly { readonly period: Period; readonly count: number }[];
  readonly rule: LightRule;
  readonly ruleText: string;
  readonly notes: readonly Note[];
  readonly verdict: string;
  readonly subtitle: string;
  /** Latest cut-off day of the rows, ISO; empty where none is stated. */
  readonly cutoff: string;
  readonly sources: readonly Source[];
}

/**
 * The board for a query; unknown ids simply match nothing. A task reported up to several days shows its
 * last, and a programme that comes again every year (quarter, month) its last period unless the query names one; notes
 * say so.
 */
export function progressBoard(dataset: Dataset, query: BoardQuery = {}): ProgressBoard {
  const rule = query.rule ?? dataset.defaultRule;
  const inPlace = dataset.progress.filter((row) => isWithin(row.place, query) && isReportedIn(row, query));
  const chosen = inPlace.filter((row) => matchesRow(row, query));
  const latest = latestOnly(chosen);
  const current = query.period ? latest : latestPeriods(latest);
  const all = completionsOf(dataset, query.donePlans ? current : withoutDonePlans(current), rule);
  const figures = all.filter((c) => !c.plan);
  const rows = inOrder(
    figures.filter((c) => !query.light || c.light.level === query.light),
    query.sort ?? 'lag',
    dataset
  );
  const placesHere = new Set(inPlace.map((row) => row.place.id));
  const programmesHere = new Set(inPlace.map((row) => row.programme.id));
  const plans = all
    .filter((c) => c.plan && !query.light)
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.row.row - b.row.row));
  const rollUps = query.organisation ? [] : rollUpsOf(dataset, all);
  return {
    rows,
    plans,
    counts: lightCounts(figures),
    legend: legendOf(rule, figures),
    tally: tallyOf(figures),
    rollUps,
    organisations: dataset.places.filter((p) => p.level === '机构' && placesHere.has(p.id)),
    programmes: dataset.programmes.filter((p) => programmesHere.has(p.id)),
    places: countiesWithTasks(dataset),
    periods: periodCounts(inPlace),
    rule,
    ruleText: ruleText(rule, hasLimits(figures)),
    past: latest.length - current.length,
    notes: boardNotes(rows, { days: chosen.length - latest.length, periods: latest.length - current.length }),
    verdict: boardTitle(rows, plans, query.light, query.programme ? rollUps : []),
    subtitle: boardSubtitle(rows),
    cutoff: latestAsOf(rows.map((c) => c.row)),
    sources: reportsOf(dataset, [...rows, ...plans])
  };
}

/** How many rows show each light. */
export function lightCounts(rows: readonly Completion[]): Record<LightLevel, number> {
  const counts = Object.fromEntries(LIGHT_LEVELS.map((level) => [level, 0])) as Record<LightLevel, number>;
  for (const c of rows) counts[c.light.level] += 1;
  return counts;
}

/** What the lights of some rows are called: behind or exceeded, as their targets point. */
export function legendOf(rule: LightRule, rows: readonly Completion[]): readonly LightEntry[] {
  const limits = hasLimits(rows);
  return lightLegend(rule, { limits, targets: !limits || rows.some((c) => c.goal.direction !== '控制') });
}

/** Whether some rows are limits to stay within, so that the rule has to explain itself for them. */
export function hasLimits(rows: readonly Completion[]): boolean {
  return rows.some((c) => c.goal.direction === '控制');
}

function isTimed(c: Completion): boolean {
  return c.lead !== null && leadBasis(c) !== '控制数' && c.row.status !== '存疑';
}

function tallyOf(rows: readonly Completion[]): BoardTally {
  const count = (test: (c: Completion) => boolean) => rows.filter(test).length;
  const late = new Set(lateRows(rows));
  return {
    timed: count(isTimed),
    behind: count((c) => isTimed(c) && c.lead! < 0),
    exceeded: count((c) => c.exceeded === true),
    over: count((c) => c.over && c.row.status !== '存疑'),
    doubtfulOver: count((c) => c.over && c.row.status === '存疑'),
    differs: count((c) => c.differs),
    noTarget: count((c) => c.rate === null && c.target === null && c.done !== null),
    late: late.size
  };
}

/** Rows whose cut-off month lies before the latest of the same programme and period, at places of the same level. */
export function lateRows(rows: readonly Completion[]): Completion[] {
  const latest = new Map<string, string>();
  const key = (c: Completion) => [c.programme.id, c.row.period.text, c.place.level].join('|');
  const month = (c: Completion) => c.row.asOf.slice(0, 7);
  for (const c of rows) if (month(c) > (latest.get(key(c)) ?? '')) latest.set(key(c), month(c));
  return rows.filter((c) => c.row.asOf !== '' && month(c) < latest.get(key(c))!);
}

function inOrder(rows: readonly Completion[], sort: NonNullable<BoardQuery['sort']>, dataset: Dataset): Completion[] {
  const programmeAt = new Map(dataset.programmes.map((p, i) => [p.id, i]));
  const placeAt = new Map(dataset.places.map((p, i) => [p.id, i]));
  const official = (a: Completion, b: Completion) =>
    programmeAt.get(a.programme.id)! - programmeAt.get(b.programme.id)! ||
    placeAt.get(a.place.id)! - placeAt.get(b.place.id)! ||
    a.row.row - b.row.row;
  const sign = sort === 'lag' ? 1 : -1;
  // Of a limit the rate is what is used: after the completions, least used first.
  const used = (c: Completion) => (c.goal.direction === '控制' && c.rate !== null ? -c.rate : c.rate);
  const key = (c: Completion) => (sort === 'rate' ? used(c) : leadOrder(c));
  const byKey = (a: Completion, b: Completion) => {
    const x = key(a);
    const y = key(b);
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return sign * (x - y);
  };
  return [...rows].sort((a, b) => (sort === 'official' ? 0 : byKey(a, b)) || official(a, b));
}

function countiesWithTasks(dataset: Dataset): Place[] {
  const ids = new Set(dataset.progress.map((row) => (row.place.level === '机构' ? row.place.parent : row.place.id)));
  return dataset.places.filter((p) => ids.has(p.id));
}
