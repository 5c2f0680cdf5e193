/**
 * Figures are computed once: a screen and a deck that show the same address show the same figure, and what is seen
 * only when it is opened (a table, sources) is not made before.
 */
import type { Dataset } from '../domain/model/dataset';
import { memoByKey } from '../domain/model/memo';
import { withAnnotations } from './annotated';
import { markFictional } from './fictional';
import type { Figure } from './figure';

/** As many figures as a long deck has slides, and the screens beside it. */
const MOST_FIGURES = 64;

/** The same function, computed when first asked and once. */
function once<T>(compute: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => (known ??= { value: compute() }).value;
}

/**
 * A figure with parts that are computed when they are first read, and once.
 * @param rest the figure without them; it becomes the figure
 */
export function withLazy<F extends object, Key extends keyof F>(
  rest: Omit<F, Key>,
  parts: { readonly [P in Key]: () => F[P] }
): F {
  const keys = Object.keys(parts) as Key[];
  const getters = keys.map((key) => [key, { get: once(parts[key]), enumerable: true, configurable: true }] as const);
  return Object.defineProperties(rest, Object.fromEntries(getters)) as F;
}

/** The same function, computed once for each dataset and view, with what people wrote on it, and marked where it is invented; the views asked for last are kept. */
export function oncePerView<V, F extends Figure | undefined>(
  compute: (dataset: Dataset, view: V) => F
): (dataset: Dataset, view: V) => F {
  // A view is plain data, so that its text is its identity.
  const figures = memoByKey(MOST_FIGURES, (dataset, key) =>
    markFictional(dataset, withAnnotations(dataset, compute(dataset, JSON.parse(key) as V)))
  );
  return (dataset, view) => figures(dataset, JSON.stringify(view));
}
