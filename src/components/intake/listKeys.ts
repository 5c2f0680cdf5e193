import { type Ref, ref } from 'vue';
import { isInputMethodKey } from '../paging/inputMethod';

/**
 * Keys of a field with a list below it: arrows mark an entry, Enter takes it, Escape leaves the field.
 * @param count entries that are shown
 * @param take told the entry that is marked; −1 where none is
 * @param close told of Escape
 * @returns the marked entry, −1 for none, and what hears the keys; a key that is taken goes no further
 */
export function useListKeys(
  count: () => number,
  take: (index: number) => void,
  close: () => void
): { readonly marked: Ref<number>; readonly press: (event: KeyboardEvent) => void } {
  const marked = ref(-1);
  const actions: Readonly<Record<string, () => void>> = {
    ArrowDown: () => (marked.value = Math.min(count() - 1, marked.value + 1)),
    ArrowUp: () => (marked.value = Math.max(0, marked.value - 1)),
    Enter: () => take(marked.value),
    Escape: close
  };
  function press(event: KeyboardEvent): void {
    const action = isInputMethodKey(event) ? undefined : actions[event.key];
    if (!action) return;
    action();
    event.preventDefault();
    event.stopPropagation();
  }
  return { marked, press };
}
