/** The batches that this browser keeps for a package, as its storage has them. */
import { computed, shallowRef } from 'vue';
import type { BatchStorage, OpenStorage, SetAside, StoredBatch } from '../datasets/batch/batchStorage';
import { errorMessage } from '../domain/wording/errorMessage';

/** Whether batches can be kept; `why` is a whole Chinese sentence. */
export type BatchesState =
  | { readonly kind: 'opening' }
  | { readonly kind: 'ready' }
  | { readonly kind: 'unavailable'; readonly why: string };

export const NOT_READ = '数据还没有读好，请稍等再试。';

/** Nothing is kept, and nothing read, before `open`. @param onElsewhere called when another window has changed them */
export function keptBatches(onElsewhere: () => void) {
  const state = shallowRef<BatchesState>({ kind: 'opening' });
  const batches = shallowRef<readonly StoredBatch[]>([]);
  const aside = shallowRef<readonly SetAside[]>([]);
  const on = computed(() => batches.value.filter((stored) => stored.on).map(({ batch }) => batch));
  let storage: BatchStorage | undefined;

  return {
    ...{ state, batches, aside, on },
    /** Opens the storage of a package, the first time that it is asked for. */
    open(storageOf: OpenStorage, name: string): void {
      if (storage) return;
      storage = storageOf(name);
      storage.onElsewhere(onElsewhere);
    },
    async read(): Promise<void> {
      if (!storage) return;
      try {
        const content = await storage.read();
        batches.value = content.batches;
        aside.value = content.aside;
        state.value = { kind: 'ready' };
      } catch (error) {
        state.value = { kind: 'unavailable', why: errorMessage(error) };
      }
    },
    /** @returns '' or why it was refused */
    attempt(work: (kept: BatchStorage) => Promise<void>): Promise<string> {
      return storage ? work(storage).then(() => '', errorMessage) : Promise.resolve(NOT_READ);
    },
    /** A bad record that was put by, as a file to take away. */
    asideText: (key: string): Promise<string> => (storage ? storage.asideText(key) : Promise.resolve(''))
  };
}
