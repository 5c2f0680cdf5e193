import type { Figure } from './figure';

/**
 * A copy of a figure in which `parts` replace its own. Getters are copied as getters, so that what is computed only when
 * it is read (a table, sources) stays uncomputed.
 */
export function withParts<F extends Figure>(figure: F, parts: Partial<Figure>): F {
  const descriptors = { ...Object.getOwnPropertyDescriptors(figure), ...Object.getOwnPropertyDescriptors(parts) };
  return Object.defineProperties({}, descriptors) as F;
}
