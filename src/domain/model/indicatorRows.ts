/** From where answers read the rows of an indicator. */
import type { Dataset } from './dataset';
import { type FactIndex, factIndex } from './factIndex';
import type { ObservationBlock } from './observationBlock';
import type { Period } from '../time/period';

/** From where an answer reads rows of an indicator. @throws NotLoadedError, each of them */
export interface IndicatorRows {
  /** Undefined for an indicator without a row. */
  readonly block: (dataset: Dataset, indicatorId: string) => ObservationBlock | undefined;
  /** @param wanted periods that are asked for beside the latest of each place */
  readonly index: (dataset: Dataset, indicatorId: string, wanted?: readonly Period[]) => FactIndex;
  /** Names at once what would be missed one after the other. */
  readonly need: (dataset: Dataset, indicatorIds: readonly string[]) => void;
}

/** All rows of an indicator: what a screen of one indicator has in the page anyway. */
export const ALL_ROWS: IndicatorRows = {
  block: (dataset, id) => dataset.blockOf(id),
  index: factIndex,
  need: (dataset, ids) => dataset.need(ids)
};
