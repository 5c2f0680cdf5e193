/**
 * The script that reads a large dataset off the main thread: the same code as in the page, run in a worker that is made
 * from its text (a classic script of its own, tools/buildPlugin). The page gives it the bytes and the batches.
 */
import type { Batch } from '../../domain/batch/batch';
import { AbsentFileError } from '../fileError';
import { loadSteadily } from '../steadyLoad';
import { buffersOf, type LoaderAnswer, type LoaderQuestion, packResult } from './passage';

/** A worker's own scope, as far as it is used. */
export interface LoaderScope {
  onmessage: ((event: { readonly data: LoaderQuestion }) => void) | null;
  postMessage(answer: LoaderAnswer, transfer: ArrayBuffer[]): void;
}

interface Waiting {
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
}

/** ms between two messages of how far it is. */
const TELL_EVERY = 100;

/** Answers in a worker: one loading, then the page ends it. */
export function serveLoader(scope: LoaderScope): void {
  const post = (answer: LoaderAnswer, transfer: ArrayBuffer[] = []) => scope.postMessage(answer, transfer);
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  let told = 0;
  const ask = <T>(question: (id: number) => LoaderAnswer): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      waiting.set(++asked, { resolve, reject });
      post(question(asked));
    });
  const load = async (fictional: boolean): Promise<void> => {
    const result = packResult(
      await loadSteadily({
        fictional,
        packs: true,
        wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
        fetchBytes: (path) => ask<Uint8Array>((id) => ({ kind: 'fetch', id, path })),
        batches: (about) => ask<readonly Batch[]>((id) => ({ kind: 'lay', id, about })),
        onProgress: (progress) => {
          const now = Date.now();
          if (now - told < TELL_EVERY) return;
          told = now;
          post({ kind: 'progress', progress });
        }
      })
    );
    post({ kind: 'done', result }, buffersOf(result));
  };
  scope.onmessage = ({ data }) => {
    if (data.kind === 'load') {
      load(data.fictional).catch(() => post({ kind: 'failed' }));
      return;
    }
    const one = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.kind === 'nothing') one?.reject(data.absent ? new AbsentFileError(data.why) : new Error(data.why));
    else one?.resolve((data.kind === 'bytes' ? data.bytes : data.batches) as never);
  };
  post({ kind: 'ready' });
}
