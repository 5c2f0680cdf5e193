import { inSteps } from '../datasets/read/inSteps';
import type { Steps } from '../domain/steps/steps';

export const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** ms of work after which the page is let answer. */
const LONGEST_WORK = 40;

/**
 * Lets the page draw and answer between two steps of a long reading; a page that nobody sees goes straight on. What is
 * returned may be told after how many ms of work, where it isn't to be the usual.
 */
export function pauses(): (after?: number) => Promise<void> {
  if (typeof document === 'undefined') return () => Promise.resolve();
  let last = performance.now();
  return async (after = LONGEST_WORK) => {
    if (performance.now() - last < after || document.hidden) return;
    await wait(0);
    last = performance.now();
  };
}

/** The result of work in parts, between which the page is let answer. */
export function unhurried<T>(steps: Steps<T>): Promise<T> {
  return inSteps(steps, pauses());
}
