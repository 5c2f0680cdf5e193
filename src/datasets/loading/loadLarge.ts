/**
 * Where a dataset is read: a small one in the page, at once; one with a large table elsewhere, so that the page goes on
 * answering. How large it is shows when its files are there, and those are handed on.
 */
import type { LoadResult } from '../loadDataset';
import type { FetchBytes, Progress } from '../loadEffects';
import { PACK_INDEX } from '../pack/format';
import { loadSteadily, type SteadyEffects } from '../steadyLoad';

/** Loads elsewhere; undefined where nothing else than the page can. Never rejects. */
export type LoadElsewhere = (effects: SteadyEffects) => Promise<LoadResult | undefined>;

/** A table of so many bytes is large: some 25,000 numbers, a fifth of a second. */
export const LARGE_BYTES = 2_000_000;

/** Nobody packs a small table: its directory says enough. */
const PACKED = `/${PACK_INDEX}`;

/** `loadSteadily`, where it disturbs nobody. Progress never falls. */
export function loadLarge(effects: SteadyEffects, elsewhere: LoadElsewhere): Promise<LoadResult> {
  const steady = { ...effects, onProgress: rising(effects.onProgress) };
  return new Promise<LoadResult>((resolve, reject) => {
    const coming = new Map<string, Promise<Uint8Array>>();
    let handing: Promise<LoadResult | undefined> | undefined;
    const handOn = () =>
      (handing ??= elsewhere({
        ...steady,
        // What was asked for already isn't asked for again, but once: a second reading wants to see what has changed.
        fetchBytes: (path, onBytes) => {
          const known = coming.get(path);
          coming.delete(path);
          return known ?? effects.fetchBytes(path, onBytes);
        }
      }));
    const fetchBytes: FetchBytes = async (path, onBytes) => {
      const asked = effects.fetchBytes(path, onBytes);
      if (!handing) coming.set(path, asked);
      const bytes = await asked;
      if (bytes.length < LARGE_BYTES && !path.endsWith(PACKED)) return bytes;
      const result = await handOn();
      if (!result) return bytes;
      resolve(result);
      // The reading that began here ends here: it waits for this file for good, and nobody waits for it.
      return new Promise<never>(() => undefined);
    };
    loadSteadily({ ...steady, fetchBytes }).then(resolve, reject);
  });
}

function rising(tell: SteadyEffects['onProgress']): SteadyEffects['onProgress'] {
  let most = 0;
  return (progress: Progress) => {
    if (progress.done < most) return;
    most = progress.done;
    tell?.(progress);
  };
}
