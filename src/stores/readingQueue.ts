/** Files on their way in, read one after the other; more may come meanwhile. */
import { shallowRef, type ShallowRef } from 'vue';
import { Stopped } from '../datasets/workbook/inSlices';
import type { FileReading, ReadOptions } from '../datasets/workbook/readFile';
import type { ReadingPace, SheetReader } from '../datasets/workbook/sheetReader';
import { errorMessage } from '../domain/wording/errorMessage';

export interface UnderWay {
  readonly name: string;
  /** Rows of it that are read; 0 while that can't be told. */
  readonly rows: number;
}

export interface QueueEffects {
  /** Whether reading may begin. */
  readonly ready: () => Promise<boolean>;
  readonly take: (reading: FileReading, pace: ReadingPace) => Promise<void>;
  /** The reading was stopped: what came since it began is put away again. */
  readonly onStopped: () => void;
  /** Why a file can't be read at all, one sentence. */
  readonly onFault: (why: string) => void;
}

export interface ReadingQueue {
  readonly reading: ShallowRef<UnderWay | null>;
  readonly add: (files: readonly File[], reader: SheetReader, options: ReadOptions) => Promise<void>;
  /** Stops the reading, and forgets what waits. */
  readonly stop: () => void;
}

/** Reads files one after the other; what is added meanwhile waits, and a stop ends the file under way. */
export function readingQueue({ ready, take, onStopped, onFault }: QueueEffects): ReadingQueue {
  const reading = shallowRef<UnderWay | null>(null);
  const waiting: { readonly file: File; readonly options: ReadOptions }[] = [];
  let controller = new AbortController();
  let running = false;

  async function add(files: readonly File[], reader: SheetReader, options: ReadOptions): Promise<void> {
    waiting.push(...files.map((file) => ({ file, options })));
    if (running) return;
    running = true;
    const { signal } = (controller = new AbortController());
    try {
      if (!(await ready())) waiting.length = 0;
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const { name } = next.file;
        reading.value = { name, rows: 0 };
        const onRows = (rows: number) => (reading.value = { name, rows });
        const pace = { signal, onRows };
        await take(await reader.readFile(next.file, next.options, pace), pace);
      }
    } catch (error) {
      waiting.length = 0;
      if (error instanceof Stopped) onStopped();
      else onFault(`${errorMessage(error)}。`);
    }
    reading.value = null;
    running = false;
  }

  return { reading, add, stop: () => controller.abort() };
}
