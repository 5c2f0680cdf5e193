/** What is worked out of all rows when a pack is made. */
import { coverSums } from '../../domain/findings/coverSums';
import type { Dataset } from '../../domain/model/dataset';
import { ANSWER_NAMES, type AnswerName } from '../../domain/model/storedAnswers';
import { filingSums } from '../../domain/missing/filings';
import { storedAudit } from './storedAudit';
import { storedCover } from './storedCover';
import { storedFilings } from './storedFilings';
import { storedHeadlines } from './storedHeadlines';
import { storedLatest } from './storedLatest';

/** The same bytes for the same dataset; undefined where it is more than may be stored. */
const MAKERS: { readonly [K in AnswerName]: (dataset: Dataset) => Uint8Array | undefined } = {
  cover: (dataset) => jsonBytes(storedCover(coverSums(dataset), dataset.places)),
  filings: (dataset) => jsonBytes(storedFilings(filingSums(dataset), dataset)),
  audit: (dataset) => jsonBytes(storedAudit(dataset)),
  headlines: (dataset) => jsonBytes(storedHeadlines(dataset)),
  latestRows: (dataset) => storedLatest(dataset)
};

function jsonBytes(value: unknown): Uint8Array | undefined {
  return value === undefined ? undefined : new TextEncoder().encode(JSON.stringify(value));
}

export interface MadeAnswer {
  readonly name: AnswerName;
  /** Before gzip. */
  readonly bytes: Uint8Array;
}

/** One after the other, so that only one is in memory. */
export function* makeAnswers(dataset: Dataset): Generator<MadeAnswer, void> {
  for (const name of ANSWER_NAMES) {
    const bytes = MAKERS[name](dataset);
    if (bytes) yield { name, bytes };
  }
}
