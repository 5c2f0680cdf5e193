import { beforeEach, describe, expect, it, vi } from 'vitest';
import { inTasks, isLarge } from '../../src/components/figure/largeDrawing';

const series = (...lengths: number[]) => ({
  series: lengths.map((length) => ({ type: 'bar' as const, data: Array.from({ length }, (_, i) => i) }))
});

describe('isLarge(option)', () => {
  it('counts the marks of all series', () => {
    expect(isLarge(series(24))).toBe(false);
    expect(isLarge(series(12, 13))).toBe(true);
    expect(isLarge({ series: series(25).series[0]! })).toBe(true);
    expect(isLarge({})).toBe(false);
  });
});

describe('inTasks(parts, report)', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    return () => void vi.useRealTimers();
  });

  it('does each part in a task of its own, in order', () => {
    const done: string[] = [];
    inTasks([() => done.push('排'), () => done.push('画')], vi.fn());
    expect(done).toEqual([]);
    vi.advanceTimersToNextTimer();
    expect(done).toEqual(['排']);
    vi.advanceTimersToNextTimer();
    expect(done).toEqual(['排', '画']);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('leaves out what is given up', () => {
    const done: string[] = [];
    const giveUp = inTasks([() => done.push('排'), () => done.push('画')], vi.fn());
    vi.advanceTimersToNextTimer();
    giveUp();
    vi.runAllTimers();
    expect(done).toEqual(['排']);
  });

  it('tells what goes wrong and ends there', () => {
    const report = vi.fn();
    const fault = new Error('no drawing');
    const after = vi.fn();
    inTasks(
      [
        () => {
          throw fault;
        },
        after
      ],
      report
    );
    vi.runAllTimers();
    expect([report.mock.calls, after.mock.calls]).toEqual([[[fault]], []]);
  });
});
