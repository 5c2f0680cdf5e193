import { textWidth } from '../../charts/drawing';

/**
 * How wide an office program may draw a text: marks as wide as a Chinese character, and a space where numbers and Chinese
 * meet. In the unit of `font`.
 */
export function drawnWidth(text: string, font: number): number {
  const meetings = text.match(/[\w%.)](?=[\u2e80-\uffef])|[\u2e80-\uffef](?=[\w(])/g)?.length ?? 0;
  return textWidth(text.replace(/[\u2014\u2018-\u201d\u2026\u25a0-\u25ff]/g, '中'), font) + meetings * 0.25 * font;
}
