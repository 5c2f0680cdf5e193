import { describe, expect, it } from 'vitest';
import type { LoadResult } from '../../../src/datasets/loadDataset';
import type { FetchBytes, Progress } from '../../../src/datasets/loadEffects';
import { LARGE_BYTES, type LoadElsewhere, loadLarge } from '../../../src/datasets/loading/loadLarge';
import { loadSteadily, type SteadyEffects } from '../../../src/datasets/steadyLoad';
import { fetchFrom, fixtureFolder } from '../../fixtures/readFolder';

const small = fetchFrom([fixtureFolder('small'), fixtureFolder('data')]);

/** The small dataset with one table drawn out by empty lines, which are no rows. */
function counted(large: boolean): { fetchBytes: FetchBytes; asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    fetchBytes: async (path) => {
      asked.push(path);
      const bytes = await small(path);
      if (!large || path !== 'observations.csv') return bytes;
      const drawn = new Uint8Array(LARGE_BYTES).fill(10);
      drawn.set(bytes);
      return drawn;
    }
  };
}
const wait = () => Promise.resolve();
const refuse: LoadElsewhere = () => Promise.resolve(undefined);
const sizeOf = (result: LoadResult) => (result.kind === 'ok' ? result.dataset.size : -1);

describe('loadLarge(effects, elsewhere)', () => {
  it('reads a small dataset where it is', async () => {
    const { fetchBytes } = counted(false);
    const result = await loadLarge({ fetchBytes, wait }, () => {
      throw new Error('not asked');
    });
    expect(sizeOf(result)).toBe(7);
  });

  it('hands a large one on, with what was asked for already', async () => {
    const { fetchBytes, asked } = counted(true);
    const handed: SteadyEffects[] = [];
    const result = await loadLarge({ fetchBytes, wait, fictional: true }, (effects) => {
      handed.push(effects);
      return loadSteadily(effects);
    });
    expect(sizeOf(result)).toBe(7);
    expect(handed.map(({ fictional }) => fictional)).toEqual([true]);
    // No file twice.
    expect(asked.filter((path, i) => asked.indexOf(path) !== i)).toEqual([]);
  });

  it('asks for a file anew where a second reading wants to see what has changed', async () => {
    const { fetchBytes, asked } = counted(true);
    await loadLarge({ fetchBytes, wait }, async (effects) => {
      await effects.fetchBytes('observations.csv');
      await effects.fetchBytes('observations.csv');
      return loadSteadily(effects);
    });
    expect(asked.filter((path) => path === 'observations.csv')).toHaveLength(3);
  });

  it('reads a large one itself where nothing else can', async () => {
    const { fetchBytes, asked } = counted(true);
    expect(sizeOf(await loadLarge({ fetchBytes, wait }, refuse))).toBe(7);
    expect(asked.filter((path) => path === 'observations.csv')).toHaveLength(1);
  });

  it('tells of progress that never falls', async () => {
    const told: Progress[] = [];
    const onProgress = (progress: Progress) => void told.push(progress);
    await loadLarge({ ...counted(true), wait, onProgress }, async (effects) => {
      // The other begins at its own start.
      effects.onProgress?.({ done: 0, total: 15, file: 'datapackage.json' });
      return loadSteadily(effects);
    });
    const done = told.map((progress) => progress.done);
    expect(done).toEqual([...done].sort((a, b) => a - b));
    expect(done[done.length - 1]).toBe(told[0]!.total);
  });
});
