/**
 * From points to series: one a place, indicator and span; a changed 口径 gives a series of its own.
 */
import type { Dataset } from '../model/dataset';
import type { Indicator, Place } from '../model/records';
import { basisOf, otherVersions } from '../model/relatedIndicators';
import { predecessorsOf, successorsOf } from '../model/succession';
import { dayLabel } from '../time/dayLabel';
import { comparePeriods } from '../time/period';
import { periodLabel, spanLabel } from '../time/periodLabel';
import { pointsOf } from './points';
import { segmentsOf, startsAnew } from './segments';
import type { Trend, TrendBreak, TrendPoint, TrendSeries } from './trend';
import { placeLabel } from '../wording/placeLabel';

/** A series before it has a label. */
export interface SpanSeries {
  readonly place: Place;
  readonly indicator: Indicator;
  readonly span: string;
  /** Ascending. */
  readonly points: readonly TrendPoint[];
}

export interface SpanSeriesWithBreaks {
  readonly spanSeries: readonly SpanSeries[];
  readonly breaks: Trend['breaks'];
}

/** Points of an indicator at some places, cut by span; in the order of the places. Costs what these places have. */
export function spanSeriesOf(dataset: Dataset, indicator: Indicator, places: readonly Place[]): SpanSeries[] {
  return places.flatMap((place) => {
    const bySpan = new Map<string, TrendPoint[]>();
    for (const point of pointsOf(indicator, dataset.observationsIn(indicator.id, place.id))) {
      const span = spanLabel(point.period);
      const run = bySpan.get(span);
      if (run) run.push(point);
      else bySpan.set(span, [point]);
    }
    return [...bySpan].map(([span, points]) => ({ place, indicator, span, points }));
  });
}

/**
 * The series asked for, and those of the same indicator under another 口径 that lie wholly before or
 * after them: where the 口径 changed there are two series and a break, never one line.
 */
export function spanSeriesWithBreaks(
  dataset: Dataset,
  indicator: Indicator,
  places: readonly Place[]
): SpanSeriesWithBreaks {
  // One area at two times: its series under the former name goes before its own.
  const named = new Set(places.map((p) => p.id));
  const former = places.flatMap((p) => predecessorsOf(dataset, p).filter((q) => !named.has(q.id)));
  const all = [...new Set([...places, ...former])];
  const own = spanSeriesOf(dataset, indicator, all);
  const breaks = new Map<string, TrendBreak>();
  for (const one of [...flagBreaks(own), ...successionBreaks(dataset, own)])
    breaks.set(`${one.period.text} ${one.text}`, one);
  const followers: SpanSeries[] = [];
  for (const one of otherVersions(dataset, indicator).flatMap((v) => spanSeriesOf(dataset, v, all))) {
    const main = own.find((s) => s.place.id === one.place.id && s.span === one.span);
    const later = main && laterOf(main, one);
    if (!later) continue;
    followers.push(one);
    const { period } = later.points[0]!;
    const text = `自${periodLabel(period)}起口径改为${basisOf(later.indicator.group)}，前后不连`;
    breaks.set(`${period.text} ${text}`, { period, label: '口径调整', text });
  }
  const byPlace = new Map(all.map(({ id }) => [id, [] as SpanSeries[]]));
  for (const one of [...own, ...followers]) byPlace.get(one.place.id)!.push(one);
  return {
    spanSeries: [...byPlace.values()].flat(),
    breaks: [...breaks.values()].sort((a, b) => comparePeriods(a.period, b.period))
  };
}

/** Figures flagged 口径调整 that have something before them. */
function flagBreaks(series: readonly SpanSeries[]): TrendBreak[] {
  return series.flatMap(({ place, points }) =>
    points.slice(1).flatMap((point): TrendBreak[] => {
      if (!startsAnew(point)) return [];
      const text = `${placeLabel(place)}自${periodLabel(point.period)}起口径调整，前后不连`;
      return [{ period: point.period, label: '口径调整', text }];
    })
  );
}

/** The first period of a place after the last of the place that it succeeds. */
function successionBreaks(dataset: Dataset, series: readonly SpanSeries[]): TrendBreak[] {
  return series.flatMap((later): TrendBreak[] => {
    const before = series.filter(
      (s) => s.span === later.span && s !== later && successorsOf(dataset, s.place).includes(later.place)
    );
    if (before.length === 0) return [];
    const { period } = later.points[0]!;
    const names = before.map((s) => placeLabel(s.place)).join('、');
    const day = later.place.validFrom || before[0]!.place.validTo;
    const when = day ? `${dayLabel(day)}，` : '';
    return [{ period, label: '区划调整', text: `${when}${names}由${placeLabel(later.place)}接替，前后不连` }];
  });
}

/** Which of two series follows on the other; undefined where they overlap. */
function laterOf(a: SpanSeries, b: SpanSeries): SpanSeries | undefined {
  const ends = (s: SpanSeries) => s.points[s.points.length - 1]!.period.end;
  if (ends(a) < startOf(b)) return b;
  if (ends(b) < startOf(a)) return a;
  return undefined;
}

function startOf(s: SpanSeries): string {
  return s.points[0]!.period.start;
}

/** By what the labels of series tell them apart. */
export interface ToldApart {
  readonly bySpan: boolean;
  readonly byMeasure: boolean;
}

export function toldApart(all: readonly Pick<SpanSeries, 'span' | 'indicator'>[]): ToldApart {
  return {
    bySpan: new Set(all.map((s) => s.span)).size > 1,
    byMeasure: new Set(all.map((s) => s.indicator.id)).size > 1
  };
}

/** Series with labels that say no more than is needed to tell them apart. */
export function toSeries(
  spanSeries: readonly SpanSeries[],
  focus: string | undefined,
  apart: ToldApart = toldApart(spanSeries)
): TrendSeries[] {
  return spanSeries.map(({ place, indicator, span, points }) => ({
    id: `${place.id}|${indicator.id}|${span}`,
    place,
    indicator,
    label: seriesLabel(place, indicator, span, apart),
    span,
    isFocus: place.id === focus,
    segments: segmentsOf(points)
  }));
}

export function seriesLabel(place: Place, indicator: Indicator, span: string, apart: ToldApart): string {
  const details = [apart.byMeasure ? basisOf(indicator.group) : '', apart.bySpan ? span : ''].filter(Boolean);
  return details.length > 0 ? `${placeLabel(place)}（${details.join('，')}）` : placeLabel(place);
}
