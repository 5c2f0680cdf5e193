import { describe, expect, it } from 'vitest';
import { act, countsOf, neighbour, nextOpen, NO_WORK, type Work } from '../../../src/domain/confirm/work';
import { commandOf } from '../../../src/domain/confirm/keys';

const order = ['1:0', '1:9', '2:0', '3:0'];
const start: Work = { ...NO_WORK, at: '1:0' };

describe('what is decided of the cards', () => {
  it('accepting marks a card and goes on to the next that is open', () => {
    const one = act(start, { do: 'accept', ids: ['1:0'] }, order);
    expect(one.marks).toEqual({ '1:0': 'confirmed' });
    expect(one.at).toBe('1:9');
    const skipped = act({ ...one, marks: { ...one.marks, '2:0': 'rejected' } }, { do: 'reject', ids: ['1:9'] }, order);
    expect(skipped.at).toBe('3:0');
  });

  it('the search for an open card begins anew at the top, and stays where all are decided', () => {
    expect(nextOpen(order, { '3:0': 'confirmed' }, '3:0')).toBe('1:0');
    const all = { '1:0': 'confirmed', '1:9': 'rejected', '2:0': 'confirmed', '3:0': 'confirmed' } as const;
    expect(nextOpen(order, all, '3:0')).toBe('3:0');
  });

  it('each action is undone, the newest first, and the card at hand is the one it was', () => {
    const one = act(start, { do: 'edit', ids: ['1:0'], edit: { name: '门诊人次' } }, order);
    const two = act(one, { do: 'accept', ids: ['1:0'] }, order);
    const back = act(two, { do: 'undo' }, order);
    expect(back).toMatchObject({ marks: {}, at: '1:0', edits: { '1:0': { name: '门诊人次' } } });
    expect(act(back, { do: 'undo' }, order)).toMatchObject({ marks: {}, edits: {}, at: '1:0' });
    expect(act(start, { do: 'undo' }, order)).toBe(start);
  });

  it('the other figures of a sentence take over kind, period and place, not name nor record', () => {
    const edit = {
      name: '甲',
      kind: 'target',
      period: '2024',
      place: 'yun',
      item: { table: 'programmes', id: 't' }
    } as const;
    const edited = act(start, { do: 'edit', ids: ['1:0'], edit }, order);
    const alike = act(edited, { do: 'acceptAlike', ids: ['1:0', '1:9'] }, order);
    expect(alike.marks).toEqual({ '1:0': 'confirmed', '1:9': 'confirmed' });
    expect(alike.edits['1:9']).toEqual({ kind: 'target', period: '2024', place: 'yun' });
    expect(alike.at).toBe('2:0');
  });

  it('a number made a fact of is at hand, open, and added once', () => {
    const proposal = { line: 2, offset: 5 } as Work['added'][number];
    const one = act(start, { do: 'add', proposal }, order);
    const two = act(one, { do: 'add', proposal }, order);
    expect(two.added).toHaveLength(1);
    expect(two.at).toBe('2:5');
  });

  it('a word said twice is one step', () => {
    const one = act(start, { do: 'accept', ids: ['1:0'] }, order);
    const two = act({ ...one, at: '1:0' }, { do: 'accept', ids: ['1:0'] }, order);
    expect(two).toEqual(one);
  });

  it('a decided card can be opened again', () => {
    const one = act(start, { do: 'reject', ids: ['1:0', '1:9'] }, order);
    expect(act(one, { do: 'reopen', ids: ['1:9'] }, order).marks).toEqual({ '1:0': 'rejected' });
  });

  it('moving stops at either end', () => {
    expect(neighbour(order, '1:0', -1)).toBe('1:0');
    expect(neighbour(order, '1:9', 1)).toBe('2:0');
    expect(neighbour(order, '3:0', 1)).toBe('3:0');
    expect(neighbour(order, 'gone', 1)).toBe('1:0');
  });

  it('every number of the text is counted', () => {
    const marks = { '1:0': 'confirmed', '1:9': 'rejected' } as const;
    expect(countsOf(9, order, { marks })).toEqual({
      numbers: 9,
      proposed: 4,
      confirmed: 1,
      rejected: 1,
      untouched: 2
    });
  });
});

describe('keys', () => {
  const press = (key: string, more = {}) => commandOf({ key, shift: false, held: false, tag: 'BODY', ...more });

  it.each([
    ['Enter', {}, { do: 'accept' }],
    ['Enter', { shift: true }, { do: 'acceptAlike' }],
    ['Backspace', {}, { do: 'reject' }],
    ['3', {}, { do: 'name', at: 2 }],
    ['i', {}, { do: 'item' }],
    ['K', {}, { do: 'kind' }],
    ['p', {}, { do: 'period' }],
    ['j', {}, { do: 'move', step: 1 }],
    ['J', { shift: true }, { do: 'move', step: -1 }],
    ['a', {}, { do: 'all' }],
    ['z', {}, { do: 'undo' }]
  ])('%s is a command', (key, more, command) => {
    expect(press(key, more)).toEqual(command);
  });

  it('are left to fields, to buttons, and to the browser', () => {
    expect(press('k', { tag: 'INPUT' })).toBeUndefined();
    expect(press('Enter', { tag: 'BUTTON' })).toBeUndefined();
    expect(press('a', { held: true })).toBeUndefined();
    expect(press('6')).toBeUndefined();
  });
});
