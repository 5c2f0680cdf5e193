import { facetCharts } from '../charts/office/facetCharts';
import { facetGrid } from '../charts/facetGrid';
import { FACETS, facetColumns } from '../charts/facetLayout';
import { choiceProblems } from '../domain/address/problems';
import type { Views } from '../domain/address/views';
import type { Facet, Facets } from '../domain/facets/answer';
import { facetPlaces, indicatorFacets } from '../domain/facets/indicatorFacets';
import { placeFacets } from '../domain/facets/placeFacets';
import { facetSources, facetsSources, facetsTable } from '../domain/facets/table';
import type { Dataset } from '../domain/model/dataset';
import type { Place } from '../domain/model/records';
import { SINGLE_MONTHS } from '../domain/trend/singleMonths';
import { placeLabel } from '../domain/wording/placeLabel';
import { againstOf } from './againstOf';
import { placesText, timesText } from './fileName';
import { type ChartBody, type Figure, fromAnswer } from './figure';
import { oncePerView, withLazy } from './once';

export interface FacetsFigure extends Figure {
  readonly answer: Facets;
  readonly body: ChartBody;
  /** The places to choose from: the one place of many indicators, or those with a small chart each. */
  readonly choosable: readonly Place[];
}

/** 小图: one indicator by places or one place by indicators, as the address says; undefined where there is neither. */
export const facetsFigure = oncePerView(computeFacetsFigure);

function computeFacetsFigure(dataset: Dataset, view: Views['periods']): FacetsFigure | undefined {
  const places = view.by === 'indicators' ? facetPlaces(dataset) : [];
  const answer = view.by === 'indicators' ? ofPlace(dataset, view, places) : ofIndicator(dataset, view);
  if (!answer) return undefined;
  const { facets, indicator, place, spans } = answer;
  const known = [...spans.map(({ label }) => label), ...(answer.hasSingleMonths ? [SINGLE_MONTHS] : [])];
  const isAmong = facets.length > 1 && facets.some(({ isOwn }) => isOwn);
  return withLazy<FacetsFigure, 'table' | 'citations'>(
    {
      answer,
      choosable: answer.indicator ? choosableOf(dataset, view, answer) : places,
      ...fromAnswer(answer),
      ...(indicator ? { indicator } : {}),
      reporters: indicator ? facets.map(({ title }) => title) : [],
      absent: [
        { title: '未列入', items: answer.excluded },
        { title: '无数据', items: answer.missing }
      ],
      problems: indicator
        ? choiceProblems('span', view.span, known, `这项指标没有地址里的时期长短“${view.span}”，已改用默认。`)
        : [],
      isCited: facets.some((facet) => facetSources(facet).length > 0),
      spotlight: indicator && isAmong ? view.focus : '',
      file: [
        `${indicator ? indicator.name : '各项指标'}小图`,
        place ? placeLabel(place) : placesText(facets.map((facet) => facet.place)),
        timesText(answer.periods)
      ],
      body: bodyOf(answer, facets)
    },
    { table: () => facetsTable(answer), citations: () => facetsSources(answer) }
  );
}

/** Whom the small charts may show: those that do, and those that are left out without a choice. */
function choosableOf(
  dataset: Dataset,
  view: Views['periods'],
  { facets, excluded, missing }: Facets
): readonly Place[] {
  const here = new Set([...facets, ...excluded, ...missing].map(({ place }) => place));
  return dataset.places.filter((place) => here.has(place) || view.places.includes(place.id));
}

function ofIndicator(dataset: Dataset, view: Views['periods']): Facets | undefined {
  return placeFacets(dataset, {
    indicator: view.indicator,
    places: view.places,
    focus: view.focus,
    span: view.span,
    against: againstOf(view)
  });
}

/** The place asked for, else the reader's own, else that with most numbers. */
function ofPlace(dataset: Dataset, view: Views['periods'], choosable: readonly Place[]): Facets | undefined {
  const own = choosable.find(({ id }) => id === view.focus);
  const place = view.place || (own ?? choosable[0])?.id || '';
  return indicatorFacets(dataset, { place, against: againstOf(view) });
}

function bodyOf(answer: Facets, facets: readonly Facet[]): ChartBody {
  return {
    kind: 'chart',
    rows: facets.length,
    leastRow: FACETS.leastRow,
    usualRowAt: () => FACETS.usualRow,
    acrossAt: (width) => facetColumns(answer.by, width),
    frame: FACETS.frame,
    part: (from, to) => (context) => facetGrid(answer, facets.slice(from, to), context),
    nativeParts: (from, to) => facetCharts(answer, facets.slice(from, to)),
    names: facets.map(({ title }) => title),
    pick: (chosen) => {
      const { part, nativeParts } = bodyOf(
        answer,
        chosen.map((at) => facets[at]!)
      );
      return { part, nativeParts: nativeParts! };
    },
    owners: facets.map(({ place }) => place.id)
  };
}
