/** A large batch as a file of lines, written and read a little at a time. */
import type { BatchReading } from '../datasets/batch/batchFile';
import { LinesReader, linesOf } from '../datasets/batch/batchLines';
import type { Batch } from '../domain/batch/batch';

/** Characters that are handed to the browser at a time, and bytes that are asked of it. */
const PART = 1 << 20;
/** ms of work after which the page is let answer. */
const LONGEST = 30;

export async function blobOf(batch: Batch): Promise<Blob> {
  const pause = pauses();
  const parts: Blob[] = [];
  let text = '';
  for (const line of linesOf(batch)) {
    text += `${line}\n`;
    if (text.length >= PART) {
      parts.push(new Blob([text]));
      text = '';
    }
    await pause();
  }
  return new Blob([...parts, text]);
}

/** The batch of a record; anything else than a whole one is refused. */
export async function readBlob(raw: Blob): Promise<BatchReading> {
  const pause = pauses();
  const reader = new LinesReader();
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (let from = 0; from < raw.size; from += PART) {
      const bytes = await raw.slice(from, from + PART).arrayBuffer();
      const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        reader.add(line);
        await pause();
      }
    }
  } catch {
    // The browser has lost the file that the record stands for.
    return { kind: 'refused', why: '批次的内容在浏览器里已经读不到' };
  }
  return rest === '' ? reader.end() : { kind: 'refused', why: '批次的内容不完整：最后一行没有写完' };
}

function pauses(): () => Promise<void> {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < LONGEST) return;
    // Timers of a page that nobody sees come once a second.
    if (!document.hidden) await new Promise((resolve) => setTimeout(resolve));
    last = performance.now();
  };
}
