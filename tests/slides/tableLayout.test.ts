import { describe, expect, it } from 'vitest';
import { evenRuns, fairWidths } from '../../src/slides/tableLayout';

describe('fairWidths(wanted, width)', () => {
  it('gives a column the room of its longest date or number, and takes it from the others', () => {
    // Shared fairly each of the two would get 300 of 600; the dates of the first need 350.
    expect(fairWidths([400, 900], 600)).toEqual([300, 300]);
    expect(fairWidths([400, 900], 600, [350, 100])).toEqual([350, 250]);
    expect(fairWidths([400, 900], 600, [100, 100])).toEqual([300, 300]);
    // Two that don't fit together are shared as before.
    expect(fairWidths([400, 900], 600, [350, 400])).toEqual([300, 300]);
    // What the first takes may leave the second too little in turn: 300, then 250 of the 260 that are left.
    expect(fairWidths([900, 900, 40], 600, [300, 250, 40])).toEqual([300, 260, 40]);
  });

  it('gives each column what it holds, and the rest in proportion', () => {
    expect(fairWidths([100, 300], 800)).toEqual([200, 600]);
  });

  it('cuts the widest to equal shares of what the narrow ones leave', () => {
    expect(fairWidths([100, 900, 500], 700)).toEqual([100, 300, 300]);
  });
});

describe('evenRuns(heights, most)', () => {
  it('takes as few pages as hold the rows, and fills them evenly', () => {
    expect(evenRuns(new Array(15).fill(1), 12)).toEqual([
      { from: 0, to: 8 },
      { from: 8, to: 15 }
    ]);
    expect(evenRuns([1, 1, 1], 12)).toEqual([{ from: 0, to: 3 }]);
  });

  it('lets a row that is higher than a page stand alone, and has one empty page for nothing', () => {
    expect(evenRuns([1, 20, 1], 12)).toEqual([
      { from: 0, to: 1 },
      { from: 1, to: 2 },
      { from: 2, to: 3 }
    ]);
    expect(evenRuns([], 12)).toEqual([{ from: 0, to: 0 }]);
  });
});
