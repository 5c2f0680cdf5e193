import { inject, type InjectionKey, type Ref } from 'vue';
import type { AnnotationDraft } from '../../domain/annotation/draft';

export interface AnnotateButton {
  /** Keeps what was written. @returns why not, one sentence; empty where it is kept, and the screen is mounted again with it */
  readonly add: (draft: AnnotationDraft, figure: string) => Promise<string>;
  /** What became of the last one, under which figure; gone with the next address. */
  readonly kept: Readonly<Ref<{ readonly figure: string; readonly text: string } | undefined>>;
  /** The name under which somebody wrote last; empty for nobody yet. */
  readonly author: Ref<string>;
}

/** Handed down from the root: figures know nothing of batches. */
export const ANNOTATE_BUTTON: InjectionKey<AnnotateButton> = Symbol('annotate button');

/** Undefined where a root doesn't provide it. */
export function useAnnotateButton(): AnnotateButton | undefined {
  return inject(ANNOTATE_BUTTON, undefined);
}
