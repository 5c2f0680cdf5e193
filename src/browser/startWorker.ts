import { withTimeout } from './within';

/** Seconds for a worker to say that it runs. */
const PATIENCE = 5;
/** A worker refused once is refused again. */
let refused = false;

/** A worker that runs the code, which says something once it does; undefined where none does (an engine or a policy refuses it). */
export async function startWorker(code: string): Promise<Worker | undefined> {
  if (refused) return undefined;
  const address = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
  let worker: Worker | undefined;
  try {
    const started = (worker = new Worker(address));
    await withTimeout(
      PATIENCE,
      '读取程序没有启动',
      new Promise<void>((resolve, reject) => {
        started.onmessage = () => resolve();
        started.onerror = (event) => {
          event.preventDefault();
          reject(new Error('worker refused'));
        };
      })
    );
    return started;
  } catch {
    worker?.terminate();
    refused = true;
    return undefined;
  } finally {
    URL.revokeObjectURL(address);
  }
}
