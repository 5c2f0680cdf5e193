/** Flags as text: base64 of bytes, the first flag in the lowest bit of the first. */

export function bitsOf(flags: ArrayLike<number>): string {
  const bytes = new Uint8Array(Math.ceil(flags.length / 8));
  for (let i = 0; i < flags.length; i += 1) bytes[i >> 3]! |= flags[i]! << (i & 7);
  return textOf(bytes);
}

/**
 * @param spots where the flag of each bit stands
 * @returns whether the text has as many bits; if not, `flags` stays
 */
export function readBits(text: string, spots: readonly number[], flags: Uint8Array): boolean {
  const bytes = bytesOf(text);
  if (bytes?.length !== Math.ceil(spots.length / 8)) return false;
  spots.forEach((spot, i) => (flags[spot] = (bytes[i >> 3]! >> (i & 7)) & 1));
  return true;
}

/** More at once are too many arguments for a call. */
const AT_ONCE = 0x2000;

/** Bytes as base64. */
export function textOf(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += AT_ONCE) text += String.fromCharCode(...bytes.subarray(at, at + AT_ONCE));
  return btoa(text);
}

/** Undefined where the text isn't base64. */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    const plain = atob(text);
    const bytes = new Uint8Array(plain.length);
    for (let i = 0; i < plain.length; i += 1) bytes[i] = plain.charCodeAt(i);
    return bytes;
  } catch {
    return undefined;
  }
}
