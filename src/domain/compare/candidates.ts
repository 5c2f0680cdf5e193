/** Which figure of each place a comparison takes, chosen by place and period: facts are made of what is chosen alone. */
import { needsEqualSpans, referenceSpan, spanReason } from './comparability';
import type { CompareQuery } from './comparison';
import type { FactIndex } from '../model/factIndex';
import type { Indicator } from '../model/records';
import { parsePeriod } from '../time/parsePeriod';
import { type Period, sameSpan, spanKey } from '../time/period';
import { periodLabel } from '../time/periodLabel';

/** Of each place the figure that is compared, in columns: facts by their position in the index. */
export interface Candidates {
  readonly facts: Int32Array;
  /** Why each doesn't fit; empty where it does. */
  readonly reasons: readonly string[];
}

/**
 * One fact a place: its latest that fits, else its latest with the reason why it doesn't.
 * @param places positions in the index, whose order is kept
 */
export function candidatesOf(
  indicator: Indicator,
  index: FactIndex,
  places: readonly number[],
  query: CompareQuery
): Candidates {
  const { fits, why } = fitRule(indicator, index, places, query);
  const facts = new Int32Array(places.length);
  const reasons = places.map((place, at) => {
    const latest = index.latestOf(place);
    for (let fact = latest, end = index.endOf(place); fact < end; fact += 1)
      if (fits(index.periodOf(fact))) {
        facts[at] = fact;
        return '';
      }
    facts[at] = latest;
    return why(index.periodOf(latest));
  });
  return { facts, reasons };
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
