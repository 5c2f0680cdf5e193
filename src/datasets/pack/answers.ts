/** What is worked out of all rows when a pack is made: from a dataset to what its file says, and back. */
import { coverSums } from '../../domain/findings/coverSums';
import type { Dataset } from '../../domain/model/dataset';
import { positionsById } from '../../domain/model/positionsById';
import { ANSWER_NAMES, type AnswerName, type Answers } from '../../domain/model/storedAnswers';
import { filingSums } from '../../domain/missing/filings';
import { auditFrom, storedAudit } from './storedAudit';
import { coverOf, storedCover } from './storedCover';
import { filingsOf, storedFilings } from './storedFilings';

interface Form<T> {
  /** Plain values, the same for the same dataset; undefined where it is more than may be stored. */
  readonly make: (dataset: Dataset) => unknown;
  /** @throws PackFault for what doesn't fit the dataset */
  readonly read: (value: unknown, dataset: Dataset) => T;
}

const FORMS: { readonly [K in AnswerName]: Form<Answers[K]> } = {
  cover: {
    make: (dataset) => storedCover(coverSums(dataset), dataset.places),
    read: (value, { places }) => coverOf(value, positionsById(places))
  },
  filings: {
    make: (dataset) => storedFilings(filingSums(dataset), dataset),
    read: filingsOf
  },
  audit: { make: storedAudit, read: auditFrom }
};

export interface MadeAnswer {
  readonly name: AnswerName;
  /** Before gzip. */
  readonly text: string;
}

/** One after the other, so that only one is in memory. */
export function* makeAnswers(dataset: Dataset): Generator<MadeAnswer, void> {
  for (const name of ANSWER_NAMES) {
    const made = FORMS[name].make(dataset);
    if (made !== undefined) yield { name, text: JSON.stringify(made) };
  }
}

/** Brings an answer into the dataset. @param value as it stands in its file */
export function putAnswer<K extends AnswerName>(dataset: Dataset, name: K, value: unknown): void {
  dataset.answers.put(name, FORMS[name].read(value, dataset));
}
