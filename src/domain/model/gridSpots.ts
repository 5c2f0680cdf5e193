/** Where places stand in a grid of tiles, as places.csv has it. */
import { memoByDataset } from './memo';

/** Columns and rows of a grid; beyond them a tile would be too small to be seen. */
export const MOST_SPOTS = 60;

/** Column from the left and row from above, from 1. */
export interface Spot {
  readonly column: number;
  readonly row: number;
}

/** What keeps a place out of the grid: one of the two alone, no whole number from 1 to 60, or another place's spot. */
export type SpotFault = 'half' | 'range' | 'taken';

export interface SpotReading<T> {
  readonly spots: ReadonlyMap<T, Spot>;
  readonly faults: readonly { readonly item: T; readonly fault: SpotFault; readonly by?: T }[];
}

/**
 * The spots that can be used: both numbers there, whole, from 1 to 60, the first come at each spot.
 * @param spotOf column and row of an item, null for none
 */
export function readSpots<T>(
  items: readonly T[],
  spotOf: (item: T) => { readonly column: number | null; readonly row: number | null }
): SpotReading<T> {
  const spots = new Map<T, Spot>();
  const faults: { item: T; fault: SpotFault; by?: T }[] = [];
  const taken = new Map<string, T>();
  for (const item of items) {
    const { column, row } = spotOf(item);
    if (column === null && row === null) continue;
    if (column === null || row === null) {
      faults.push({ item, fault: 'half' });
      continue;
    }
    if (![column, row].every((n) => Number.isInteger(n) && n >= 1 && n <= MOST_SPOTS)) {
      faults.push({ item, fault: 'range' });
      continue;
    }
    const key = `${column} ${row}`;
    const by = taken.get(key);
    if (by !== undefined) {
      faults.push({ item, fault: 'taken', by });
      continue;
    }
    taken.set(key, item);
    spots.set(item, { column, row });
  }
  return { spots, faults };
}

/** The spot of each place that has one, by its id. */
export const gridSpots = memoByDataset((dataset): ReadonlyMap<string, Spot> => {
  const { spots } = readSpots(dataset.places, ({ gridColumn, gridRow }) => ({
    column: gridColumn ?? null,
    row: gridRow ?? null
  }));
  return new Map([...spots].map(([{ id }, spot]) => [id, spot]));
});
