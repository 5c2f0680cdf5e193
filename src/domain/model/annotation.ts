/** What somebody wrote on figures: an event that bears on the numbers, or a word of explanation. Rows of annotations.csv. */

/** 事件 happened on its day, and is marked on an axis of time; 说明 explains, and its day is when it was written. */
export const ANNOTATION_KINDS = ['事件', '说明'] as const;

export type AnnotationKind = (typeof ANNOTATION_KINDS)[number];

/** It goes with the numbers that it speaks of: those of an indicator or a task, at a place; an empty id is any. */
export interface AnnotationSubject {
  readonly place: string;
  readonly indicator: string;
  readonly programme: string;
}

export interface Annotation extends AnnotationSubject {
  readonly id: string;
  readonly kind: AnnotationKind;
  /** ISO day. */
  readonly date: string;
  /** As typed. */
  readonly text: string;
  /** As typed. */
  readonly author: string;
}

/** Why an annotation can't be about these; empty where it can. One clause, columns by their Chinese names. */
export function subjectFault({ place, indicator, programme }: AnnotationSubject): string {
  if (indicator !== '' && programme !== '') return '指标和任务都填了，只能填其中一个';
  return place + indicator + programme === '' ? '没有写明说的是哪项指标、哪项任务或哪个地区' : '';
}
