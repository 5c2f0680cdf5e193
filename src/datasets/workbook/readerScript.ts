/**
 * The script that reads files: the page runs it in a worker made from its text, because a worker can't be started from
 * a file on file://; where no worker starts, in the page itself. It is a classic script of its own (tools/buildPlugin).
 */
import type { Steps } from '../../domain/steps/steps';
import { readClipboard, readFileSteps, type FileReading, type ReadOptions } from './readFile';
import { buffersOf, packRows, SLICE_ROWS, type RowSlice } from './rowSlices';

export { readClipboard, readFileSteps };

/** What the page says. */
export type ReaderQuestion =
  | { readonly kind: 'read'; readonly file: Blob; readonly name: string; readonly options: ReadOptions }
  /** A slice has been unpacked. */
  | { readonly kind: 'next' };

/** What the worker says: rows in order, sheet by sheet, then the reading with sheets that have no rows. */
export type ReaderAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'rows'; readonly rows: number }
  | { readonly kind: 'slice'; readonly sheet: number; readonly slice: RowSlice }
  | { readonly kind: 'done'; readonly reading: FileReading }
  | { readonly kind: 'failed'; readonly why: string };

/** A worker's own scope, as far as it is used. */
export interface ReaderScope {
  onmessage: ((event: { readonly data: ReaderQuestion }) => void) | null;
  postMessage(answer: ReaderAnswer, transfer: ArrayBuffer[]): void;
}

/** ms between two messages of how far the reading is. */
const TELL_EVERY = 150;
/** Slices under way: one is unpacked while the next is packed, and no more wait in memory. */
const UNDER_WAY = 2;

/** Answers questions in a worker. */
export function serveReader(scope: ReaderScope): void {
  const post = (answer: ReaderAnswer, transfer: ArrayBuffer[] = []) => scope.postMessage(answer, transfer);
  let free = UNDER_WAY;
  let onFree: (() => void) | undefined;
  const slot = (): Promise<void> => (free > 0 ? Promise.resolve() : new Promise<void>((resolve) => (onFree = resolve)));
  const answer = async (file: Blob, name: string, options: ReadOptions): Promise<void> => {
    const reading = withProgress(readFileSteps(new Uint8Array(await file.arrayBuffer()), name, options), post);
    if (reading.kind === 'refused') return post({ kind: 'done', reading });
    for (const [sheet, { rows }] of reading.sheets.entries()) {
      for (let from = 0; from < rows.length; from += SLICE_ROWS) {
        await slot();
        free--;
        const slice = packRows(rows, from, Math.min(rows.length, from + SLICE_ROWS));
        post({ kind: 'slice', sheet, slice }, buffersOf(slice));
      }
    }
    post({ kind: 'done', reading: { ...reading, sheets: reading.sheets.map((sheet) => ({ ...sheet, rows: [] })) } });
  };
  scope.onmessage = ({ data }) => {
    if (data.kind === 'next') {
      free++;
      onFree?.();
      return;
    }
    answer(data.file, data.name, data.options).catch((error: unknown) => post({ kind: 'failed', why: String(error) }));
  };
  post({ kind: 'ready' });
}

function withProgress(steps: Steps<FileReading>, post: (answer: ReaderAnswer) => void): FileReading {
  let last = performance.now();
  let step = steps.next();
  for (; !step.done; step = steps.next()) {
    if (step.value === 0 || performance.now() - last < TELL_EVERY) continue;
    post({ kind: 'rows', rows: step.value });
    last = performance.now();
  }
  return step.value;
}
