import { describe, expect, it } from 'vitest';
import { parseRange, rowsInRange } from '../../../src/domain/number/numberRange';

const VALUES = [10, 20, 90, 97.06, NaN, -3];
const rows = (text: string) =>
  [...rowsInRange(VALUES, Int32Array.from([0, 1, 2, 3, 4, 5]), text)].map((row) => VALUES[row]);

describe('parseRange(text)', () => {
  it('takes nothing for no condition, and says so of what it can’t read', () => {
    expect(parseRange('  ')).toBeNull();
    for (const text of ['九十', '>', '10-20-30', '≥a', '1.2.3']) expect(parseRange(text)).toBeUndefined();
  });

  it('reads one number, a bound and two ends, as typed on any keyboard', () => {
    expect(parseRange('1,290')).toEqual({ from: 1290, to: 1290, withFrom: true, withTo: true });
    for (const text of ['≥90', '>=90', '>= 90', '≥90%'])
      expect(parseRange(text)).toEqual({ from: 90, to: Infinity, withFrom: true, withTo: true });
    for (const text of ['≥-3', '≥−3'])
      expect(parseRange(text)).toEqual({ from: -3, to: Infinity, withFrom: true, withTo: true });
    expect(parseRange('＜5')).toEqual({ from: -Infinity, to: 5, withFrom: true, withTo: false });
    for (const text of ['10-20', '10—20', '10 ~ 20', '10至20'])
      expect(parseRange(text)).toEqual({ from: 10, to: 20, withFrom: true, withTo: true });
    for (const text of ['≤5', '<=5', '<= 5', '≤5%', '≤5％'])
      expect(parseRange(text)).toEqual({ from: -Infinity, to: 5, withFrom: true, withTo: true });
    for (const text of ['>5', '＞5'])
      expect(parseRange(text)).toEqual({ from: 5, to: Infinity, withFrom: false, withTo: true });
    // A sign within is no number.
    expect(parseRange('5%0')).toBeUndefined();
    expect(parseRange('-5--3')).toEqual({ from: -5, to: -3, withFrom: true, withTo: true });
  });
});

describe('rowsInRange(values, rows, text)', () => {
  it('keeps the rows whose number answers; one without a number never does', () => {
    expect(rows('≥90')).toEqual([90, 97.06]);
    expect(rows('>90')).toEqual([97.06]);
    expect(rows('10-20')).toEqual([10, 20]);
    expect(rows('20')).toEqual([20]);
    expect(rows('<0')).toEqual([-3]);
    expect(rows('<10')).toEqual([-3]);
    expect(rows('≤10')).toEqual([10, -3]);
    expect(rows('')).toEqual(VALUES);
    expect(rows('九十')).toEqual(VALUES);
  });
});
