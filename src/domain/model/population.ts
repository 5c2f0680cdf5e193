/**
 * How many people live somewhere, for weighting rates and for figures per head.
 */
import type { Dataset } from './dataset';
import { factsOf, type Figure } from './facts';
import type { Indicator } from './records';
import { latestFirst } from '../time/period';

/** The indicator that holds the population. */
const POPULATION_ID = 'population';

/** Why a place with a count has no figure per head. */
export const NO_POPULATION = '无人口数';

const PERSONS: Readonly<Record<string, number>> = { 人: 1, 万人: 1e4 };

const answers = new WeakMap<Dataset, ReadonlyMap<string, Figure>>();

/** The latest population figure of each place, by place id; places without a positive one are absent. */
export function populationFigures(dataset: Dataset): ReadonlyMap<string, Figure> {
  let known = answers.get(dataset);
  if (!known) answers.set(dataset, (known = readFigures(dataset)));
  return known;
}

function readFigures(dataset: Dataset): ReadonlyMap<string, Figure> {
  const out = new Map<string, Figure>();
  if (PERSONS[dataset.indicator(POPULATION_ID)?.unit ?? ''] === undefined) return out;
  const facts = factsOf(dataset.observationsOf(POPULATION_ID, '数值')).sort((a, b) => latestFirst(a.period, b.period));
  for (const { place, observation } of facts) {
    if (!out.has(place.id) && observation.value > 0) out.set(place.id, observation);
  }
  return out;
}

/** Persons by place id, from `populationFigures`. */
export function populations(dataset: Dataset): ReadonlyMap<string, number> {
  return new Map(
    [...populationFigures(dataset)].map(([id, figure]) => [id, figure.value * PERSONS[figure.indicator.unit]!])
  );
}

/** How a count or an amount of money becomes a figure per head. */
export interface PerHead {
  /** `例/万人`, or `元/人` for money. */
  readonly unit: string;
  /** A value in the indicator's unit, divided by so many persons. */
  of(value: number, persons: number): number;
}

/** Money per person in 元, counts per 10,000 persons; undefined for rates, which are per head already. */
export function perHeadOf(indicator: Indicator): PerHead | undefined {
  if (indicator.kind !== '数量' && indicator.kind !== '金额') return undefined;
  const m = /^([万亿]?)(.*)$/.exec(indicator.unit)!;
  const size = m[1] === '万' ? 1e4 : m[1] === '亿' ? 1e8 : 1;
  if (indicator.kind === '金额') return { unit: `${m[2]}/人`, of: (value, persons) => (value * size) / persons };
  return { unit: `${m[2]}/万人`, of: (value, persons) => (value * size * 1e4) / persons };
}
