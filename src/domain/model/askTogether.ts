import { NotLoadedError } from './notLoaded';

/** Names at once what several questions miss, which would else be read one after the other. @throws NotLoadedError */
export function askTogether(asks: readonly (() => unknown)[]): void {
  const missing = new Set<number>();
  for (const ask of asks) {
    try {
      ask();
    } catch (error) {
      if (!(error instanceof NotLoadedError)) throw error;
      for (const block of error.blocks) missing.add(block);
    }
  }
  if (missing.size > 0) throw new NotLoadedError([...missing]);
}
