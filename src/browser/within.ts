/** What a promise rejects with that was waited for too long. */
export class TooLate extends Error {}

/**
 * The promise, or a rejection after `seconds`: an engine that refuses a worker, a server that never answers and a
 * picture that is never drawn would otherwise keep the page waiting for good.
 * @param reason Chinese, without a full stop: what was waited for
 */
export function withTimeout<T>(seconds: number, reason: string, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new TooLate(`等了${seconds}秒，${reason}`)), seconds * 1000);
    promise.then(
      (value) => {
        clearTimeout(timer);
        resolve(value);
      },
      (error: unknown) => {
        clearTimeout(timer);
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    );
  });
}
