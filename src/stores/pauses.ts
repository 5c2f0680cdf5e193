export const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** ms of work after which the page is let answer. */
const LONGEST_WORK = 40;

/** Lets the page draw and answer between two steps of a long reading; a page that nobody sees goes straight on. */
export function pauses(): () => Promise<void> {
  if (typeof document === 'undefined') return () => Promise.resolve();
  let last = performance.now();
  return async () => {
    if (performance.now() - last < LONGEST_WORK || document.hidden) return;
    await wait(0);
    last = performance.now();
  };
}
