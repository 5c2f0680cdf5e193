/**
 * A large batch as a file to take away: a line with format, version and dataset, the lines of `batchLines`, and a last
 * one with their number and the SHA-256 of their SHA-256s. Strict as the small form: what isn't whole is refused.
 */
import type { Batch } from '../../domain/batch/batch';
import { isFields, parseJson } from '../../domain/model/fields';
import { digest } from '../read/sha256';
import { type BatchReading, FORMAT, refused, strangerReason } from './batchFile';
import { batchLines, LinesReader } from './batchLines';
import { blobOfLines, CutLine, linesOfBlob, type Pause } from './blobLines';

const VERSION = 2;

/** @param dataset name of the package that the batch is for */
export function writeLargeBatch(batch: Batch, dataset: string, pause: Pause): Promise<Blob> {
  return blobOfLines(fileLines(batch, dataset), pause);
}

async function* fileLines(batch: Batch, dataset: string): AsyncGenerator<string, void, void> {
  const seal = new Seal(dataset);
  yield JSON.stringify({ format: FORMAT, version: VERSION, dataset });
  for (const line of batchLines(batch)) {
    await seal.add(line);
    yield line;
  }
  yield JSON.stringify(await seal.end());
}

/** Whether a file is of the large form, by its first characters. */
export function isLargeBatch(start: string): boolean {
  return start.replace(/^\uFEFF/, '').startsWith(`{"format":"${FORMAT}","version":${VERSION},`);
}

/**
 * A batch of its file.
 * @param dataset name of the package that it is wanted for; one of another package is refused
 */
export async function readLargeBatch(file: Blob, dataset: string, pause: Pause): Promise<BatchReading> {
  const reader = new LinesReader();
  let seal: Seal | undefined;
  let held: string | undefined;
  try {
    for await (const line of linesOfBlob(file, pause)) {
      if (!seal) {
        const head = parseJson(line.replace(/^\uFEFF/, ''));
        const stranger = strangerReason(isFields(head) ? head.dataset : undefined, dataset);
        if (stranger !== undefined) return refused(stranger);
        seal = new Seal(dataset);
        continue;
      }
      if (held !== undefined) {
        await seal.add(held);
        reader.add(held);
      }
      held = line;
    }
  } catch (error) {
    return refused(
      error instanceof CutLine ? '批次文件不完整：最后一行没有写完' : '批次文件没有读完，可能被移走或改动了'
    );
  }
  const stated = parseJson(held ?? '');
  const found = await seal?.end();
  if (!found || !isFields(stated) || typeof stated.lines !== 'number') return refused('批次文件不完整：没有结尾');
  if (stated.lines !== found.lines) return refused(`批次文件不完整：应有${stated.lines}行内容，只有${found.lines}行`);
  if (stated.sha256 !== found.sha256) return refused('批次文件的内容与校验值不一致，可能改过或没有存好');
  return reader.end();
}

/** The checksum of lines that are never all in memory. */
class Seal {
  private readonly sums: string[] = [];
  constructor(private readonly dataset: string) {}

  async add(line: string): Promise<void> {
    this.sums.push(await digest(new TextEncoder().encode(line)));
  }

  async end(): Promise<{ readonly lines: number; readonly sha256: string }> {
    const text = [this.dataset, ...this.sums].join('\n');
    return { lines: this.sums.length, sha256: await digest(new TextEncoder().encode(text)) };
  }
}
