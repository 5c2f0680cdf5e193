/**
 * Runs a task each time it is asked for, never twice at once: what is asked for while it runs is one more run after it.
 * @param task never rejects
 */
export function oneByOne(task: () => Promise<void>): () => void {
  let running = false;
  let again = false;
  return function ask(): void {
    again = true;
    if (running) return;
    running = true;
    void (async () => {
      while (again) {
        again = false;
        await task();
      }
      running = false;
    })();
  };
}
