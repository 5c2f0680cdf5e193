import { describe, expect, it } from 'vitest';
import type { MapItem } from '../../src/domain/atlas/answer';
import { tileLayout } from '../../src/charts/tileLayout';

/** Tiles at column and row. */
function layout(...spots: readonly (readonly [column: number, row: number])[]) {
  const items = spots.map((_, i) => ({ place: { id: String(i) } }) as unknown as MapItem);
  const ground = {
    form: 'tiles' as const,
    spots: new Map(spots.map(([column, row], i) => [String(i), { column, row }]))
  };
  return tileLayout(ground, items, 1);
}
const boxes = (tiles: ReturnType<typeof layout>, width: number, height: number) =>
  tiles
    .areas({ left: 0, top: 0, width, height })
    .map(({ words }) => [words.left, words.top, words.width, words.height]);

describe('places as tiles', () => {
  it('are 40 to 92 high, and 320 together where that lies between', () => {
    const rows = (n: number) => layout(...Array.from({ length: n }, (_, i) => [1, i + 1] as const)).height(1000);
    // 320 ÷ 3 is 106.7, ÷ 4 80, ÷ 8 40, ÷ 9 35.6.
    expect([rows(1), rows(3), rows(4), rows(8), rows(9)]).toEqual([92, 276, 320, 320, 360]);
  });

  it('are none where none of the chosen places has a spot, with the room of one', () => {
    expect([layout().height(1000), boxes(layout(), 200, 200)]).toEqual([40, []]);
  });

  it('begin with the first column and row that are used', () => {
    // Two columns, two rows in 200 × 200: 100 each, of which 4 are the gap.
    expect(boxes(layout([5, 7], [6, 8]), 200, 200)).toEqual([
      [2, 2, 96, 96],
      [102, 102, 96, 96]
    ]);
  });

  it('are at most 1.9 times as wide as high, and stand in the middle', () => {
    // One tile in 1,000 × 100: 190 wide, 405 to its left.
    expect(boxes(layout([1, 1]), 1000, 100)).toEqual([[407, 2, 186, 96]]);
    expect(boxes(layout([1, 1]), 190, 100)).toEqual([[2, 2, 186, 96]]);
  });
});
