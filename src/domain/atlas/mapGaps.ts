import type { Dataset } from '../model/dataset';
import { memoByDataset } from '../model/memo';
import type { Place } from '../model/records';
import { groundOf } from './ground';

/** Where the outlines of map.json and the places of a dataset don't meet. */
export interface MapGaps {
  /** What outlines call themselves that are no place of the dataset; empty texts for those that say nothing. */
  readonly unknown: readonly string[];
  /** Places that have numbers and no outline, of the levels that the map shows; 单位 lie at a point and count in none. */
  readonly without: readonly Place[];
}

/** Null where no map is drawn. */
export const mapGaps = memoByDataset((dataset: Dataset): MapGaps | null => {
  const ground = groundOf(dataset, 'map');
  if (ground.form !== 'map') return null;
  const levels = new Set(dataset.places.filter(({ id }) => ground.shapes.has(id)).map(({ level }) => level));
  levels.delete('机构');
  return {
    unknown: ground.others.map(({ key }) => key),
    without: dataset.places.filter(
      ({ id, level }) => levels.has(level) && !ground.shapes.has(id) && dataset.countAt(id) > 0
    )
  };
});
