/**
 * Where the words of a chart go: one layout that knows all boxes, so that no two lie on each other and none leaves the
 * picture. Pure geometry in px, y downwards.
 */

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface LabelWish {
  readonly width: number;
  readonly height: number;
  /** Left upper corners that would do, the best first. */
  readonly corners: readonly (readonly [left: number, top: number])[];
}

/** Room between two labels. */
const GAP = 2;

/** Whether two boxes are nearer to each other than `gap` px. */
export function overlaps(a: Box, b: Box, gap = 0): boolean {
  return (
    a.left < b.left + b.width + gap &&
    b.left < a.left + a.width + gap &&
    a.top < b.top + b.height + gap &&
    b.top < a.top + a.height + gap
  );
}

/** Whether a box is whole inside another. */
export function lies(inner: Box, outer: Box): boolean {
  return (
    inner.left >= outer.left &&
    inner.top >= outer.top &&
    inner.left + inner.width <= outer.left + outer.width &&
    inner.top + inner.height <= outer.top + outer.height
  );
}

/**
 * Gives each label the first of its corners that is inside the bounds and free, in the order given: the most important
 * first. Null where none is; such a label is not drawn.
 * @param taken what is there already: marks, other words
 */
export function placeLabels(wishes: readonly LabelWish[], bounds: Box, taken: readonly Box[] = []): (Box | null)[] {
  const placed: Box[] = [...taken];
  return wishes.map(({ width, height, corners }) => {
    for (const [left, top] of corners) {
      const box = { left, top, width, height };
      if (!lies(box, bounds) || placed.some((other) => overlaps(box, other, GAP))) continue;
      placed.push(box);
      return box;
    }
    return null;
  });
}

/**
 * Stacks labels of one height in a column: each as near to where it wants its middle as the others let it, all between
 * `from` and `to`. More than fit are left out from the end of `important`, and null.
 * @param wanted middles
 * @param important indexes of `wanted`, the most important first; all of them
 * @returns middles
 */
export function stackLabels(
  wanted: readonly number[],
  height: number,
  from: number,
  to: number,
  important: readonly number[] = wanted.map((_, i) => i)
): (number | null)[] {
  const room = Math.max(0, Math.floor((to - from) / height));
  const order = [...important.slice(0, room)].sort((a, b) => wanted[a]! - wanted[b]! || a - b);
  const middles: (number | null)[] = wanted.map(() => null);
  const runs: { indexes: number[]; centre: number }[] = [];
  const clamp = (centre: number, count: number) =>
    Math.max(from + (count * height) / 2, Math.min(to - (count * height) / 2, centre));
  for (const index of order) {
    let run = { indexes: [index], centre: clamp(wanted[index]!, 1) };
    // A label that would lie on the run above joins it, and the run moves to the mean of what its labels want.
    for (
      let above = runs[runs.length - 1];
      above && topOf(run, height) < bottomOf(above, height);
      above = runs[runs.length - 1]
    ) {
      const indexes = [...above.indexes, ...run.indexes];
      const mean = indexes.reduce((sum, i) => sum + wanted[i]!, 0) / indexes.length;
      run = { indexes, centre: clamp(mean, indexes.length) };
      runs.pop();
    }
    runs.push(run);
  }
  for (const run of runs) run.indexes.forEach((index, n) => (middles[index] = topOf(run, height) + (n + 0.5) * height));
  return middles;
}

function topOf(run: { indexes: readonly number[]; centre: number }, height: number): number {
  return run.centre - (run.indexes.length * height) / 2;
}

function bottomOf(run: { indexes: readonly number[]; centre: number }, height: number): number {
  return run.centre + (run.indexes.length * height) / 2;
}
