import type { Dataset } from '../model/dataset';
import {
  type Indicator,
  type Measure,
  MEASURES,
  type Place,
  type Programme,
  type Source,
  type Status
} from '../model/records';
import { ordered, periodsLatestFirst, used } from './order';
import { progressColumns } from './progressColumns';
import type { Period } from '../time/period';

/** What a filter can offer: only what occurs, in the order of the tables; periods latest first. */
export interface RowChoices {
  readonly themes: readonly string[];
  readonly indicators: readonly Indicator[];
  readonly programmes: readonly Programme[];
  readonly places: readonly Place[];
  readonly periods: readonly Period[];
  readonly measures: readonly Measure[];
  readonly statuses: readonly Status[];
  readonly sources: readonly Source[];
}

/** Choices over the observations. */
export function observationChoices(dataset: Dataset): RowChoices {
  const { summary } = dataset;
  const indicators = dataset.indicators.filter((_, at) => summary.countOf[at]! > 0);
  const sources = new Set(summary.sourcesAt.flat());
  const columns = dataset.blocks().map((block) => block.columns.coded);
  const measures = new Set(columns.flatMap(({ measure }) => used(measure)));
  return {
    themes: themesOf(indicators),
    indicators,
    programmes: [],
    places: dataset.places.filter((_, at) => summary.countAt[at]! > 0),
    periods: periodsLatestFirst(summary.periods),
    measures: MEASURES.filter((measure) => measures.has(measure)),
    statuses: ordered(columns.flatMap(({ status }) => used(status))),
    sources: dataset.sources.filter((_, at) => sources.has(at))
  };
}

/** Choices over the progress rows. */
export function progressChoices(dataset: Dataset): RowChoices {
  const columns = progressColumns(dataset);
  const occurring = <T>(list: readonly T[], entries: readonly T[]) => list.filter((item) => entries.includes(item));
  const programmes = occurring(dataset.programmes, used(columns.programme));
  return {
    themes: themesOf(programmes),
    indicators: [],
    programmes,
    places: occurring(dataset.places, used(columns.place)),
    periods: periodsLatestFirst(used(columns.period)),
    measures: [],
    statuses: ordered(used(columns.status)),
    sources: occurring(dataset.sources, used(columns.source))
  };
}

function themesOf(list: readonly { readonly theme: string }[]): string[] {
  return [...new Set(list.map((item) => item.theme))];
}
