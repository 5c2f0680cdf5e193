/** Rates of so few people that one or two change them much. */
import type { Observation } from './records';

/** A rate whose denominator is below this is marked, until the package says another number. */
export const DEFAULT_SMALL_BASE = 50;

/** `（基数小）` behind a rate of a small base, else empty: as it stands at a mark, in a cell, in a sentence. */
export function smallBaseMark({ smallBase }: Pick<Observation, 'smallBase'>): string {
  return smallBase === undefined ? '' : '（基数小）';
}
