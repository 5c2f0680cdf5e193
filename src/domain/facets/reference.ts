/** The grey line of a small chart: one place's own figures, or the median of many. */
import type { FacetReference, ReferencePoint } from './answer';
import { type Indicator, isBound } from '../model/records';
import { median } from '../number/median';
import { comparePeriods, type Period } from '../time/period';
import { segmentsOf } from '../trend/segments';
import type { TrendSeries } from '../trend/trend';
import { formatInScale, type Scale } from '../wording/format';

/** Fewer values of a period have no middle that says anything. */
const LEAST_VALUES = 3;

interface Figure {
  readonly period: Period;
  readonly value: number;
}

/** The line of a place as it is drawn faintly in the small charts of others. */
export function lineOf(name: string, series: readonly TrendSeries[]): FacetReference | null {
  const segments = series.flatMap((s) =>
    s.segments.map((segment) => segment.map(({ period, value, text }): ReferencePoint => ({ period, value, text })))
  );
  return segments.length > 0 ? { name, segments } : null;
}

/**
 * Period by period the median: of an even number of values the mean of the two in the middle.
 * @param figures exact figures of one span, each place once a period
 * @returns null where no period has three values
 */
export function medianLine(
  name: string,
  figures: Iterable<Figure>,
  indicator: Indicator,
  scale: Scale
): FacetReference | null {
  const byPeriod = new Map<string, { period: Period; values: number[] }>();
  for (const { period, value } of figures) {
    const known = byPeriod.get(period.text);
    if (known) known.values.push(value);
    else byPeriod.set(period.text, { period, values: [value] });
  }
  const points = [...byPeriod.values()]
    .filter(({ values }) => values.length >= LEAST_VALUES)
    .sort((a, b) => comparePeriods(a.period, b.period))
    .map(({ period, values }) => {
      const value = median(values.sort((a, b) => a - b));
      return { period, value, text: formatInScale(value, scale, indicator), derived: true, witnesses: [] };
    });
  return points.length > 0 ? { name, segments: segmentsOf(points) } : null;
}

/** The exact figures among the points of some series that reports state. */
export function exactFigures(series: readonly TrendSeries[]): Figure[] {
  return series
    .flatMap((s) => s.segments.flat())
    .filter((p) => (p.observation !== null || p.fromSums) && !isBound(p.qualifier));
}
