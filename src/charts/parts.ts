/** What the engine of the start lacks is loaded when a drawing asks for it. */
import type { Option } from './drawing';
import { drawsEverySeries } from './engine';

let coming: Promise<unknown> | undefined;

/** Settled when the option can be drawn; undefined where it can be at once. */
export function partsFor({ series = [] }: Option): Promise<void> | undefined {
  const all = Array.isArray(series) ? series : [series];
  if (drawsEverySeries() || all.every(({ type }) => type === 'bar')) return undefined;
  coming ??= import('./wholeEngine').catch((error: unknown) => {
    // A later try may succeed.
    coming = undefined;
    throw error;
  });
  return coming.then(() => undefined);
}
