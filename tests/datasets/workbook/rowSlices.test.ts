import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packRows, RowUnpacker } from '../../../src/datasets/workbook/rowSlices';
import type { SheetCell } from '../../../src/domain/sheet/worksheet';

const cell = fc.oneof(
  fc.constant(undefined),
  fc.record({
    kind: fc.constantFrom('text' as const, 'boolean' as const, 'error' as const),
    shown: fc.string({ minLength: 1, maxLength: 4 }),
    value: fc.constant(null),
    date: fc.constant(''),
    formula: fc.boolean()
  }),
  fc.record({
    kind: fc.constantFrom('number' as const, 'percent' as const),
    shown: fc.string({ minLength: 1, maxLength: 4 }),
    value: fc.double({ noNaN: true, noDefaultInfinity: true }),
    date: fc.constant(''),
    formula: fc.boolean()
  }),
  fc.record({
    kind: fc.constant('date' as const),
    shown: fc.constant('2024年10月'),
    value: fc.constantFrom(null, 45_566),
    date: fc.constantFrom('2024-10-01', '2023-01-31'),
    formula: fc.boolean()
  })
);

describe('rows between two threads', () => {
  it('arrive as they were sent, whatever they hold', () => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 12 }), fc.nat(12), (rows, cut) => {
        const at = Math.min(cut, rows.length);
        const unpacker = new RowUnpacker();
        const sent = [packRows(rows, 0, at), packRows(rows, at, rows.length)].flatMap((slice) => unpacker.rows(slice));
        expect(sent).toEqual(rows);
      })
    );
  });

  it('cells that say the same are one object, over all slices', () => {
    const text = (shown: string): SheetCell => ({ kind: 'text', shown, value: null, date: '', formula: false });
    const unpacker = new RowUnpacker();
    const [first] = unpacker.rows(packRows([[text('象山县')]], 0, 1));
    const [second] = unpacker.rows(packRows([[text('象山县')]], 0, 1));
    expect(second![0]).toBe(first![0]);
  });
});
