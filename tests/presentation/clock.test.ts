import { describe, expect, it } from 'vitest';
import { dayAndTime, runningTime } from '../../src/presentation/clock';

describe('the clock', () => {
  it('says the time of day', () => {
    expect(dayAndTime(new Date(2020, 9, 26, 9, 5))).toBe('10月26日09:05');
  });

  it.each([
    [0, '00:00'],
    [999, '00:00'],
    [61_000, '01:01'],
    [3_600_000 * 2 + 5000, '2:00:05'],
    [-5, '00:00']
  ])('counts %i ms as %s', (ms, text) => {
    expect(runningTime(ms)).toBe(text);
  });
});
