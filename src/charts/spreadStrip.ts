import type { Better } from '../domain/model/records';
import { spreadAt } from '../domain/variation/spread';

/** More places than this are drawn as a distribution: dots would cover each other. */
export const MOST_STRIP_DOTS = 19;

/** A place that is marked by itself. */
export interface SpreadMark {
  readonly kind: 'worst' | 'lower' | 'middle' | 'upper' | 'best' | 'own';
  /** Index among the peers it was drawn from. */
  readonly index: number;
  readonly x: number;
}

/** How many places lie in one column. */
export interface SpreadBar {
  /** First and last of them among the peers. */
  readonly first: number;
  readonly last: number;
  readonly count: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface SpreadStrip {
  readonly width: number;
  readonly height: number;
  /** Height of the line that the columns stand on. */
  readonly base: number;
  /** From left to right. */
  readonly bars: readonly SpreadBar[];
  /** Path data of all columns: one element however many there are. */
  readonly columns: string;
  /** From the first quarter to the third: half of the places lie in it. */
  readonly half: { readonly x: number; readonly width: number };
  /** From left to right; the own place last, so that it is painted over the others. */
  readonly marks: readonly SpreadMark[];
}

const WIDTH = 240;
const HEIGHT = 44;
const PAD = 10;
const BASE = 32;
const COLUMNS = 44;
const TALLEST = 28;

/**
 * The distribution of many values on one line, in no more elements however many there are: columns of how many places
 * lie where, the middle half, worst, median, best and the own place. As on a dot strip the better is to the right and
 * distances are true from the smallest to the largest value.
 * @param peers worst first
 */
export function spreadStrip(
  peers: readonly { readonly value: number; readonly isOwn: boolean; readonly ranked: boolean }[],
  better: Better
): SpreadStrip {
  let low = Infinity;
  let high = -Infinity;
  for (const { value } of peers) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  const span = high - low;
  const share = (value: number) => (span === 0 ? 0.5 : better === '低' ? (high - value) / span : (value - low) / span);
  const xOf = (index: number) => Math.round((PAD + share(peers[index]!.value) * (WIDTH - 2 * PAD)) * 10) / 10;
  const ranked = peers.flatMap((p, i) => (p.ranked ? [i] : []));
  const own = peers.findIndex((p) => p.isOwn);
  const mark = (kind: SpreadMark['kind'], index: number): SpreadMark => ({ kind, index, x: xOf(index) });
  const kinds = ['worst', 'lower', 'middle', 'upper', 'best'] as const;
  const marks = ranked.length === 0 ? [] : spreadAt(ranked).map((index, n) => mark(kinds[n]!, index));
  const [, lower, , upper] = marks;
  const bars = barsOf(peers.map(({ value }) => share(value)));
  return {
    width: WIDTH,
    height: HEIGHT,
    base: BASE,
    bars,
    columns: bars
      .map(({ x, y, width, height }) => `M${tenth(x)} ${tenth(y)}h${tenth(width)}v${height}h-${tenth(width)}z`)
      .join(''),
    half: lower && upper ? { x: lower.x, width: Math.round((upper.x - lower.x) * 10) / 10 } : { x: PAD, width: 0 },
    marks: own < 0 ? marks : [...marks, mark('own', own)]
  };
}

/** The column that stands at `x` of the strip's own width; undefined between them. */
export function columnAt({ bars }: Pick<SpreadStrip, 'bars'>, x: number): SpreadBar | undefined {
  return bars.find((bar) => x >= bar.x && x < bar.x + bar.width);
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Columns that hold something; the fullest is 28 high, none so low that it can't be seen. */
function barsOf(shares: readonly number[]): SpreadBar[] {
  const columns = new Map<number, { first: number; last: number; count: number }>();
  shares.forEach((share, index) => {
    const column = Math.min(COLUMNS - 1, Math.floor(share * COLUMNS));
    const known = columns.get(column);
    if (!known) columns.set(column, { first: index, last: index, count: 1 });
    else {
      known.last = index;
      known.count += 1;
    }
  });
  const most = Math.max(...[...columns.values()].map(({ count }) => count));
  const step = (WIDTH - 2 * PAD) / COLUMNS;
  return [...columns]
    .sort(([a], [b]) => a - b)
    .map(([column, own]) => {
      const height = Math.max(1, Math.round((own.count / most) * TALLEST * 10) / 10);
      return { ...own, x: PAD + column * step, y: BASE - height, width: step - 0.5, height };
    });
}
