import type { Dataset } from './dataset';
import { memoByDataset } from './memo';
import type { Indicator } from './records';

export interface IndicatorCoverage {
  readonly indicator: Indicator;
  /** How many places other than organisations have a number for it. */
  readonly places: number;
}

/**
 * For the picker: every indicator, in file order, with how many places (organisations not counted) have a 数值 with a
 * value. Read from the columns, once a dataset: the page starts with it.
 */
export const indicatorCoverage = memoByDataset((dataset): readonly IndicatorCoverage[] => {
  const { coded, value } = dataset.observationColumns();
  const { indicator, place, measure, part } = coded;
  const isCounted = measure.entries.map((entry) => entry === '数值');
  const isWhole = part.entries.map((entry) => entry === '');
  const isArea = place.entries.map(({ level }) => level !== '机构');
  const counts = new Int32Array(indicator.entries.length);
  const seen = new Uint8Array(indicator.entries.length * place.entries.length);
  for (let row = 0; row < value.length; row += 1) {
    const at = place.codes[row]!;
    if (Number.isNaN(value[row]) || !isCounted[measure.codes[row]!] || !isWhole[part.codes[row]!] || !isArea[at])
      continue;
    const of = indicator.codes[row]!;
    const pair = of * place.entries.length + at;
    if (seen[pair] === 1) continue;
    seen[pair] = 1;
    counts[of]! += 1;
  }
  return dataset.indicators.map((item, i) => ({ indicator: item, places: counts[i]! }));
});

/** Indicators that two or more places report, those of most places first: what can be compared. */
export function comparableIndicators(dataset: Dataset): Indicator[] {
  return indicatorCoverage(dataset)
    .filter((entry) => entry.places >= 2)
    .sort((a, b) => b.places - a.places)
    .map((entry) => entry.indicator);
}
