/** As `stepwise`, for what the first chart of the page doesn't need. */
import { computed, type ComputedRef, type Ref } from 'vue';
import type { Dataset } from '../domain/model/dataset';
import { finish, type Steps } from '../domain/steps/steps';
import { type Answered, FEW, inTurn } from './stepwise';

/** As `useStepwise`, of what the steps themselves come to. */
export function useAnswer<Q, A>(
  dataset: Dataset,
  question: Ref<Q>,
  steps: (dataset: Dataset, question: Q) => Steps<A>
): ComputedRef<Answered<Q, A> | undefined> {
  const atOnce = (asked: Q): Answered<Q, A> => ({ asked, answer: finish(steps(dataset, asked)) });
  if (dataset.size <= FEW) return computed(() => atOnce(question.value));
  const done = inTurn(question, (asked) => steps(dataset, asked));
  return computed(() => {
    const last = done.value;
    // What couldn't be worked out fails again here, where the screen says so.
    return last && ('answer' in last ? last : atOnce(last.asked));
  });
}
