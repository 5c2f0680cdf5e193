/**
 * The process behaviour chart (XmR, individuals and moving range): which changes of a series are more than its usual
 * variation.
 *
 * Source: NHS England, *Making Data Count* (guides “Strengthening your decisions” and “Making data count in practice”),
 * after W. A. Shewhart and D. J. Wheeler, *Understanding Variation*. 2.66 is 3 ÷ 1.128, the constant d2 of two values.
 */

/** Below so many values the limits say nothing, and nor does anybody of a trend. */
export const LEAST_VALUES = 12;

/** Of the mean moving range, either side of the mean. */
const REACH = 2.66;

/** So many values in a row on one side of the mean, or rising or falling, are a signal. */
const RUN = 7;

export interface ProcessLimits {
  readonly mean: number;
  /** Natural process limits: mean ∓ 2.66 × mean moving range. */
  readonly lower: number;
  readonly upper: number;
  /** Mean of the absolute differences of values next to each other. */
  readonly meanRange: number;
}

export const SIGNAL_KINDS = ['界外', '同侧', '连续', '近界'] as const;

export type SignalKind = (typeof SIGNAL_KINDS)[number];

export interface Signal {
  readonly kind: SignalKind;
  /** Above the mean, or rising. */
  readonly high: boolean;
}

/**
 * The limits of values in their order in time; null stands for a period without one, and no range reaches over it.
 * @returns undefined where no two values are next to each other
 */
export function processLimits(values: readonly (number | null)[]): ProcessLimits | undefined {
  const known = values.filter((v): v is number => v !== null);
  const ranges = values.flatMap((v, i) => {
    const before = values[i - 1];
    return v === null || before === null || before === undefined ? [] : [Math.abs(v - before)];
  });
  if (ranges.length === 0) return undefined;
  const [mean, meanRange] = [meanOf(known), meanOf(ranges)];
  return { mean, meanRange, lower: mean - REACH * meanRange, upper: mean + REACH * meanRange };
}

/**
 * What each value is part of, one list a value; a value missing ends every run.
 * - 界外: outside the limits;
 * - 同侧: one of seven or more in a row on one side of the mean (a value on the mean ends the run);
 * - 连续: one of seven or more in a row each above, or each below, the one before (an equal one ends the run);
 * - 近界: one of two among three in a row in the outer third between the mean and the same limit, inside it.
 */
export function processSignals(values: readonly (number | null)[], limits: ProcessLimits): Signal[][] {
  const found = values.map((): Signal[] => []);
  const mark = (indices: readonly number[], kind: SignalKind, high: boolean) => {
    for (const i of indices)
      if (!found[i]!.some((s) => s.kind === kind && s.high === high)) found[i]!.push({ kind, high });
  };
  values.forEach((v, i) => {
    if (v !== null && (v > limits.upper || v < limits.lower)) mark([i], '界外', v > limits.upper);
  });
  for (const { from, to, sign } of runsOf(values.map((v) => (v === null ? 0 : Math.sign(v - limits.mean)))))
    if (to - from >= RUN) mark(indices(from, to), '同侧', sign > 0);
  const steps = values.map((v, i) => {
    const before = values[i - 1];
    return v === null || before === null || before === undefined ? 0 : Math.sign(v - before);
  });
  // A run of steps begins at the value before its first.
  for (const { from, to, sign } of runsOf(steps))
    if (to - from + 1 >= RUN) mark(indices(from - 1, to), '连续', sign > 0);
  for (const high of [true, false]) {
    const near = values.map((v) => v !== null && isNear(v, limits, high));
    for (let i = 0; i + 2 < values.length; i++) {
      const three = indices(i, i + 3);
      if (three.some((n) => values[n] === null)) continue;
      const close = three.filter((n) => near[n]);
      if (close.length >= 2) mark(close, '近界', high);
    }
  }
  return found;
}

/** In the outer third between the mean and a limit, the limit included. */
function isNear(value: number, { mean, lower, upper }: ProcessLimits, high: boolean): boolean {
  if (upper === lower) return false;
  return high
    ? value > mean + ((upper - mean) * 2) / 3 && value <= upper
    : value < mean - ((mean - lower) * 2) / 3 && value >= lower;
}

/** Stretches of one sign, `to` not included; zero belongs to none. */
function runsOf(signs: readonly number[]): { from: number; to: number; sign: number }[] {
  const runs: { from: number; to: number; sign: number }[] = [];
  signs.forEach((sign, i) => {
    const last = runs[runs.length - 1];
    if (sign === 0) return;
    if (last && last.to === i && last.sign === sign) last.to = i + 1;
    else runs.push({ from: i, to: i + 1, sign });
  });
  return runs;
}

function indices(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, v) => sum + v, 0) / values.length;
}
