/** A batch as a file to take away, in the form that suits its size. */
import type { Batch } from '../../domain/batch/batch';
import { type BatchReading, readBatch, writeBatch } from './batchFile';
import type { Pause } from './blobLines';
import { isLargeBatch, readLargeBatch, writeLargeBatch } from './largeBatchFile';

/** Changes beyond which no text holds all of a batch at once. */
const LARGE = 20_000;
const START = 100;

/** @param dataset name of the package that the batch is for */
export async function fileContent(batch: Batch, dataset: string, pause: Pause): Promise<Blob> {
  return batch.changes.length > LARGE
    ? writeLargeBatch(batch, dataset, pause)
    : new Blob([writeBatch(batch, dataset)], { type: 'application/json' });
}

/** A batch of such a file. @param dataset name of the package that it is wanted for */
export async function readFileContent(file: Blob, dataset: string, pause: Pause): Promise<BatchReading> {
  const start = await file.slice(0, START).text();
  return isLargeBatch(start) ? readLargeBatch(file, dataset, pause) : readBatch(await file.text(), dataset);
}
