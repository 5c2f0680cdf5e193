/** Steps that can be taken back, and taken again until the next one. */
export interface History<T> {
  /** The latest last. */
  readonly past: readonly T[];
  /** Taken back, the one to be taken again first. */
  readonly future: readonly T[];
}

/** Older steps than this are forgotten. */
const MOST = 100;

/** Nothing to undo, nothing to redo. */
export function startHistory<T>(): History<T> {
  return { past: [], future: [] };
}

/** A step that can be undone; the oldest goes where there are too many, and what could be redone is gone. */
export function record<T>(history: History<T>, step: T): History<T> {
  return { past: [...history.past, step].slice(-MOST), future: [] };
}

/** Puts a step in the place of the last one: what is typed letter by letter is one step. */
export function amend<T>(history: History<T>, step: T): History<T> {
  return { past: [...history.past.slice(0, -1), step], future: [] };
}

/** The step to take back, and the history without it; undefined where there is none. */
export function undo<T>({ past, future }: History<T>): { step: T; history: History<T> } | undefined {
  const step = past[past.length - 1];
  return step === undefined ? undefined : { step, history: { past: past.slice(0, -1), future: [step, ...future] } };
}

/** The step taken back last, and the history with it again; undefined where there is none. */
export function redo<T>({ past, future }: History<T>): { step: T; history: History<T> } | undefined {
  const [step, ...rest] = future;
  return step === undefined ? undefined : { step, history: { past: [...past, step], future: rest } };
}
