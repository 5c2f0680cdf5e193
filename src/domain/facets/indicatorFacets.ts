/** One place over many indicators: a small chart an indicator, those that got worse first. */
import type { Facet, Facets } from './answer';
import { ownLine } from './facet';
import { extentOfPoints } from './pointLine';
import { figuresByPeriod, medianLine } from './reference';
import { facetsVerdict, indicatorsNotes } from './wording';
import type { Dataset } from '../model/dataset';
import { cutoffOf, sourcesOf, valueFacts } from '../model/facts';
import { type Indicator, isBound, type Observation, type Place } from '../model/records';
import { comparePeriods, latestFirst } from '../time/period';
import { spanLabel } from '../time/periodLabel';
import { baseChange, knownPeriods } from '../trend/baseChange';
import { basePeriod } from '../trend/changeBase';
import type { ChangeAgainst } from '../trend/changeKind';
import { pointsOf, pointWith } from '../trend/points';
import { toSeries } from '../trend/series';
import type { TrendPoint, TrendSeries } from '../trend/trend';
import { trendNotes } from '../trend/notes';
import { periodsOf } from '../trend/wording';
import { scaleFor } from '../wording/format';
import { warningsFirst } from '../wording/note';

export interface IndicatorFacetsQuery {
  /** Place id. */
  readonly place: string;
  readonly against?: ChangeAgainst;
}

/**
 * Of each indicator its longest series; those with one period are left out, and counted.
 * @returns undefined for an unknown place
 */
export function indicatorFacets(dataset: Dataset, query: IndicatorFacetsQuery): Facets | undefined {
  const place = dataset.place(query.place);
  if (!place) return undefined;
  const against = query.against ?? { base: 'year' };
  const lines = linesOf(dataset, place);
  const long = lines.filter(({ points }) => points.length > 1);
  const facets = inOrder(long.map((line) => facetOf(dataset, place, line, against)));
  const kin = place.level === '机构' ? '其他单位' : `其他${place.level}`;
  const told = { by: 'indicators' as const, against, indicator: null, place, facets, referenceName: `${kin}的中位数` };
  const series = facets.flatMap((facet) => facet.series);
  const observations = series.flatMap((s) => s.segments.flat().flatMap(({ witnesses }) => witnesses));
  const single = lines.length - long.length;
  return {
    ...told,
    isSingle: false,
    periods: periodsOf(series).sort(comparePeriods),
    spans: [],
    hasSingleMonths: false,
    span: '',
    missing: [],
    excluded: [],
    verdict: facetsVerdict(told),
    subtitle: '每图一项指标，单位写在数后 · 各图纵轴不同，不比高低',
    notes: warningsFirst([
      ...series.flatMap((s) => trendNotes(s.indicator, { series: [s], breaks: [], against: { base: 'year' } })),
      ...indicatorsNotes(told),
      ...(single > 0 ? [{ level: '说明' as const, text: `另有${single}项指标只有一期，没有画。` }] : [])
    ]),
    cutoff: cutoffOf(observations.filter(({ status }) => status !== '预计').map(({ period }) => period)),
    sources: sourcesOf(dataset, observations)
  };
}

interface Line {
  readonly indicator: Indicator;
  readonly span: string;
  readonly points: readonly TrendPoint[];
}

/** Of each indicator the span with most points; of equal ones that which ends later. */
function linesOf(dataset: Dataset, place: Place): Line[] {
  const byIndicator = new Map<Indicator, Observation[]>();
  for (const o of dataset.observationsAt(place.id)) {
    const known = byIndicator.get(o.indicator);
    if (known) known.push(o);
    else byIndicator.set(o.indicator, [o]);
  }
  return dataset.indicators.flatMap((indicator): Line[] => {
    const bySpan = new Map<string, TrendPoint[]>();
    for (const point of pointsOf(indicator, byIndicator.get(indicator) ?? [])) {
      const span = spanLabel(point.period);
      bySpan.set(span, [...(bySpan.get(span) ?? []), point]);
    }
    const end = (points: readonly TrendPoint[]) => points[points.length - 1]!.period;
    const [longest] = [...bySpan].sort(([, a], [, b]) => b.length - a.length || latestFirst(end(a), end(b)));
    return longest ? [{ indicator, span: longest[0], points: longest[1] }] : [];
  });
}

function facetOf(dataset: Dataset, place: Place, line: Line, against: ChangeAgainst): Facet {
  const { indicator, span, points } = line;
  const scale = scaleFor(
    points.map(({ value }) => value),
    indicator.unit
  );
  const [series] = toSeries([{ place, indicator, span, points: held(dataset, indicator, points, against) }], place.id);
  return {
    id: indicator.id,
    title: indicator.name,
    place,
    indicator,
    scale,
    ...ownLine(indicator, [series as TrendSeries]),
    extent: extentOfPoints(points),
    reference: medianLine('', figuresByPeriod(othersFigures(dataset, place, line)), indicator, scale),
    // Of unlike units and sizes: on one axis most would lie flat.
    axis: indicator.id,
    isOwn: true
  };
}

/** Each point with its change against the period chosen; the year before is in the points already. */
function held(
  dataset: Dataset,
  indicator: Indicator,
  points: readonly TrendPoint[],
  against: ChangeAgainst
): readonly TrendPoint[] {
  if (against.base === 'year') return points;
  const known = knownPeriods(dataset, indicator.id);
  return points.map((p) =>
    pointWith(p, { baseChange: baseChange(indicator, p, points, basePeriod(p.period, against, known)) })
  );
}

/** Exact figures of the places of its level, in the periods of the line. */
function* othersFigures(dataset: Dataset, place: Place, { indicator, points }: Line) {
  const periods = new Set(points.map(({ period }) => period.text));
  for (const fact of valueFacts(dataset, indicator.id)) {
    const isOther = fact.place !== place && fact.place.level === place.level;
    if (!isOther || !periods.has(fact.period.text) || isBound(fact.observation.qualifier)) continue;
    yield { period: fact.period, value: fact.observation.value };
  }
}

const ORDER = ['变差', '持平', '好转', '不评价'] as const;

function inOrder(facets: readonly Facet[]): Facet[] {
  const at = ({ change }: Facet) => (change ? ORDER.indexOf(change.judgement) : ORDER.length);
  return facets
    .map((facet, i) => ({ facet, i }))
    .sort((a, b) => at(a.facet) - at(b.facet) || a.i - b.i)
    .map(({ facet }) => facet);
}

/** Places with more than one number, those with most first. */
export function facetPlaces(dataset: Dataset): Place[] {
  return dataset.places
    .map((place) => ({ place, count: dataset.countAt(place.id) }))
    .filter(({ count }) => count > 1)
    .sort((a, b) => b.count - a.count)
    .map(({ place }) => place);
}
