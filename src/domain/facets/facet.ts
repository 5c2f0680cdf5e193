/** What a small chart says of its own line. */
import type { Facet, FacetChange } from './answer';
import type { Indicator } from '../model/records';
import { comparePeriods } from '../time/period';
import { judged } from '../trend/changesWording';
import { startsAnew } from '../trend/segments';
import type { TrendPoint, TrendSeries } from '../trend/trend';
import { changeOf, pointsIn } from '../trend/wording';

/** What a small chart shows of its own line. */
export type OwnLine = Pick<Facet, 'series' | 'last' | 'breaks' | 'change'>;

/** @param series of one place and span under one or more 口径; one of `indicator` at least */
export function ownLine(indicator: Indicator, series: readonly TrendSeries[]): OwnLine {
  const ordered = [...series].sort((a, b) => comparePeriods(firstOf(a).period, firstOf(b).period));
  const main = ordered.filter((s) => s.indicator.id === indicator.id);
  const latest = main[main.length - 1]!;
  const points = pointsIn(latest);
  return {
    series: ordered,
    last: points[points.length - 1]!,
    breaks: breaksOf(ordered),
    change: facetChange(latest)
  };
}

/** Where a line begins anew: another 口径, or a place that succeeds another. */
function breaksOf(ordered: readonly TrendSeries[]): Facet['breaks'] {
  return ordered.flatMap((s, i) => {
    const before = ordered[i - 1];
    const [first, ...rest] = pointsIn(s);
    const flagged = rest.filter(startsAnew).map(({ period }) => ({ period, label: '口径调整' as const }));
    if (!before) return flagged;
    const label = before.place === s.place ? ('口径调整' as const) : ('区划调整' as const);
    return [{ period: first!.period, label }, ...flagged];
  });
}

function facetChange(series: TrendSeries): FacetChange | null {
  const change = changeOf(series);
  if (!change) return null;
  const { first, last, value, text } = change;
  return { first, last, value, text, judgement: judged(series.indicator, value, '') };
}

function firstOf(s: TrendSeries): TrendPoint {
  return s.segments[0]![0]!;
}
