import { beforeAll, describe, expect, it } from 'vitest';
import type { ViewChoices } from '../../src/domain/address/fields';
import type { Figure, PairBody } from '../../src/figures/figure';
import { figureAt } from '../../src/figures/figureAt';
import { paneHeading, shareCost, stackShares } from '../../src/slides/pairPlan';
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
    expect(stackShares(pairOf('/profile', '/progress'), 800, WALL)).toEqual([0.5, 0.45, 0.55, 0.6, 0.65]);
    expect(stackShares(pairOf('/progress', '/profile'), 800, WALL)).toEqual([0.5, 0.45, 0.55, 0.4, 0.35]);
    // Side by side each has all of the height.
    expect(stackShares(pairOf('/periods', '/places'), 800, WALL)).toEqual([0.5]);
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
