/** What was worked out when a pack was made, from what its file says. */
import type { Dataset } from '../../domain/model/dataset';
import { positionsById } from '../../domain/model/positionsById';
import type { AnswerName, Answers } from '../../domain/model/storedAnswers';
import { DAMAGED, PackFault } from './fault';
import { auditFrom } from './storedAudit';
import { coverOf } from './storedCover';
import { filingsOf } from './storedFilings';
import { headlinesFrom } from './storedHeadlines';
import { latestFrom } from './storedLatest';

/** From the bytes after gzip: JSON, or rows as a chunk has them. */
const READERS: { readonly [K in AnswerName]: (bytes: Uint8Array, dataset: Dataset) => Answers[K] } = {
  cover: (bytes, { places }) => coverOf(jsonOf(bytes), positionsById(places)),
  filings: (bytes, dataset) => filingsOf(jsonOf(bytes), dataset),
  audit: (bytes, dataset) => auditFrom(jsonOf(bytes), dataset),
  headlines: (bytes, dataset) => headlinesFrom(jsonOf(bytes), dataset),
  latestRows: latestFrom
};

/** Brings an answer into the dataset. @throws PackFault for what doesn't fit the dataset */
export function putAnswer<K extends AnswerName>(dataset: Dataset, name: K, bytes: Uint8Array): void {
  dataset.answers.put(name, READERS[name](bytes, dataset));
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new PackFault(DAMAGED);
  }
}
