/** Rows of progress.csv by what they are about, so that a question of one task doesn't read all of them. */
import type { Dataset } from './dataset';
import { memoByDataset } from './memo';
import type { Place, ProgressRow } from './records';

const byTask = memoByDataset((dataset): ReadonlyMap<string, readonly ProgressRow[]> => {
  const found = new Map<string, ProgressRow[]>();
  for (const row of dataset.progress) {
    const key = keyOf(row.programme.id, row.place.id);
    const rows = found.get(key);
    if (rows) rows.push(row);
    else found.set(key, [row]);
  }
  return found;
});

/** All rows of a programme at a place, of whatever period, in file order. Unknown ids: none. */
export function rowsOfTask(dataset: Dataset, programmeId: string, placeId: string): readonly ProgressRow[] {
  return byTask(dataset).get(keyOf(programmeId, placeId)) ?? [];
}

/** Whether a task lies with several: units of its place have the programme too, or places beside it. */
export function isShared(dataset: Dataset, programmeId: string, { id, parent }: Place): boolean {
  return dataset.places.some(
    (p) =>
      p.id !== id &&
      (p.parent === id || (parent !== '' && p.parent === parent)) &&
      rowsOfTask(dataset, programmeId, p.id).length > 0
  );
}

function keyOf(programmeId: string, placeId: string): string {
  return `${programmeId}|${placeId}`;
}
