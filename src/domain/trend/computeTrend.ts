import { missingGaps } from '../missing/missingReason';
import type { Dataset } from '../model/dataset';
import { cutoffOf, isChange, sourcesOf } from '../model/facts';
import type { Indicator, Observation, Place } from '../model/records';
import { basisOf } from '../model/relatedIndicators';
import { comparePeriods } from '../time/period';
import { hasSingleMonths, singleMonths } from './singleMonths';
import { baseChange, knownPeriods } from './baseChange';
import { basePeriod } from './changeBase';
import type { ChangeAgainst } from './changeKind';
import { pointWith } from './points';
import { type SpanSeries, spanSeriesWithBreaks, toSeries } from './series';
import type { Trend, TrendPoint, TrendQuery, TrendSeries } from './trend';
import { periodsOf, pointsIn, trendNotes, trendVerdict } from './wording';
import { formatInScale, type Scale, scaleFor } from '../wording/format';
import { warningsFirst } from '../wording/note';
import { statedChangeText } from '../wording/statedChange';
import { firstSentence } from '../wording/words';

/**
 * One indicator over the periods of some places. Only points of equal span make a series, and only
 * points without a gap between them may be joined. Where a report states a change and the year before
 * is unknown, that year is back-calculated and called 推算.
 * @returns undefined for an unknown indicator; unknown place ids are passed over
 */
export function trend(dataset: Dataset, query: TrendQuery): Trend | undefined {
  const indicator = dataset.indicator(query.indicator);
  if (!indicator) return undefined;
  const places = query.places.flatMap((id) => dataset.place(id) ?? []);
  const all = spanSeriesWithBreaks(dataset, indicator, places);
  const split = query.single ? singleMonths(all.spanSeries) : undefined;
  const spanSeries = split
    ? split.series
    : query.span
      ? all.spanSeries.filter((s) => s.span === query.span)
      : all.spanSeries;
  const scale = scaleFor(
    spanSeries.flatMap((s) => s.points.map((p) => p.value)),
    indicator.unit,
    // Among the months of a line two are bound to be near each other: what it prints is where it ends.
    spanSeries.flatMap((s) => (s.points.length > MOST_PRINTED ? s.points.slice(-1) : s.points).map((p) => p.value))
  );
  const against = query.against ?? { base: 'year' };
  const series = toSeries(spanSeries, query.focus).map((s) => heldAgainst(dataset, inScale(s, scale), against));
  const shown = new Set(spanSeries.flatMap((s) => s.points.map((p) => p.period.text)));
  const breaks = all.breaks.filter((b) => shown.has(b.period.text));
  const points = series.flatMap(pointsIn);
  const periods = periodsOf(series).sort(comparePeriods);
  return {
    indicator,
    against,
    form: formOf(series),
    series,
    periods,
    spans: spansOf(all.spanSeries),
    hasSingleMonths: hasSingleMonths(all.spanSeries),
    breaks,
    missing: missingPlaces(dataset, indicator, places, all.spanSeries, series, query.span),
    scale,
    notes: warningsFirst([...trendNotes(indicator, { series, breaks, against }), ...(split?.notes ?? [])]),
    verdict: trendVerdict(indicator, { series, breaks, against }),
    subtitle: subtitleOf(indicator, scale, series),
    cutoff: cutoffOf(points.filter((p) => p.observation?.status !== '预计').map((p) => p.period)),
    sources: sourcesOf(dataset, points.flatMap(observationsIn))
  };
}

/** Points of a series that are all printed beside it. */
const MOST_PRINTED = 2;

/** The texts of all points in the unit that the chart says. */
function inScale(series: TrendSeries, scale: Scale): TrendSeries {
  if (scale.factor === 1) return series;
  const text = (p: TrendPoint) =>
    `${p.derived ? '推算' : ''}${formatInScale(p.value, scale, series.indicator, p.qualifier)}`;
  return { ...series, segments: series.segments.map((segment) => segment.map((p) => pointWith(p, { text: text(p) }))) };
}

/** Each point with its change against the period chosen; the year before is in the points already. */
function heldAgainst(dataset: Dataset, series: TrendSeries, against: ChangeAgainst): TrendSeries {
  if (against.base === 'year') return series;
  const { indicator, segments } = series;
  const known = knownPeriods(dataset, indicator.id);
  const points = pointsIn(series);
  const held = (p: TrendPoint): TrendPoint =>
    pointWith(p, { baseChange: baseChange(indicator, p, points, basePeriod(p.period, against, known)) });
  return { ...series, segments: segments.map((segment) => segment.map(held)) };
}

function observationsIn(p: TrendPoint): Observation[] {
  return [...p.witnesses, ...p.conflicts, ...[p.derivedFrom, p.statedChange?.observation].flatMap((o) => o ?? [])];
}

function formOf(series: readonly TrendSeries[]): Trend['form'] {
  const longest = Math.max(0, ...series.map((s) => pointsIn(s).length));
  return longest >= 3 ? '线' : longest === 2 ? '两期' : '单期';
}

function spansOf(spanSeries: readonly SpanSeries[]): Trend['spans'] {
  const counts = new Map<string, number>();
  for (const s of spanSeries) counts.set(s.span, (counts.get(s.span) ?? 0) + s.points.length);
  return [...counts].map(([label, count]) => ({ label, count })).sort((a, b) => b.count - a.count);
}

function missingPlaces(
  dataset: Dataset,
  indicator: Indicator,
  places: readonly Place[],
  all: readonly SpanSeries[],
  series: readonly TrendSeries[],
  span: string | undefined
): Trend['missing'] {
  const shown = new Set(series.map((s) => s.place.id));
  const known = new Set(all.map((s) => s.place.id));
  const gapOf = missingGaps(dataset, indicator);
  return places
    .filter((p) => !shown.has(p.id))
    .map((place) => {
      if (known.has(place.id)) return { place, reason: `没有“${span}”的数` };
      const change = dataset.observationsIn(indicator.id, place.id).find(isChange);
      if (change) return { place, reason: `只有同比（${statedChangeText(change)}），没有数值`, evidence: change };
      const { text, evidence } = gapOf(place);
      return { place, reason: text, evidence };
    });
}

function subtitleOf(indicator: Indicator, scale: Scale, series: readonly TrendSeries[]): string {
  const spans = [...new Set(series.map((s) => s.span))];
  return [
    firstSentence(indicator.definition),
    indicator.better === '不评价' ? '' : `越${indicator.better}越好`,
    scale.unit ? `单位：${scale.unit}` : '',
    indicator.group ? `口径：${basisOf(indicator.group)}` : '',
    spans.length === 1 ? spans[0]! : ''
  ]
    .filter(Boolean)
    .join(' · ');
}
