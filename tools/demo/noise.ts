/** Variation without chance: it depends on the words given and on nothing else, so that each run writes the same bytes. */

/** A number from -1 up to, not including, 1, evenly spread over different keys; the same for the same key. */
export function noise(...key: readonly (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const char of key.join('|')) hash = Math.imul(hash ^ char.codePointAt(0)!, 0x01000193);
  // The last bits of a short key differ little without this (murmur3's finalizer).
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 31 - 1;
}
