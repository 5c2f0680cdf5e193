import { CoverBuilder, type CoverSums } from '../model/coverSums';
import type { Dataset } from '../model/dataset';
import { memoByDataset } from '../model/memo';

/** What the numbers of a dataset cover: stored with its pack, or one walk over its blocks. @throws NotLoadedError */
export const coverSums = memoByDataset((dataset: Dataset): CoverSums => {
  const stored = dataset.answer('cover');
  if (stored) return stored;
  const sums = new CoverBuilder(dataset);
  for (const { columns } of dataset.walk()) sums.add(columns);
  return sums.build();
});
