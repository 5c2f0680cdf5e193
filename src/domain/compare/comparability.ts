/**
 * What may stand beside what. Stocks and rates in percent may be read side by side although they
 * are of different dates (with a warning); whatever accumulates over time only when it
 * accumulated equally long.
 */
import type { Fact } from '../model/facts';
import type { Dataset } from '../model/dataset';
import { type Indicator, isShare, type Place } from '../model/records';
import { comparePeriods, latestFirst, type Period, spanKey } from '../time/period';
import { periodLabel, spanLabel } from '../time/periodLabel';

/** Whether figures of the indicator grow with the length of their period, so that only equal spans compare. */
export function needsEqualSpans(indicator: Indicator): boolean {
  if (indicator.basis === '时点') return false;
  return !(isShare(indicator) && indicator.unit === '%');
}

/**
 * The period whose span most places can offer; of equal counts the one with the later end, then
 * the longer. Undefined without facts.
 */
export function referenceSpan(facts: Iterable<Pick<Fact, 'place' | 'period'>>): Period | undefined {
  const spans = new Map<string, Span>();
  const byPeriod = new Map<Period, Span>();
  for (const { period, place } of facts) {
    let span = byPeriod.get(period);
    if (!span) {
      const key = spanKey(period);
      span = spans.get(key);
      if (!span) spans.set(key, (span = { places: new Set(), latest: period }));
      else if (latestFirst(period, span.latest) < 0) span.latest = period;
      byPeriod.set(period, span);
    }
    span.places.add(place.id);
  }
  const ordered = [...spans.values()].sort((a, b) => b.places.size - a.places.size || latestFirst(a.latest, b.latest));
  return ordered[0]?.latest;
}

interface Span {
  readonly places: Set<string>;
  latest: Period;
}

/** Why a flow over `period` can't stand beside flows over `reference`. */
export function spanReason(period: Period, reference: Period): string {
  return `时期为${periodLabel(period)}（${spanLabel(period)}），与${spanLabel(reference)}不可比`;
}

/** Why an area can't stand beside those that it contains: `舟山市` beside its own counties, 全国 among the provinces. */
export const NESTED = '数已包含所列的下级地区，不与它们并列';

/** Ids of the places that contain another of them, however many levels below; organisations apart. */
export function containing(dataset: Dataset, places: readonly Place[]): ReadonlySet<string> {
  const here = new Set(places.map((p) => p.id));
  const found = new Set<string>();
  /** Ids of areas from which the way up has been gone. */
  const climbed = new Set<string>();
  for (const place of places) {
    if (place.level === '机构') continue;
    let up = dataset.place(place.parent);
    while (up && up !== place && !climbed.has(up.id)) {
      climbed.add(up.id);
      if (here.has(up.id)) found.add(up.id);
      up = dataset.place(up.parent);
    }
  }
  return found;
}

/** The areas that a place lies in, the nearest first, each once; none of an organisation. */
export function areasAround(dataset: Dataset, place: Place): Place[] {
  const areas: Place[] = [];
  if (place.level === '机构') return areas;
  let up = dataset.place(place.parent);
  while (up && up !== place && !areas.includes(up)) {
    areas.push(up);
    up = dataset.place(up.parent);
  }
  return areas;
}

/** `2016年上半年至2020年`: the earliest and latest of periods that differ. Undefined where they don't. */
export function periodRange(periods: readonly Period[]): string | undefined {
  const ordered = [...periods].sort(comparePeriods);
  const first = ordered[0];
  const last = ordered[ordered.length - 1];
  if (!first || !last || ordered.every((p) => p.text === first.text)) return undefined;
  return `${periodLabel(first)}至${periodLabel(last)}`;
}

/**
 * The period that most places share, the latest of several; undefined where no two places share one.
 * @param periods latest first, with how many places have each
 */
export function commonPeriod<T extends { readonly count: number }>(periods: readonly T[]): T | undefined {
  const most = Math.max(0, ...periods.map((entry) => entry.count));
  return most < 2 ? undefined : periods.find((entry) => entry.count === most);
}
