/**
 * Answers that depend on the dataset alone: a dataset never changes, so each is computed once and goes with it.
 * A block that comes later changes no answer: what lacks it has none.
 */
import { finish, type Steps } from '../steps/steps';
import type { Dataset } from './dataset';

/** The same function, computed at most once for each object, which must never change. */
export function memoByObject<K extends object, T>(compute: (of: K) => T): (of: K) => T {
  const known = new WeakMap<K, { readonly answer: T }>();
  return (of) => {
    let entry = known.get(of);
    if (!entry) known.set(of, (entry = { answer: compute(of) }));
    return entry.answer;
  };
}

/** The same function, computed at most once a dataset. */
export function memoByDataset<T>(compute: (dataset: Dataset) => T): (dataset: Dataset) => T {
  return memoByObject(compute);
}

/**
 * The same for a question with a key beside the dataset. The `limit` keys asked for last are kept, so that the cache
 * grows with what is shown and not with what is stored.
 */
export function memoByKey<T>(
  limit: number,
  compute: (dataset: Dataset, key: string) => T
): (dataset: Dataset, key: string) => T {
  const kept = keptByKey<T>(limit);
  return (dataset, key) => kept(dataset, key, () => compute(dataset, key));
}

/** `memoByKey` where more than dataset and key is needed to compute an answer, though it depends on them alone. */
export function keptByKey<T>(limit: number): (dataset: Dataset, key: string, compute: () => T) => T {
  const caches = memoByDataset(() => new Map<string, Known<T>>());
  return (dataset, key, compute) => {
    const cache = caches(dataset);
    return keep(cache, key, limit, cache.get(key) ?? { answer: compute() });
  };
}

/** An answer that is long work. */
export interface Stepwise<T> {
  /** At once; nothing is left to do where the steps were taken before. */
  readonly now: (dataset: Dataset, key: string) => T;
  /** In parts, kept for `now`. */
  readonly steps: (dataset: Dataset, key: string) => Steps<T>;
}

/** `memoByKey` for long work: a page takes the steps a few at a time and then asks. */
export function memoInSteps<T>(limit: number, compute: (dataset: Dataset, key: string) => Steps<T>): Stepwise<T> {
  const caches = memoByDataset(() => new Map<string, Known<T>>());
  function* steps(dataset: Dataset, key: string): Steps<T> {
    const cache = caches(dataset);
    return keep(cache, key, limit, cache.get(key) ?? { answer: yield* compute(dataset, key) });
  }
  return { now: (dataset, key) => finish(steps(dataset, key)), steps };
}

interface Known<T> {
  readonly answer: T;
}

/** Puts an entry last, as a Map keeps the order of insertion: the first key is the one not asked for longest, and goes. */
function keep<T>(cache: Map<string, Known<T>>, key: string, limit: number, entry: Known<T>): T {
  cache.delete(key);
  cache.set(key, entry);
  if (cache.size > limit) cache.delete(cache.keys().next().value!);
  return entry.answer;
}
