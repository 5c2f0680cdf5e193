/**
 * What has to look over all observations, worked out when a pack was made. Each lies in a file of its own and is brought
 * into the page when it is asked for, as a block is; without one the blocks are looked over.
 */
import type { CoverSums } from './coverSums';
import type { FilingSums } from './filingSums';
import { NotLoadedError } from './notLoaded';
import type { ObservationBlock } from './observationBlock';

export interface Answers {
  readonly cover: CoverSums;
  readonly filings: FilingSums;
  readonly audit: StoredAudit;
  readonly headlines: StoredHeadlines;
  /** `latestRows` of all indicators; a block by itself, whose observations have their indexes in the dataset. */
  readonly latestRows: ObservationBlock;
}

/** 自查; the room `audit` knows what it is. */
export interface StoredAudit {
  /** What it rests on beside the observations: of others it doesn't hold. */
  readonly inputs: string;
  readonly audit: unknown;
}

/** 今日要点 of all places; the room `findings` knows what they are. */
export interface StoredHeadlines {
  /** As of the audit. */
  readonly inputs: string;
  readonly byTime: unknown;
}

export const ANSWER_NAMES = [
  'cover',
  'filings',
  'audit',
  'headlines',
  'latestRows'
] as const satisfies readonly (keyof Answers)[];

export type AnswerName = (typeof ANSWER_NAMES)[number];

/** Brought even where all blocks are there: to look over them takes seconds. */
const QUICKER: ReadonlySet<AnswerName> = new Set(['headlines', 'latestRows']);

export class StoredAnswers {
  private readonly known = new Map<AnswerName, Answers[AnswerName]>();

  /**
   * @param names those that the pack has
   * @param from position of the first of them, as `NotLoadedError` names it
   */
  constructor(
    private readonly names: readonly AnswerName[],
    private readonly from: number
  ) {}

  /**
   * @param isWhole whether the blocks are all there, so that nobody has to wait; some answers are waited for all the same
   * @returns undefined where the answer is to be worked out from the blocks
   * @throws NotLoadedError
   */
  of<K extends AnswerName>(name: K, isWhole: () => boolean): Answers[K] | undefined {
    const known = this.known.get(name) as Answers[K] | undefined;
    const at = this.names.indexOf(name);
    if (known || at < 0 || (!QUICKER.has(name) && isWhole())) return known;
    throw new NotLoadedError([this.from + at]);
  }

  /** Positions of those that aren't in the page. */
  missing(): number[] {
    return this.names.flatMap((name, at) => (this.known.has(name) ? [] : [this.from + at]));
  }

  put<K extends AnswerName>(name: K, answer: Answers[K]): void {
    this.known.set(name, answer);
  }
}
