import { DUMBBELL, trendDumbbell } from '../charts/trendDumbbell';
import { trendLine } from '../charts/trendLine';
import { trendSlope } from '../charts/trendSlope';
import { trendChart } from '../charts/office/trendChart';
import { annotationsOn } from '../domain/annotation/concerned';
import { choiceProblems } from '../domain/address/problems';
import type { Views } from '../domain/address/views';
import { areasAround, containing } from '../domain/compare/comparability';
import type { Dataset } from '../domain/model/dataset';
import { nearestPlace } from '../domain/model/nearestPlace';
import type { Place } from '../domain/model/records';
import { trend } from '../domain/trend/computeTrend';
import { withEvents } from '../domain/trend/events';
import { detailedTrend } from '../domain/trend/detail';
import { trendCoverage, trendPlaces } from '../domain/trend/coverage';
import { LEAST_OTHERS, withOthers } from '../domain/trend/others';
import { SINGLE_MONTHS } from '../domain/trend/singleMonths';
import { latestSpan } from '../domain/trend/spans';
import { hasSources, trendSources } from '../domain/trend/sources';
import type { Trend, TrendSeries } from '../domain/trend/trend';
import { trendTable } from '../domain/trend/trendTable';
import { placeLabel } from '../domain/wording/placeLabel';
import { trendName } from './fileName';
import { fromAnswer, type ChartBody, type Figure, type OwnNotice } from './figure';
import { againstOf } from './againstOf';
import { oncePerView, withLazy } from './once';

/** How many lines can be told apart by colour. */
export const MOST_LINES = 6;

export interface PeriodsFigure extends Figure {
  readonly answer: Trend;
  /** Places with two or more periods of the indicator. */
  readonly choosable: readonly Place[];
  /** The span shown where the address names none and there are more than two; else empty. */
  readonly defaultSpan: string;
  /** Where the reader's own place has no line here. */
  readonly own: OwnNotice | null;
}

/** One indicator over its periods, as the address says; undefined where the dataset has no such indicator. */
export const periodsFigure = oncePerView(computePeriodsFigure);

function computePeriodsFigure(dataset: Dataset, view: Views['periods']): PeriodsFigure | undefined {
  const choosable = trendPlaces(dataset, view.indicator).map(({ place }) => place);
  const query = {
    indicator: view.indicator,
    places: placesShown(dataset, view, choosable),
    focus: view.focus || undefined,
    against: againstOf(view)
  };
  const all = trend(dataset, query);
  if (!all) return undefined;
  const spans = [...all.spans.map((span) => span.label), ...(all.hasSingleMonths ? [SINGLE_MONTHS] : [])];
  // Twelve cumulative spans at once are clutter: without a choice only the latest is shown.
  const defaultSpan = all.spans.length > 2 ? latestSpan(all) : '';
  const span = spans.includes(view.span) ? view.span : defaultSpan;
  const chosen = span === SINGLE_MONTHS ? { ...query, single: true } : span ? { ...query, span } : query;
  const detail = { process: view.process, intervals: view.intervals };
  const found = span || view.process || view.intervals ? (detailedTrend(dataset, chosen, detail) ?? all) : all;
  const written = dataset.annotations.length > 0 ? annotationsOn(dataset.annotations, trendSources(found)) : [];
  const others = othersOf(query.places, choosable, dataset);
  const { trend: answer, notes } = withEvents(withOthers(dataset, found, others), written);
  /** The places of the band one by one, for the table and the sources. */
  const rest = () => (answer.others ? trend(dataset, { ...chosen, places: others }) : undefined);
  return withLazy<PeriodsFigure, 'table' | 'citations'>(
    {
      answer,
      choosable,
      defaultSpan,
      own: ownNotice(dataset, view, answer),
      ...fromAnswer(answer),
      indicator: answer.indicator,
      reporters: choosable.map(placeLabel),
      absent: [{ title: '无数据', items: answer.missing }],
      problems: choiceProblems('span', view.span, spans, `这项指标没有地址里的时期长短“${view.span}”，已改用默认。`),
      spotlight:
        new Set(answer.series.map((s) => s.place.id)).size > 1 && answer.series.some((s) => s.isFocus)
          ? view.focus
          : '',
      written: notes,
      isCited: hasSources(answer),
      file: trendName(answer),
      body: bodyOf(answer)
    },
    {
      table: () => {
        const table = trendTable(answer);
        const more = rest();
        return more ? { ...table, rows: [...table.rows, ...trendTable(more).rows] } : table;
      },
      citations: () => [answer, ...[rest()].flatMap((more) => more ?? [])].flatMap(trendSources)
    }
  );
}

/** Those that have no line: the others, but areas whose figures include theirs. */
function othersOf(shown: readonly string[], choosable: readonly Place[], dataset: Dataset): string[] {
  if (choosable.length <= LEAST_OTHERS) return [];
  const drawn = new Set(shown);
  const sums = containing(dataset, choosable);
  return choosable.map(({ id }) => id).filter((id) => !drawn.has(id) && !sums.has(id));
}

/**
 * Places asked for; without any, the reader's own where it has data, and the first of the others. Of what is counted an
 * area comes after its parts: beside its sum their lines would lie flat on the axis.
 */
function placesShown(dataset: Dataset, view: Views['periods'], withChange: readonly Place[]): string[] {
  if (view.places.length) return view.places;
  // An indicator of one period each has nothing to compare, but it has its figures.
  const choosable = withChange.length > 0 ? withChange : reportingPlaces(dataset, view.indicator);
  const own = choosable.filter((place) => place.id === view.focus);
  const others = choosable.filter((place) => place.id !== view.focus);
  const kind = dataset.indicator(view.indicator)?.kind;
  const isCounted = kind === '数量' || kind === '金额';
  const sums = new Set(isCounted ? choosable.flatMap((place) => areasAround(dataset, place)) : []);
  // Among so many the own line stands out from the band of the others.
  if (own.length > 0 && others.length > LEAST_OTHERS) return own.map(({ id }) => id);
  const parts = others.filter((place) => !sums.has(place));
  return [...own, ...parts, ...others.filter((place) => sums.has(place))].slice(0, MOST_LINES).map(({ id }) => id);
}

/** Said only where no places were chosen: who chooses knows. */
function ownNotice(dataset: Dataset, { focus, places }: Views['periods'], answer: Trend): OwnNotice | null {
  const own = dataset.place(focus);
  if (!own || places.length > 0 || answer.series.some((s) => s.place === own)) return null;
  const text = `关注的${placeLabel(own)}没有两期可比的${answer.indicator.name}，这里是别处的。`;
  // Of a pack all of it would have to be read.
  const all = dataset.packed ? [] : trendCoverage(dataset);
  const coverage = all.filter((entry) => entry.places.some(({ place }) => place === own));
  const like = coverage.find(({ indicator }) => indicator.theme === answer.indicator.theme) ?? coverage[0];
  if (like)
    return { text, offer: { text: `看${placeLabel(own)}的${like.indicator.name}`, indicator: like.indicator.id } };
  const shown = new Set(answer.series.map((s) => s.place));
  const near = nearestPlace(dataset, own, (place) => shown.has(place));
  return { text, offer: near ? { text: `看${placeLabel(near)}`, place: near.id } : null };
}

function reportingPlaces(dataset: Dataset, indicator: string): Place[] {
  const reports = dataset.summary.reports[dataset.indicators.findIndex(({ id }) => id === indicator)];
  return dataset.places.filter((_, at) => reports?.[at] === 1);
}

function bodyOf(answer: Trend): ChartBody {
  if (answer.form === '线' || answer.series.length < 2) {
    const drawing = answer.form === '两期' ? trendSlope : trendLine;
    return {
      kind: 'chart',
      rows: 0,
      leastRow: 0,
      frame: 0,
      part: () => (context) => drawing(answer, context),
      native: () => trendChart(answer),
      names: answer.series.map((s) => placeLabel(s.place)),
      pick: (chosen) => {
        const part = { ...answer, series: chosen.map((at) => answer.series[at]!) };
        return { part: () => (context) => drawing(part, context), native: () => trendChart(part) };
      },
      owners: null
    };
  }
  const partsOf = (all: readonly TrendSeries[]): Pick<ChartBody, 'part' | 'native'> => ({
    part: (from, to) => (context) => trendDumbbell({ ...answer, series: all.slice(from, to) }, context, all),
    native: (from, to) => trendChart({ ...answer, series: all.slice(from, to) }, all)
  });
  return {
    kind: 'chart',
    rows: answer.series.length,
    leastRow: DUMBBELL.leastRow,
    frame: DUMBBELL.frame,
    ...partsOf(answer.series),
    names: answer.series.map((s) => placeLabel(s.place)),
    pick: (chosen) => partsOf(chosen.map((at) => answer.series[at]!)),
    owners: answer.series.map((s) => s.place.id)
  };
}
