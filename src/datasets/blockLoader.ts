/** Brings the blocks of a packed dataset into the page when they are asked for, and lets go of those not asked for longest. */
import type { Dataset } from '../domain/model/dataset';
import type { LoadResult } from './loadDataset';
import type { FetchBytes } from './loadEffects';
import { PackError, packIssue } from './pack/fault';
import type { AnswerEntry } from './pack/format';
import { type PackFiles, readAnswerInto, readBlock } from './packedTable';

/** Blocks read at once: a browser has six connections. */
const AT_ONCE = 6;

export class BlockLoader {
  /** Numbers that stay in the page, if what was asked for last is not more by itself: some 100 MB. */
  mostKept = 5_000_000;
  /** Blocks on their way. */
  private readonly coming = new Map<number, Promise<void>>();
  /** Blocks that are there, those asked for longest ago first. */
  private readonly kept = new Set<number>();

  constructor(
    readonly dataset: Dataset,
    private readonly files: PackFiles,
    private readonly fetchBytes: FetchBytes,
    /** Lets the page answer between two blocks. */
    private readonly pause: () => Promise<void>
  ) {}

  /**
   * @param blocks as `NotLoadedError` and `Dataset.missing` name them
   * @param onShare told which part of them is there, 0 to 1
   * @param signal aborted: no further block is read
   * @returns fulfilled once all of them are in the dataset
   * @throws PackError for one that can't be read
   */
  async load(
    blocks: readonly number[],
    onShare: (share: number) => void = () => undefined,
    signal?: AbortSignal
  ): Promise<void> {
    const waiting = [...blocks];
    let done = 0;
    const work = async (): Promise<void> => {
      for (let block = waiting.shift(); block !== undefined && !signal?.aborted; block = waiting.shift()) {
        await this.loadOne(block);
        onShare(++done / blocks.length);
        await this.pause();
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    this.forgetOthers(new Set(blocks));
  }

  private loadOne(block: number): Promise<void> {
    if (this.answerAt(block) && !this.dataset.answers.missing().includes(block)) return Promise.resolve();
    if (this.kept.delete(block)) {
      this.kept.add(block);
      return Promise.resolve();
    }
    let one = this.coming.get(block);
    if (!one) {
      one = this.read(block).finally(() => this.coming.delete(block));
      this.coming.set(block, one);
    }
    return one;
  }

  private async read(block: number): Promise<void> {
    const { dataset, files, fetchBytes, kept } = this;
    const answer = this.answerAt(block);
    if (answer) return readAnswerInto(dataset, fetchBytes, files, answer);
    const { periods } = dataset.summary;
    const { columns, indexes } = await readBlock(fetchBytes, files, block, dataset, periods);
    dataset.load(block, columns, indexes);
    kept.add(block);
  }

  /** Answers stand after the blocks. */
  private answerAt(block: number): AnswerEntry | undefined {
    const { chunks, places, answers } = this.files;
    return answers[block - chunks.length - places.length];
  }

  private forgetOthers(asked: ReadonlySet<number>): void {
    const { chunks, places } = this.files;
    const rowsOf = (block: number): number => (chunks[block] ?? places[block - chunks.length]!).rows;
    let rows = [...this.kept].reduce((sum, block) => sum + rowsOf(block), 0);
    for (const block of this.kept) {
      if (rows <= this.mostKept) return;
      if (asked.has(block)) continue;
      this.dataset.forget(block);
      this.kept.delete(block);
      rows -= rowsOf(block);
    }
  }
}

/** Reads all files of a pack, one after the other, and keeps no block. @returns those that can't be read, and why */
export async function faultyBlocks(
  dataset: Dataset,
  files: PackFiles,
  fetchBytes: FetchBytes
): Promise<readonly PackError[]> {
  const faults: PackError[] = [];
  const see = async (reading: Promise<unknown>): Promise<void> => {
    try {
      await reading;
    } catch (error) {
      if (!(error instanceof PackError)) throw error;
      faults.push(error);
    }
  };
  const { periods } = dataset.summary;
  for (const block of [...files.chunks, ...files.places].keys())
    await see(readBlock(fetchBytes, files, block, dataset, periods));
  for (const answer of files.answers) await see(readAnswerInto(dataset, fetchBytes, files, answer));
  return faults;
}

/**
 * What is read in the place of a pack of which a block can't be: the pack that has taken its place meanwhile, or the
 * table beside it, with the reason among its issues.
 * @param read reads the dataset anew, with its pack or without
 * @throws an Error with a Chinese message where there is no table either
 */
export async function readInstead(
  read: (packs: boolean) => Promise<LoadResult>,
  lost: PackFiles,
  error: unknown
): Promise<Extract<LoadResult, { kind: 'ok' }>> {
  const again = await read(true);
  if (again.kind === 'ok' && JSON.stringify(again.pack) !== JSON.stringify(lost)) return again;
  const fault = error instanceof PackError ? error : new PackError(lost.folder, '没有读到程序文件');
  const result = await read(false);
  if (result.kind === 'failed')
    throw new Error(`${fault.file}：数据包用不上，${fault.why}；也没有 observations.csv 可以改读`);
  return { ...result, issues: [packIssue(fault, 'observations.csv', true), ...result.issues] };
}
