import type { Dataset } from './dataset';
import { memoByDataset } from './memo';
import type { ProgressRow } from './records';

const byWork = memoByDataset((dataset): ReadonlyMap<string, readonly ProgressRow[]> => {
  const rows = new Map<string, ProgressRow[]>();
  for (const row of dataset.progress) {
    const key = keyOf(row.programme.id, row.place.id);
    const known = rows.get(key);
    if (known) known.push(row);
    else rows.set(key, [row]);
  }
  return rows;
});

/** All rows of a programme at a place, of every period and cut-off day, in file order: found, not searched for. */
export function rowsOfWork(dataset: Dataset, programmeId: string, placeId: string): readonly ProgressRow[] {
  return byWork(dataset).get(keyOf(programmeId, placeId)) ?? [];
}

function keyOf(programmeId: string, placeId: string): string {
  return `${programmeId}\u0001${placeId}`;
}
