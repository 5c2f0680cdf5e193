import type { Dataset } from './dataset';
import type { Indicator } from './records';

export interface IndicatorCoverage {
  readonly indicator: Indicator;
  /** How many places other than organisations have a number for it. */
  readonly places: number;
}

/** For the picker: every indicator, in file order, with how many places (organisations not counted) have a 数值 with a value. */
export function indicatorCoverage(dataset: Dataset): IndicatorCoverage[] {
  return dataset.indicators.map((indicator) => {
    const places = new Set<string>();
    for (const o of dataset.observationsOf(indicator.id, '数值')) {
      if (o.value !== null && o.place.level !== '机构') places.add(o.place.id);
    }
    return { indicator, places: places.size };
  });
}

/** Indicators that two or more places report, those of most places first: what can be compared. */
export function comparableIndicators(dataset: Dataset): Indicator[] {
  return indicatorCoverage(dataset)
    .filter((entry) => entry.places >= 2)
    .sort((a, b) => b.places - a.places)
    .map((entry) => entry.indicator);
}
