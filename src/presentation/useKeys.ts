import { onBeforeUnmount, onMounted } from 'vue';
import { commandFor, type Command } from './keys';

/** Turns key presses of the window into commands while the component is there; a command that is taken stops the key. */
export function useKeys(take: (command: Command) => boolean): void {
  function press(event: KeyboardEvent): void {
    const target = event.target instanceof HTMLElement ? event.target : document.body;
    // A dialog over the wall has the keys to itself: Escape closes it, arrows scroll it.
    if (target.closest('dialog')) return;
    const { key, code, shiftKey, ctrlKey, altKey, metaKey } = event;
    const tag = target.isContentEditable ? 'TEXTAREA' : target.tagName;
    const command = commandFor({ key, code, shiftKey, ctrlKey, altKey, metaKey, tag });
    if (command && take(command)) event.preventDefault();
  }
  onMounted(() => window.addEventListener('keydown', press));
  onBeforeUnmount(() => window.removeEventListener('keydown', press));
}
