import { describe, expect, it } from 'vitest';
import { calloutLines, type Obstacle, placeCallouts } from '../../src/charts/calloutLayout';
import { lies, overlaps } from '../../src/charts/labelLayout';

const BOUNDS = { left: 0, top: 0, width: 400, height: 300 };
const FONT = 10;
const word = (left: number, top: number, width: number, height = 14): Obstacle => ({
  left,
  top,
  width,
  height,
  kind: 'word'
});

describe('calloutLines(text, font)', () => {
  it('stands in one line as long as it is short, else in lines of nearly equal length', () => {
    expect(calloutLines('口径有调整', FONT)).toEqual(['口径有调整']);
    expect(calloutLines('去年新建两所卫生院今年计入', FONT)).toEqual(['去年新建两所卫生院今年计入']);
    expect(calloutLines('去年新建两所卫生院，今年起计入', FONT)).toEqual(['去年新建两所卫生', '院，今年起计入']);
    expect(calloutLines('下降来自2024年10月的停诊，十一月恢复', FONT)).toEqual([
      '下降来自2024年10月',
      '的停诊，十一月恢复'
    ]);
  });
});

describe('placeCallouts(wishes, bounds, obstacles, font)', () => {
  it('stands beside its mark, inside, and its line goes from box to mark', () => {
    const [placed] = placeCallouts([{ text: '口径有调整', at: [200, 150] }], BOUNDS, [], FONT);
    const { box, from, to } = placed!;
    expect(to).toEqual([200, 150]);
    expect([box.width, box.height]).toEqual([58, 17.5]);
    expect(lies(box, BOUNDS)).toBe(true);
    // At least most of a type size away, and no further than two.
    const way = Math.hypot(from[0] - to[0], from[1] - to[1]);
    expect(way).toBeGreaterThanOrEqual(9);
    expect(way).toBeLessThan(20);
  });

  it('covers no words while there is room, and ends after the words that follow its mark', () => {
    const label = word(204, 143, 40);
    const rows = [label, word(204, 123, 40), word(204, 163, 40), word(0, 0, 190, 300)];
    const [placed] = placeCallouts([{ text: '口径有调整', at: [200, 150] }], BOUNDS, rows, FONT);
    expect(rows.some((one) => overlaps(one, placed!.box))).toBe(false);
    expect(placed!.to).toEqual([246.5, 150]);
  });

  it('of a row ends after all words of the row, wherever they stand', () => {
    const far = word(300, 136, 60, 14);
    const bar: Obstacle = { left: 0, top: 140, width: 120, height: 20, kind: 'mark' };
    const wish = [{ text: '口径有调整', at: [120, 150] as const }];
    const [placed] = placeCallouts(wish, { ...BOUNDS, width: 480 }, [far, bar, word(125, 60, 170, 220)], FONT, true);
    expect(placed!.to).toEqual([362.5, 150]);
  });

  it('leaves the others alone: no box on another, no line through another', () => {
    const wishes = Array.from({ length: 8 }, (_, n) => ({
      text: `第${n + 1}处口径有调整`,
      at: [60 + 5 * n, 150] as const
    }));
    const placed = placeCallouts(wishes, BOUNDS, [], FONT);
    for (const one of placed) {
      expect(lies(one.box, BOUNDS)).toBe(true);
      for (const other of placed) if (one !== other) expect(overlaps(one.box, other.box)).toBe(false);
    }
  });

  it('is put somewhere, however little room there is', () => {
    const [placed] = placeCallouts(
      [{ text: '字'.repeat(40), at: [5, 5] }],
      { left: 0, top: 0, width: 20, height: 10 },
      [],
      FONT
    );
    expect(placed!.box.left).toBe(0);
    expect(placed!.lines.join('')).toHaveLength(40);
  });
});
