/** Numbers in classes, as the shades of a map show them. */

export interface ValueClass {
  /** Least and greatest of its numbers, not of the room between two classes. */
  readonly lower: number;
  readonly upper: number;
  /** How many numbers it has. */
  readonly count: number;
}

/** How many classes so many numbers are given: five from 15 on, four from 8, three from 4; of fewer each is its own. */
export function classCount(numbers: number): number {
  if (numbers >= 15) return 5;
  if (numbers >= 8) return 4;
  return numbers >= 4 ? 3 : numbers;
}

/**
 * Numbers in classes of as equal a count as can be (quantile classification; Slocum et al., *Thematic Cartography and
 * Geovisualization*, 3rd ed., ch. 4): the i-th of n in ascending order, from 0, is in class ⌊i·k÷n⌋. Equal numbers are never
 * parted: all go where the middle of their run would. A class that gets none that way doesn't exist.
 * @param values finite, in any order
 * @returns classes in ascending order, and the class of each value, from 0
 */
export function quantileClasses(values: readonly number[]): {
  readonly classes: readonly ValueClass[];
  readonly classOf: readonly number[];
} {
  const sorted = [...values].sort((a, b) => a - b);
  const n = sorted.length;
  const k = classCount(n);
  const classes: ValueClass[] = [];
  const found = new Map<number, number>();
  let last = -1;
  for (let from = 0; from < n;) {
    let to = from;
    while (to + 1 < n && sorted[to + 1] === sorted[from]) to++;
    const wanted = Math.floor((((from + to) / 2) * k) / n);
    const value = sorted[from]!;
    const count = to - from + 1;
    const known = wanted === last ? classes.pop() : undefined;
    classes.push(
      known ? { ...known, upper: value, count: known.count + count } : { lower: value, upper: value, count }
    );
    found.set(value, classes.length - 1);
    last = wanted;
    from = to + 1;
  }
  return { classes, classOf: values.map((value) => found.get(value)!) };
}
