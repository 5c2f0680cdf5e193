import { describe, expect, it } from 'vitest';
import { printedSheet } from '../../src/components/tables/printedSheet';

describe('printedSheet(columns, rows)', () => {
  it('is largest type with most padding for a few cells', () => {
    // 827 / 4 = 206 px a column, 458 / 5 = 91 px a row: more than 12 px type asks for.
    expect(printedSheet(4, 4)).toEqual({ type: 12, padding: 3 });
  });

  it('goes by the columns where they are many', () => {
    // 827 / 20 = 41.35 px, by 5.2 characters 7.95 px; rows are 91.6 px.
    expect(printedSheet(20, 4)).toEqual({ type: 7.9, padding: 3 });
  });

  it('goes by the rows where they are many', () => {
    // 458 / 40 = 11.45 px, by 1.3 lines 8.81 px; (11.45 - 11.01) / 2 - 0.5 is less than nothing.
    expect(printedSheet(4, 39)).toEqual({ type: 8.8, padding: 0 });
  });

  it('is never under 4 px, where it could not be read, and stands without any column', () => {
    expect(printedSheet(100, 4)).toEqual({ type: 4, padding: 3 });
    expect(printedSheet(4, 200)).toEqual({ type: 4, padding: 0 });
    expect(printedSheet(0, 0)).toEqual({ type: 12, padding: 3 });
  });
});
