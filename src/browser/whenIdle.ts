/** Longest wait for the page to have nothing to do, in ms. */
const LONGEST_WAIT = 2000;

/** Does what nobody waits for when the page has time for it. */
export function whenIdle(work: () => void): void {
  window.requestIdleCallback(work, { timeout: LONGEST_WAIT });
}

/** Fulfilled when the page has time. */
export function idle(): Promise<void> {
  return new Promise(whenIdle);
}
