/**
 * Answers that depend on the dataset alone: a dataset never changes, so each is computed once and goes with it.
 */
import type { Dataset } from './dataset';

/** The same function, computed at most once a dataset. */
export function memoByDataset<T>(compute: (dataset: Dataset) => T): (dataset: Dataset) => T {
  const known = new WeakMap<Dataset, { readonly answer: T }>();
  return (dataset) => {
    let entry = known.get(dataset);
    if (!entry) known.set(dataset, (entry = { answer: compute(dataset) }));
    return entry.answer;
  };
}

/**
 * The same for a question with a key beside the dataset. The `limit` keys asked for last are kept, so that the cache
 * grows with what is shown and not with what is stored.
 */
export function memoByKey<T>(
  limit: number,
  compute: (dataset: Dataset, key: string) => T
): (dataset: Dataset, key: string) => T {
  const caches = memoByDataset(() => new Map<string, { readonly answer: T }>());
  return (dataset, key) => {
    const cache = caches(dataset);
    const entry = cache.get(key) ?? { answer: compute(dataset, key) };
    // A Map keeps the order of insertion: the first key is the one not asked for longest.
    cache.delete(key);
    cache.set(key, entry);
    if (cache.size > limit) cache.delete(cache.keys().next().value!);
    return entry.answer;
  };
}
