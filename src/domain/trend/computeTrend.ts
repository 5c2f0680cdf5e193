import { missingGaps } from '../missing/missingReason';
import type { Dataset } from '../model/dataset';
import { cutoffOf, isChange, sourcesOf } from '../model/facts';
import type { Indicator, Observation, Place } from '../model/records';
import { comparePeriods } from '../time/period';
import { hasSingleMonths, singleMonths } from './singleMonths';
import { lineScale, shownSeries } from './shownSeries';
import { spanSeriesWithBreaks } from './series';
import type { Trend, TrendPoint, TrendQuery, TrendSeries } from './trend';
import { trendNotes } from './notes';
import { spanCounts } from './spans';
import { periodsOf, pointsIn, trendSubtitle, trendVerdict } from './wording';
import { warningsFirst } from '../wording/note';
import { statedChangeText } from '../wording/statedChange';

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
  const scale = lineScale(
    spanSeries.map((s) => s.points.map((p) => p.value)),
    indicator.unit
  );
  const against = query.against ?? { base: 'year' };
  const series = shownSeries(dataset, spanSeries, { focus: query.focus, scale, against });
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
    spans: spanCounts(all.spanSeries.map(({ span, points }) => ({ span, count: points.length }))),
    hasSingleMonths: hasSingleMonths(all.spanSeries),
    breaks,
    missing: missingPlaces(dataset, indicator, places, {
      known: new Set(all.spanSeries.map((s) => s.place.id)),
      shown: new Set(series.map((s) => s.place.id)),
      span: query.span
    }),
    scale,
    notes: warningsFirst([...trendNotes(indicator, { series, breaks, against }), ...(split?.notes ?? [])]),
    verdict: trendVerdict(indicator, { series, breaks, against }),
    subtitle: trendSubtitle(indicator, scale, new Set(series.map((s) => s.span))),
    cutoff: cutoffOf(points.filter((p) => p.observation?.status !== '预计').map((p) => p.period)),
    sources: sourcesOf(dataset, points.flatMap(observationsIn))
  };
}

/** What a point rests on. */
export function observationsIn(p: TrendPoint): Observation[] {
  return [...p.witnesses, ...p.conflicts, ...[p.derivedFrom, p.statedChange?.observation].flatMap((o) => o ?? [])];
}

function formOf(series: readonly TrendSeries[]): Trend['form'] {
  const longest = Math.max(0, ...series.map((s) => pointsIn(s).length));
  return longest >= 3 ? '线' : longest === 2 ? '两期' : '单期';
}

/**
 * Why places have no line.
 * @param known ids of those with a line of whatever span, `shown` of that which is shown
 */
export function missingPlaces(
  dataset: Dataset,
  indicator: Indicator,
  places: readonly Place[],
  { known, shown, span }: { known: ReadonlySet<string>; shown: ReadonlySet<string>; span: string | undefined }
): Trend['missing'] {
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
