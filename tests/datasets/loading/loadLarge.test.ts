import { describe, expect, it } from 'vitest';
import type { LoadResult } from '../../../src/datasets/loadDataset';
import type { FetchBytes, Progress } from '../../../src/datasets/loadEffects';
import { LARGE_BYTES } from '../../../src/datasets/loading/large';
import { type LoadElsewhere, loadLarge } from '../../../src/datasets/loading/loadLarge';
import { loadSteadily, type SteadyEffects } from '../../../src/datasets/steadyLoad';
import { fetchFrom, fixtureFolder } from '../../fixtures/readFolder';

const small = fetchFrom([fixtureFolder('small'), fixtureFolder('data')]);

/** The small dataset with one table drawn out by blank lines of a thousand characters, which are no rows. */
function counted(large: boolean): { fetchBytes: FetchBytes; asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    fetchBytes: async (path) => {
      asked.push(path);
      const bytes = await small(path);
      if (!large || path !== 'observations.csv') return bytes;
      const drawn = new Uint8Array(LARGE_BYTES).fill(32);
      for (let at = bytes.length; at < LARGE_BYTES; at += 1_000) drawn[at] = 10;
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

  it('hands it on before all of it is there', async () => {
    const { fetchBytes } = counted(true);
    let start: () => void = () => undefined;
    const started = new Promise<void>((resolve) => (start = resolve));
    const slow: FetchBytes = async (path, onBytes) => {
      const bytes = await fetchBytes(path);
      onBytes?.(bytes.length, null);
      // The rest of a large one comes only once somebody is there to read it.
      if (bytes.length >= LARGE_BYTES) await started;
      return bytes;
    };
    const result = await loadLarge({ fetchBytes: slow, wait }, (effects) => {
      start();
      return loadSteadily(effects);
    });
    expect(sizeOf(result)).toBe(7);
  });

  it('hands it on as soon as it is told how much comes over the wire', async () => {
    const { fetchBytes } = counted(false);
    const told = (wire: number): FetchBytes => {
      return (path, onBytes) => {
        if (path === 'observations.csv') onBytes?.(0, null, wire);
        return fetchBytes(path);
      };
    };
    const handed: number[] = [];
    for (const wire of [499_999, 500_000])
      await loadLarge({ fetchBytes: told(wire), wait }, (effects) => {
        handed.push(wire);
        return loadSteadily(effects);
      });
    expect(handed).toEqual([500_000]);
  });

  it('asks anew for what it handed over where the other breaks off', async () => {
    const { fetchBytes, asked } = counted(true);
    const result = await loadLarge({ fetchBytes, wait }, async (effects) => {
      const bytes = await effects.fetchBytes('observations.csv');
      new MessageChannel().port1.postMessage(bytes, [bytes.buffer as ArrayBuffer]);
      return undefined;
    });
    expect(sizeOf(result)).toBe(7);
    expect(asked.filter((path) => path === 'observations.csv')).toHaveLength(2);
  });

  it('says what became of a large one that breaks off on its way, where nothing else reads it', async () => {
    const { fetchBytes } = counted(true);
    const broken: FetchBytes = async (path, onBytes) => {
      if (path !== 'observations.csv') return fetchBytes(path, onBytes);
      onBytes?.(LARGE_BYTES, null);
      throw new Error('读到一半断了');
    };
    const { kind, issues } = await loadLarge({ fetchBytes: broken, wait }, refuse);
    expect([kind, issues.map(({ why }) => why)]).toEqual(['failed', ['没有读到这个文件：读到一半断了']]);
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
