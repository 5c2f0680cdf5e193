import { describe, expect, it } from 'vitest';
import { commandFor, KEYS, type KeyPress, pressKey } from '../../src/presentation/keys';

function press(key: string, more: Partial<KeyPress> = {}): KeyPress {
  return { key, code: '', shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, tag: 'BODY', ...more };
}

describe('commandFor(press)', () => {
  it.each([
    ['ArrowRight', 'next'],
    ['ArrowDown', 'next'],
    ['PageDown', 'next'],
    [' ', 'next'],
    ['n', 'next'],
    ['N', 'next'],
    ['Enter', 'next'],
    ['ArrowLeft', 'back'],
    ['ArrowUp', 'back'],
    ['PageUp', 'back'],
    ['p', 'back'],
    ['Home', 'first'],
    ['End', 'last'],
    ['b', 'black'],
    ['B', 'black'],
    ['.', 'black'],
    ['。', 'black'],
    ['w', 'white'],
    ['f', 'fullScreen'],
    ['Escape', 'out'],
    ['g', 'goTo'],
    ['?', 'help'],
    ['？', 'help'],
    ['s', 'presenter']
  ])('%s is %s', (key, command) => {
    expect(commandFor(press(key))).toBe(command);
  });

  it('Shift and Space go back', () => {
    expect(commandFor(press(' ', { shiftKey: true }))).toBe('back');
  });

  it('goes by the place of the key while a Chinese input method swallows it', () => {
    expect(commandFor(press('Process', { code: 'KeyB' }))).toBe('black');
    expect(commandFor(press('Process', { code: 'Period' }))).toBe('black');
    expect(commandFor(press('Process', { code: 'Space' }))).toBe('next');
  });

  it.each(['INPUT', 'TEXTAREA', 'SELECT'])('is off while typing in %s, but Escape leaves', (tag) => {
    for (const key of ['n', ' ', 'b', 'ArrowRight', 'Home']) expect(commandFor(press(key, { tag }))).toBeUndefined();
    expect(commandFor(press('Escape', { tag }))).toBe('out');
  });

  it('leaves Space and Enter to a button that has the focus', () => {
    expect(commandFor(press(' ', { tag: 'BUTTON' }))).toBeUndefined();
    expect(commandFor(press('PageDown', { tag: 'BUTTON' }))).toBe('next');
  });

  it('leaves the shortcuts of the browser alone', () => {
    expect(commandFor(press('p', { ctrlKey: true }))).toBeUndefined();
    expect(commandFor(press('ArrowLeft', { altKey: true }))).toBeUndefined();
    expect(commandFor(press('r', { metaKey: true }))).toBeUndefined();
  });

  it.each(['x', 'F5', 'Tab', '5'])('%s is nothing', (key) => {
    expect(commandFor(press(key))).toBeUndefined();
  });
});

describe('KEYS', () => {
  it('gives no key to two commands', () => {
    const keys = KEYS.flatMap((row) => row.keys);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('prints every command in Chinese', () => {
    for (const row of KEYS) expect(row.name).toMatch(/[\u4e00-\u9fff]/);
  });
});

describe('pressKey(digits, press)', () => {
  /** Key after key; what the last one comes to. */
  function typed(...keys: (string | Partial<KeyPress>)[]) {
    let digits = '';
    let last: ReturnType<typeof pressKey>;
    for (const key of keys) {
      last = pressKey(digits, typeof key === 'string' ? press(key) : press('', key));
      digits = last?.digits ?? digits;
    }
    return last;
  }

  it.each([
    [['3', 'Enter'], { digits: '', goTo: 3 }],
    [['1', '2', 'Enter'], { digits: '', goTo: 12 }],
    [['0', '7', 'Enter'], { digits: '', goTo: 7 }],
    [['1', '2', '3', '4', 'Enter'], { digits: '', goTo: 123 }],
    [['３', 'Enter'], { digits: '', goTo: 3 }],
    [[{ key: 'Process', code: 'Numpad3' }, 'Enter'], { digits: '', goTo: 3 }],
    [['1', '2'], { digits: '12' }],
    // Any other command comes first, Escape only takes the digits away.
    [['3', 'PageDown'], { digits: '', command: 'next' }],
    [['3', 'Escape'], { digits: '' }],
    [['3', 'Escape', 'Enter'], { digits: '', command: 'next' }],
    [['Enter'], { digits: '', command: 'next' }],
    [['0', 'Enter'], { digits: '', command: 'next' }],
    // A key that means nothing leaves them.
    [['3', 'Shift', 'Enter'], { digits: '', goTo: 3 }]
  ] as const)('%j comes to %j', (keys, outcome) => {
    expect(typed(...keys)).toEqual(outcome);
  });

  it('leaves digits to a field, and to the browser with Ctrl held', () => {
    expect(pressKey('', press('3', { tag: 'INPUT' }))).toBeUndefined();
    expect(pressKey('', press('1', { ctrlKey: true }))).toBeUndefined();
  });
});
