/**
 * Where a dataset is read: a small one in the page, at once; one with a large table elsewhere, so that the page goes on
 * answering. How large it is shows while its files come, and those are handed on: the memory of a large one too.
 */
import type { LoadResult } from '../loadDataset';
import type { FetchBytes, Progress } from '../loadEffects';
import { loadSteadily, type SteadyEffects } from '../steadyLoad';
import { LARGE_BYTES } from './large';

/** Loads elsewhere; undefined where nothing else than the page can. Never rejects. */
export type LoadElsewhere = (effects: SteadyEffects) => Promise<LoadResult | undefined>;

/** What a server sends packed is at least so many times as large. */
const LEAST_PACKED = 4;

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
      let isLarge = false;
      const asked = effects.fetchBytes(path, (received, total, wire = 0) => {
        onBytes?.(received, total);
        if (isLarge || Math.max(received, total ?? wire * LEAST_PACKED) < LARGE_BYTES) return;
        // It starts, and reads what is small, while the rest of this file comes.
        isLarge = true;
        void handOn();
      });
      if (!handing) coming.set(path, asked);
      const small = await asked.then(
        (bytes) => (isLarge || bytes.length >= LARGE_BYTES ? undefined : bytes),
        (error: unknown) => {
          // What becomes of that is said elsewhere.
          if (!handing || !isLarge) throw error;
        }
      );
      if (small) return small;
      const result = await handOn();
      // Handed over, not copied: it broke off with them.
      if (!result) return asked.then((bytes) => (bytes.length > 0 ? bytes : effects.fetchBytes(path, onBytes)));
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
