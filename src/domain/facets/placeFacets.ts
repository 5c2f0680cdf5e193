/** One indicator over many places: a small chart a place, all on one axis. */
import type { Facet, FacetChange, FacetReference, Facets } from './answer';
import { ownLine } from './facet';
import { exactFigures, lineOf, medianLine } from './reference';
import { facetsVerdict, placesNotes, placesSubtitle } from './wording';
import { containing, NESTED } from '../compare/comparability';
import type { Absent } from '../missing/absentGroups';
import type { Dataset } from '../model/dataset';
import { hasNumber } from '../model/facts';
import type { Indicator, Place } from '../model/records';
import { predecessorsOf } from '../model/succession';
import { latestFirst, periodCounts } from '../time/period';
import type { ChangeAgainst } from '../trend/changeKind';
import { trend } from '../trend/computeTrend';
import { SINGLE_MONTHS } from '../trend/singleMonths';
import { latestSpan } from '../trend/spans';
import type { Trend, TrendQuery, TrendSeries } from '../trend/trend';
import { placeLabel } from '../wording/placeLabel';
import { warningsFirst } from '../wording/note';

export interface PlaceFacetsQuery {
  /** Indicator id. */
  readonly indicator: string;
  /** Place ids; empty: every place with a number, without areas that contain others and without organisations beside areas. */
  readonly places: readonly string[];
  readonly focus?: string;
  /** A `spanLabel`, or single months; absent or unknown: the commonest of two, else that of the latest period. */
  readonly span?: string;
  readonly against?: ChangeAgainst;
}

const MEDIAN = '各地的中位数';

/** @returns undefined for an unknown indicator */
export function placeFacets(dataset: Dataset, query: PlaceFacetsQuery): Facets | undefined {
  const indicator = dataset.indicator(query.indicator);
  if (!indicator) return undefined;
  const against = query.against ?? { base: 'year' };
  const { places, excluded } = placesShown(dataset, indicator, query.places);
  const asked = { indicator: indicator.id, places: places.map(({ id }) => id), focus: query.focus ?? '', against };
  const all = trend(dataset, asked)!;
  const span = spanShown(all, query.span);
  const t = ofSpan(dataset, asked, all, span);
  const { line: reference, beside } = referenceOf(dataset, asked, t, span);
  const facets = inOrder(indicator, facetsOf(dataset, t, indicator, reference));
  const told = { by: 'places' as const, against, indicator, place: null, facets, referenceName: reference?.name ?? '' };
  const words = { ...told, beside };
  return {
    ...told,
    isSingle: t.form === '单期',
    periods: t.periods,
    spans: all.spans,
    hasSingleMonths: all.hasSingleMonths,
    span,
    missing: t.missing,
    excluded,
    verdict: facetsVerdict(words),
    subtitle: placesSubtitle(t),
    notes: warningsFirst([...t.notes, ...placesNotes(told)]),
    cutoff: t.cutoff,
    sources: t.sources
  };
}

/** Two lengths of period side by side can't be read in a small chart: one is shown. */
function spanShown(all: Trend, asked: string | undefined): string {
  const known = [...all.spans.map(({ label }) => label), ...(all.hasSingleMonths ? [SINGLE_MONTHS] : [])];
  if (asked && known.includes(asked)) return asked;
  return all.spans.length > 2 ? latestSpan(all) : (all.spans[0]?.label ?? '');
}

function ofSpan(dataset: Dataset, asked: TrendQuery, all: Trend, span: string): Trend {
  if (span === SINGLE_MONTHS) return trend(dataset, { ...asked, single: true })!;
  return all.spans.length > 1 ? trend(dataset, { ...asked, span })! : all;
}

/** Those asked for; without any, all that stand side by side. */
function placesShown(
  dataset: Dataset,
  indicator: Indicator,
  asked: readonly string[]
): { readonly places: readonly Place[]; readonly excluded: readonly Absent[] } {
  if (asked.length > 0) return { places: asked.flatMap((id) => dataset.place(id) ?? []), excluded: [] };
  const ids = new Set(
    dataset
      .observationsOf(indicator.id)
      .filter((o) => o.measure === '数值' && hasNumber(o))
      .map((o) => o.place.id)
  );
  const known = dataset.places.filter((p) => ids.has(p.id));
  const areas = known.filter((p) => p.level !== '机构');
  const sums = containing(dataset, known);
  const reasonFor = (p: Place) =>
    areas.length > 0 && p.level === '机构' ? '单位不与地区并列' : sums.has(p.id) ? NESTED : '';
  return {
    places: known.filter((p) => reasonFor(p) === ''),
    excluded: known.filter((p) => reasonFor(p) !== '').map((place) => ({ place, reason: reasonFor(place) }))
  };
}

interface Grey {
  readonly line: FacetReference | null;
  /** The change of the own place where it is the line and has no small chart. */
  readonly beside: FacetChange | null;
}

/**
 * The own place where it has a line that can lie beside the others: of what is counted an area that contains them would
 * press all of them flat. Else the median of those that are drawn.
 */
function referenceOf(dataset: Dataset, asked: TrendQuery, t: Trend, span: string): Grey {
  const { indicator, scale } = t;
  const own = asked.focus ? dataset.place(asked.focus) : undefined;
  const drawn = t.series.filter((s) => s.place === own);
  if (own && drawn.length > 0) return { line: lineOf(placeLabel(own), drawn), beside: null };
  const isCounted = indicator.kind === '数量' || indicator.kind === '金额';
  if (own && own.level !== '机构' && !isCounted) {
    const { series = [] } = trend(dataset, { ...asked, places: [own.id], span }) ?? {};
    const line = lineOf(placeLabel(own), series);
    const isKnown = series.some((s) => s.indicator.id === indicator.id);
    if (line) return { line, beside: isKnown ? ownLine(indicator, series).change : null };
  }
  const main = t.series.filter((s) => s.indicator.id === indicator.id);
  const isMany = new Set(main.map((s) => s.place)).size > 1;
  return { line: isMany ? medianLine(MEDIAN, exactFigures(main), indicator, scale) : null, beside: null };
}

function facetsOf(dataset: Dataset, t: Trend, indicator: Indicator, reference: FacetReference | null): Facet[] {
  const byPlace = new Map<Place, TrendSeries[]>();
  for (const s of t.series) byPlace.set(s.place, [...(byPlace.get(s.place) ?? []), s]);
  // A line under a former name stands in the small chart of the place that goes on with it.
  const former = new Map<Place, readonly Place[]>([...byPlace.keys()].map((p) => [p, predecessorsOf(dataset, p)]));
  const follows = new Set([...former.values()].flat());
  return [...byPlace].flatMap(([place, series]): Facet[] => {
    const isMain = series.some((s) => s.indicator.id === indicator.id);
    if (follows.has(place) || !isMain) return [];
    const all = [...series, ...former.get(place)!.flatMap((p) => byPlace.get(p) ?? [])];
    const isOwn = series.some((s) => s.isFocus);
    return [
      {
        id: place.id,
        title: placeLabel(place),
        place,
        indicator,
        scale: t.scale,
        ...ownLine(indicator, all),
        reference: isOwn ? null : reference,
        axis: indicator.id,
        isOwn
      }
    ];
  });
}

/** The best first by the period that most have last, then those that end in another one, the latest first. */
function inOrder(indicator: Indicator, facets: readonly Facet[]): Facet[] {
  const counts = periodCounts(facets.map(({ last }) => last));
  const most = Math.max(0, ...counts.map(({ count }) => count));
  const common = counts.find(({ count }) => count === most)?.period.text;
  const direction = indicator.better === '低' ? 1 : -1;
  return [...facets].sort(({ last: a }, { last: b }) => {
    const apart = Number(a.period.text !== common) - Number(b.period.text !== common);
    if (apart !== 0) return apart;
    return (a.period.text === b.period.text ? 0 : latestFirst(a.period, b.period)) || direction * (a.value - b.value);
  });
}
