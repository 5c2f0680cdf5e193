import type { AnnotationDraft } from '../../domain/annotation/draft';
import type { Batch } from '../../domain/batch/batch';
import { sha256 } from '../read/sha256';
import { newBatch } from './newBatch';

/** Longer titles fill the list of batches. */
const TITLE = 24;

/**
 * What somebody wrote on a figure, as a batch of one row.
 * @param draft tidied and found without fault
 */
export function annotationBatch(draft: AnnotationDraft, made: string, base: string): Batch {
  const { kind, date, text, author, place, indicator, programme } = draft;
  const digest = sha256(new TextEncoder().encode(JSON.stringify([made, draft]))).slice(0, 8);
  const after = Object.fromEntries(
    Object.entries({ annotation: `${date}-${digest}`, kind, date, text, author, place, indicator, programme }).filter(
      ([, cell]) => cell !== ''
    )
  );
  const letters = [...text];
  const title = `${kind} ${letters.length > TITLE ? `${letters.slice(0, TITLE).join('')}…` : text}`;
  const changes = [{ table: 'annotations' as const, before: null, after }];
  return newBatch({ made, kind: '加说明', title, files: [], base, decisions: [], changes });
}
