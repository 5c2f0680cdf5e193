/** Which places have a change that can be split, not only units with figures. */
import type { Dataset } from '../model/dataset';
import { memoByKey } from '../model/memo';
import type { Place } from '../model/records';
import { changeContribution } from './change';
import { explainedPlaces } from './explained';

/** Those of `explainedPlaces` whose last change to the year before adds up from their units. Unknown id: none. */
export const splitPlaces = memoByKey(64, (dataset: Dataset, indicator: string): readonly Place[] =>
  explainedPlaces(dataset, indicator).filter((place) => isSplit(dataset, { indicator, place: place.id }))
);

/** Whether the change of a place, to the year before, adds up from its units; `period` absent: its last. */
export function isSplit(
  dataset: Dataset,
  about: { readonly indicator: string; readonly place: string; readonly period?: string }
): boolean {
  return Boolean(changeContribution(dataset, { ...about, against: { base: 'year' } })?.whole);
}
