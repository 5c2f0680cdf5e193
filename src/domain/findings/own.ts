/**
 * What 总览 says of the reader's own place in one time: its lights and its organisations', counted apart; where it
 * stands; what is due; what hasn't been reported.
 */
import type { DrawnRows } from '../compare/drawnRows';
import { rankedRows } from '../compare/rowColumns';
import { legendOf, lightCounts, progressBoard } from '../board/board';
import { type Standings, standingsIn } from './indicatorFindings';
import { lightChange, lightChangeText } from './lightChange';
import { nearestOf, type OverviewPeriod, ownPlaces, periodBefore } from './overviewPeriod';
import type { LightEntry, LightLevel, LightRule } from '../lights/rule';
import { type ReportRow, reportRows } from '../missing/reporting';
import type { Dataset } from '../model/dataset';
import type { Place } from '../model/records';
import type { Completion } from '../progress/completion';
import { daysBetween } from '../time/calendar';
import { finish, type Steps } from '../steps/steps';
import type { Period } from '../time/period';
import { periodLabel } from '../time/periodLabel';

export interface LightGroup {
  /** 本级 下属单位 所辖地区 */
  readonly title: string;
  readonly tasks: number;
  readonly counts: Readonly<Record<LightLevel, number>>;
  readonly legend: readonly LightEntry[];
  /** `比2024年11月 3项变好`; empty where that can't be said. */
  readonly change: string;
  /** Whether all of it is the place's own, so that a list may be asked for that alone. */
  readonly isOwn: boolean;
}

export interface OwnSummary {
  readonly place: Place;
  /** Whether it or one of its organisations reports anything in the time. */
  readonly reports: boolean;
  /** Where it doesn't: the nearest time in which it does; null where it never does. */
  readonly nearest: Period | null;
  /** Those that have tasks; no task is counted in two. */
  readonly lights: readonly LightGroup[];
  /** `12项指标与别处可比：3项居首，2项居末`; empty without any. */
  readonly standing: string;
  /** Unfinished tasks due within `DUE_DAYS` of their cut-off day, of the place and its organisations, the slowest first. */
  readonly due: readonly Completion[];
  /** The place and those of its organisations that have not reported the month, or not all; empty for a year. */
  readonly unreported: readonly ReportRow[];
  /** Whether the time is one for which it can be said who has reported. */
  readonly asksReports: boolean;
}

/** Two months. */
const DUE_DAYS = 62;

/** What takes long of it, in parts. */
export function* ownSteps(dataset: Dataset, placeId: string, { period }: OverviewPeriod): Steps<void> {
  for (const { rows } of yield* standingsIn(dataset, placeId, period)) {
    rankAndLast(rows, placeId);
    yield 0;
  }
}

/** Undefined for an unknown place. */
export function ownSummary(
  dataset: Dataset,
  placeId: string,
  at: OverviewPeriod,
  rule: LightRule
): OwnSummary | undefined {
  const place = dataset.place(placeId);
  if (!place) return undefined;
  const own = new Set(ownPlaces(dataset, place).map(({ id }) => id));
  const reports = [...own].some((id) => at.places.has(id));
  const { period } = at;
  const before = periodBefore(dataset, period);
  const rowsIn = (reported: Period) => progressBoard(dataset, { place: placeId, reported, rule }).rows;
  const rows = rowsIn(period);
  const groups = groupsOf(place, rows, before ? rowsIn(before) : [], { rule, then: before ? periodLabel(before) : '' });
  const asksReports = period.months === 1;
  return {
    place,
    reports,
    nearest: reports ? null : (nearestOf(dataset, place, at) ?? null),
    lights: groups,
    standing: standingText(finish(standingsIn(dataset, placeId, period)), placeId),
    due: rows.filter((c) => own.has(c.place.id) && isDue(c)),
    unreported: asksReports
      ? reportRows(
          dataset,
          { month: period.end.slice(0, 7) },
          dataset.places.filter(({ id }) => own.has(id))
        ).filter(({ state }) => state === '未报' || state === '报了一部分')
      : [],
    asksReports
  };
}

function groupsOf(
  place: Place,
  rows: readonly Completion[],
  before: readonly Completion[],
  { rule, then }: { readonly rule: LightRule; readonly then: string }
): LightGroup[] {
  const parts: readonly [string, (c: Completion) => boolean][] = [
    ['本级', (c) => c.place.id === place.id],
    ['下属单位', (c) => c.place.id !== place.id && c.place.level === '机构'],
    ['所辖地区', (c) => c.place.id !== place.id && c.place.level !== '机构']
  ];
  return parts
    .map(([title, isPart], at) => {
      const part = rows.filter(isPart);
      return {
        title,
        tasks: part.length,
        counts: lightCounts(part),
        legend: legendOf(rule, part),
        change: lightChangeText(lightChange(part, before.filter(isPart)), then),
        isOwn: at === 0
      };
    })
    .filter(({ tasks }) => tasks > 0);
}

/** Something is still to be done, and soon. A limit is kept, not done. */
function isDue(c: Completion): boolean {
  const day = c.row.asOf;
  if (day === '' || c.goal.direction === '控制' || c.rate === null || c.rate >= 100) return false;
  return daysBetween(day, c.due) <= DUE_DAYS;
}

/** The rank of one of the places, which has one, and the last that is given. */
function rankAndLast(rows: DrawnRows, place: string): { readonly rank: number; readonly last: number } {
  const { at, rank } = rows.ranks;
  const own = rankedRows(rows).find((row) => rows.placeOf(row).id === place)!;
  return { rank: rank[at[own]!]!, last: rank.reduce((last, one) => Math.max(last, one), 0) };
}

/** Who shares the last place is last too; where all are alike nobody is first or last. */
function standingText(stands: readonly Standings[], place: string): string {
  if (stands.length === 0) return '';
  const ranks = stands.map(({ rows }) => rankAndLast(rows, place));
  const first = ranks.filter(({ rank, last }) => rank === 1 && last > 1).length;
  const last = ranks.filter((one) => one.rank === one.last && one.last > 1).length;
  const ends = [first > 0 ? `${first}项居首` : '', last > 0 ? `${last}项居末` : ''].filter(Boolean).join('，');
  return `${stands.length}项指标与别处可比${ends === '' ? '，不居首也不居末' : `：${ends}`}`;
}
