import { withTimeout } from './within';

/** Seconds for a script beside the page; the largest of its own is 370 kB. */
const PATIENCE = 30;
/** A script tells nothing of its progress, and the twins of a large dataset take their time on a shared drive. */
export const SCRIPT_MS = 60_000;

/** A file as a classic script carries it. */
export interface Twin {
  readonly text?: string;
  readonly base64?: string;
}

/** Loads a classic script beside the page; works over http and on file://. Rejects where it can't be read or doesn't come. */
export function loadScript(src: string, patience = PATIENCE): Promise<void> {
  const script = document.createElement('script');
  const loading = new Promise<void>((resolve, reject) => {
    script.src = src;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(`cannot load ${src}`));
    document.head.appendChild(script);
  });
  return withTimeout(patience, `没有读到 ${src.split('?')[0]}`, loading).catch((error: unknown) => {
    script.remove();
    throw error;
  });
}
