/** Long work: it tells how far it is, lets the page live, and stops when it is told to. */

export interface ExportJob {
  /** What the file says of itself: version of the data and time. */
  readonly stamp?: string;
  /** Called before each slide (of a workbook: every some rows), and once at the end. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Stops the work at its next pause. */
  readonly signal?: AbortSignal;
}

/** `正在导出，第3张，共40张`; a workbook is counted in rows. */
export function progressText(form: string, done: number, total: number): string {
  const unit = form === 'xlsx' || form === 'csv' ? '行' : '张';
  return `正在导出，第${Math.min(done + 1, total)}${unit}，共${total}${unit}`;
}

/** What the promise rejects with after a stop. */
export class ExportStopped extends Error {
  constructor() {
    super('已取消');
  }
}

/** The page is let in after so many ms of work. */
const SLICE = 30;

/** Lets the page paint and take clicks where it has waited long enough; rejects once the work is to stop. */
export function pauseFor(signal: AbortSignal | undefined): () => Promise<void> {
  let last = -Infinity;
  return async () => {
    if (performance.now() - last > SLICE) {
      await nextTurn();
      last = performance.now();
    }
    if (signal?.aborted) throw new ExportStopped();
  };
}

/** By a message and not by a timer: timers of a tab in the background come once a second, or once a minute. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
