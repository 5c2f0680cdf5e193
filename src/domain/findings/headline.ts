import type { Observation, Place, ProgressRow, Source } from '../model/records';

export const HEADLINE_KINDS = ['偏慢', '超限', '数不符', '变化', '偏快', '好坏', '超额', '缺报'] as const;

export type HeadlineKind = (typeof HEADLINE_KINDS)[number];

/** What might be told. */
export interface Finding {
  /** A Chinese sentence without a full stop. */
  readonly text: string;
  /** Every number in the sentence that isn't part of a name or a date: as the answer at `address` holds it, not rounded, without its sign. */
  readonly numbers: readonly number[];
  /** Whom it is about; null where it is about many. */
  readonly place: Place | null;
  /** ISO day up to which it counts; empty where no report says. */
  readonly date: string;
  /** Hash path with query, without `#`: `/places?i=htn-standard-rate`. */
  readonly address: string;
  readonly kind: HeadlineKind;
  /** Whether it is made of the numbers of several places, which no line can show. */
  readonly compares?: boolean;
  /** What its numbers rest on, row by row. */
  readonly from: readonly (Observation | ProgressRow)[];
}

/** A finding that is told. */
export interface Headline extends Finding {
  /** The reports that its numbers are from (`sourcesOf`). */
  readonly sources: readonly Source[];
}
