/** How any figure learns that its number is new to the reader: it asks, the root knows. */
import { inject, type InjectionKey } from 'vue';
import type { Observation, ProgressRow } from '../../domain/model/records';

/**
 * Whether the number of a row is new; asked while it is drawn, so that it counts as shown. Of a figure that rests on
 * several rows the first is its own.
 */
export type IsFresh = (row: Observation | ProgressRow | undefined) => boolean;

export const IS_FRESH: InjectionKey<IsFresh> = Symbol('is fresh');

/** Whether any number is: where none is, nobody goes through the numbers of a figure for its marks. */
export const ANY_FRESH: InjectionKey<() => boolean> = Symbol('any fresh');

/** A root that doesn't provide it may have some. */
export function useAnyFresh(): () => boolean {
  return inject(ANY_FRESH, () => () => true, true);
}

/** Nothing is new where a root doesn't provide it. */
export function useFreshMark(): IsFresh {
  return inject(IS_FRESH, () => false);
}
