/** The bytes of a chunk (after gzip) to columns. What doesn't fit the form is refused: a `PackFault`, never a wrong number. */
import type { Fields } from '../../domain/model/fields';
import { DAMAGED, PackFault } from './fault';
import { aligned, CODED, type CodedName, noneOf, NUMBERS, type NumberName } from './format';
import { objectOf } from './objectOf';

/** A column of texts: for each row the position of its entry; without `codes` all have the first. */
export interface ChunkTexts {
  readonly entries: readonly string[];
  readonly codes: Uint8Array | Uint16Array | Uint32Array | null;
}

/** A column of numbers, as `NumberHead` tells. */
export interface ChunkNumbers {
  readonly stored: Int8Array | Int16Array | Int32Array | Float64Array;
  /** What the stored numbers are divided by. */
  readonly scale: number;
  /** The stored number that stands for "no value"; NaN in doubles. */
  readonly none: number;
}

export interface Chunk {
  readonly rows: number;
  readonly coded: Readonly<Record<CodedName, ChunkTexts>>;
  /** Null where no row of the chunk has a number. */
  readonly numbers: Readonly<Record<NumberName, ChunkNumbers | null>>;
}

/**
 * @param bytes as `encodeChunk` made them
 * @throws PackFault where they aren't a chunk, are cut, or point outside of themselves
 */
export function decodeChunk(bytes: Uint8Array): Chunk {
  const { head, body } = openChunk(bytes);
  const rows = head.rows;
  if (typeof rows !== 'number' || !Number.isSafeInteger(rows) || rows < 1) throw new PackFault(DAMAGED);
  const coded = objectOf(head.coded);
  const numbers = objectOf(head.numbers);
  const chunk = {
    rows,
    coded: Object.fromEntries(CODED.map((name) => [name, textsOf(objectOf(coded[name]), rows, body)])),
    numbers: Object.fromEntries(
      NUMBERS.map((name) => [name, numbers[name] === undefined ? null : numbersOf(objectOf(numbers[name]), rows, body)])
    )
  } as unknown as Chunk;
  if (!chunk.numbers.row) throw new PackFault(DAMAGED);
  return chunk;
}

type Bytes = Uint8Array<ArrayBuffer>;

function openChunk(bytes: Uint8Array): { readonly head: Fields; readonly body: Bytes } {
  if (bytes.length < 4) throw new PackFault(DAMAGED);
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const start = aligned(4 + length);
  if (start > bytes.length) throw new PackFault(DAMAGED);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(4, 4 + length));
    // A copy where the bytes don't begin at a multiple of 8: columns are seen in place.
    const whole = (bytes.byteOffset + start) % 8 === 0 ? (bytes.subarray(start) as Bytes) : bytes.slice(start);
    return { head: objectOf(JSON.parse(text)), body: whole };
  } catch (error) {
    throw error instanceof PackFault ? error : new PackFault(DAMAGED);
  }
}

/** Where a column begins, in memory; it must lie in the body as a whole. */
function placeOf(at: unknown, bytes: number, body: Bytes): number {
  if (typeof at !== 'number' || !Number.isSafeInteger(at) || at < 0 || at % 8 !== 0 || at + bytes > body.length)
    throw new PackFault(DAMAGED);
  return body.byteOffset + at;
}

function textsOf({ entries, width, at }: Fields, rows: number, body: Bytes): ChunkTexts {
  if (!Array.isArray(entries) || entries.length === 0 || !entries.every((entry) => typeof entry === 'string'))
    throw new PackFault(DAMAGED);
  if (width === undefined && entries.length === 1) return { entries, codes: null };
  const Codes = width === 1 ? Uint8Array : width === 2 ? Uint16Array : width === 4 ? Uint32Array : undefined;
  if (!Codes) throw new PackFault(DAMAGED);
  const codes = new Codes(body.buffer, placeOf(at, rows * Codes.BYTES_PER_ELEMENT, body), rows);
  for (let i = 0; i < rows; i += 1) if (codes[i]! >= entries.length) throw new PackFault(DAMAGED);
  return { entries, codes };
}

function numbersOf({ decimals, width, at, steps }: Fields, rows: number, body: Bytes): ChunkNumbers {
  if (width === 8)
    return { stored: new Float64Array(body.buffer, placeOf(at, rows * 8, body), rows), scale: 1, none: NaN };
  const Whole = width === 1 ? Int8Array : width === 2 ? Int16Array : width === 4 ? Int32Array : undefined;
  if (!Whole || typeof decimals !== 'number' || !Number.isInteger(decimals) || decimals < 0 || decimals > 20)
    throw new PackFault(DAMAGED);
  const stored = new Whole(body.buffer, placeOf(at, rows * Whole.BYTES_PER_ELEMENT, body), rows);
  const none = noneOf(Whole.BYTES_PER_ELEMENT as 1 | 2 | 4);
  if (steps !== true) return { stored, scale: 10 ** decimals, none };
  const summed = new Float64Array(rows);
  for (let i = 0, last = 0; i < rows; i += 1) summed[i] = last += stored[i]!;
  return { stored: summed, scale: 10 ** decimals, none: NaN };
}
