import { inject, onScopeDispose, ref, type Ref } from 'vue';
import type { NotLoadedError } from '../../domain/model/notLoaded';
import { LOAD_MISSING } from './loadMissing';

export interface Missing {
  /** Which part of the blocks asked for is there, 0 to 1; null while none are on their way. */
  readonly share: Ref<number | null>;
  /** @returns whether they are on their way now; not where nobody loads, or where they were asked for just before */
  ask(error: NotLoadedError): boolean;
  /** What was asked for isn't wanted any more. */
  drop(): void;
}

/**
 * Numbers that a part of the page asked for before they were there.
 * @param tell says why they can't be had
 */
export function useMissing(tell: (error: unknown) => void): Missing {
  const load = inject(LOAD_MISSING, undefined);
  const share = ref<number | null>(null);
  let before = '';
  let asking: AbortController | undefined;

  function ask({ blocks }: NotLoadedError): boolean {
    // Several parts of a screen may miss the same, one after the other.
    if (share.value !== null) return true;
    const now = blocks.join();
    if (!load || now === before) return false;
    before = now;
    const mine = (asking = new AbortController());
    share.value = 0;
    const count = (part: number): void => {
      if (asking === mine) share.value = part;
    };
    const end = (): void => {
      if (asking === mine) share.value = null;
    };
    load(blocks, count, mine.signal).then(end, (error: unknown) => {
      if (asking === mine) tell(error);
      end();
    });
    return true;
  }

  function drop(): void {
    asking?.abort();
    asking = undefined;
    before = '';
    share.value = null;
  }
  onScopeDispose(drop);
  return { share, ask, drop };
}
