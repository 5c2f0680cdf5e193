/** A list whose items are made when they are looked at: of a million, a page shows fifty. */
export class NumberList<T> {
  /** @param codes what an item is made of, in order */
  constructor(
    private readonly codes: readonly number[],
    private readonly make: (code: number) => T
  ) {}

  get length(): number {
    return this.codes.length;
  }

  /** As of an array. */
  slice(from?: number, to?: number): T[] {
    return this.codes.slice(from, to).map((code) => this.make(code));
  }
}
