import { describe, expect, it } from 'vitest';
import { evenRuns, fairWidths } from '../../src/slides/tableLayout';

describe('fairWidths(wanted, width)', () => {
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
