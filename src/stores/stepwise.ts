/** Figures of a large dataset are worked out a little at a time, so that the page goes on answering. */
import { computed, type ComputedRef, onScopeDispose, type Ref, type ShallowRef, shallowRef, watch } from 'vue';
import { inSteps } from '../datasets/read/inSteps';
import type { Dataset } from '../domain/model/dataset';
import type { Steps } from '../domain/steps/steps';
import { pauses } from './pauses';

/** So many numbers are looked through at once: a tenth of a second. */
export const FEW = 20_000;

/** ms of work that may stand in one part with what shows its answer. */
const LITTLE_WORK = 10;

/**
 * The figure of a view. Of a large dataset its steps are taken before; until they are, the figure before stands, and at
 * first there is none.
 * @param steps does what takes long, so that `figure` finds it done
 */
export function useStepwise<V, F>(
  dataset: Dataset,
  view: Ref<V>,
  steps: (dataset: Dataset, view: V) => Steps<unknown>,
  figure: (dataset: Dataset, view: V) => F
): ComputedRef<F | undefined> {
  if (dataset.size <= FEW) return computed(() => figure(dataset, view.value));
  const done = inTurn(view, (asked) => steps(dataset, asked));
  // What can't be worked out fails in `figure` too, where the screen says so.
  return computed(() => done.value && figure(dataset, done.value.asked));
}

/** A question and the answer to it. */
export interface Answered<Q, A> {
  readonly asked: Q;
  readonly answer: A;
}

/** Takes the steps of what is asked last; says what was asked when they are done, with their answer if there is one. */
export function inTurn<Q, A>(
  question: Ref<Q>,
  steps: (asked: Q) => Steps<A>
): ShallowRef<Answered<Q, A> | { readonly asked: Q } | undefined> {
  const done = shallowRef<Answered<Q, A> | { readonly asked: Q }>();
  let asked: Q | undefined;
  onScopeDispose(() => (asked = undefined));
  watch(
    question,
    async (now) => {
      asked = now;
      const pause = pauses();
      // What nobody waits for any more ends at its next pause.
      const goOn = () => (asked === now ? pause() : new Promise<void>(() => undefined));
      const last = await inSteps(steps(now), goOn).then(
        (answer) => ({ asked: now, answer }),
        () => ({ asked: now })
      );
      // To show it is a part of the work too.
      if (asked === now) await pause(LITTLE_WORK);
      if (asked === now) done.value = last;
    },
    { immediate: true, flush: 'sync' }
  );
  return done;
}
