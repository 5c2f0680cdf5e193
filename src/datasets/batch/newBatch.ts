import type { Batch } from '../../domain/batch/batch';
import { sha256 } from '../read/sha256';

/** So many changes at either end tell batches of one moment apart. */
const TOLD_APART = 100;

/**
 * A batch with its id: the time it was made, and eight characters that tell two of one second apart. Ids sort by time.
 * @param content `made` is an ISO time; one with a zone is counted in UTC
 */
export function newBatch(content: Omit<Batch, 'id'>): Batch {
  const time = new Date(content.made);
  const stamp = Number.isNaN(time.getTime()) ? content.made : time.toISOString();
  const { changes, files, title, kind } = content;
  const digested = [kind, title, files, changes.length, changes.slice(0, TOLD_APART), changes.slice(-TOLD_APART)];
  const digest = sha256(new TextEncoder().encode(JSON.stringify([stamp, digested]))).slice(0, 8);
  return { id: `${stamp.replace(/\.\d+/, '').replace(/[^0-9TZ]/g, '')}-${digest}`, ...content };
}
