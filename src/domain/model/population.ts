/**
 * How many people live somewhere, for weighting rates and for figures per head.
 */
import { type NumericObservation, valueFacts } from './facts';
import { memoByDataset } from './memo';
import type { Indicator } from './records';
import { latestFirst } from '../time/period';

/** Why a place with a count has no figure per head. */
export const NO_POPULATION = '无人口数';

const PERSONS: ReadonlyMap<string, number> = new Map([
  ['人', 1],
  ['万人', 1e4]
]);

/** The latest population figure of each place, by place id; places without a positive one are absent. */
export const populationFigures = memoByDataset((dataset): ReadonlyMap<string, NumericObservation> => {
  const out = new Map<string, NumericObservation>();
  const id = dataset.populationIndicator;
  if (!PERSONS.has(dataset.indicator(id)?.unit ?? '')) return out;
  const facts = [...valueFacts(dataset, id)].sort((a, b) => latestFirst(a.period, b.period));
  for (const { place, observation } of facts) {
    if (!out.has(place.id) && observation.value > 0) out.set(place.id, observation);
  }
  return out;
});

/** Persons by place id, from `populationFigures`. */
export const populations = memoByDataset(
  (dataset): ReadonlyMap<string, number> =>
    new Map(
      [...populationFigures(dataset)].map(([id, figure]) => [id, figure.value * PERSONS.get(figure.indicator.unit)!])
    )
);

/** How a count or an amount of money becomes a figure per head. */
export interface PerHead {
  /** `例/万人`, or `元/人` for money. */
  readonly unit: string;
  /** A value in the indicator's unit, divided by so many persons. */
  convert(value: number, persons: number): number;
}

/** Money per person in 元, counts per 10,000 persons; undefined for rates, which are per head already. */
export function perHeadOf(indicator: Indicator): PerHead | undefined {
  if (indicator.kind !== '数量' && indicator.kind !== '金额') return undefined;
  const m = /^([万亿]?)(.*)$/.exec(indicator.unit)!;
  const size = m[1] === '万' ? 1e4 : m[1] === '亿' ? 1e8 : 1;
  if (indicator.kind === '金额') return { unit: `${m[2]}/人`, convert: (value, persons) => (value * size) / persons };
  return { unit: `${m[2]}/万人`, convert: (value, persons) => (value * size * 1e4) / persons };
}
