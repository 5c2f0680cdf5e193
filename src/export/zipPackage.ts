/** A data package as one .zip, out and in. Read only when asked for. */
import { unzipSync, zipSync } from 'fflate';

/** More than this in one archive isn't a package. */
const MOST_BYTES = 1_000_000_000;

/** In this thread: the asynchronous form starts a worker from a blob, which the policy of the page refuses. */
export function zipPackage(files: ReadonlyMap<string, Uint8Array>): Blob {
  const bytes = zipSync(Object.fromEntries(files), { level: 6 });
  return new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'application/zip' });
}

/**
 * The files of a package, by name, whatever folder of the archive they are in.
 * @throws Error with a Chinese message, a whole sentence
 */
export function unzipPackage(bytes: Uint8Array): Map<string, Uint8Array> {
  let total = 0;
  let entries: Record<string, Uint8Array>;
  try {
    entries = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        const isWanted = /\.(csv|json|md)$/i.test(name);
        if (isWanted) total += originalSize;
        if (total > MOST_BYTES) throw new Error('too large');
        return isWanted;
      }
    });
  } catch {
    if (total > MOST_BYTES) throw new Error('这个压缩包解开后超过1 GB，没有打开。');
    throw new Error('这个压缩包打不开，可能没有传完整。');
  }
  const names = Object.keys(entries);
  const described = names
    .filter((name) => /(^|\/)datapackage\.json$/.test(name))
    .sort((a, b) => a.length - b.length)[0];
  const folder = (described ?? '').replace(/datapackage\.json$/, '');
  const inside = names.filter((name) => name.startsWith(folder));
  return new Map(inside.map((name) => [name.slice(folder.length), entries[name]!]));
}
