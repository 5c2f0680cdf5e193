import type { Absent } from './absentGroups';
import type { Dataset, Indicator, Observation, Place, Qualifier, Source } from './dataset';
import { cutoffOf, sourcesOf } from './facts';
import { scaleFor, type Scale } from './format';
import { missingGaps } from './missingReason';
import type { Note } from './note';
import { comparePeriods, type Period } from './period';
import { basisOf } from './sameSubject';
import { isChange, statedChangeText } from './trendPoints';
import { strandsWithBreaks, toSeries, type Strand } from './trendSeries';
import { periodsOf, pointsIn, trendNotes, trendVerdict } from './trendWording';
import { firstSentence } from './wording';

export { trendCoverage, type TrendCoverage } from './trendCoverage';

export interface TrendQuery {
  /** Indicator id. */
  readonly indicator: string;
  /** Place ids. */
  readonly places: readonly string[];
  readonly focus?: string;
  /** A `spanLabel`: show only that; absent = every one present, each a series of its own. */
  readonly span?: string;
}

export interface TrendPoint {
  readonly period: Period;
  readonly value: number;
  /** Null when derived. */
  readonly observation: Observation | null;
  /** 推算 from a stated change. */
  readonly derived: boolean;
  readonly derivedFrom: Observation | null;
  /** All that say this number; for a derived point the figure that it was worked back from. */
  readonly witnesses: readonly Observation[];
  /** All that say another number for the same period. */
  readonly conflicts: readonly Observation[];
  readonly qualifier: Qualifier;
  /** Value with qualifier and unit; derived ones begin with 推算. */
  readonly text: string;
  /** Change as the report states it. */
  readonly statedChange: { readonly observation: Observation; readonly text: string } | null;
  /** Change from the point one year before; null where there is none. */
  readonly computedChange: { readonly text: string; readonly value: number | null } | null;
  /** The figures of one year before that it is computed from; empty where there is none. */
  readonly before: readonly Observation[];
  /** Stated and computed differ beyond rounding. */
  readonly differs: boolean;
}

export interface TrendSeries {
  readonly id: string;
  readonly place: Place;
  readonly indicator: Indicator;
  readonly label: string;
  readonly span: string;
  readonly isFocus: boolean;
  /** Only points inside one segment may be joined. */
  readonly segments: readonly (readonly TrendPoint[])[];
}

export interface Trend {
  readonly indicator: Indicator;
  readonly form: '线' | '两期' | '单期';
  readonly series: readonly TrendSeries[];
  /** All periods with a point, ascending. */
  readonly periods: readonly Period[];
  readonly spans: readonly { readonly label: string; readonly count: number }[];
  readonly breaks: readonly { readonly period: Period; readonly text: string }[];
  readonly missing: readonly Absent[];
  readonly scale: Scale;
  readonly notes: readonly Note[];
  readonly verdict: string;
  readonly subtitle: string;
  readonly cutoff: string;
  readonly sources: readonly Source[];
}

/**
 * One indicator over the periods of some places. Only points of equal span make a series, and only
 * points without a gap between them may be joined. Where a report states a change and the year before
 * is unknown, that year is worked back and called 推算.
 * @returns undefined for an unknown indicator; unknown place ids are passed over
 */
export function trend(dataset: Dataset, query: TrendQuery): Trend | undefined {
  const indicator = dataset.indicator(query.indicator);
  if (!indicator) return undefined;
  const places = query.places.flatMap((id) => dataset.place(id) ?? []);
  const all = strandsWithBreaks(dataset, indicator, places);
  const strands = query.span ? all.strands.filter((s) => s.span === query.span) : all.strands;
  const series = toSeries(strands, query.focus);
  const shown = new Set(strands.flatMap((s) => s.points.map((p) => p.period.text)));
  const breaks = all.breaks.filter((b) => shown.has(b.period.text));
  const points = series.flatMap(pointsIn);
  const periods = periodsOf(series).sort(comparePeriods);
  const scale = scaleFor(
    points.map((p) => p.value),
    indicator.unit
  );
  return {
    indicator,
    form: formOf(series),
    series,
    periods,
    spans: spansOf(all.strands),
    breaks,
    missing: missingPlaces(dataset, indicator, places, all.strands, series, query.span),
    scale,
    notes: trendNotes(series, breaks),
    verdict: trendVerdict(indicator, series, breaks),
    subtitle: subtitleOf(indicator, scale, series),
    cutoff: cutoffOf(points.map((p) => p.period)),
    sources: sourcesOf(dataset, points.flatMap(observationsIn))
  };
}

function observationsIn(p: TrendPoint): Observation[] {
  return [...p.witnesses, ...p.conflicts, ...[p.derivedFrom, p.statedChange?.observation].flatMap((o) => o ?? [])];
}

function formOf(series: readonly TrendSeries[]): Trend['form'] {
  const longest = Math.max(0, ...series.map((s) => pointsIn(s).length));
  return longest >= 3 ? '线' : longest === 2 ? '两期' : '单期';
}

function spansOf(strands: readonly Strand[]): Trend['spans'] {
  const counts = new Map<string, number>();
  for (const s of strands) counts.set(s.span, (counts.get(s.span) ?? 0) + s.points.length);
  return [...counts].map(([label, count]) => ({ label, count })).sort((a, b) => b.count - a.count);
}

function missingPlaces(
  dataset: Dataset,
  indicator: Indicator,
  places: readonly Place[],
  all: readonly Strand[],
  series: readonly TrendSeries[],
  span: string | undefined
): Trend['missing'] {
  const shown = new Set(series.map((s) => s.place.id));
  const known = new Set(all.map((s) => s.place.id));
  const gapOf = missingGaps(dataset, indicator);
  const changes = dataset.observationsOf(indicator.id).filter(isChange);
  return places
    .filter((p) => !shown.has(p.id))
    .map((place) => {
      if (known.has(place.id)) return { place, reason: `没有“${span}”的数` };
      const change = changes.find((c) => c.place.id === place.id);
      if (change) return { place, reason: `只有同比（${statedChangeText(change)}），没有数值`, at: change };
      const { text, at } = gapOf(place);
      return { place, reason: text, at };
    });
}

function subtitleOf(indicator: Indicator, scale: Scale, series: readonly TrendSeries[]): string {
  const spans = [...new Set(series.map((s) => s.span))];
  return [
    firstSentence(indicator.definition),
    indicator.better === '不评价' ? '' : `${indicator.better}优`,
    scale.unit ? `单位：${scale.unit}` : '',
    indicator.group ? `口径：${basisOf(indicator.group)}` : '',
    spans.length === 1 ? spans[0]! : ''
  ]
    .filter(Boolean)
    .join(' · ');
}
