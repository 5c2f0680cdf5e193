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
 * value. The page starts with it: no observation is met for it.
 */
export const indicatorCoverage = memoByDataset((dataset): readonly IndicatorCoverage[] => {
  const isArea = dataset.places.map(({ level }) => level !== '机构');
  return dataset.indicators.map((indicator, i) => {
    const reports = dataset.summary.reports[i]!;
    return { indicator, places: isArea.reduce((sum, is, at) => sum + (is ? reports[at]! : 0), 0) };
  });
});

/** Indicators that two or more places report, those of most places first: what can be compared. */
export function comparableIndicators(dataset: Dataset): Indicator[] {
  return indicatorCoverage(dataset)
    .filter((entry) => entry.places >= 2)
    .sort((a, b) => b.places - a.places)
    .map((entry) => entry.indicator);
}
