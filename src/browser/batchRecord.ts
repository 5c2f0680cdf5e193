/**
 * What the store keeps of a batch: one line of text, or, of a large one, a file of many lines, which the browser holds
 * outside the memory of the page.
 */
import { batchBody, type BatchReading, readBatchBody } from '../datasets/batch/batchFile';
import type { Batch } from '../domain/batch/batch';

/** Changes beyond which a batch is kept as a file. */
const LARGE = 20_000;

export type BatchRecord = string | Blob;

/** A batch as IndexedDB keeps it: the text of a small one, a blob of lines of a large one. */
export async function recordOf(batch: Batch): Promise<BatchRecord> {
  return batch.changes.length <= LARGE ? batchBody(batch) : (await import('./batchBlob')).blobOf(batch);
}

/** The batch of a record; anything else than a whole one is refused. */
export async function readRecord(raw: unknown): Promise<BatchReading> {
  if (typeof raw === 'string') return readBatchBody(raw);
  if (raw instanceof Blob) return (await import('./batchBlob')).readBlob(raw);
  return { kind: 'refused', why: '批次的内容不是合格的文字' };
}
