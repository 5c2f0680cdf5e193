/** Long work in parts: whoever runs it may pause between two of them, so that a page goes on answering, or stop. */

/** Yields, after each part, how many rows are done (0 where it can't tell); returns the result. */
export type Steps<T> = Generator<number, T, void>;

/** The result without a pause. */
export function finish<T>(steps: Steps<T>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
