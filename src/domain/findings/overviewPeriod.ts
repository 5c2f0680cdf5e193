/**
 * The times that 总览 may be turned to. Figures of one time only stand in it: a month where the dataset is reported
 * month by month, else a year. A figure belongs to the time in which its period ends, a task to that of its cut-off day.
 */
import { coverSums } from './coverSums';
import type { Dataset } from '../model/dataset';
import { memoByDataset } from '../model/memo';
import type { Place } from '../model/records';
import { parsePeriod } from '../time/parsePeriod';
import { daysBetween } from '../time/calendar';
import type { Period } from '../time/period';

export interface OverviewPeriod {
  readonly period: Period;
  /** How many figures and tasks are reported in it. */
  readonly figures: number;
  /** Ids of the places that report them. */
  readonly places: ReadonlySet<string>;
}

/** A year with figures of so many different months is reported month by month. */
const MONTHS_OF_MONTHLY = 8;

/** The rule as it is printed. */
export const OVERVIEW_PERIOD_RULE = `有一年的数分在${MONTHS_OF_MONTHLY}个以上的月份，就按月看，否则按年看；先打开最近的一期，但数不到最多一期一半的不先打开。`;

/** Latest first; forecasts and plans aren't counted. */
export const overviewPeriods = memoByDataset((dataset): readonly OverviewPeriod[] => {
  const months = new Map<string, { figures: number; places: Set<string> }>();
  const count = (day: string, place: string): void => {
    const month = day.slice(0, 7);
    const known = months.get(month);
    if (known) {
      known.figures += 1;
      known.places.add(place);
    } else months.set(month, { figures: 1, places: new Set([place]) });
  };
  for (const { month, figures, places } of coverSums(dataset).months)
    months.set(month, { figures, places: new Set(dataset.places.flatMap(({ id }, at) => (places[at] ? id : []))) });
  for (const row of dataset.progress) {
    if (row.status !== '计划' && row.status !== '预计') count(row.asOf || row.period.end, row.place.id);
  }
  const byYear = new Map<string, number>();
  for (const month of months.keys()) byYear.set(month.slice(0, 4), (byYear.get(month.slice(0, 4)) ?? 0) + 1);
  const monthly = [...byYear.values()].some((n) => n >= MONTHS_OF_MONTHLY);
  const groups = new Map<string, { figures: number; places: Set<string> }>();
  for (const [month, { figures, places }] of months) {
    const key = monthly ? month : month.slice(0, 4);
    const known = groups.get(key);
    if (!known) groups.set(key, { figures, places: new Set(places) });
    else {
      known.figures += figures;
      places.forEach((id) => known.places.add(id));
    }
  }
  return [...groups]
    .flatMap(([text, group]) => {
      const period = parsePeriod(text);
      return period ? [{ period, ...group }] : [];
    })
    .sort((a, b) => (a.period.end < b.period.end ? 1 : -1));
});

/**
 * The time that 总览 is about: the one asked for, else the latest with at least half as many figures as the fullest; of
 * a time that has none the nearest one. Undefined for a dataset without figures.
 * @param asked canonical text of a period, empty for none
 */
export function overviewPeriod(dataset: Dataset, asked = ''): OverviewPeriod | undefined {
  const all = overviewPeriods(dataset);
  const exact = all.find(({ period }) => period.text === asked);
  if (exact) return exact;
  const wanted = asked === '' ? undefined : parsePeriod(asked);
  if (wanted) return nearest(all, wanted);
  const most = all.reduce((max, { figures }) => Math.max(max, figures), 0);
  return all.find(({ figures }) => figures * 2 >= most);
}

/** The time before one, among those that have figures; undefined for the first. */
export function periodBefore(dataset: Dataset, { text }: Period): Period | undefined {
  const all = overviewPeriods(dataset);
  return all[all.findIndex(({ period }) => period.text === text) + 1]?.period;
}

/**
 * Of the times in which a place or one of its organisations reports, the nearest to the one asked about, the later of
 * two; undefined where it never does.
 */
export function nearestOf(dataset: Dataset, place: Place, { period }: OverviewPeriod): Period | undefined {
  const own = new Set(ownPlaces(dataset, place).map(({ id }) => id));
  return nearest(
    overviewPeriods(dataset).filter(({ places }) => [...own].some((id) => places.has(id))),
    period
  )?.period;
}

/** A place and its organisations. */
export function ownPlaces(dataset: Dataset, place: Place): Place[] {
  return [place, ...dataset.places.filter((p) => p.level === '机构' && p.parent === place.id)];
}

/** Latest first, so that the later of two equally near is found first. */
function nearest(all: readonly OverviewPeriod[], { end }: Period): OverviewPeriod | undefined {
  const distance = ({ period }: OverviewPeriod) => Math.abs(daysBetween(period.end, end));
  return all.reduce<OverviewPeriod | undefined>(
    (best, one) => (best === undefined || distance(one) < distance(best) ? one : best),
    undefined
  );
}
