import type { Dataset } from '../model/dataset';
import { memoInSteps } from '../model/memo';
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
import type { Steps } from '../steps/steps';
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
  return choices.now(dataset, '');
}

/** `observationChoices` in parts. */
export function observationChoicesSteps(dataset: Dataset): Steps<RowChoices> {
  return choices.steps(dataset, '');
}

const choices = memoInSteps(1, function* (dataset): Steps<RowChoices> {
  const { summary } = dataset;
  const indicators = reported(dataset);
  const sources = new Set(summary.sourcesAt.flat());
  const measures = new Set<Measure>();
  const statuses = new Set<Status>();
  for (const { columns, from } of dataset.blocks()) {
    for (const measure of used(columns.coded.measure)) measures.add(measure);
    for (const status of used(columns.coded.status)) statuses.add(status);
    yield from;
  }
  return {
    themes: themesOf(indicators),
    indicators,
    programmes: [],
    places: dataset.places.filter((_, at) => summary.countAt[at]! > 0),
    periods: periodsLatestFirst(summary.periods),
    measures: MEASURES.filter((measure) => measures.has(measure)),
    statuses: ordered([...statuses]),
    sources: dataset.sources.filter((_, at) => sources.has(at))
  };
});

/** Themes of the observations, or of the tasks: those of the choices, without looking at a row of the observations. */
export function rowThemes(dataset: Dataset, tasks: boolean): readonly string[] {
  return tasks ? progressChoices(dataset).themes : themesOf(reported(dataset));
}

function reported(dataset: Dataset): Indicator[] {
  return dataset.indicators.filter((_, at) => dataset.summary.countOf[at]! > 0);
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
