/** How a page asks for files to be read, whoever does it: another thread, or this one a little at a time. */
import type { FileReading, ReadOptions } from './readFile';

export interface ReadingPace {
  /** Aborted: the reading stops and rejects. */
  readonly signal: AbortSignal;
  /** How many rows of the sheet at work are read; told a few times a second. */
  readonly onRows: (rows: number) => void;
}

export interface SheetReader {
  /** Rejects only where it is stopped, or the bytes of the file can't be had. */
  readFile(file: File, options: ReadOptions, pace: ReadingPace): Promise<FileReading>;
  readClipboard(copied: { readonly html: string; readonly text: string }): Promise<FileReading>;
}
