import type { Dataset } from '../domain/model/dataset';
import { useDatasetStore } from './dataset';

/** Numbers that are read ahead as a whole; of more only what is asked for. */
const MOST_AHEAD = 3_000_000;

/**
 * Reads the rest of a packed dataset while nobody waits for anything, a block at a time.
 * @param idle fulfilled once the page has nothing to do
 * @returns whether all of it is there
 */
export async function readAhead(dataset: Dataset, idle: () => Promise<void>): Promise<boolean> {
  const store = useDatasetStore();
  const isShown = (): boolean => store.state.kind === 'ready' && store.state.dataset === dataset;
  while (isShown()) {
    // What is made of all of them is small, and asked for by itself.
    const [next] = [...dataset.answers.missing(), ...dataset.missing()];
    if (next === undefined) return true;
    if (dataset.size > MOST_AHEAD) return false;
    await idle();
    await store.loadBlocks(dataset, [next]);
  }
  return false;
}
