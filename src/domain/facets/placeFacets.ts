/** One indicator over many places: a small chart a place, all on one axis. */
import type { Extent, Facet, FacetChange, FacetReference, Facets } from './answer';
import { type OwnLine, ownLine } from './facet';
import type { Line, LineLook } from './line';
import { fieldOf, periodsIn, type PlaceField } from './placeField';
import { joinedExtent } from './pointLine';
import { exactFigures, lineOf, medianLine } from './reference';
import { facetsVerdict, placesNotes, placesSubtitle, type ToldFacet } from './wording';
import { containing, NESTED } from '../compare/comparability';
import type { Absent } from '../missing/absentGroups';
import type { Dataset } from '../model/dataset';
import type { Indicator, Place, Source } from '../model/records';
import { predecessorsOf } from '../model/succession';
import { comparePeriods, latestFirst, type Period, periodCounts } from '../time/period';
import type { ChangeAgainst } from '../trend/changeKind';
import { missingPlaces, trend } from '../trend/computeTrend';
import { pointNotes } from '../trend/notes';
import { toldApart } from '../trend/series';
import { lineScale } from '../trend/shownSeries';
import { trendSubtitle } from '../trend/wording';
import type { Scale } from '../wording/format';
import { type Note, warningsFirst } from '../wording/note';
import { placeLabel } from '../wording/placeLabel';

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
  const field = fieldOf(dataset, indicator, places, query.span);
  const { lines, span } = field;
  const scale = lineScale(
    lines.map(({ values }) => values),
    indicator.unit
  );
  const look: LineLook = { focus: query.focus ?? '', scale, against, apart: toldApart(lines) };
  const { line: reference, beside } = referenceOf(dataset, field, indicator, look);
  const all = inOrder(indicator, groupsOf(dataset, lines, indicator)).map((group) => facetOf(group, look, reference));
  const told = { by: 'places' as const, against, indicator, place: null, referenceName: reference?.name ?? '' };
  const words = { ...told, facets: all.map((one) => one.told), beside };
  return {
    ...told,
    facets: all.map(({ facet }) => facet),
    isSingle: lines.every(({ periods }) => periods.length < 2),
    periods: periodsIn(lines),
    spans: field.spans,
    hasSingleMonths: field.hasSingleMonths,
    span,
    missing: missingPlaces(dataset, indicator, places, {
      known: field.known,
      shown: new Set(lines.map(({ place }) => place.id)),
      span
    }),
    excluded,
    verdict: facetsVerdict(words),
    subtitle: placesSubtitle(trendSubtitle(indicator, scale, new Set(lines.map((one) => one.span)))),
    notes: warningsFirst([...notesOf(indicator, field, look), ...placesNotes(words)]),
    cutoff: lines.reduce((latest, { cutoff }) => (cutoff > latest ? cutoff : latest), ''),
    sources: sourcesIn(dataset, lines)
  };
}

function notesOf(indicator: Indicator, { lines, breaks, notes }: PlaceField, look: LineLook): Note[] {
  const own = pointNotes(indicator, {
    ...{ breaks, against: look.against },
    points: lines.flatMap((line) => line.noted(look)),
    spans: new Set(lines.map(({ span }) => span)),
    isDumbbell: lines.length > 1 && lines.every(({ periods }) => periods.length < 3),
    isGapped: lines.some(({ isGapped }) => isGapped)
  });
  return warningsFirst([...own, ...notes]);
}

function sourcesIn(dataset: Dataset, lines: readonly Line[]): Source[] {
  const used = new Set<Source>();
  for (const { sources } of lines) for (const source of sources) used.add(source);
  return dataset.sources.filter((source) => used.has(source));
}

/** Those asked for; without any, all that stand side by side. */
function placesShown(
  dataset: Dataset,
  indicator: Indicator,
  asked: readonly string[]
): { readonly places: readonly Place[]; readonly excluded: readonly Absent[] } {
  if (asked.length > 0) return { places: asked.flatMap((id) => dataset.place(id) ?? []), excluded: [] };
  const reports = dataset.summary.reports[dataset.indicators.indexOf(indicator)]!;
  const known = dataset.places.filter((_, at) => reports[at] === 1);
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
function referenceOf(dataset: Dataset, { lines, span }: PlaceField, indicator: Indicator, look: LineLook): Grey {
  const own = look.focus ? dataset.place(look.focus) : undefined;
  const drawn = lines.filter(({ place }) => place === own);
  if (own && drawn.length > 0)
    return {
      line: lineOf(
        placeLabel(own),
        drawn.map((line) => line.series(look))
      ),
      beside: null
    };
  const isCounted = indicator.kind === '数量' || indicator.kind === '金额';
  if (own && own.level !== '机构' && !isCounted) {
    const { focus, against } = look;
    const { series = [] } =
      trend(dataset, { indicator: indicator.id, places: [own.id], focus: focus ?? '', against, span }) ?? {};
    const line = lineOf(placeLabel(own), series);
    const isKnown = series.some((s) => s.indicator.id === indicator.id);
    if (line) return { line, beside: isKnown ? ownLine(indicator, series).change : null };
  }
  const main = lines.filter((line) => line.indicator === indicator);
  const isMany = new Set(main.map(({ place }) => place)).size > 1;
  return { line: isMany ? medianLine(MEDIAN, exactFigures(main), indicator, look.scale) : null, beside: null };
}

/** The lines that stand in one small chart. */
interface Group {
  readonly place: Place;
  readonly lines: readonly Line[];
  /** The last of the indicator itself. */
  readonly main: Line;
}

function groupsOf(dataset: Dataset, lines: readonly Line[], indicator: Indicator): Group[] {
  const byPlace = new Map<Place, Line[]>();
  for (const line of lines) {
    const own = byPlace.get(line.place);
    if (own) own.push(line);
    else byPlace.set(line.place, [line]);
  }
  // A line under a former name stands in the small chart of the place that goes on with it.
  const hasFormer = dataset.places.some(({ successor }) => successor);
  const formerOf = (place: Place) => (hasFormer ? predecessorsOf(dataset, place).filter((p) => byPlace.has(p)) : []);
  const former = new Map([...byPlace.keys()].map((place) => [place, formerOf(place)]));
  const follows = new Set([...former.values()].flat());
  return [...byPlace].flatMap(([place, own]): Group[] => {
    if (follows.has(place) || !own.some((line) => line.indicator === indicator)) return [];
    const all = [...own, ...former.get(place)!.flatMap((p) => byPlace.get(p)!)];
    const main = all
      .filter((line) => line.indicator === indicator)
      .sort((a, b) => comparePeriods(a.periods[0]!, b.periods[0]!));
    return [{ place, lines: all, main: main[main.length - 1]! }];
  });
}

/** A small chart, and what is said of it without drawing it. */
function facetOf(
  group: Group,
  look: LineLook,
  reference: FacetReference | null
): { readonly facet: Facet; readonly told: ToldFacet } {
  const { lines, main } = group;
  const facet = new PlaceFacet(group, look, reference);
  const line = lines.length === 1 && main.told ? main.told(look) : undefined;
  if (!line) return { facet, told: facet };
  const { title, place, isOwn } = facet;
  const { period, value } = endOf(main);
  const last = {
    period,
    value,
    get text() {
      return line.text;
    }
  };
  return { facet, told: { title, place, isOwn, last, change: line.change, breaks: [] } };
}

class PlaceFacet implements Facet {
  readonly id: string;
  readonly title: string;
  readonly place: Place;
  readonly indicator: Indicator;
  readonly scale: Scale;
  readonly reference: FacetReference | null;
  readonly isOwn: boolean;
  readonly extent: Extent;
  private made: OwnLine | undefined;

  constructor(
    private readonly group: Group,
    private readonly look: LineLook,
    reference: FacetReference | null
  ) {
    const { place, lines, main } = group;
    this.id = place.id;
    this.title = placeLabel(place);
    this.place = place;
    this.indicator = main.indicator;
    this.scale = look.scale;
    this.isOwn = place.id === look.focus;
    this.reference = this.isOwn ? null : reference;
    this.extent = joinedExtent(lines.map(({ extent }) => extent));
  }

  /** One axis for all. */
  get axis(): string {
    return this.indicator.id;
  }
  get series(): Facet['series'] {
    return this.own().series;
  }
  get last(): Facet['last'] {
    return this.own().last;
  }
  get breaks(): Facet['breaks'] {
    return this.own().breaks;
  }
  get change(): Facet['change'] {
    return this.own().change;
  }

  private own(): OwnLine {
    const { lines } = this.group;
    return (this.made ??= ownLine(
      this.indicator,
      lines.map((line) => line.series(this.look))
    ));
  }
}

function endOf({ periods, values }: Line): { readonly period: Period; readonly value: number } {
  return { period: periods[periods.length - 1]!, value: values[values.length - 1]! };
}

/** The best first by the period that most have last, then those that end in another one, the latest first. */
function inOrder(indicator: Indicator, groups: readonly Group[]): Group[] {
  const ends = groups.map((group) => ({ group, ...endOf(group.main) }));
  const counts = periodCounts(ends);
  const most = Math.max(0, ...counts.map(({ count }) => count));
  const common = counts.find(({ count }) => count === most)?.period.text;
  const direction = indicator.better === '低' ? 1 : -1;
  return ends
    .sort((a, b) => {
      const apart = Number(a.period.text !== common) - Number(b.period.text !== common);
      if (apart !== 0) return apart;
      return (a.period.text === b.period.text ? 0 : latestFirst(a.period, b.period)) || direction * (a.value - b.value);
    })
    .map(({ group }) => group);
}
