import type { InjectionKey } from 'vue';

/**
 * Brings blocks of the dataset into the page that what is shown has asked for (`NotLoadedError`).
 * @param onShare told which part of them is there, 0 to 1
 * @param signal aborted: no further block is asked for
 */
export type LoadMissing = (
  blocks: readonly number[],
  onShare: (share: number) => void,
  signal: AbortSignal
) => Promise<void>;

export const LOAD_MISSING: InjectionKey<LoadMissing> = Symbol('load missing blocks');
