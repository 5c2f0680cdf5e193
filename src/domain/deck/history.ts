/** A value with what it was before: every change can be taken back, and taken again until the next change. */
export interface History<T> {
  readonly past: readonly T[];
  readonly now: T;
  readonly future: readonly T[];
}

/** Older states than this are forgotten. */
const MOST = 100;

export function startHistory<T>(now: T): History<T> {
  return { past: [], now, future: [] };
}

/** The same object again is no change. */
export function record<T>(history: History<T>, next: T): History<T> {
  if (next === history.now) return history;
  return { past: [...history.past, history.now].slice(-MOST), now: next, future: [] };
}

/** One step back; with nothing to take back, the same. */
export function undo<T>(history: History<T>): History<T> {
  if (history.past.length === 0) return history;
  const now = history.past[history.past.length - 1]!;
  return { past: history.past.slice(0, -1), now, future: [history.now, ...history.future] };
}

/** The step taken back last, again. */
export function redo<T>(history: History<T>): History<T> {
  const [now, ...future] = history.future;
  return now === undefined ? history : { past: [...history.past, history.now], now, future };
}
