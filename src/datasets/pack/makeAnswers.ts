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

/** Plain values, the same for the same dataset; undefined where it is more than may be stored. */
const MAKERS: { readonly [K in AnswerName]: (dataset: Dataset) => unknown } = {
  cover: (dataset) => storedCover(coverSums(dataset), dataset.places),
  filings: (dataset) => storedFilings(filingSums(dataset), dataset),
  audit: storedAudit,
  headlines: storedHeadlines,
  latest: (dataset) => storedLatest(dataset)
};

export interface MadeAnswer {
  readonly name: AnswerName;
  /** Before gzip. */
  readonly text: string;
}

/** One after the other, so that only one is in memory. */
export function* makeAnswers(dataset: Dataset): Generator<MadeAnswer, void> {
  for (const name of ANSWER_NAMES) {
    const made = MAKERS[name](dataset);
    if (made !== undefined) yield { name, text: JSON.stringify(made) };
  }
}
