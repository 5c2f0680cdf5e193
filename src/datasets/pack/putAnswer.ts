/** What was worked out when a pack was made, from what its file says. */
import type { Dataset } from '../../domain/model/dataset';
import { positionsById } from '../../domain/model/positionsById';
import type { AnswerName, Answers } from '../../domain/model/storedAnswers';
import { auditFrom } from './storedAudit';
import { coverOf } from './storedCover';
import { filingsOf } from './storedFilings';
import { headlinesFrom } from './storedHeadlines';
import { latestFrom } from './storedLatest';

const READERS: { readonly [K in AnswerName]: (value: unknown, dataset: Dataset) => Answers[K] } = {
  cover: (value, { places }) => coverOf(value, positionsById(places)),
  filings: filingsOf,
  audit: auditFrom,
  headlines: headlinesFrom,
  latest: latestFrom
};

/** Brings an answer into the dataset. @param value as it stands in its file; @throws PackFault for what doesn't fit the dataset */
export function putAnswer<K extends AnswerName>(dataset: Dataset, name: K, value: unknown): void {
  dataset.answers.put(name, READERS[name](value, dataset));
}
