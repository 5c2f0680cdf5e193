/**
 * Reads files off the main thread. The worker is made from the text of a script beside the page: on file:// no worker
 * starts from a file. Where none starts at all (an engine or a policy that refuses it), the same code runs in the page,
 * a little at a time.
 */
import { inSlices, Stopped } from '../datasets/workbook/inSlices';
import type { FileReading, ReadOptions } from '../datasets/workbook/readFile';
import type { ReaderAnswer, ReaderQuestion } from '../datasets/workbook/readerScript';
import { RowUnpacker } from '../datasets/workbook/rowSlices';
import type { ReadingPace, SheetReader } from '../datasets/workbook/sheetReader';
import type { Worksheet } from '../domain/sheet/worksheet';
import { loadLibrary } from './loadLibrary';
import { startWorker } from './startWorker';

type ReaderScript = () => typeof import('../datasets/workbook/readerScript');

declare global {
  interface Window {
    kanbanReader?: ReaderScript;
  }
}

let inPage: ReturnType<ReaderScript> | undefined;

export const fileReader: SheetReader = {
  async readFile(file, options, pace) {
    const script = await readerScript();
    const worker = await startWorker(`(${String(script)})().serveReader(self)`);
    if (pace.signal.aborted) {
      worker?.terminate();
      throw new Stopped();
    }
    if (worker) return readIn(worker, file, options, pace);
    const bytes = new Uint8Array(await file.arrayBuffer());
    inPage ??= script();
    return inSlices(inPage.readFileSteps(bytes, file.name, options), pace);
  },
  async readClipboard(copied) {
    const script = await readerScript();
    inPage ??= script();
    return inPage.readClipboard(copied);
  }
};

/** The build puts a hash in the place of `__READER_HASH__`, so that an old cached script never meets a new page. */
async function readerScript(): Promise<ReaderScript> {
  if (!window.kanbanReader) await loadLibrary('assets/reader.js', '__READER_HASH__', '读取');
  if (!window.kanbanReader) throw new Error('assets/reader.js 读到了，但不能用');
  return window.kanbanReader;
}

function readIn(worker: Worker, file: File, options: ReadOptions, pace: ReadingPace): Promise<FileReading> {
  const ask = (question: ReaderQuestion) => worker.postMessage(question);
  const rows: Worksheet['rows'][number][][] = [];
  const unpacker = new RowUnpacker();
  let stop = (): void => undefined;
  const reading = new Promise<FileReading>((resolve, reject) => {
    pace.signal.addEventListener('abort', (stop = () => reject(new Stopped())));
    worker.onerror = (event) => {
      event.preventDefault();
      reject(new Error('读取时出错了，请重新放一次；还不行的，请拆成几个小文件'));
    };
    worker.onmessage = ({ data }: MessageEvent<ReaderAnswer>) => {
      if (data.kind === 'rows') pace.onRows(data.rows);
      else if (data.kind === 'slice') {
        const sheet = (rows[data.sheet] = rows[data.sheet] ?? []);
        for (const row of unpacker.rows(data.slice)) sheet.push(row);
        ask({ kind: 'next' });
      } else if (data.kind === 'done') {
        const { reading: read } = data;
        if (read.kind === 'refused') resolve(read);
        else resolve({ ...read, sheets: read.sheets.map((sheet, i) => ({ ...sheet, rows: rows[i] ?? [] })) });
      } else if (data.kind === 'failed') {
        reject(new Error('读不到这个文件，可能已经移走或正被占用，请重新放一次'));
      }
    };
    ask({ kind: 'read', file, name: file.name, options });
  });
  const end = () => {
    worker.terminate();
    // The signal outlives the reading, and with the listener all rows.
    pace.signal.removeEventListener('abort', stop);
  };
  reading.then(end, end);
  return reading;
}
