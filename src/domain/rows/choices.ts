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
  const columns = dataset.observationColumns().coded;
  const indicators = used(columns.indicator);
  return {
    themes: themesOf(indicators),
    indicators,
    programmes: [],
    places: used(columns.place),
    periods: periodsLatestFirst(used(columns.period)),
    measures: MEASURES.filter((m) => used(columns.measure).includes(m)),
    statuses: ordered(used(columns.status)),
    sources: used(columns.source)
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
