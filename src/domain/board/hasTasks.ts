import type { Dataset } from '../model/dataset';

/** Whether a place, or an organisation of it, has a progress row with a completion figure. */
export function hasTasks(dataset: Dataset, placeId: string): boolean {
  return dataset.progress.some(
    (row) => (row.place.id === placeId || row.place.parent === placeId) && (row.done !== null || row.rate !== null)
  );
}
