import { describe, expect, it } from 'vitest';
import { nextNotesSize, parseNotesSize } from '../../src/presentation/notesSize';

describe('the size of the notes', () => {
  it('goes up and down by steps and stays at the ends', () => {
    expect([nextNotesSize(22, 1), nextNotesSize(22, -1)]).toEqual([28, 18]);
    expect([nextNotesSize(48, 1), nextNotesSize(18, -1)]).toEqual([48, 18]);
  });

  it('is the usual one where nothing, or nothing sensible, was kept', () => {
    expect(['', '0', '22px', '1e9', '36'].map(parseNotesSize)).toEqual([22, 22, 22, 22, 36]);
  });
});
