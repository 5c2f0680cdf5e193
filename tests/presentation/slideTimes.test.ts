import { describe, expect, it } from 'vitest';
import { NO_TIMES, timeOf, timeText, turnTo } from '../../src/presentation/slideTimes';

describe('the time of each slide', () => {
  it('is that of all its turns; the one that is up goes on', () => {
    const first = turnTo(NO_TIMES, 's1', 1_000);
    const second = turnTo(first, 's2', 61_000);
    const back = turnTo(second, 's1', 71_000);
    expect(timeOf(back, 's1', 76_000)).toBe(65_000);
    expect(timeOf(back, 's2', 76_000)).toBe(10_000);
    expect(timeOf(back, 's3', 76_000)).toBe(0);
  });

  it('stops where none is up', () => {
    const paused = turnTo(turnTo(NO_TIMES, 's1', 0), '', 5_000);
    expect(timeOf(paused, 's1', 99_000)).toBe(5_000);
  });

  it('is the same slide however often it is said', () => {
    const one = turnTo(NO_TIMES, 's1', 0);
    expect(turnTo(one, 's1', 9_000)).toBe(one);
  });
});

describe('timeText(ms, planned)', () => {
  it.each([
    [70_000, 180, '本张 01:10 / 计划 03:00'],
    [200_000, 180, '本张 03:20 / 计划 03:00，超 00:20'],
    [180_500, 180, '本张 03:00 / 计划 03:00'],
    [70_000, 0, '本张 01:10']
  ])('%i ms of %i s', (ms, planned, text) => {
    expect(timeText(ms, planned)).toBe(text);
  });
});
