/** The chunks of a pack to the columns of observations: in the order of the table, ids become positions. */
import { type DictionaryColumn, fileOrder } from '../../domain/model/codedColumn';
import type { ObservationColumns, ObservationTables } from '../../domain/model/observationColumns';
import { MEASURES, QUALIFIERS, STATUSES } from '../../domain/model/records';
import type { Steps } from '../../domain/steps/steps';
import { parsePeriod } from '../../domain/time/parsePeriod';
import type { Chunk } from './decodeChunk';
import { PackFault } from './fault';
import type { CodedName, NumberName } from './format';

/** Rows that point at nothing: by column and id, how many. */
export interface LostRows {
  readonly column: 'indicator' | 'place' | 'source';
  readonly id: string;
  readonly rows: number;
}

export interface JoinedColumns {
  readonly columns: ObservationColumns;
  readonly lost: readonly LostRows[];
}

/**
 * @returns the columns, without the rows whose indicator, place or source isn't in the tables
 * @throws PackFault where a text is none that its column can have, or two rows say to be the same line
 */
export function* joinChunks(chunks: readonly Chunk[], tables: ObservationTables): Steps<JoinedColumns> {
  const lost: LostRows[] = [];
  const parts = chunks.map((chunk): Part => {
    const sound = soundRows(chunk, tables, lost);
    return { chunk, sound, count: sound ? sound.length : chunk.rows };
  });
  yield 0;
  const size = parts.reduce((sum, { count }) => sum + count, 0);
  const spots = { parts, order: orderOf(parts, size), size };
  yield 0;
  const listed = function* <T>(
    name: CodedName,
    entries: readonly T[],
    keyOf: (entry: T) => string
  ): Steps<DictionaryColumn<T>> {
    const codes = listedCodes(spots, name, entries.map(keyOf));
    yield size;
    return { entries, codes };
  };
  const free = function* <T>(name: CodedName, entryOf: (text: string) => T): Steps<DictionaryColumn<T>> {
    const column = freeColumn(spots, name, entryOf);
    yield size;
    return column;
  };
  const numbers = function* (name: NumberName): Steps<Float64Array | null> {
    const column = numberColumn(spots, name);
    yield size;
    return column;
  };
  const text = (entry: string): string => entry;
  const columns: ObservationColumns = {
    coded: {
      indicator: yield* listed('indicator', tables.indicators, idOf),
      place: yield* listed('place', tables.places, idOf),
      source: yield* listed('source', tables.sources, idOf),
      measure: narrow(yield* listed('measure', MEASURES, text)),
      status: narrow(yield* listed('status', STATUSES, text)),
      period: yield* free('period', periodOf),
      part: yield* free('part', text),
      flags: yield* free('flags', text),
      cell: yield* free('cell', text),
      written: yield* free('written', text),
      section: yield* free('section', text),
      note: yield* free('note', text)
    },
    row: new Int32Array((yield* numbers('row')) ?? []),
    value: (yield* numbers('value')) ?? new Float64Array(size).fill(NaN),
    qualifier: new Uint8Array((yield* listed('qualifier', QUALIFIERS, text)).codes),
    line: (yield* numbers('line')) ?? new Float64Array(size).fill(NaN),
    lower: yield* numbers('lower'),
    upper: yield* numbers('upper'),
    numerator: yield* numbers('numerator'),
    denominator: yield* numbers('denominator')
  };
  return { columns, lost };
}

/** Positions in a chunk of the rows whose every id is known, null for all of them; counts the others. */
function soundRows({ rows, coded }: Chunk, tables: ObservationTables, lost: LostRows[]): Int32Array | null {
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

/** For each row, chunk by chunk, where it stands in the table. */
function orderOf(parts: readonly Part[], size: number): Int32Array {
  const lines = new Float64Array(size);
  let n = 0;
  for (const { chunk, sound, count } of parts) {
    const { stored, scale } = chunk.numbers.row!;
    for (let k = 0; k < count; k += 1) lines[n++] = stored[sound ? sound[k]! : k]! / scale;
  }
  return ranksOf(lines);
}

/** How many of the numbers are below each of them. Lines of a file lie close together: most often they are counted, not sorted. */
function ranksOf(lines: Float64Array): Int32Array {
  let most = 0;
  for (const line of lines) {
    if (!Number.isSafeInteger(line) || line < 0) throw new PackFault('有一行没有行号');
    most = Math.max(most, line);
  }
  const sorted = most <= lines.length * 8 + 1000 ? undefined : lines.slice().sort();
  const ranks = new Int32Array(lines.length);
  if (sorted) {
    const rank = new Map(Array.from(sorted, (line, i) => [line, i]));
    lines.forEach((line, i) => (ranks[i] = rank.get(line)!));
    if (rank.size < lines.length) throw new PackFault(SAME_LINE);
    return ranks;
  }
  const below = new Int32Array(most + 2);
  for (const line of lines) {
    if (below[line + 1] === 1) throw new PackFault(SAME_LINE);
    below[line + 1] = 1;
  }
  for (let line = 1; line < below.length; line += 1) below[line]! += below[line - 1]!;
  for (let i = 0; i < lines.length; i += 1) ranks[i] = below[lines[i]!]!;
  return ranks;
}

const SAME_LINE = '有两行说自己是表里的同一行';

/** A chunk with the rows of it that count. */
interface Part {
  readonly chunk: Chunk;
  /** Their positions; null for all. */
  readonly sound: Int32Array | null;
  readonly count: number;
}

interface Spots {
  readonly parts: readonly Part[];
  readonly order: Int32Array;
  readonly size: number;
}

/** For each row, in the order of the table, what `codeOf` gives for its text; asked once a text and chunk. */
function codesOf({ parts, order, size }: Spots, name: CodedName, codeOf: (text: string) => number): Int32Array {
  const codes = new Int32Array(size);
  let n = 0;
  for (const { chunk, sound, count } of parts) {
    const { entries, codes: own } = chunk.coded[name];
    const to = Int32Array.from(entries, codeOf);
    // One text for all, and most often the first: nothing to write.
    const only = own ? -1 : to[0]!;
    if (own) for (let k = 0; k < count; k += 1) codes[order[n + k]!] = to[own[sound ? sound[k]! : k]!]!;
    else if (only !== 0) for (let k = 0; k < count; k += 1) codes[order[n + k]!] = only;
    n += count;
  }
  return codes;
}

/** Positions in a list of texts. Ids that aren't there belong to rows that have been left out. */
function listedCodes(spots: Spots, name: CodedName, texts: readonly string[]): Int32Array {
  const positions = new Map(texts.map((text, i) => [text, i]));
  const isId = name === 'indicator' || name === 'place' || name === 'source';
  return codesOf(spots, name, (text) => {
    const position = positions.get(text);
    if (position === undefined && !isId) throw new PackFault(`有这个程序不认识的“${text.slice(0, 20)}”`);
    return position ?? 0;
  });
}

function freeColumn<T>(spots: Spots, name: CodedName, entryOf: (text: string) => T): DictionaryColumn<T> {
  const positions = new Map<string, number>();
  const entries: T[] = [];
  const codes = codesOf(spots, name, (text) => {
    let position = positions.get(text);
    if (position === undefined) positions.set(text, (position = entries.push(entryOf(text)) - 1));
    return position;
  });
  return inTableOrder(entries, codes);
}

/** A table has its entries in the order in which its rows bring them. */
function inTableOrder<T>(entries: readonly T[], codes: Int32Array): DictionaryColumn<T> {
  if (entries.length <= 1) return { entries, codes: new Uint8Array(codes.length) };
  const place = new Int32Array(entries.length).fill(-1);
  const ordered: T[] = [];
  for (let i = 0; i < codes.length; i += 1) {
    const code = codes[i]!;
    if (place[code] === -1) place[code] = ordered.push(entries[code]!) - 1;
    codes[i] = place[code]!;
  }
  return { entries: ordered, codes };
}

/** A list of a few entries takes a byte a row. */
function narrow<T>({ entries, codes }: DictionaryColumn<T>): DictionaryColumn<T> {
  return { entries, codes: new Uint8Array(codes) };
}

/** Null where no chunk has the column. */
function numberColumn({ parts, order, size }: Spots, name: NumberName): Float64Array | null {
  if (parts.every(({ chunk }) => chunk.numbers[name] === null)) return null;
  const values = new Float64Array(size);
  let n = 0;
  for (const { chunk, sound, count } of parts) {
    const own = chunk.numbers[name];
    for (let k = 0; k < count; k += 1) {
      const stored = own ? own.stored[sound ? sound[k]! : k]! : NaN;
      values[order[n + k]!] = own === null || stored === own.none ? NaN : stored / own.scale;
    }
    n += count;
  }
  return values;
}

function idOf({ id }: { readonly id: string }): string {
  return id;
}

function periodOf(text: string) {
  const period = parsePeriod(text);
  if (!period) throw new PackFault(`有不认识的时期“${text.slice(0, 20)}”`);
  return period;
}
