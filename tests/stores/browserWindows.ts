import { createPinia, type Pinia, setActivePinia } from 'pinia';
import { vi } from 'vitest';

/** A browser of several windows that share one storage. */
export interface Browser {
  readonly kept: Map<string, string>;
  /** Refuses to keep anything more, as a full or a private one does. */
  refuse(refused: boolean): void;
  /** Opens a window; `use` is called with its stores. */
  open(): Window;
  /** Tells every window of what the others have written since: storage events come late. */
  deliver(): void;
}

export interface Window {
  use<T>(work: () => T): T;
}

/** Stubs `localStorage` and `window` until `vi.unstubAllGlobals`. */
export function openBrowser(): Browser {
  const kept = new Map<string, string>();
  const listeners: { owner: Pinia; hear: (event: StorageEvent) => void }[] = [];
  const pending: { from: Pinia | undefined; key: string; newValue: string | null }[] = [];
  let acting: Pinia | undefined;
  let isRefused = false;

  function wrote(key: string, newValue: string | null): void {
    pending.push({ from: acting, key, newValue });
  }
  vi.stubGlobal('localStorage', {
    get length() {
      return kept.size;
    },
    key: (at: number) => [...kept.keys()][at] ?? null,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem(key: string, value: string) {
      if (isRefused) throw new Error('QuotaExceededError');
      kept.set(key, value);
      wrote(key, value);
    },
    removeItem(key: string) {
      if (kept.delete(key)) wrote(key, null);
    }
  });
  vi.stubGlobal('window', {
    addEventListener: (_type: string, hear: (event: StorageEvent) => void) =>
      acting && listeners.push({ owner: acting, hear })
  });
  return {
    kept,
    refuse: (refused) => {
      isRefused = refused;
    },
    open() {
      const pinia = createPinia();
      return {
        use(work) {
          acting = pinia;
          setActivePinia(pinia);
          return work();
        }
      };
    },
    deliver() {
      while (pending.length > 0) {
        const { from, key, newValue } = pending.shift()!;
        for (const { owner, hear } of listeners.filter((l) => l.owner !== from)) {
          acting = owner;
          setActivePinia(owner);
          hear({ key, newValue } as StorageEvent);
        }
      }
    }
  };
}
