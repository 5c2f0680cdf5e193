/** What `compare` says of single places and periods, for answers about many indicators. */
import { askedPlaces, comparedPlaces } from './comparedPlaces';
import { ComparedColumns } from './comparedColumns';
import type { CompareQuery, Comparison } from './comparison';
import type { Dataset } from '../model/dataset';
import { factIndex } from '../model/factIndex';
import { LATEST_ROWS } from '../model/latestRows';
import type { Period } from '../time/period';

/** What `compare` says of single places, without its sentences, notes and reference: for tables of many indicators. */
export function comparedRows(dataset: Dataset, query: CompareQuery): ComparedColumns | undefined {
  const compared = comparedPlaces(dataset, query, LATEST_ROWS);
  if (!compared) return undefined;
  const { indicator, columns, missing, scale } = compared;
  return new ComparedColumns(indicator, columns, missing, scale, compared.excluded);
}

/**
 * The periods of `compare` alone: to choose among, latest first, with how many places have each. Unknown indicator: none.
 * @param isWanted only those that pass; absent: all
 */
export function comparedPeriods(
  dataset: Dataset,
  query: CompareQuery,
  isWanted?: (period: Period) => boolean
): Comparison['periods'] {
  const asked = askedPlaces(dataset, query).ids;
  const index = isWanted
    ? LATEST_ROWS.index(dataset, query.indicator, dataset.summary.periods.filter(isWanted))
    : factIndex(dataset, query.indicator);
  const all = index.periodCounts(index.placesWhere(({ id }) => asked.has(id)));
  return isWanted ? all.filter(({ period }) => isWanted(period)) : all;
}
