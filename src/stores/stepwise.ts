/** Figures of a large dataset are worked out a little at a time, so that the page goes on answering. */
import { computed, type ComputedRef, onScopeDispose, type Ref, shallowRef, watch } from 'vue';
import { inSteps } from '../datasets/read/inSteps';
import type { Dataset } from '../domain/model/dataset';
import type { Steps } from '../domain/steps/steps';
import { pauses } from './pauses';

/** So many numbers are looked through at once: a tenth of a second. */
const FEW = 20_000;

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
  const done = shallowRef<{ readonly view: V }>();
  let asked: V | undefined;
  onScopeDispose(() => (asked = undefined));
  watch(
    view,
    async (now) => {
      asked = now;
      const pause = pauses();
      // What nobody waits for any more ends at its next pause.
      const goOn = () => (asked === now ? pause() : new Promise<void>(() => undefined));
      // What can't be worked out fails in `figure` too, where the screen says so.
      await inSteps(steps(dataset, now), goOn).catch(() => undefined);
      if (asked === now) done.value = { view: now };
    },
    { immediate: true, flush: 'sync' }
  );
  return computed(() => done.value && figure(dataset, done.value.view));
}
