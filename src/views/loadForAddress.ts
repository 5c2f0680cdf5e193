import { defaultIndicators } from '../domain/address/defaultIndicator';
import { NotLoadedError } from '../domain/model/notLoaded';
import { figureSteps } from '../figures/figureSteps';
import { useDatasetStore } from '../stores/dataset';
import { unhurried } from '../stores/pauses';

/** More turns than a figure asks for blocks one after the other. */
const MOST_TURNS = 100;

/**
 * Brings the numbers that a screen will ask for, so that the one before stands until then. What fails, and what looks over
 * all numbers, the screen itself asks for and tells of.
 * @param path of the address, with its query
 */
export async function loadForAddress(path: string): Promise<void> {
  const store = useDatasetStore();
  if (store.state.kind !== 'ready') return;
  const { dataset } = store.state;
  try {
    const steps = await figureSteps(`#${path}`, { dataset, defaultIndicator: defaultIndicators(dataset) });
    for (let turn = 0; steps && turn < MOST_TURNS; turn += 1) {
      const missing = await missingOf(unhurried(steps()));
      if (missing.length === 0) return;
      await store.loadBlocks(dataset, missing);
    }
  } catch {
    // The screen meets it again.
  }
}

/** Blocks that work couldn't go on without; none where it was done. */
async function missingOf(work: Promise<unknown>): Promise<readonly number[]> {
  try {
    await work;
    return [];
  } catch (error) {
    if (error instanceof NotLoadedError) return error.blocks;
    throw error;
  }
}
