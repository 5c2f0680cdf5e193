import { annotationBatch } from '../datasets/batch/annotationBatch';
import type { AnnotationDraft } from '../domain/annotation/draft';
import { useBatchesStore } from './batches';
import { useDatasetStore } from './dataset';

/** Keeps what somebody wrote on a figure, as a batch of its own. @returns why not, one sentence; empty where it is kept */
export async function keepAnnotation(draft: AnnotationDraft): Promise<string> {
  const made = new Date().toISOString();
  return useBatchesStore().add(annotationBatch(draft, made, useDatasetStore().ready().version));
}
