/** Observations were asked for that are in the dataset but not yet in the page: whoever shows them loads them and asks again. */
export class NotLoadedError extends Error {
  /** @param blocks positions of the blocks that were missing, as `Dataset.load` takes them */
  constructor(readonly blocks: readonly number[]) {
    super('这项数据还没有读入');
    this.name = 'NotLoadedError';
  }
}
