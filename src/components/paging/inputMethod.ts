/**
 * Whether a key is the input method's: Enter, Escape and arrows then choose among its words and mean nothing to the page.
 * Old engines say so only by the code 229.
 */
export function isInputMethodKey(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}
