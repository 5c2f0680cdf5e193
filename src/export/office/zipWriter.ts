/**
 * A zip file written piece by piece in this thread. The asynchronous form of the zip library starts a worker from a
 * blob above some 320,000 bytes; where the Content-Security-Policy refuses it, that one never answers.
 */
import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate';

/** One date for all entries: the same content gives the same file, whatever the clock says. */
const DATE = '2000-01-01T00:00:00';

/** An open entry: text is pushed in the order of the file. */
export interface ZipEntry {
  push(text: string): void;
  close(): void;
}

/** Writes a zip part by part; each is packed as it comes, so that only one is held unpacked. */
export class ZipWriter {
  private readonly chunks: Uint8Array[] = [];
  private readonly zip = new Zip((error, chunk) => {
    if (error) throw error;
    this.chunks.push(chunk);
  });

  /** Bytes that are compressed already. */
  store(path: string, bytes: Uint8Array): void {
    const file = new ZipPassThrough(path);
    file.mtime = DATE;
    this.zip.add(file);
    file.push(bytes, true);
  }

  /** Starts an entry. Its content goes out as it is pushed, so only one may be open at a time. */
  open(path: string): ZipEntry {
    const file = new ZipDeflate(path, { level: 6 });
    file.mtime = DATE;
    this.zip.add(file);
    let waiting = '';
    const send = (last: boolean) => {
      file.push(strToU8(waiting), last);
      waiting = '';
    };
    return {
      push: (text) => {
        waiting += text;
        if (waiting.length > 65_536) send(false);
      },
      close: () => send(true)
    };
  }

  /** A whole entry at once. */
  add(path: string, content: string | Uint8Array): void {
    const file = new ZipDeflate(path, { level: 6 });
    file.mtime = DATE;
    this.zip.add(file);
    file.push(typeof content === 'string' ? strToU8(content) : content, true);
  }

  /** The parts of the file, in order. Nothing can be added afterwards. */
  end(): Uint8Array[] {
    this.zip.end();
    return this.chunks;
  }
}
