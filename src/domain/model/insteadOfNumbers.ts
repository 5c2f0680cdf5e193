/** What the rows of an indicator say of a place that has no number of it, found in the columns. */
import type { Dataset } from './dataset';
import { isChangeMeasure, type NumericObservation } from './facts';
import { ALL_ROWS, type IndicatorRows } from './indicatorRows';
import { observationAt } from './observationColumns';
import type { Observation, Place } from './records';

/** The last row in the file of each kind, of any period; undefined where there is none. */
export interface InsteadOfNumbers {
  /** A 数值 without a number, which says why. */
  readonly hole: (place: Place) => Observation | undefined;
  /** A change stated, with a number. */
  readonly change: (place: Place) => NumericObservation | undefined;
}

/** Looks through the rows once; observations are made of those asked for. Unknown id: nothing of any place. */
export function insteadOfNumbers(
  dataset: Dataset,
  indicatorId: string,
  from: IndicatorRows = ALL_ROWS
): InsteadOfNumbers {
  const block = from.block(dataset, indicatorId);
  if (!block) return { hole: () => undefined, change: () => undefined };
  const { coded, value } = block.columns;
  const { place, measure } = coded;
  const isNumber = measure.entries.map((name) => name === '数值');
  const isChange = measure.entries.map(isChangeMeasure);
  const holes = new Map<string, number>();
  const changes = new Map<string, number>();
  for (const row of block.rowsOf(indicatorId)) {
    const has = !Number.isNaN(value[row]!);
    const is = measure.codes[row]!;
    if (isNumber[is] && !has) holes.set(place.entries[place.codes[row]!]!.id, row);
    else if (isChange[is] && has) changes.set(place.entries[place.codes[row]!]!.id, row);
  }
  const at = (row: number | undefined) =>
    row === undefined ? undefined : observationAt(block, row, dataset.smallBase);
  return {
    hole: ({ id }) => at(holes.get(id)),
    change: ({ id }) => at(changes.get(id)) as NumericObservation | undefined
  };
}
