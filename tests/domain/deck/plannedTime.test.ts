import { describe, expect, it } from 'vitest';
import { minutesText, minutesTyped, parseMinutes } from '../../../src/domain/deck/plannedTime';

describe('the time that a presenter means to speak', () => {
  it('is typed in minutes, with a fraction, or with seconds', () => {
    expect(['3', '2.5', '2:30', '0:45', '2：30', '３分钟', '3分', ' 3 ', ''].map(parseMinutes)).toEqual([
      ...[180, 150, 150, 45, 150, 180, 180, 180, 0]
    ]);
    // A hundredth of a minute is 0.6 seconds, which is one.
    expect(parseMinutes('0.01')).toBe(1);
  });

  it('is a second to ten hours', () => {
    expect([parseMinutes('600'), parseMinutes('600:00'), parseMinutes('0:01')]).toEqual([36_000, 36_000, 1]);
    expect(['600:01', '601', '0', '0:00', '0.001'].map(parseMinutes)).toEqual(Array(5).fill(undefined));
  });

  it('is no time otherwise', () => {
    expect(['2:60', '2:', ':30', '-1', 'x', '1000', '2:30:00', '3时'].map(parseMinutes)).toEqual(
      Array(8).fill(undefined)
    );
  });

  it('is written so that it is read back', () => {
    expect([0, 45, 60, 150, 3605].map(minutesTyped)).toEqual(['', '0:45', '1', '2:30', '60:05']);
    for (const seconds of [1, 59, 61, 3605, 36_000]) expect(parseMinutes(minutesTyped(seconds))).toBe(seconds);
  });

  it('is said in minutes and seconds, of which none is left out but nothing', () => {
    expect([0, 45, 60, 750].map(minutesText)).toEqual(['0秒', '45秒', '1分', '12分30秒']);
  });
});
