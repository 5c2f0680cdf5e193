/** Lines in a file that the browser holds outside the memory of the page, written and read a little at a time. */

/** Characters that are handed to the browser at a time, and bytes that are asked of it. */
const PART = 1 << 20;

/** Lets the page answer now and then; resolves at once where it is not yet time. */
export type Pause = () => Promise<void>;

/** Lines as one blob, a line break after each; put together in parts, since a text of all of them may be too long. */
export async function blobOfLines(lines: Iterable<string> | AsyncIterable<string>, pause: Pause): Promise<Blob> {
  const parts: Blob[] = [];
  let text = '';
  for await (const line of lines) {
    text += `${line}\n`;
    if (text.length >= PART) {
      parts.push(new Blob([text]));
      text = '';
    }
    await pause();
  }
  return new Blob([...parts, text]);
}

/** The last line has no end: the file was cut. */
export class CutLine extends Error {}

/** The lines without their ends, those of another system too. @throws CutLine, or where the browser has lost the file */
export async function* linesOfBlob(blob: Blob, pause: Pause): AsyncGenerator<string, void, void> {
  const decoder = new TextDecoder();
  let rest = '';
  for (let from = 0; from < blob.size; from += PART) {
    const bytes = await new Response(blob.slice(from, from + PART)).arrayBuffer();
    const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      yield line.endsWith('\r') ? line.slice(0, -1) : line;
      await pause();
    }
  }
  if (rest !== '') throw new CutLine();
}
