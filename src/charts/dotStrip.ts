import type { Better } from '../domain/model/records';

export interface StripDot {
  /** Index among the peers it was drawn from. */
  readonly index: number;
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly own: boolean;
  /** Not ranked: a bound. */
  readonly hollow: boolean;
}

export interface DotStrip {
  readonly width: number;
  readonly height: number;
  /** Height of the line that the dots stand on. */
  readonly base: number;
  readonly dots: readonly StripDot[];
}

const WIDTH = 240;
const HEIGHT = 28;
const PAD = 10;
const RADIUS = 5;
/** Dots nearer than this would hide each other. */
const APART = 9;
/** Above and below the line in turn; a fourth at one spot covers the first. */
const LEVELS: readonly number[] = [0, -8, 8];

/**
 * A field of values on one line: the better to the right, where nothing is better the larger. From the
 * smallest to the largest value, so distances are true within a strip and strips don't compare.
 */
export function dotStrip(
  peers: readonly { readonly value: number; readonly isOwn: boolean; readonly ranked: boolean }[],
  better: Better
): DotStrip {
  const values = peers.map((p) => p.value);
  const low = Math.min(...values);
  const span = Math.max(...values) - low;
  const xOf = (value: number) => {
    const share = span === 0 ? 0.5 : (value - low) / span;
    return PAD + (better === '低' ? 1 - share : share) * (WIDTH - 2 * PAD);
  };
  const base = HEIGHT / 2;
  const levels = levelsOf(
    values.map(xOf),
    peers.findIndex((p) => p.isOwn)
  );
  const dots = peers.map((p, index): StripDot => ({
    index,
    x: Math.round(xOf(p.value) * 10) / 10,
    y: base + LEVELS[levels[index]!]!,
    r: RADIUS,
    own: p.isOwn,
    hollow: !p.ranked
  }));
  return { width: WIDTH, height: HEIGHT, base, dots };
}

/** For each dot the first level at which no neighbour is in its way; the own one is set first, on the line. */
function levelsOf(xs: readonly number[], own: number): number[] {
  const levels = xs.map(() => -1);
  const order = xs.map((_, i) => i).sort((a, b) => Number(b === own) - Number(a === own) || xs[a]! - xs[b]! || a - b);
  for (const i of order) {
    const free = LEVELS.findIndex((_, level) =>
      xs.every((x, j) => levels[j] !== level || Math.abs(x - xs[i]!) >= APART)
    );
    levels[i] = Math.max(0, free);
  }
  return levels;
}
