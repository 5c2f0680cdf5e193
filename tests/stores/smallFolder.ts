import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPinia, setActivePinia } from 'pinia';
import { useBatchesStore } from '../../src/stores/batches';
import { fetchFromFolder } from '../../tools/dataFolder';
import { withoutContent } from '../fixtures/packageText';
import { fixtureFolder } from '../fixtures/readFolder';
import type { Memory } from './memory';

/** A folder of its own with the small dataset in `data/`; whoever makes it takes it away. */
export async function smallFolder(): Promise<{ dir: string; data: string }> {
  const dir = await mkdtemp(join(tmpdir(), 'stores-'));
  const data = join(dir, 'data');
  await cp(fixtureFolder('small'), data, { recursive: true });
  const described = await readFile(join(fixtureFolder('data'), 'datapackage.json'), 'utf8');
  await writeFile(join(data, 'datapackage.json'), withoutContent(described));
  return { dir, data };
}

/** Stores of their own that have read the folder and keep their batches in `memory`. */
export async function startStores(data: string, memory: Memory): Promise<void> {
  setActivePinia(createPinia());
  await useBatchesStore().start(
    () => memory,
    () => fetchFromFolder(data)
  );
}
