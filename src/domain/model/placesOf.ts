import type { Dataset } from './dataset';
import type { ObservationBlock } from './observationBlock';
import type { Measure, Place } from './records';

/**
 * The places that have an observation of an indicator, none of a sub-group, in the order in which the file first has one;
 * with a number or without. Reads the columns alone. Unknown id: none.
 * @param measure only rows of this one count
 */
export function placesOf(dataset: Dataset, indicatorId: string, measure: Measure): Place[] {
  const block = dataset.blockOf(indicatorId);
  return block ? placesIn(block, indicatorId, measure) : [];
}

/** The same in the rows of a block. */
export function placesIn(block: ObservationBlock, indicatorId: string, measure: Measure): Place[] {
  const { place, measure: measures } = block.columns.coded;
  const wanted = measures.entries.indexOf(measure);
  const seen = new Uint8Array(place.entries.length);
  const found: Place[] = [];
  for (const row of block.rowsOf(indicatorId)) {
    const at = place.codes[row]!;
    if (seen[at] || measures.codes[row] !== wanted) continue;
    seen[at] = 1;
    found.push(place.entries[at]!);
  }
  return found;
}
