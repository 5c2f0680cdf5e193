/**
 * Reads a large dataset in a worker. It is made from the text of a script beside the page: on file:// no worker starts
 * from a file.
 */
import type { LoadResult } from '../datasets/loadDataset';
import { AbsentFileError } from '../datasets/fileError';
import { LARGE_BYTES } from '../datasets/loading/large';
import { type LoaderAnswer, type LoaderQuestion, type PackedResult, unpackResult } from '../datasets/loading/passage';
import type { SteadyEffects } from '../datasets/steadyLoad';
import { loadLibrary } from './loadLibrary';
import { startWorker } from './startWorker';

declare global {
  interface Window {
    kanbanLoader?: () => typeof import('../datasets/loading/loaderScript');
  }
}

/** The loading; undefined where no worker starts, or where it breaks off. Never rejects. */
export async function loadInWorker(effects: SteadyEffects): Promise<LoadResult | undefined> {
  try {
    if (!window.kanbanLoader) await loadLibrary('assets/dataset-reader.js', '__DATASET_HASH__', '打开');
    const worker = window.kanbanLoader && (await startWorker(`(${String(window.kanbanLoader)})().serveLoader(self)`));
    if (!worker) return undefined;
    const packed = await loadIn(worker, effects).finally(() => worker.terminate());
    // To take it over, to make a dataset of it and to draw are three works, and the page answers in between.
    await effects.wait(0);
    const result = unpackResult(packed);
    await effects.wait(0);
    return result;
  } catch {
    return undefined;
  }
}

function loadIn(worker: Worker, effects: SteadyEffects): Promise<PackedResult> {
  const say = (question: LoaderQuestion, transfer: ArrayBuffer[] = []) => worker.postMessage(question, transfer);
  const give = (id: number, path: string): Promise<void> =>
    effects.fetchBytes(path).then(
      // What is large the page hasn't taken for itself: the memory is handed over, which costs nothing.
      (bytes) => say({ kind: 'bytes', id, bytes }, bytes.length >= LARGE_BYTES ? [bytes.buffer as ArrayBuffer] : []),
      (error: unknown) =>
        say({
          kind: 'nothing',
          id,
          absent: error instanceof AbsentFileError,
          why: error instanceof Error ? error.message : ''
        })
    );
  return new Promise((resolve, reject) => {
    worker.onerror = (event) => {
      event.preventDefault();
      reject(new Error('worker broke off'));
    };
    worker.onmessage = ({ data }: MessageEvent<LoaderAnswer>) => {
      if (data.kind === 'fetch') void give(data.id, data.path);
      else if (data.kind === 'lay') {
        const { id, about } = data;
        void (effects.batches?.(about) ?? Promise.resolve([])).then((batches) => say({ kind: 'batches', id, batches }));
      } else if (data.kind === 'progress') effects.onProgress?.(data.progress);
      else if (data.kind === 'done') resolve(data.result);
      else if (data.kind === 'failed') reject(new Error('worker could not load'));
    };
    say({ kind: 'load', fictional: effects.fictional === true });
  });
}
