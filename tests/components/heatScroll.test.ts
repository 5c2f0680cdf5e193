import { describe, expect, it } from 'vitest';
import { movedCell } from '../../src/components/tables/gridKeys';
import { gridSight, scrolledTo } from '../../src/components/tables/gridSight';
import { byIndicator, byPlace, sortState } from '../../src/components/tables/heatSort';

const press = (key: string, ctrlKey = false) => ({ key, ctrlKey, altKey: false, metaKey: false });

describe('movedCell(cell, event, grid)', () => {
  const GRID = { rows: 300, columns: 134, page: 7 };
  const from = (row: number, column: number, key: string, ctrl = false) =>
    movedCell({ row, column }, press(key, ctrl), GRID);

  it('steps by one, and stops at the head, the names and the ends', () => {
    expect(from(0, 0, 'ArrowDown')).toEqual({ row: 1, column: 0 });
    expect(from(0, 0, 'ArrowUp')).toEqual({ row: -1, column: 0 });
    expect(from(-1, -1, 'ArrowUp')).toEqual({ row: -1, column: -1 });
    expect(from(0, 0, 'ArrowLeft')).toEqual({ row: 0, column: -1 });
    expect(from(299, 133, 'ArrowRight')).toEqual({ row: 299, column: 133 });
  });

  it('leaps by what is seen at once, along the row, and to the corners', () => {
    expect(from(5, 2, 'PageDown')).toEqual({ row: 12, column: 2 });
    expect(from(5, 2, 'PageUp')).toEqual({ row: -1, column: 2 });
    expect(from(5, 2, 'End')).toEqual({ row: 5, column: 133 });
    expect(from(5, 2, 'Home', true)).toEqual({ row: -1, column: -1 });
    expect(from(5, 2, 'End', true)).toEqual({ row: 299, column: 133 });
  });

  it('leaves every other key alone', () => {
    expect(from(5, 2, 'Enter')).toBeUndefined();
    expect(from(5, 2, 'ArrowDown', true)).toBeUndefined();
    expect(movedCell({ row: 0, column: 0 }, { ...press('ArrowLeft'), altKey: true }, GRID)).toBeUndefined();
  });
});

const SIZE = { row: 50, column: 100, head: 60, name: 200, kept: 1 };
// Below the head 500 px, ten rows; beside the names and the column that stays 700 px, seven columns.
const BOX = { top: 0, left: 0, width: 1000, height: 560 };

describe('gridSight(box, count, size)', () => {
  const COUNT = { rows: 300, columns: 134 };

  it('draws what is seen and a little beyond, however much there is', () => {
    expect(gridSight(BOX, COUNT, SIZE)).toEqual({ rows: { from: 0, to: 16 }, columns: { from: 0, to: 10 } });
    // Row 100 and column 50 of those that move stand at the edge.
    expect(gridSight({ ...BOX, top: 5000, left: 5000 }, COUNT, SIZE)).toEqual({
      rows: { from: 94, to: 116 },
      columns: { from: 47, to: 60 }
    });
    expect(gridSight({ ...BOX, top: 14_500, left: 12_600 }, COUNT, SIZE)).toEqual({
      rows: { from: 284, to: 300 },
      columns: { from: 123, to: 133 }
    });
  });

  it('draws no more than there is', () => {
    expect(gridSight(BOX, { rows: 2, columns: 3 }, SIZE)).toEqual({
      rows: { from: 0, to: 2 },
      columns: { from: 0, to: 2 }
    });
  });
});

describe('scrolledTo(box, cell, size)', () => {
  it('moves as little as it takes, and not at all for what is seen or stays', () => {
    expect(scrolledTo(BOX, { row: 9, column: 7 }, SIZE)).toEqual({ top: 0, left: 0 });
    expect(scrolledTo(BOX, { row: 10, column: 8 }, SIZE)).toEqual({ top: 50, left: 100 });
    expect(scrolledTo({ ...BOX, top: 5000, left: 5000 }, { row: 3, column: 4 }, SIZE)).toEqual({ top: 150, left: 300 });
    expect(scrolledTo({ ...BOX, top: 5000, left: 5000 }, { row: -1, column: 0 }, SIZE)).toEqual({
      top: 5000,
      left: 5000
    });
  });
});

describe('the order that a head gives', () => {
  const NONE = { column: '', reversed: false, row: '', rowReversed: false };

  it('is better first, worse first, none, of rows and columns apart', () => {
    expect(byPlace(NONE, 'a')).toEqual({ column: 'a', reversed: false });
    expect(byPlace({ ...NONE, column: 'a' }, 'a')).toEqual({ column: 'a', reversed: true });
    expect(byPlace({ ...NONE, column: 'a', reversed: true }, 'a')).toEqual({ column: '', reversed: false });
    expect(byIndicator({ ...NONE, row: 'i', rowReversed: true }, 'j')).toEqual({ row: 'j', rowReversed: false });
    expect(byIndicator({ ...NONE, row: 'i' }, 'i')).toEqual({ row: 'i', rowReversed: true });
  });

  it('is said to whoever listens', () => {
    expect([sortState(false, true), sortState(true, false), sortState(true, true)]).toEqual([
      'none',
      'descending',
      'ascending'
    ]);
  });
});
