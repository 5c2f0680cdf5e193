/** How a table is laid out in a given width, worked out without drawing it: for a wall and for a slide of a .pptx. */

/**
 * A column gets what it holds, up to an equal share of what the narrower ones leave; all together fill the width.
 * @param least what each column needs for its longest date or number, which isn't to be broken; passed over where they
 * don't all fit
 */
export function fairWidths(wanted: readonly number[], width: number, least: readonly number[] = []): number[] {
  const kept = new Map<number, number>();
  for (;;) {
    const others = wanted.map((_, i) => i).filter((i) => !kept.has(i));
    const used = [...kept.values()].reduce((sum, w) => sum + w, 0);
    const fair = fairShares(
      others.map((i) => wanted[i]!),
      width - used
    );
    const tight = others.filter((i, n) => fair[n]! < (least[i] ?? 0));
    if (others.length === 0 || used >= width) return fairShares(wanted, width);
    if (tight.length === 0) return wanted.map((_, i) => kept.get(i) ?? fair[others.indexOf(i)]!);
    for (const i of tight) kept.set(i, least[i]!);
  }
}

function fairShares(wanted: readonly number[], width: number): number[] {
  const given = new Array<number>(wanted.length).fill(0);
  const order = wanted.map((_, i) => i).sort((i, j) => wanted[i]! - wanted[j]!);
  let left = width;
  order.forEach((i, n) => {
    given[i] = Math.min(wanted[i]!, left / (order.length - n));
    left -= given[i]!;
  });
  return given.map((w) => (w * width) / (width - left));
}

export interface RowRun {
  readonly from: number;
  readonly to: number;
}

/**
 * Rows in as few pages as hold them, none much emptier than another; a row that is higher than a page stands alone.
 * @param most height of a page
 * @param mostRows rows of a page, however low they are
 */
export function evenRuns(heights: readonly number[], most: number, mostRows = Infinity): RowRun[] {
  const fewest = runsOf(heights, most, mostRows).length;
  const evenHeight = heights.reduce((sum, h) => sum + h, 0) / fewest;
  const evenRows = Math.min(mostRows, Math.ceil(heights.length / fewest));
  // From an equal share up: the first height, and the fewest rows, that take no page more.
  const steps = Number.isFinite(most)
    ? Array.from({ length: 21 }, (_, i) => evenHeight + ((most - evenHeight) * i) / 20)
    : [most];
  for (const rows of new Set([evenRows, mostRows])) {
    const height = steps.find((one) => runsOf(heights, one, rows).length === fewest);
    if (height !== undefined) return runsOf(heights, height, rows);
  }
  return runsOf(heights, most, mostRows);
}

function runsOf(heights: readonly number[], most: number, mostRows: number): RowRun[] {
  const runs: { from: number; to: number }[] = [{ from: 0, to: 0 }];
  let used = 0;
  heights.forEach((height, i) => {
    const last = runs[runs.length - 1]!;
    if ((used + height > most || i - last.from >= mostRows) && i > last.from) {
      runs.push({ from: i, to: i + 1 });
      used = height;
    } else {
      last.to = i + 1;
      used += height;
    }
  });
  return runs;
}
