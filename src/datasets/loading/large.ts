/** A table of so many bytes is large: some 25,000 numbers, a fifth of a second. */
export const LARGE_BYTES = 2_000_000;
