import { describe, expect, it } from 'vitest';
import { inOneLine, nameRoom, type RowLabel, twoLines, wordRooms } from '../../src/charts/rows';

const SIZES = { font: 16, small: 13, narrow: false };
const label = (fields: Partial<RowLabel>): RowLabel => ({ name: '', aside: '', under: '', underAside: '', ...fields });

describe('the words at the left of a row', () => {
  it('need both lines and 2 px', () => {
    // (16 + 13) × 1.4 = 40.6
    expect(twoLines(SIZES)).toBe(43);
  });

  it('stand in one line where there is no room for a second', () => {
    const two = { name: '象山县', aside: ' A级', under: '2020年', underAside: ' 上半年' };
    expect(inOneLine(two)).toEqual({ name: '象山县', aside: ' A级 2020年 上半年', under: '', underAside: '' });
    expect(inOneLine(label({ name: '甲县', under: '2020年' })).aside).toBe(' 2020年');
  });

  it('have the room of the longest line, 20 px more, and no more than there may be', () => {
    // 5 × 16 for the name, (0.56 + 0.7 + 1) × 13 = 29.4 aside.
    const long = label({ name: '象山县医院', aside: ' A级' });
    expect(nameRoom([label({ name: '甲县' }), long], SIZES, 400)).toBe(80 + 30 + 20);
    expect(nameRoom([long], SIZES, 120)).toBe(120);
    // (4 × 0.56 + 1) × 13 = 42.1 for 2020年, 3 × 13 + 0.56 × 13 with the blank: both small, and together 89.
    expect(nameRoom([label({ name: '甲县', under: '2020年', underAside: ' 上半年' })], SIZES, 400)).toBe(89 + 20);
    expect(nameRoom([], SIZES, 400)).toBe(48 + 20);
  });
});

describe('the room for words at the ends of bars', () => {
  it('is their whole width at the ends of the axis, and less where a bar leaves the axis free', () => {
    const words = [
      { value: 100, width: 60 },
      { value: 20, width: 60 },
      { value: -50, width: 40 }
    ];
    // Both ends are reached: nothing is free there. At 20 of −50…100 there are 80 ÷ 150 of 300 px.
    expect(wordRooms(words, { min: -50, max: 100, step: 50 }, 400, { small: 12 })).toEqual({ before: 40, after: 60 });
  });

  it('counts what the plot leaves free of a bar that ends before the axis does', () => {
    // Plot: 290 − 90 = 200 px. Of a bar at 80 there are 40 px free; of one at 50, 100 px.
    const axis = { min: 0, max: 100, step: 20 };
    expect(wordRooms([{ value: 80, width: 90 }], axis, 290, { small: 12 })).toEqual({ before: 0, after: 50 });
    expect(wordRooms([{ value: 50, width: 90 }], axis, 290, { small: 12 })).toEqual({ before: 0, after: 12 });
    // The same on the left: −40 of −100…0 leaves 60 of 200 px free.
    const falling = { min: -100, max: 0, step: 20 };
    expect(wordRooms([{ value: -80, width: 90 }], falling, 290, { small: 12 })).toEqual({ before: 50, after: 12 });
  });

  it('writes a bar of 0 to the right', () => {
    const axis = { min: -10, max: 0, step: 5 };
    expect(wordRooms([{ value: 0, width: 30 }], axis, 300, { small: 12 })).toEqual({ before: 0, after: 30 });
  });

  it('is half the last number of the axis at least', () => {
    // 100,000 is 7 × 0.56 × 24 = 94.1 wide.
    expect(wordRooms([], { min: 0, max: 100_000, step: 50_000 }, 300, { small: 24 }).after).toBe(47.5);
  });
});
