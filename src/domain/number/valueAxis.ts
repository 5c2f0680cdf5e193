/**
 * Where the value axis of a trend begins. Counts start at zero; a narrow band of large values (rates near 90%) would
 * be flattened by it.
 */
export function startsAtZero(values: readonly number[]): boolean {
  const low = Math.min(...values);
  const high = Math.max(...values);
  return low <= 0 || high - low > low * 0.5 || values.length < 3;
}

/** Ends for an axis that doesn't start at zero: the next round numbers outside the values, and its steps of 1, 2 or 5. */
export function axisEnds(values: readonly number[]): {
  readonly min: number;
  readonly max: number;
  readonly step: number;
} {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const rough = (high - low || Math.abs(high) || 1) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].find((one) => one * power >= rough)! * power;
  const round = (value: number) => Number((value * step).toPrecision(12));
  return { min: round(Math.floor(low / step)), max: round(Math.ceil(high / step)), step: round(1) };
}
