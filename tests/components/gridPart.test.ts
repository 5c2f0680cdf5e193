import { describe, expect, it } from 'vitest';
import { shownColumns, gridPage, partText } from '../../src/components/tables/gridPart';
import { paperSize } from '../../src/components/tables/printedGrid';

describe('partOf(count, size, page)', () => {
  it.each([
    // Sixty are shown whole.
    [60, 50, 1, { page: 1, pages: 1, from: 0, to: 60 }],
    [61, 50, 1, { page: 1, pages: 2, from: 0, to: 50 }],
    [61, 50, 2, { page: 2, pages: 2, from: 50, to: 61 }],
    // 982 = 19 × 50 + 32.
    [982, 50, 20, { page: 20, pages: 20, from: 950, to: 982 }],
    // Beyond the last, as after rows have become fewer.
    [982, 50, 21, { page: 20, pages: 20, from: 950, to: 982 }],
    [0, 50, 1, { page: 1, pages: 1, from: 0, to: 0 }]
  ])('%i by %i, page %i', (count, size, page, part) => {
    expect(gridPage(count, size, page)).toEqual(part);
  });
});

describe('columnsOf(part, kept)', () => {
  const PART = { page: 2, pages: 3, from: 40, to: 44 };

  it('puts what is kept in sight before the page, once', () => {
    expect(shownColumns(PART, [0, 7])).toEqual([0, 7, 40, 41, 42, 43]);
    expect(shownColumns(PART, [3, 3])).toEqual([3, 40, 41, 42, 43]);
  });

  it('leaves what the page itself has where it is', () => {
    expect(shownColumns(PART, [41, -1])).toEqual([40, 41, 42, 43]);
    expect(shownColumns(PART, [44])).toEqual([44, 40, 41, 42, 43]);
  });
});

describe('partText(count, word, part)', () => {
  it('says how many there are and which are shown', () => {
    expect(partText(982, '项', gridPage(982, 50, 1))).toBe('共982项，显示第1—50项');
    expect(partText(3000, '个地区', gridPage(3000, 40, 75))).toBe('共3,000个地区，显示第2,961—3,000个地区');
  });
});

describe('paperSize(rows, columns)', () => {
  it.each([
    // 20,000 cells are printed whole.
    [200, 100, { rows: 200, columns: 100 }],
    [982, 20, { rows: 982, columns: 20 }],
    // 20,000 / 100 = 200 columns.
    [100, 3000, { rows: 100, columns: 200 }],
    // 20,000 / 2,000 = 10 would be less than a page of 16, of which 1,250 rows fit.
    [2000, 30, { rows: 1250, columns: 16 }],
    [0, 0, { rows: 0, columns: 0 }]
  ])('%i by %i', (rows, columns, size) => {
    expect(paperSize(rows, columns)).toEqual(size);
  });
});
