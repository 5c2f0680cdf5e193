/** Chance from a fixed seed: the same seed gives the same case on every machine (mulberry32). */
export class Chance {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** From 0 up to, not including, 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number from 0 to `below` − 1; 0 for none. */
  below(below: number): number {
    return Math.floor(this.next() * below);
  }

  /** One of a list that isn't empty. */
  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }

  /** Whether something of that likelihood happens. */
  happens(likelihood: number): boolean {
    return this.next() < likelihood;
  }
}
