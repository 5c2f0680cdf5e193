/** Long work a little at a time, so that the page answers in between. */
import type { Steps } from '../../domain/steps/steps';

/** What work rejects with that was stopped. */
export class Stopped extends Error {}

/** ms of work after which the page is let answer. */
const LONGEST = 30;

/**
 * The result of the steps.
 * @throws Stopped where the signal says so
 */
export async function inSlices<T>(
  steps: Steps<T>,
  pace: { readonly signal?: AbortSignal; readonly onRows?: (rows: number) => void } = {}
): Promise<T> {
  let last = performance.now();
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    if (performance.now() - last < LONGEST) continue;
    if (step.value > 0) pace.onRows?.(step.value);
    // Timers of a page that nobody sees come once a second.
    if (typeof document === 'undefined' || !document.hidden) await new Promise((resolve) => setTimeout(resolve));
    if (pace.signal?.aborted) throw new Stopped();
    last = performance.now();
  }
}
