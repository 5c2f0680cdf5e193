import { describe, expect, it } from 'vitest';
import { record, redo, startHistory, undo } from '../../../src/domain/deck/history';

const two = record(record(startHistory('a'), 'b'), 'c');

describe('a history', () => {
  it('goes back step by step and forth again', () => {
    expect(undo(two).now).toBe('b');
    expect(undo(undo(two)).now).toBe('a');
    expect(redo(undo(undo(two))).now).toBe('b');
  });

  it('stays where it is at both ends', () => {
    expect(undo(startHistory('a'))).toEqual(startHistory('a'));
    expect(redo(two)).toBe(two);
  });

  it('forgets what was taken back once something else is done', () => {
    expect(record(undo(two), 'd').future).toEqual([]);
  });

  it('takes the same object for no change', () => {
    expect(record(two, 'c')).toBe(two);
  });

  it('remembers a hundred steps', () => {
    const long = Array.from({ length: 150 }, (_, i) => i).reduce((h, n) => record(h, n), startHistory(-1));
    expect(long.past).toHaveLength(100);
  });
});
