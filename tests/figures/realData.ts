import { defaultIndicators } from '../../src/domain/address/defaultIndicator';
import type { ViewChoices } from '../../src/domain/address/fields';
import { loadedResult } from '../fixtures/loaded';

/** What views may choose among in the dataset as it is shipped (`data`), or in one of tests/fixtures. */
export async function choicesOf(folder: string): Promise<ViewChoices> {
  const result = await loadedResult(folder);
  if (result.kind !== 'ok') throw new Error(`${folder} does not load: ${JSON.stringify(result.issues)}`);
  return { dataset: result.dataset, defaultIndicator: defaultIndicators(result.dataset) };
}
