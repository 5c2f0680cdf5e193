import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lies, overlaps, placeLabels, stackLabels, type Box } from '../../src/charts/labelLayout';

const BOUNDS: Box = { left: 0, top: 0, width: 400, height: 300 };
const wish = fc.record({
  width: fc.integer({ min: 5, max: 120 }),
  height: fc.integer({ min: 5, max: 40 }),
  corners: fc.array(fc.tuple(fc.integer({ min: -60, max: 420 }), fc.integer({ min: -60, max: 320 })), {
    minLength: 1,
    maxLength: 6
  })
});

describe('placeLabels(wishes, bounds, taken)', () => {
  it('takes the first corner that is free and inside', () => {
    const label = {
      width: 30,
      height: 10,
      corners: [
        [385, 10],
        [100, 10],
        [100, 30]
      ] as [number, number][]
    };
    expect(placeLabels([label, label, label], BOUNDS)).toEqual([
      { left: 100, top: 10, width: 30, height: 10 },
      { left: 100, top: 30, width: 30, height: 10 },
      null
    ]);
  });

  it('keeps off what is there already', () => {
    const dot = { left: 95, top: 5, width: 10, height: 10 };
    expect(placeLabels([{ width: 30, height: 10, corners: [[100, 10]] }], BOUNDS, [dot])).toEqual([null]);
  });

  it('lets no two overlap and none leave the picture', () => {
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 40 }), (wishes) => {
        const boxes = placeLabels(wishes, BOUNDS).flatMap((box) => box ?? []);
        boxes.forEach((a, i) => {
          expect(lies(a, BOUNDS)).toBe(true);
          boxes.slice(i + 1).forEach((b) => expect(overlaps(a, b)).toBe(false));
        });
      })
    );
  });
});

describe('stackLabels(wanted, height, from, to)', () => {
  it('leaves alone what is apart, and spreads what ends together around its middle', () => {
    expect(stackLabels([50, 100], 20, 0, 300)).toEqual([50, 100]);
    // Six lines that end equal: 6 × 20 px around 150.
    expect(stackLabels([150, 150, 150, 150, 150, 150], 20, 0, 300)).toEqual([100, 120, 140, 160, 180, 200]);
  });

  it('keeps inside at both ends', () => {
    expect(stackLabels([0, 0, 300, 300], 20, 0, 300)).toEqual([10, 30, 270, 290]);
  });

  it('leaves out the least important of too many', () => {
    expect(stackLabels([10, 20, 30, 40], 20, 0, 60, [3, 0, 1, 2])).toEqual([10, 30, null, 50]);
  });

  it('lets no two overlap, keeps their order and stays inside', () => {
    const wanted = fc.array(fc.integer({ min: -50, max: 450 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(wanted, fc.integer({ min: 8, max: 40 }), (middles, height) => {
        const placed = stackLabels(middles, height, 0, 400);
        const shown = placed.flatMap((y, i) => (y === null ? [] : [{ y, want: middles[i]! }]));
        expect(shown.length).toBe(Math.min(middles.length, Math.floor(400 / height)));
        shown.sort((a, b) => a.y - b.y);
        shown.forEach(({ y, want }, i) => {
          expect(y).toBeGreaterThanOrEqual(height / 2 - 1e-6);
          expect(y).toBeLessThanOrEqual(400 - height / 2 + 1e-6);
          const below = shown[i + 1];
          if (below) {
            expect(below.y - y).toBeGreaterThanOrEqual(height - 1e-6);
            expect(below.want).toBeGreaterThanOrEqual(want);
          }
        });
      })
    );
  });
});
