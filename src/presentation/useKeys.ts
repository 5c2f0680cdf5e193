import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue';
import { type Command, pressKey } from './keys';

/**
 * Turns key presses of the window into commands while the component is there; a command that is taken stops the key.
 * @param goTo told the number of a slide, 1-based, once its digits are followed by Enter
 * @returns the digits typed so far
 */
export function useKeys(take: (command: Command) => boolean, goTo: (number: number) => void): Readonly<Ref<string>> {
  const digits = ref('');
  function press(event: KeyboardEvent): void {
    const target = event.target instanceof HTMLElement ? event.target : document.body;
    // A dialog over the wall has the keys to itself: Escape closes it, arrows scroll it.
    if (target.closest('dialog')) return;
    const { key, code, shiftKey, ctrlKey, altKey, metaKey } = event;
    const tag = target.isContentEditable ? 'TEXTAREA' : target.tagName;
    const pressed = pressKey(digits.value, { key, code, shiftKey, ctrlKey, altKey, metaKey, tag });
    if (!pressed) return;
    digits.value = pressed.digits;
    if (pressed.goTo !== undefined) goTo(pressed.goTo);
    if (!pressed.command || take(pressed.command)) event.preventDefault();
  }
  onMounted(() => window.addEventListener('keydown', press));
  onBeforeUnmount(() => window.removeEventListener('keydown', press));
  return digits;
}
