/**
 * Numbers for texts that aren't kept: of a million keys a table of whole numbers stays, and each text is made again where
 * it is compared.
 */
export class KeyIndex {
  private hashes = new Int32Array(1 << 10);
  /** Number + 1 by place; 0 where nothing is. */
  private places = new Int32Array(1 << 11);
  private count = 0;

  /** @param keyOf the text that has been given a number */
  constructor(private readonly keyOf: (number: number) => string) {}

  get size(): number {
    return this.count;
  }

  /** -1 for a text that has none. */
  find(key: string): number {
    return this.places[this.placeOf(key, hashOf(key))]! - 1;
  }

  /** Its number; a new one is the `size` of before, and `keyOf` has to know it from then on. */
  add(key: string): number {
    const hash = hashOf(key);
    const place = this.placeOf(key, hash);
    const known = this.places[place]! - 1;
    if (known >= 0) return known;
    const number = this.count++;
    if (number === this.hashes.length) this.grow();
    this.hashes[number] = hash;
    this.put(number, hash);
    return number;
  }

  /** Where a text stands, or could be put. */
  private placeOf(key: string, hash: number): number {
    const last = this.places.length - 1;
    for (let place = hash & last; ; place = (place + 1) & last) {
      const number = this.places[place]! - 1;
      if (number < 0 || (this.hashes[number] === hash && this.keyOf(number) === key)) return place;
    }
  }

  private put(number: number, hash: number): void {
    const last = this.places.length - 1;
    let place = hash & last;
    while (this.places[place] !== 0) place = (place + 1) & last;
    this.places[place] = number + 1;
  }

  private grow(): void {
    const hashes = new Int32Array(this.hashes.length * 2);
    hashes.set(this.hashes);
    this.places = new Int32Array(hashes.length * 2);
    for (let number = 0; number < this.hashes.length; number++) this.put(number, hashes[number]!);
    this.hashes = hashes;
  }
}

/** FNV-1a, its bits spread once more: keys that differ in their last digit alone mustn't stand side by side. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}
