/** A sentence as part of a longer one: without its closing 。 */
export function withoutFullStop(text: string): string {
  return text.replace(/。$/, '');
}
