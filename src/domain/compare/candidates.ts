/** Which figure of each place a comparison takes, chosen by place and period: facts are made of what is chosen alone. */
import { needsEqualSpans, referenceSpan, spanReason } from './comparability';
import type { CompareQuery } from './comparison';
import { withWilson } from '../model/computedInterval';
import type { FactIndex } from '../model/factIndex';
import type { Fact } from '../model/facts';
import type { Indicator } from '../model/records';
import { parsePeriod } from '../time/parsePeriod';
import { type Period, sameSpan, spanKey } from '../time/period';
import { periodLabel } from '../time/periodLabel';

/** A fact chosen for its place, and why it doesn't fit (empty when it does). */
export interface Candidate {
  readonly fact: Fact;
  readonly reason: string;
}

/** With the value that is compared: the figure, or what it is per head. */
export interface Valued extends Candidate {
  readonly value: number;
}

/**
 * One fact a place: its latest that fits, else its latest with the reason why it doesn't.
 * @param places positions in the index, whose order is kept
 * @param valueOf the value of it that is compared
 */
export function candidatesOf(
  indicator: Indicator,
  index: FactIndex,
  places: readonly number[],
  query: CompareQuery,
  valueOf: (fact: Fact) => number
): Valued[] {
  const valued = (fact: Fact, reason: string): Valued => ({ fact, reason, value: valueOf(fact) });
  const { fits, why } = fitRule(indicator, index, places, query);
  return places.map((place) => {
    const latest = index.latestOf(place);
    for (let at = latest, end = index.endOf(place); at < end; at += 1)
      if (fits(index.periodOf(at))) return valued(factAt(index, at, query), '');
    return valued(factAt(index, latest, query), why(index.periodOf(latest)));
  });
}

function factAt(index: FactIndex, at: number, { intervals }: CompareQuery): Fact {
  const fact = index.fact(at);
  return intervals ? { ...fact, observation: withWilson(fact.observation) } : fact;
}

interface FitRule {
  readonly fits: (period: Period) => boolean;
  /** Why a period that doesn't fit doesn't. */
  readonly why: (period: Period) => string;
}

function fitRule(
  indicator: Indicator,
  index: FactIndex,
  places: readonly number[],
  { period: wanted }: CompareQuery
): FitRule {
  if (wanted) {
    const chosen = parsePeriod(wanted);
    const label = chosen ? periodLabel(chosen) : wanted;
    return {
      fits: ({ text }) => text === wanted,
      why: (period) => `时期为${periodLabel(period)}，不是所选的${label}`
    };
  }
  const reference = needsEqualSpans(indicator) ? spanOf(index, places) : undefined;
  return reference
    ? { fits: (period) => sameSpan(period, reference), why: (period) => spanReason(period, reference) }
    : { fits: () => true, why: () => '' };
}

/** `referenceSpan` of the facts of some places: most indicators have periods of one length, and then no fact is met. */
function spanOf(index: FactIndex, places: readonly number[]): Period | undefined {
  const periods = index.periodCounts(places);
  const latest = periods[0]?.period;
  return latest && periods.every(({ period }) => spanKey(period) === spanKey(latest))
    ? latest
    : referenceSpan(index.stated(places));
}
