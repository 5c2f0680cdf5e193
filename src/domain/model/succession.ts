/** Places that took the place of others: 撤县设区, 更名, 合并. A place and its successor are one area at two times. */
import type { Dataset } from './dataset';
import type { Place } from './records';

/** The places that took its place, the next first; empty for none. A circle in the table ends it. */
export function successorsOf(dataset: Dataset, place: Place): Place[] {
  const chain: Place[] = [];
  for (let next = nextOf(dataset, place); next && next !== place && !chain.includes(next); next = nextOf(dataset, next))
    chain.push(next);
  return chain;
}

/** The places whose place it took, however long ago, in the order of the table. */
export function predecessorsOf(dataset: Dataset, place: Place): Place[] {
  return dataset.places.filter((other) => other.successor && successorsOf(dataset, other).includes(place));
}

function nextOf(dataset: Dataset, { successor }: Place): Place | undefined {
  return successor ? dataset.place(successor) : undefined;
}
