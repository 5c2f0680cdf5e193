import { describe, expect, it } from 'vitest';
import { classCount, quantileClasses } from '../../../src/domain/atlas/classes';

describe('classes of numbers', () => {
  it('are five from 15 numbers on, four from 8, three from 4, and of fewer each its own', () => {
    expect([0, 1, 3, 4, 7, 8, 14, 15, 134].map(classCount)).toEqual([0, 1, 3, 3, 3, 4, 4, 5, 5]);
  });

  it('none of no numbers', () => {
    expect(quantileClasses([])).toEqual({ classes: [], classOf: [] });
  });

  it('have as equal a count as can be, ascending, whatever the order of the numbers', () => {
    // 8 numbers, 4 classes: two each.
    expect(quantileClasses([80, 10, 20, 30, 40, 50, 60, 70])).toEqual({
      classes: [
        { lower: 10, upper: 20, count: 2 },
        { lower: 30, upper: 40, count: 2 },
        { lower: 50, upper: 60, count: 2 },
        { lower: 70, upper: 80, count: 2 }
      ],
      classOf: [3, 0, 0, 1, 1, 2, 2, 3]
    });
    // 5 numbers, 3 classes: positions 0 1 | 2 3 | 4 by ⌊i·3÷5⌋ = 0 0 1 1 2.
    expect(quantileClasses([1, 2, 3, 4, 5]).classOf).toEqual([0, 0, 1, 1, 2]);
  });

  it('never part equal numbers: they go where the middle of their run would', () => {
    // ⌊i·3÷6⌋ would be 0 0 1 1 2 2; the run of 7 stands at 1…3, its middle 2 in class 1; 9 alone at 4, 5 in class 2.
    expect(quantileClasses([5, 7, 7, 7, 9, 9])).toEqual({
      classes: [
        { lower: 5, upper: 5, count: 1 },
        { lower: 7, upper: 7, count: 3 },
        { lower: 9, upper: 9, count: 2 }
      ],
      classOf: [0, 1, 1, 1, 2, 2]
    });
  });

  it('leave out a class that would get none', () => {
    // The run of 4 at 0…3, middle 1.5, ⌊1.5·3÷5⌋ = 0; 6 at 4 in class 2: class 1 has none.
    expect(quantileClasses([4, 4, 4, 4, 6])).toEqual({
      classes: [
        { lower: 4, upper: 4, count: 4 },
        { lower: 6, upper: 6, count: 1 }
      ],
      classOf: [0, 0, 0, 0, 1]
    });
    expect(quantileClasses([3, 3, 3, 3]).classes).toEqual([{ lower: 3, upper: 3, count: 4 }]);
  });

  it('of fewer than four each number its own', () => {
    expect(quantileClasses([2, 1, 2]).classes).toEqual([
      { lower: 1, upper: 1, count: 1 },
      { lower: 2, upper: 2, count: 2 }
    ]);
  });
});
