import { defaultIndicators } from '../domain/address/defaultIndicator';
import { missingFor } from '../figures/missingFor';
import { useDatasetStore } from '../stores/dataset';

/** More turns than a figure asks for blocks one after the other. */
const MOST_TURNS = 100;

/**
 * Brings the numbers that a screen will ask for, so that the one before stands until then. What fails, and what looks over
 * all numbers, the screen itself asks for and tells of.
 * @param path of the address, with its query
 */
export async function loadForAddress(path: string): Promise<void> {
  const store = useDatasetStore();
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    if (store.state.kind !== 'ready') return;
    const { dataset } = store.state;
    const missing = missingFor(`#${path}`, { dataset, defaultIndicator: defaultIndicators(dataset) });
    if (missing.length === 0) return;
    try {
      await store.loadBlocks(dataset, missing);
    } catch {
      return;
    }
  }
}
