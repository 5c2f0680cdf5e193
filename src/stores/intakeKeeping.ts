/** The end of 上新: what was checked is kept as batches, or taken away as files. */
import type { useBatchesStore } from './batches';
import type { Reviewing } from './intakeReview';

interface KeepingEffects {
  readonly reviewing: Reviewing;
  readonly batches: ReturnType<typeof useBatchesStore>;
  /** The batches are kept: what they were made of can go. */
  readonly onKept: () => void;
}

/** Makes batches of a review that is done. */
export function intakeKeeping({ reviewing, batches, onKept }: KeepingEffects) {
  /**
   * Keeps the batches, all or none.
   * @returns what became of it, one sentence each, empty for nothing; undefined where there was nothing to keep
   */
  async function keep(): Promise<{ readonly problem: string; readonly done: string } | undefined> {
    let asked = await reviewing.toKeep();
    if (!asked || asked.batches.length === 0) return undefined;
    const kept = asked.batches;
    const { length } = asked.review.difference.numbers;
    // A million rows aren't held twice while the dataset is read with them.
    asked = undefined;
    const problem = await batches.addThen(kept, onKept);
    if (problem !== '') return { problem, done: '' };
    const apart = kept.length > 1 ? `每个文件一批，共${kept.length}批，可以分别撤回；` : '';
    return { problem, done: `已保留，${apart}${length}个数有变动。` };
  }

  /** What would be kept, as files to take away: they are put in on 变动, here or in another browser. */
  async function batchFiles(): Promise<{ readonly name: string; readonly content: Blob }[]> {
    const asked = await reviewing.toKeep();
    return asked ? Promise.all(asked.batches.map((batch) => batches.fileOf(batch))) : [];
  }

  return { keep, batchFiles };
}
