/** Long work in parts: whoever runs it may pause between two of them, so that a page goes on answering, or stop. */

/** Yields, after each part, how many rows are done (0 where it can't tell); returns the result. */
export type Steps<T> = Generator<number, T, void>;

/** The result without a pause. */
export function finish<T>(steps: Steps<T>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** A list in order, equal ones as they stand; runs are sorted and merged, so that no part of the work is long. */
export function* sorted<T>(list: readonly T[], compare: (a: T, b: T) => number): Steps<T[]> {
  let runs: T[][] = [];
  for (let from = 0; from < list.length; from += RUN) {
    runs.push(list.slice(from, from + RUN).sort(compare));
    yield 0;
  }
  while (runs.length > 1) {
    const next: T[][] = [];
    for (let i = 0; i < runs.length; i += 2) {
      next.push(i + 1 < runs.length ? yield* merged(runs[i]!, runs[i + 1]!, compare) : runs[i]!);
    }
    runs = next;
  }
  return runs[0] ?? [];
}

const RUN = 2_000;

function* merged<T>(a: readonly T[], b: readonly T[], compare: (a: T, b: T) => number): Steps<T[]> {
  const all: T[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (j === b.length || (i < a.length && compare(a[i]!, b[j]!) <= 0)) all.push(a[i++]!);
    else all.push(b[j++]!);
    if (all.length % RUN === 0) yield 0;
  }
  return all;
}

/** Rows after which a loop over rows yields: a few milliseconds of work. */
export const STEP_ROWS = 500;
