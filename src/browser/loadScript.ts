import { within } from './within';

/** Seconds for a script beside the page; the largest of its own is 370 kB. */
const PATIENCE = 30;

/** Loads a classic script beside the page; works over http and on file://. Rejects where it can't be read or doesn't come. */
export function loadScript(src: string, patience = PATIENCE): Promise<void> {
  const script = document.createElement('script');
  const loading = new Promise<void>((resolve, reject) => {
    script.src = src;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(`cannot load ${src}`));
    document.head.appendChild(script);
  });
  return within(patience, `没有读到 ${src.split('?')[0]}`, loading).catch((error: unknown) => {
    script.remove();
    throw error;
  });
}
