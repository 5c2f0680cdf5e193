import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeChunk } from '../../../src/datasets/pack/decodeChunk';
import { encodeChunk } from '../../../src/datasets/pack/encodeChunk';
import { PackFault } from '../../../src/datasets/pack/fault';
import { blockColumns, type LostRows, soundRows } from '../../../src/datasets/pack/blockColumns';
import { fileOrder } from '../../../src/domain/model/codedColumn';
import { type ObservationColumns, ObservationColumnsBuilder } from '../../../src/domain/model/observationColumns';
import { MEASURES, QUALIFIERS, STATUSES } from '../../../src/domain/model/records';
import { parsePeriod } from '../../../src/domain/time/parsePeriod';

/** The tables of which only the ids matter here. */
const TABLES = {
  indicators: [{ id: 'beds' }, { id: 'htn-rate' }, { id: '门诊' }],
  places: [{ id: 'a' }, { id: 'b' }],
  sources: [{ id: 's1' }]
} as never as ConstructorParameters<typeof ObservationColumnsBuilder>[1];

interface Given {
  readonly indicator?: number;
  readonly place?: number;
  readonly period?: string;
  readonly row: number;
  readonly value?: number | null;
  readonly line?: number | null;
  readonly lower?: number | null;
  readonly denominator?: number | null;
  readonly written?: string;
  readonly part?: string;
  readonly measure?: (typeof MEASURES)[number];
  readonly status?: (typeof STATUSES)[number];
  readonly qualifier?: (typeof QUALIFIERS)[number];
}

function columnsOf(rows: readonly Given[]): ObservationColumns {
  const builder = new ObservationColumnsBuilder(rows.length, TABLES);
  for (const row of rows)
    builder.add(
      { indicator: row.indicator ?? 0, place: row.place ?? 0, source: 0 },
      {
        row: row.row,
        period: parsePeriod(row.period ?? '2024')!,
        measure: row.measure ?? '数值',
        value: row.value === undefined ? 1 : row.value,
        lower: row.lower ?? null,
        upper: null,
        numerator: null,
        denominator: row.denominator ?? null,
        qualifier: row.qualifier ?? '',
        status: row.status ?? '实际',
        part: row.part ?? '',
        flags: '',
        line: row.line ?? null,
        cell: '',
        written: row.written ?? '',
        section: '',
        note: ''
      }
    );
  return builder.build();
}

const all = (rows: readonly unknown[]) => Int32Array.from(rows, (_, i) => i);
const PERIODS = ['2020-10-26', '2023-01/2023-09', '2024', '2024-03'].map((text) => parsePeriod(text)!);
const blockOf = (bytes: Uint8Array) => blockColumns(decodeChunk(bytes), TABLES, PERIODS, null);
/** What the rows say, whatever the codes. */
const said = ({ coded, ...numbers }: ObservationColumns) => ({
  ...Object.fromEntries(
    Object.entries(coded).map(([name, { entries, codes }]) => [
      name,
      Array.from(codes as Int32Array, (code) => entries[code])
    ])
  ),
  ...Object.fromEntries(Object.entries(numbers).map(([name, values]) => [name, values && Array.from(values)]))
});

describe('encodeChunk, decodeChunk and blockColumns', () => {
  it('give what the rows say again, whatever their numbers and texts', () => {
    const number = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.integer({ min: -3_000_000_000, max: 3_000_000_000 }).map((n) => n / 100),
      fc.constantFrom(0, -0, 0.1, 97.06, 1e21, 127, 128, -128, 32767, 32768, 2147483647, 2147483648),
      fc.constant(null)
    );
    const row = fc.record({
      indicator: fc.integer({ min: 0, max: 2 }),
      place: fc.integer({ min: 0, max: 1 }),
      period: fc.constantFrom('2024', '2024-03', '2023-01/2023-09', '2020-10-26'),
      value: number,
      line: fc.option(fc.integer({ min: 1, max: 100_000 })),
      lower: number,
      denominator: number,
      written: fc.string({ unit: 'grapheme' }),
      part: fc.constantFrom('', '男', '女'),
      measure: fc.constantFrom(...MEASURES),
      status: fc.constantFrom(...STATUSES),
      qualifier: fc.constantFrom(...QUALIFIERS)
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 40 }), (bare) => {
        const given = bare.map((one, i) => ({ ...one, row: i * 3 + 2 }));
        const columns = columnsOf(given);
        const again = blockOf(encodeChunk(columns, all(given)));
        // A chunk has no column of which it has no number.
        const expected = said(columns);
        for (const name of ['lower', 'denominator'])
          if ((expected[name] as number[] | null)?.every(Number.isNaN)) expected[name] = null;
        expect(said(again)).toEqual(expected);
        expect(again.coded.period.entries).toBe(PERIODS);
        expect(again.coded.place.entries).toBe(TABLES.places);
      })
    );
  });

  it('keeps −0, and tells no value from 0', () => {
    const columns = blockOf(
      encodeChunk(
        columnsOf([
          { row: 2, value: -0 },
          { row: 3, value: null },
          { row: 4, value: 0 }
        ]),
        all([0, 0, 0])
      )
    );
    expect([...columns.value].map((value) => (Object.is(value, -0) ? '−0' : String(value)))).toEqual([
      '−0',
      'NaN',
      '0'
    ]);
    expect(columns.lower).toBeNull();
  });

  it('97.06 and its like take two bytes a number, and a text that all rows have takes none', () => {
    const rows = Array.from({ length: 1000 }, (_, i) => ({ row: i + 2, value: (9706 - i) / 100, written: '同一个' }));
    const one = encodeChunk(columnsOf(rows), all(rows));
    const head = new TextDecoder().decode(one.subarray(4, 4 + new DataView(one.buffer).getUint32(0, true)));
    expect(JSON.parse(head)).toMatchObject({
      rows: 1000,
      coded: { written: { entries: ['同一个'] }, indicator: { entries: ['beds'] }, period: { entries: ['2024'] } },
      numbers: { row: { decimals: 0, width: 1, steps: true }, value: { decimals: 2, width: 2 } }
    });
    // Lines in 1,000 bytes, values in 2,000, and the head.
    expect(one.length).toBeLessThan(3600);
  });

  it('takes a byte a row for what has few entries, two for more, and no more', () => {
    const columns = columnsOf(Array.from({ length: 300 }, (_, i) => ({ row: i + 2, written: `${i}张` })));
    const again = blockOf(encodeChunk(columns, fileOrder(300)));
    expect(again.coded.place.codes).toBeInstanceOf(Uint8Array);
    expect(again.coded.written.codes).toBeInstanceOf(Uint16Array);
    expect(again.coded.written.entries[again.coded.written.codes[299]!]).toBe('299张');
  });

  it('leaves out rows whose place is gone from its table, and counts them', () => {
    const columns = columnsOf([
      { row: 2, place: 0 },
      { row: 3, place: 1 },
      { row: 4, place: 1 },
      { row: 5, place: 0 }
    ]);
    const chunk = decodeChunk(encodeChunk(columns, all([0, 0, 0, 0])));
    const tables = { ...TABLES, places: [{ id: 'b' }] as never };
    const lost: LostRows[] = [];
    const left = blockColumns(chunk, tables, PERIODS, soundRows(chunk, tables, lost));
    expect(lost).toEqual([{ column: 'place', id: 'a', rows: 2 }]);
    expect([...left.row]).toEqual([3, 4]);
    expect([...left.coded.place.codes]).toEqual([0, 0]);
  });

  it.each([
    ['a period that the directory has not', () => renamed('2024', '2O24'), '不认识的“2O24”'],
    ['a status that is none', () => renamed('实际', '实在'), '不认识的“实在”']
  ])('refuses %s', (_, chunk, why) => {
    expect(() => blockOf(chunk())).toThrow(PackFault);
    expect(() => blockOf(chunk())).toThrow(why);
  });

  it('refuses every chunk that was cut, without reading beyond its end', () => {
    const rows = Array.from({ length: 12 }, (_, i) => ({ row: i + 2, value: i / 10, written: `${i}张`, line: i }));
    const whole = encodeChunk(columnsOf(rows), all(rows));
    for (let length = 0; length < whole.length - 8; length += 1)
      expect(() => decodeChunk(whole.slice(0, length)), String(length)).toThrow(PackFault);
  });

  it('refuses or understands a chunk with other bytes in its head, and never fails otherwise', () => {
    const rows = Array.from({ length: 300 }, (_, i) => ({ row: i + 2, value: i / 10, written: `${i}张`, line: i }));
    const whole = encodeChunk(columnsOf(rows), all(rows));
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, byte) => {
        const other = whole.slice();
        other[at] = byte;
        try {
          const chunk = decodeChunk(other);
          blockColumns(chunk, TABLES, PERIODS, soundRows(chunk, TABLES));
        } catch (error) {
          expect(error).toBeInstanceOf(PackFault);
        }
      }),
      { numRuns: 2000 }
    );
  });
});

/** A chunk in whose head a text is another of as many bytes. */
function renamed(from: string, to: string): Uint8Array {
  const chunk = encodeChunk(columnsOf([{ row: 2 }]), all([0]));
  const bytes = new TextEncoder().encode(from);
  const at = chunk.findIndex((_, i) => bytes.every((byte, k) => chunk[i + k] === byte));
  chunk.set(new TextEncoder().encode(to), at);
  return chunk;
}
