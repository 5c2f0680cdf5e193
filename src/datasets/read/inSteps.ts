import type { Steps } from '../../domain/steps/steps';

/**
 * The result of work in parts.
 * @param pause called between two of them; it knows whether it is time to let the page answer
 */
export async function inSteps<T>(steps: Steps<T>, pause: () => Promise<void>): Promise<T> {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    await pause();
  }
}
