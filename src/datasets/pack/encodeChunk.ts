/** Rows of the columns of observations to the bytes of a chunk (before gzip). The same rows give the same bytes. */
import type { ObservationColumns } from '../../domain/model/observationColumns';
import { QUALIFIERS } from '../../domain/model/records';
import {
  aligned,
  type ChunkHead,
  CODED,
  type CodedHead,
  type CodedName,
  noneOf,
  type NumberHead,
  NUMBERS,
  type NumberName
} from './format';

/** Decimals that are tried; what needs more stands as a double. */
const MOST_DECIMALS = 6;

/**
 * @param rows positions in the columns, in the order in which they are to stand in the chunk
 * @param at by position in the columns, where the row stands among those by indicator; null for a chunk of these
 */
export function encodeChunk(columns: ObservationColumns, rows: Int32Array, at: Int32Array | null = null): Uint8Array {
  const body = new Body();
  const coded = Object.fromEntries(CODED.map((name) => [name, codedHead(textsOf(columns, name), rows, body)]));
  const numbers = Object.fromEntries(
    NUMBERS.flatMap((name) => {
      const head = numberHead(name, name === 'at' ? at : columns[name], rows, body);
      return head ? [[name, head]] : [];
    })
  );
  const head = { rows: rows.length, coded, numbers } as ChunkHead;
  const text = new TextEncoder().encode(JSON.stringify(head));
  const start = aligned(4 + text.length);
  const bytes = new Uint8Array(start + body.size);
  new DataView(bytes.buffer).setUint32(0, text.length, true);
  bytes.set(text, 4);
  body.copyTo(bytes, start);
  return bytes;
}

interface Texts {
  readonly entries: readonly string[];
  readonly codes: ArrayLike<number>;
}

function textsOf(columns: ObservationColumns, name: CodedName): Texts {
  if (name === 'qualifier') return { entries: QUALIFIERS, codes: columns.qualifier };
  const { entries, codes } = columns.coded[name];
  const texts = (entries as readonly (string | { readonly id: string } | { readonly text: string })[]).map((entry) =>
    typeof entry === 'string' ? entry : 'id' in entry ? entry.id : entry.text
  );
  return { entries: texts, codes };
}

/** The columns of a chunk one after the other, each at a multiple of 8. */
class Body {
  size = 0;
  private readonly parts: { readonly at: number; readonly bytes: Uint8Array }[] = [];

  /** @returns where the column begins */
  add(column: Uint8Array | Uint16Array | Uint32Array | Int8Array | Int16Array | Int32Array | Float64Array): number {
    const at = this.size;
    this.parts.push({ at, bytes: new Uint8Array(column.buffer, column.byteOffset, column.byteLength) });
    this.size = aligned(at + column.byteLength);
    return at;
  }

  copyTo(bytes: Uint8Array, start: number): void {
    for (const part of this.parts) bytes.set(part.bytes, start + part.at);
  }
}

/** Only the entries that the rows have, in the order in which they come. */
function codedHead({ entries, codes }: Texts, rows: Int32Array, body: Body): CodedHead {
  const positions = new Map<number, number>();
  const own = new Uint32Array(rows.length);
  rows.forEach((row, i) => {
    const code = codes[row]!;
    let position = positions.get(code);
    if (position === undefined) positions.set(code, (position = positions.size));
    own[i] = position;
  });
  const used = [...positions.keys()].map((code) => entries[code]!);
  if (used.length === 1) return { entries: [used[0]!] };
  if (used.length <= 0x100) return { entries: used, width: 1, at: body.add(Uint8Array.from(own)) };
  if (used.length <= 0x1_0000) return { entries: used, width: 2, at: body.add(Uint16Array.from(own)) };
  return { entries: used, width: 4, at: body.add(own) };
}

function numberHead(
  name: NumberName,
  column: ArrayLike<number> | null,
  rows: Int32Array,
  body: Body
): NumberHead | undefined {
  if (!column) return undefined;
  const values = Float64Array.from(rows, (row) => column[row]!);
  if (values.every((value) => Number.isNaN(value))) return undefined;
  // Lines of a file rise evenly: told as steps they are all but one number.
  const steps = name === 'row' || name === 'at';
  const stored = steps ? values.map((value, i) => value - (values[i - 1] ?? 0)) : values;
  for (let decimals = 0; decimals <= MOST_DECIMALS; decimals += 1) {
    const whole = wholeNumbers(stored, decimals);
    if (whole) return { decimals, width: whole.width, at: body.add(whole.column), ...(steps && { steps }) };
  }
  return { width: 8, at: body.add(values) };
}

/** The values times 10 to the power of `decimals` as whole numbers, NaN as the least; undefined where one would be another. */
function wholeNumbers(
  values: Float64Array,
  decimals: number
): { readonly width: 1 | 2 | 4; readonly column: Int8Array | Int16Array | Int32Array } | undefined {
  const scale = 10 ** decimals;
  const whole = new Float64Array(values.length);
  let most = 0;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i]!;
    if (Number.isNaN(value)) {
      whole[i] = NaN;
      continue;
    }
    const n = Math.round(value * scale);
    // Also −0, which a whole number can't be.
    if (Math.abs(n) > 0x7fff_ffff || Object.is(n, -0) || n / scale !== value) return undefined;
    whole[i] = n;
    most = Math.max(most, Math.abs(n));
  }
  const width = most < 0x80 ? 1 : most < 0x8000 ? 2 : 4;
  const filled = whole.map((n) => (Number.isNaN(n) ? noneOf(width) : n));
  const column = width === 1 ? Int8Array.from(filled) : width === 2 ? Int16Array.from(filled) : Int32Array.from(filled);
  return { width, column };
}
