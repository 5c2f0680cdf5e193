/** How any figure learns that its number is new to the reader: it asks, the root knows. */
import { inject, type InjectionKey } from 'vue';
import type { Observation, ProgressRow } from '../../domain/model/records';

/**
 * Whether the number of a row is new; asked while it is drawn, so that it counts as shown. Of a figure that rests on
 * several rows the first is its own.
 */
export type IsFresh = (row: Observation | ProgressRow | undefined) => boolean;

export const IS_FRESH: InjectionKey<IsFresh> = Symbol('is fresh');

/** Nothing is new where a root doesn't provide it. */
export function useFreshMark(): IsFresh {
  return inject(IS_FRESH, () => false);
}
