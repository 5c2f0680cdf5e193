/** A chunk of a pack to the columns of a block: ids become positions in the tables. */
import { type Codes, type DictionaryColumn, fileOrder } from '../../domain/model/codedColumn';
import type { ObservationColumns, ObservationTables } from '../../domain/model/observationColumns';
import { MEASURES, QUALIFIERS, STATUSES } from '../../domain/model/records';
import type { Period } from '../../domain/time/period';
import type { Chunk } from './decodeChunk';
import { PackFault } from './fault';
import type { CodedName, NumberName } from './format';

/**
 * @param periods of the whole pack: blocks share them
 * @param sound positions in the chunk of the rows that count; null for all
 * @throws PackFault where a text is none that its column can have
 */
export function blockColumns(
  chunk: Chunk,
  tables: ObservationTables,
  periods: readonly Period[],
  sound: Int32Array | null
): ObservationColumns {
  const rows = { chunk, sound, size: sound ? sound.length : chunk.rows };
  const listed = <T>(name: CodedName, entries: readonly T[], keyOf: (entry: T) => string): DictionaryColumn<T> => ({
    entries,
    codes: codesOf(rows, name, entries.map(keyOf))
  });
  const text = (entry: string): string => entry;
  const free = (name: CodedName): DictionaryColumn<string> => ({
    entries: chunk.coded[name].entries,
    codes: ownCodes(rows, name)
  });
  return {
    coded: {
      indicator: listed('indicator', tables.indicators, ({ id }) => id),
      place: listed('place', tables.places, ({ id }) => id),
      source: listed('source', tables.sources, ({ id }) => id),
      measure: listed('measure', MEASURES, text),
      status: listed('status', STATUSES, text),
      period: listed('period', periods, (period) => period.text),
      ...{ part: free('part'), flags: free('flags'), cell: free('cell') },
      ...{ written: free('written'), section: free('section'), note: free('note') }
    },
    row: Int32Array.from(numbersOf(rows, 'row') ?? []),
    value: numbersOf(rows, 'value') ?? noNumbers(rows.size),
    qualifier: Uint8Array.from(codesOf(rows, 'qualifier', QUALIFIERS)),
    line: numbersOf(rows, 'line') ?? noNumbers(rows.size),
    lower: numbersOf(rows, 'lower'),
    upper: numbersOf(rows, 'upper'),
    numerator: numbersOf(rows, 'numerator'),
    denominator: numbersOf(rows, 'denominator')
  };
}

interface Rows {
  readonly chunk: Chunk;
  readonly sound: Int32Array | null;
  readonly size: number;
}

/** For each row where its text stands in the chunk's own entries. */
function ownCodes({ chunk, sound, size }: Rows, name: CodedName): Codes {
  const { entries, codes: own } = chunk.coded[name];
  const codes = codesFor(entries.length, size);
  if (!own) return codes;
  if (sound) for (let i = 0; i < size; i += 1) codes[i] = own[sound[i]!]!;
  else codes.set(own);
  return codes;
}

function codesFor(entries: number, size: number): Codes {
  return new (entries <= 0x100 ? Uint8Array : entries <= 0x1_0000 ? Uint16Array : Int32Array)(size);
}

/** For each row where its text stands in a list, in as few bytes as will do. */
function codesOf({ chunk, sound, size }: Rows, name: CodedName, list: readonly string[]): Codes {
  const { entries, codes: own } = chunk.coded[name];
  const at = new Map(list.map((text, i) => [text, i]));
  const to = Int32Array.from(entries, (text) => at.get(text) ?? -1);
  // Of rows that are left out the ids are unknown.
  const isUsed = (entry: number): boolean => !sound || (own ? sound.some((row) => own[row] === entry) : size > 0);
  const strange = to.findIndex((code, entry) => code < 0 && isUsed(entry));
  if (strange >= 0) throw new PackFault(`有这个程序不认识的“${entries[strange]!.slice(0, 20)}”`);
  const codes = codesFor(list.length, size);
  if (!own) return codes.fill(to[0]!);
  if (sound) for (let i = 0; i < size; i += 1) codes[i] = to[own[sound[i]!]!]!;
  else for (let i = 0; i < size; i += 1) codes[i] = to[own[i]!]!;
  return codes;
}

/** Null where the chunk has no such column. */
function numbersOf({ chunk, sound, size }: Rows, name: NumberName): Float64Array | null {
  const own = chunk.numbers[name];
  if (!own) return null;
  const { stored, none, scale } = own;
  if (!sound && scale === 1 && Number.isNaN(none)) return Float64Array.from(stored);
  const values = new Float64Array(size);
  for (let i = 0; i < size; i += 1) {
    const value = stored[sound ? sound[i]! : i]!;
    values[i] = value === none ? NaN : value / scale;
  }
  return values;
}

/**
 * The index of each observation of a chunk by place.
 * @param size how many observations there are
 * @throws PackFault where they aren't told, or are of none
 */
export function indexesOf({ numbers }: Chunk, size: number): Int32Array {
  const at = numbers.at?.stored;
  if (!at?.every((index) => Number.isInteger(index) && index >= 0 && index < size))
    throw new PackFault('各行在哪里没有写对');
  return Int32Array.from(at);
}

function noNumbers(size: number): Float64Array {
  return new Float64Array(size).fill(NaN);
}

/** Rows that point at nothing: by column and id, how many. */
export interface LostRows {
  readonly column: 'indicator' | 'place' | 'source';
  readonly id: string;
  readonly rows: number;
}

/** Positions in a chunk of the rows whose every id is known, null for all of them; counts the others. */
export function soundRows({ rows, coded }: Chunk, tables: ObservationTables, lost: LostRows[] = []): Int32Array | null {
  let sound: Int32Array | null = null;
  for (const column of ['indicator', 'place', 'source'] as const) {
    const known = new Set(tables[`${column}s`].map(({ id }) => id));
    const { entries, codes } = coded[column];
    entries.forEach((id, code) => {
      if (known.has(id)) return;
      const before: Int32Array = sound ?? fileOrder(rows);
      const left = before.filter((row) => (codes ? codes[row] : 0) !== code);
      if (left.length < before.length) lost.push({ column, id, rows: before.length - left.length });
      sound = left;
    });
  }
  return sound;
}
