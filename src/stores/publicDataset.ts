/** What is shown, as it may be published: without the counts that make somebody known. Read when asked for. */
import { datasetOf } from '../datasets/publicPackage';
import type { Dataset } from '../domain/model/dataset';

/** @param files as the store of batches makes them for the public; rejects with a Chinese reason */
export function publicDataset(files: ReadonlyMap<string, Uint8Array>): Promise<Dataset> {
  return datasetOf(files);
}
