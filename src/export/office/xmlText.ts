import { cleanText } from '../../domain/wording/cleanText';

/** A text for XML: marked characters escaped, what XML has no place for left out. */
export function xmlText(text: string): string {
  return cleanText(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
