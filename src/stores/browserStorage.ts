/** localStorage where the browser grants it; private mode or a policy may refuse, then choices last for the visit. */
export function readStored(key: string): string {
  try {
    return localStorage.getItem(key) ?? '';
  } catch {
    return '';
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

/** Calls back with the new text when another window of this browser has changed the entry. */
export function onStoredElsewhere(key: string, changed: (text: string) => void): void {
  if (typeof window === 'undefined') return;
  window.addEventListener('storage', (event) => {
    if (event.key === key) changed(event.newValue ?? '');
  });
}
