import { wellFormed } from '../domain/wording/cutText';

/**
 * localStorage where the browser grants it; private mode or a policy may refuse, then choices last for the visit.
 * Text is clean when it is read: half a surrogate pair, however it got there, can stand in no address.
 */
export function readStored(key: string): string {
  try {
    return wellFormed(localStorage.getItem(key) ?? '');
  } catch {
    return '';
  }
}

/** All entries whose key begins so; none where the browser refuses. */
export function storedEntries(...prefixes: string[]): [key: string, text: string][] {
  try {
    const keys = Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at) ?? '');
    return keys.filter((key) => prefixes.some((prefix) => key.startsWith(prefix))).map((key) => [key, readStored(key)]);
  } catch {
    return [];
  }
}

/** Empty text takes the entry away. @returns false where nothing could be kept (refused or full) */
export function writeStored(key: string, text: string): boolean {
  try {
    if (text) localStorage.setItem(key, text);
    else localStorage.removeItem(key);
    return true;
  } catch {
    return false;
  }
}

/** Calls back when another window of this browser has changed an entry whose key begins so, or all entries. */
export function onStoredElsewhere(prefix: string, changed: () => void): void {
  if (typeof window === 'undefined') return;
  window.addEventListener('storage', (event) => {
    if (event.key === null || event.key.startsWith(prefix)) changed();
  });
}
