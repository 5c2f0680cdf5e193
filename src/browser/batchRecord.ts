/**
 * What the store keeps of a batch: one line of text, or, of a large one, a file of many lines, which the browser holds
 * outside the memory of the page and which is written and read a little at a time.
 */
import { batchBody, type BatchReading, readBatchBody } from '../datasets/batch/batchFile';
import type { Batch } from '../domain/batch/batch';

/** Changes beyond which a batch is kept as a file. */
const LARGE = 20_000;
/** Characters that are handed to the browser at a time, and bytes that are asked of it. */
const PART = 1 << 20;
/** ms of work after which the page is let answer. */
const LONGEST = 30;

export type BatchRecord = string | Blob;

export async function recordOf(batch: Batch): Promise<BatchRecord> {
  if (batch.changes.length <= LARGE) return batchBody(batch);
  const { linesOf } = await import('../datasets/batch/batchLines');
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
export async function readRecord(raw: unknown): Promise<BatchReading> {
  if (typeof raw === 'string') return readBatchBody(raw);
  if (!(raw instanceof Blob)) return { kind: 'refused', why: '批次的内容不是合格的文字' };
  const { LinesReader } = await import('../datasets/batch/batchLines');
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
