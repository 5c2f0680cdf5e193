import { describe, expect, it } from 'vitest';
import { amend, type History, record, redo, startHistory, undo } from '../../../src/domain/deck/history';

const two = record(record(startHistory<string>(), 'a'), 'b');
/** The steps taken back, the latest first. */
function back(history: History<string>): string[] {
  const moved = undo(history);
  return moved ? [moved.step, ...back(moved.history)] : [];
}

describe('a history', () => {
  it('goes back step by step and forth again', () => {
    expect(back(two)).toEqual(['b', 'a']);
    const first = undo(undo(two)!.history)!;
    expect(redo(first.history)!.step).toBe('a');
    expect(redo(redo(first.history)!.history)!.step).toBe('b');
  });

  it('has nothing to take at both ends', () => {
    expect(undo(startHistory())).toBeUndefined();
    expect(redo(two)).toBeUndefined();
  });

  it('forgets what was taken back once something else is done', () => {
    expect(record(undo(two)!.history, 'c')).toEqual({ past: ['a', 'c'], future: [] });
    expect(amend(undo(two)!.history, 'c')).toEqual({ past: ['c'], future: [] });
  });

  it('takes letters as one step', () => {
    expect(back(amend(two, 'bc'))).toEqual(['bc', 'a']);
  });

  it('remembers a hundred steps', () => {
    const long = Array.from({ length: 150 }, (_, i) => i).reduce((h, n) => record(h, n), startHistory<number>());
    expect(long.past).toHaveLength(100);
    expect(long.past[0]).toBe(50);
  });
});
