/**
 * Which key does what on the wall: one table, read by the wall, by the presenter's window and by the card that prints
 * it. The keys are those of reveal.js, because clickers are made to send them.
 */
export type Command =
  | 'next'
  | 'back'
  | 'first'
  | 'last'
  | 'earlier'
  | 'later'
  | 'play'
  | 'black'
  | 'white'
  | 'fullScreen'
  | 'out'
  | 'goTo'
  | 'help'
  | 'presenter'
  | 'notes'
  | 'larger'
  | 'smaller'
  | 'laser'
  | 'pen'
  | 'wipe'
  | 'ground'
  | 'ratio';

export interface KeyRow {
  readonly command: Command;
  /** `KeyboardEvent.key`, letters in lower case. */
  readonly keys: readonly string[];
  /** As printed on the card. */
  readonly shown: string;
  readonly name: string;
}

export const KEYS: readonly KeyRow[] = [
  {
    command: 'next',
    keys: ['arrowright', 'arrowdown', 'pagedown', ' ', 'n', 'enter'],
    shown: '→　↓　PageDown　空格　N　回车',
    name: '下一步'
  },
  {
    command: 'back',
    keys: ['arrowleft', 'arrowup', 'pageup', 'p', 'backspace'],
    shown: '←　↑　PageUp　P　Shift+空格',
    name: '上一步'
  },
  { command: 'first', keys: ['home'], shown: 'Home', name: '第一张' },
  { command: 'last', keys: ['end'], shown: 'End', name: '最后一张' },
  { command: 'earlier', keys: ['[', '【'], shown: '[', name: '前一期（地区对比、进步榜、热力表、记分表、任务逐月）' },
  { command: 'later', keys: [']', '】'], shown: ']', name: '后一期' },
  { command: 'play', keys: ['t'], shown: 'T', name: '逐期播放到最后一期，再按停' },
  { command: 'goTo', keys: ['g'], shown: 'G　数字+回车', name: '转到第几张' },
  { command: 'black', keys: ['b', '.', '。'], shown: 'B　.', name: '黑屏，再按恢复' },
  { command: 'white', keys: ['w'], shown: 'W', name: '白屏，再按恢复' },
  { command: 'fullScreen', keys: ['f'], shown: 'F', name: '全屏' },
  { command: 'presenter', keys: ['s'], shown: 'S', name: '打开演讲者窗口' },
  { command: 'notes', keys: ['i'], shown: 'I', name: '说明与出处' },
  { command: 'laser', keys: ['l'], shown: 'L', name: '激光笔，再按收起' },
  { command: 'pen', keys: ['c'], shown: 'C', name: '画笔，再按收起；不点“保留笔迹”翻页就没有了' },
  { command: 'wipe', keys: ['e'], shown: 'E', name: '擦掉画的' },
  { command: 'larger', keys: ['+', '='], shown: '+', name: '字大一些' },
  { command: 'smaller', keys: ['-'], shown: '-', name: '字小一些' },
  { command: 'ground', keys: ['d'], shown: 'D', name: '换底色：浅色、高对比、深色' },
  { command: 'ratio', keys: ['r'], shown: 'R', name: '换画幅：16:9、4:3' },
  { command: 'help', keys: ['?', '？', 'f1'], shown: '?', name: '按键说明' },
  { command: 'out', keys: ['escape'], shown: 'Esc', name: '退出演示' }
];

/** What of a key press decides. */
export interface KeyPress {
  readonly key: string;
  /** Place of the key on the keyboard: what is left to go by while a Chinese input method swallows the letters. */
  readonly code: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  /** Tag of the element that has the focus, in upper case. */
  readonly tag: string;
}

const TYPING = ['INPUT', 'TEXTAREA', 'SELECT'];
const CLICKING = ['BUTTON', 'A', 'SUMMARY'];

/** What a key press comes to. */
export interface Pressed {
  /** The digits typed so far, shown until Enter, Escape or any other command. */
  readonly digits: string;
  readonly command?: Command;
  /** Enter after digits: the number of a slide, 1-based. */
  readonly goTo?: number;
}

/** More digits than any deck needs are left out. */
const MOST_DIGITS = 3;

/**
 * The command for a key press, digits gathered as presentation programs do: `3` and Enter is the third slide.
 * @param digits what was typed before
 * @returns undefined for a key that means nothing here: the digits stay and the browser has the key
 */
export function pressKey(digits: string, press: KeyPress): Pressed | undefined {
  const key = keyOf(press);
  const digit = isFree(press) && !TYPING.includes(press.tag) ? /^[0-9]$/.exec(key.normalize('NFKC'))?.[0] : undefined;
  if (digit !== undefined) return { digits: (digits + digit).replace(/^0+/, '').slice(0, MOST_DIGITS) };
  if (digits !== '' && key === 'enter' && isFree(press)) return { digits: '', goTo: Number(digits) };
  if (digits !== '' && key === 'escape') return { digits: '' };
  const command = commandFor(press);
  return command && { digits: '', command };
}

function isFree({ ctrlKey, altKey, metaKey }: KeyPress): boolean {
  return !ctrlKey && !altKey && !metaKey;
}

/**
 * The command for a key press; undefined while typing (Escape still leaves), with Ctrl, Alt or ⌘ held, and for Space
 * and Enter on a button, which are its own.
 */
export function commandFor(press: KeyPress): Command | undefined {
  if (!isFree(press)) return undefined;
  const key = keyOf(press);
  if (TYPING.includes(press.tag) && key !== 'escape') return undefined;
  if (CLICKING.includes(press.tag) && (key === ' ' || key === 'enter')) return undefined;
  if (key === ' ' && press.shiftKey) return 'back';
  return KEYS.find((row) => row.keys.includes(key))?.command;
}

function keyOf({ key, code }: KeyPress): string {
  if (key !== 'Process' && key !== 'Unidentified') return key.toLowerCase();
  const letter = /^Key([A-Z])$/.exec(code);
  if (letter) return letter[1]!.toLowerCase();
  const digit = /^(?:Digit|Numpad)([0-9])$/.exec(code);
  if (digit) return digit[1]!;
  return code === 'Space' ? ' ' : code === 'Period' ? '.' : code.toLowerCase();
}
