/** Columns made narrower where it costs the least paper. */
import { cellLines } from './cellWidth';
import { type ColumnNeeds, rowLines } from './columnNeeds';

/**
 * Takes from the columns, a character at a time, where it adds the fewest lines to the rows, and else from the one
 * that is furthest above its least.
 * @param from widths to begin with
 * @param isEnough asked after each step
 * @returns the widths; undefined where all are at their least before it is enough
 */
export function squeezed(
  needs: ColumnNeeds,
  from: readonly number[],
  isEnough: (widths: readonly number[]) => boolean
): number[] | undefined {
  const widths = [...from];
  const lines = rowLines(needs, widths);
  while (!isEnough(widths)) {
    let best = -1;
    let least = Infinity;
    widths.forEach((width, at) => {
      const above = width - needs.least[at]!;
      if (above <= 0) return;
      const added = addedLines(needs, lines, at, width - 1);
      if (added > least || (added === least && above <= widths[best]! - needs.least[best]!)) return;
      best = at;
      least = added;
    });
    if (best < 0) return undefined;
    widths[best]! -= 1;
    if (least > 0)
      needs.texts.forEach((row, r) => (lines[r] = Math.max(lines[r]!, cellLines(row[best]!, widths[best]!))));
  }
  return widths;
}

function addedLines({ texts }: ColumnNeeds, lines: readonly number[], at: number, width: number): number {
  let added = 0;
  for (let r = 0; r < texts.length; r += 1) added += Math.max(0, cellLines(texts[r]![at]!, width) - lines[r]!);
  return added;
}
