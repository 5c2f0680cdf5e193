/** The grey line of a small chart: one place's own figures, or the median of many. */
import type { FacetReference, ReferencePoint } from './answer';
import type { Line } from './line';
import type { Indicator } from '../model/records';
import { median } from '../number/median';
import { comparePeriods, type Period } from '../time/period';
import { segmentsOf } from '../trend/segments';
import type { TrendSeries } from '../trend/trend';
import { formatInScale, type Scale } from '../wording/format';

/** Fewer values of a period have no middle that says anything. */
const LEAST_VALUES = 3;

/** The line of a place as it is drawn faintly in the small charts of others. */
export function lineOf(name: string, series: readonly TrendSeries[]): FacetReference | null {
  const segments = series.flatMap((s) =>
    s.segments.map((segment) => segment.map(({ period, value, text }): ReferencePoint => ({ period, value, text })))
  );
  return segments.length > 0 ? { name, segments } : null;
}

/**
 * Period by period the median: of an even number of values the mean of the two in the middle.
 * @param figures exact figures of one span by period, each place once a period
 * @returns null where no period has three values
 */
export function medianLine(name: string, figures: Figures, indicator: Indicator, scale: Scale): FacetReference | null {
  const points = [...figures.values()]
    .filter(({ values }) => values.length >= LEAST_VALUES)
    .sort((a, b) => comparePeriods(a.period, b.period))
    .map(({ period, values }) => {
      const value = median(Float64Array.from(values).sort());
      return { period, value, text: formatInScale(value, scale, indicator), derived: true, witnesses: [] };
    });
  return points.length > 0 ? { name, segments: segmentsOf(points) } : null;
}

/** By the text of the period. */
type Figures = ReadonlyMap<string, { readonly period: Period; readonly values: readonly number[] }>;

/** Figures gathered by their periods. */
export function figuresByPeriod(figures: Iterable<{ readonly period: Period; readonly value: number }>): Figures {
  const found = new FigureList();
  for (const { period, value } of figures) found.of(period).push(value);
  return found.byPeriod;
}

/** The exact figures of some lines that reports state. */
export function exactFigures(lines: readonly Pick<Line, 'periods' | 'values' | 'isExact'>[]): Figures {
  const found = new FigureList();
  for (const { periods, values, isExact } of lines)
    for (let at = 0; at < values.length; at += 1) if (isExact(at)) found.of(periods[at]!).push(values[at]!);
  return found.byPeriod;
}

class FigureList {
  readonly byPeriod = new Map<string, { readonly period: Period; readonly values: number[] }>();

  of(period: Period): number[] {
    let known = this.byPeriod.get(period.text);
    if (!known) this.byPeriod.set(period.text, (known = { period, values: [] }));
    return known.values;
  }
}
