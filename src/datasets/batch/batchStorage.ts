/** Where batches are kept, as the stores see it; `browser/batchStore` keeps them. */
import type { Batch } from '../../domain/batch/batch';

export interface StoredBatch {
  readonly batch: Batch;
  readonly on: boolean;
  /** Not shown in the list any more; it is kept all the same. */
  readonly shown: boolean;
}

/** Something that couldn't be read as what it should be, put by as it is. */
export interface SetAside {
  readonly key: string;
  /** A Chinese clause without a full stop. */
  readonly why: string;
}

export interface StorageContent {
  /** In the order in which they lie upon each other. */
  readonly batches: readonly StoredBatch[];
  readonly aside: readonly SetAside[];
}

export type BatchMarks = Partial<Pick<StoredBatch, 'on' | 'shown'>>;

/** Each method rejects with an `Error` whose message is Chinese, a whole sentence. */
export interface BatchStorage {
  read(): Promise<StorageContent>;
  /** All kept whole or none at all; one that is there already is left as it is. */
  add(...batches: readonly Batch[]): Promise<void>;
  /** All marks or none, by id. */
  mark(marks: ReadonlyMap<string, BatchMarks>): Promise<void>;
  /** Resolves where something can be written. */
  probe(): Promise<void>;
  /** What was put by, as text. */
  asideText(key: string): Promise<string>;
  /** Calls back when another window has changed something. */
  onElsewhere(changed: () => void): void;
}

/** The storage of a dataset, by the name of its package. */
export type OpenStorage = (name: string) => BatchStorage;
