/** Control characters but tab and line ends, the two non-characters that XML refuses, and halves of a pair without the other. */
const NOT_TEXT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udfff]/gu;

/** The text without what no file can carry. */
export function cleanText(text: string): string {
  return text.replace(NOT_TEXT, '');
}
