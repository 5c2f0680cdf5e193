import { describe, expect, it } from 'vitest';
import { localDay, localTime } from '../../../src/domain/time/localTime';

describe('a moment on the reader’s own clock', () => {
  it.each([
    [new Date(2020, 10, 3, 9, 5), '2020-11-03', '09:05'],
    [new Date(2024, 0, 1, 0, 0), '2024-01-01', '00:00'],
    [new Date(2024, 11, 31, 23, 59, 59), '2024-12-31', '23:59']
  ])('%s', (at, day, time) => {
    expect(localDay(at)).toBe(day);
    expect(localTime(at)).toBe(time);
  });
});
