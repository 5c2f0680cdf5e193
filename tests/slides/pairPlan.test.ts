import { beforeAll, describe, expect, it } from 'vitest';
import type { ViewChoices } from '../../src/domain/address/fields';
import type { Figure, PairBody } from '../../src/figures/figure';
import { figureAt } from '../../src/figures/figureAt';
import { paneHeading, paneRoom, shareCost, stackShares } from '../../src/slides/pairPlan';
import { slideSteps } from '../../src/slides/slidePlan';
import { choicesOf } from '../figures/realData';

const WALL = { ratio: '16:9', size: 1 } as const;

describe('two figures one above the other', () => {
  let real: ViewChoices;
  beforeAll(async () => {
    real = await choicesOf('data');
  });
  const at = (address: string): Figure => figureAt(address, real).figure!;
  const pairOf = (left: string, right: string): PairBody => ({ kind: 'pair', left: at(left), right: at(right) });
  const figureOf = (body: PairBody) => ({ ...body.left, verdict: '', subtitle: '', notes: [], body }) as Figure;

  it('share the height so that there are few pages: several tasks on each, beside the places', () => {
    const steps = slideSteps(figureOf(pairOf('/places', '/progress')), '', WALL);
    expect(steps.length).toBeLessThanOrEqual(15);
    expect(new Set(steps.map(({ share }) => share)).size).toBe(1);
    expect(steps.every(({ beside }) => beside!.to - beside!.from >= 3)).toBe(true);
  });

  it('share it in halves where both are the same figure, and give large figures the height of one row at least', () => {
    const one = at('/progress');
    expect(stackShares({ kind: 'pair', left: one, right: one }, 800, WALL)).toEqual([0.5]);
    expect(stackShares(pairOf('/profile', '/progress'), 800, WALL)).toEqual(expect.arrayContaining([0.5, 0.6]));
    expect(stackShares(pairOf('/progress', '/profile'), 800, WALL)).toEqual(expect.arrayContaining([0.5, 0.4]));
    // One row of them under its heading takes more than a third.
    expect(Math.min(...stackShares(pairOf('/profile', '/progress'), 800, WALL))).toBeGreaterThan(0.4);
    // Side by side each has all of the height.
    expect(stackShares(pairOf('/periods', '/places'), 800, WALL)).toEqual([0.5]);
  });

  it('leave lines over time the height of the names at their ends, and a task its two lines', async () => {
    const demo = await choicesOf('data/demo');
    const OLD = { ratio: '4:3', size: 1 } as const;
    const pair: PairBody = {
      kind: 'pair',
      left: figureAt('/progress', demo).figure!,
      right: figureAt('/periods', demo).figure!
    };
    // Six names of 20 px and 70 around them, a task of 37 px with 42 above: at 1.85.
    for (const share of stackShares(pair, 820, OLD)) {
      expect(paneRoom(pair, pair.right, 820, OLD, share)).toBeGreaterThanOrEqual(190 * 1.85);
      expect(paneRoom(pair, pair.left, 820, OLD, share)).toBeGreaterThanOrEqual(79 * 1.85);
    }
  });

  it('have a heading on one line where that is no smaller than 24 units', () => {
    const pair = pairOf('/places', '/progress');
    const verdict = (text: string) => paneHeading(pair, { ...pair.left, verdict: text }, WALL);
    // 1,728 × 0.98 ÷ 66: 25.6.
    expect(verdict('长'.repeat(66))).toEqual({ lines: ['长'.repeat(66)], size: 25 });
    const long = verdict('长'.repeat(80));
    expect(long.lines.length).toBeGreaterThan(1);
    expect(long.size).toBeGreaterThanOrEqual(24);
  });

  it('cost a page of the longer as much as one of the shorter, and half a page for each tenth off the middle', () => {
    expect(shareCost(0.5, [4, 12])).toBe(16);
    expect(shareCost(0.3, [4, 12])).toBeCloseTo(17);
    expect(shareCost(0.6, [12, 1])).toBeCloseTo(13.5);
  });
});
