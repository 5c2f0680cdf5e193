/** Figures of which nothing is to be said but their value. */
import type { ObservationBlock } from './observationBlock';
import { isShare } from './records';

/**
 * `isPlain` of rows of a block, asked of the columns.
 * @param limit below which denominator a rate is marked
 */
export function plainRows({ columns }: ObservationBlock, limit: number): (row: number) => boolean {
  const { coded, qualifier, denominator } = columns;
  const { status, flags, indicator } = coded;
  const isResult = status.entries.map((entry) => entry === '实际');
  const isFlagged = flags.entries.map((text) => text !== '');
  const isOfParts = indicator.entries.map(isShare);
  return (row) =>
    isResult[status.codes[row]!]! &&
    !isFlagged[flags.codes[row]!]! &&
    qualifier[row] === 0 &&
    !(denominator && denominator[row]! < limit && isOfParts[indicator.codes[row]!]!);
}
