/** The keys of the confirm screen; one list for what they do and for the card that tells of them. */

export type KeyCommand =
  | { readonly do: 'accept' | 'acceptAlike' | 'reject' | 'undo' | 'all' | 'item' | 'kind' | 'period' | 'help' }
  | { readonly do: 'move'; readonly step: 1 | -1 }
  | { readonly do: 'name'; readonly at: number };

export const KEY_CARD: readonly (readonly [string, string])[] = [
  ['Enter', '对，记下，看下一个'],
  ['Shift + Enter', '这一句里其他的数也一样，一起记下'],
  ['Backspace', '不是要记的数'],
  ['1—5', '选名称'],
  ['I', '选指标或任务（可用拼音首字母）'],
  ['K', '换类别'],
  ['P', '改时期'],
  ['J ↓', '看下一个'],
  ['Shift + J ↑', '看上一个'],
  ['A', '这一页都对，一起记下'],
  ['Z', '退回一步'],
  ['?', '打开、关上这张卡']
];

export interface KeyPress {
  readonly key: string;
  readonly shift: boolean;
  /** Ctrl, Alt or ⌘ is held. */
  readonly held: boolean;
  /** Tag of the element that has the focus. */
  readonly tag: string;
}

/** What a key does; undefined while something is typed or chosen, and on a button for its own keys. */
export function commandOf({ key, shift, held, tag }: KeyPress): KeyCommand | undefined {
  if (held || ['INPUT', 'TEXTAREA', 'SELECT'].includes(tag)) return undefined;
  if (key === 'Enter') {
    if (['BUTTON', 'A', 'SUMMARY'].includes(tag)) return undefined;
    return { do: shift ? 'acceptAlike' : 'accept' };
  }
  if (/^[1-5]$/.test(key)) return { do: 'name', at: Number(key) - 1 };
  if (key === 'ArrowDown') return { do: 'move', step: 1 };
  if (key === 'ArrowUp') return { do: 'move', step: -1 };
  switch (key.toLowerCase()) {
    case 'backspace':
    case 'delete':
      return { do: 'reject' };
    case 'i':
      return { do: 'item' };
    case 'k':
      return { do: 'kind' };
    case 'p':
      return { do: 'period' };
    case 'j':
      return { do: 'move', step: shift ? -1 : 1 };
    case 'a':
      return { do: 'all' };
    case 'z':
      return { do: 'undo' };
    case '?':
    case '？':
      return { do: 'help' };
    default:
      return undefined;
  }
}
