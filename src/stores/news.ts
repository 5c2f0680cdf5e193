import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import type { OpenSeen, SeenStorage } from '../datasets/batch/seenStorage';
import { inSteps } from '../datasets/read/inSteps';
import type { Dataset } from '../domain/model/dataset';
import { fingerprint, observationPrints } from '../domain/model/fingerprint';
import { holds, sortedSteps, sortedUnion } from '../domain/model/sortedPrints';
import type { Observation, ProgressRow } from '../domain/model/records';

type Row = Observation | ProgressRow;

/** Numbers that are looked through at a time: the page answers in between. */
const AT_ONCE = 20_000;

/**
 * Which numbers are new since this browser showed the dataset last: of a batch, or of a newer package. On the first visit
 * nothing is. A number is seen once the reader leaves a screen that showed it with its mark.
 */
export const useNewsStore = defineStore('news', () => {
  /** Fingerprint of each number that is new, and its place in the dataset. */
  const fresh = shallowRef<ReadonlyMap<number, number>>(new Map());
  let rowAt: (at: number) => Row = () => {
    throw new Error('nothing is looked through yet');
  };
  const hasAny = computed(() => fresh.value.size > 0);
  const rows = computed(() => [...fresh.value.values()].map((at) => rowAt(at)));
  /** Those that carry their mark on the screen. */
  const shown = new Set<number>();
  let storage: SeenStorage | undefined;
  let stamp = '';
  let work: Promise<void> = Promise.resolve();

  /** Looks through a dataset, after those before it. A browser that keeps nothing has nothing new. */
  function look(dataset: Dataset, open: OpenSeen, name: string): Promise<void> {
    work = work.then(() => compare(dataset, open, name)).catch(() => undefined);
    return work;
  }

  async function compare(dataset: Dataset, open: OpenSeen, name: string): Promise<void> {
    storage ??= open(name);
    stamp = dataset.version === '' ? '' : `${dataset.version} ${dataset.size} ${dataset.progress.length}`;
    const seen = await storage.read();
    if (seen && stamp !== '' && seen.stamp === stamp) {
      fresh.value = new Map();
      return;
    }
    const count = dataset.size + dataset.progress.length;
    const prints = await printsOf(dataset);
    const known = seen && sortedUnion(seen.prints, new Uint32Array(0));
    const found = new Map<number, number>();
    for (let from = 0; known && from < count; from += AT_ONCE) {
      for (let at = from; at < Math.min(count, from + AT_ONCE); at++)
        if (!holds(known, prints[at]!)) found.set(prints[at]!, at);
      await pause();
    }
    if (seen) {
      rowAt = (at) => (at < dataset.size ? dataset.observation(at) : dataset.progress[at - dataset.size]!);
      fresh.value = found;
    }
    if (seen && found.size > 0) return;
    await storage.add({ stamp, prints: seen ? new Uint32Array(0) : await inSteps(sortedSteps(prints), pause) });
  }

  /** Whether the number is new. @param counts it then counts as shown: not on 总览, which leads on to it */
  function marks(row: Row, counts: boolean): boolean {
    if (fresh.value.size === 0) return false;
    const print = fingerprint(row);
    const isFresh = fresh.value.has(print);
    if (isFresh && counts) shown.add(print);
    return isFresh;
  }

  /** The reader leaves the screen: what it showed is seen. */
  function leave(): void {
    if (shown.size > 0) see([...shown]);
    shown.clear();
  }

  function seeAll(): void {
    see([...fresh.value.keys()]);
    shown.clear();
  }

  function see(prints: readonly number[]): void {
    const gone = new Set(prints);
    fresh.value = new Map([...fresh.value].filter(([print]) => !gone.has(print)));
    const seen = { stamp: fresh.value.size === 0 ? stamp : '', prints: Uint32Array.from(prints) };
    work = work.then(() => storage?.add(seen)).catch(() => undefined);
  }

  return { hasAny, rows, look, marks, leave, seeAll };
});

/** Of every observation and then of every row of progress. */
async function printsOf(dataset: Dataset): Promise<Uint32Array> {
  const { size, progress } = dataset;
  const prints = new Uint32Array(size + progress.length);
  for (const { from, size: own, columns } of dataset.blocks()) {
    for (let row = 0; row < own; row += AT_ONCE) {
      prints.set(observationPrints(columns, row, Math.min(own, row + AT_ONCE)), from + row);
      await pause();
    }
  }
  progress.forEach((row, at) => (prints[size + at] = fingerprint(row)));
  return prints;
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
