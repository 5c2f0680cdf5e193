/** A large batch as a file of lines, written and read a little at a time. */
import type { BatchReading } from '../datasets/batch/batchFile';
import { LinesReader, batchLines } from '../datasets/batch/batchLines';
import { blobOfLines, CutLine, linesOfBlob } from '../datasets/batch/blobLines';
import type { Batch } from '../domain/batch/batch';

/** ms of work after which the page is let answer. */
const LONGEST = 30;

/** A large batch as lines of JSON, written in parts so that the page goes on answering. */
export function blobOf(batch: Batch): Promise<Blob> {
  return blobOfLines(batchLines(batch), pauses());
}

/** The batch of a record; anything else than a whole one is refused. */
export async function readBlob(raw: Blob): Promise<BatchReading> {
  const reader = new LinesReader();
  try {
    for await (const line of linesOfBlob(raw, pauses())) reader.add(line);
  } catch (error) {
    // Else the browser has lost the file that the record stands for.
    const isCut = error instanceof CutLine;
    return { kind: 'refused', why: isCut ? '批次的内容不完整：最后一行没有写完' : '批次的内容在浏览器里已经读不到' };
  }
  return reader.end();
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
