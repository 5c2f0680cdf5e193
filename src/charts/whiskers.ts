/** Confidence intervals on a chart: a thin line from end to end, with a stroke across it at each. */
import type { Observation } from '../domain/model/records';
import { type Scale, toAxis } from '../domain/wording/format';
import { intervalOf } from '../domain/wording/interval';
import type { Option } from './drawing';
import { palette } from './theme';

/** Both ends of an interval in the unit of an axis. */
export type IntervalEnds = readonly [lower: number, upper: number];

/** The ends of an observation's interval; undefined where it has none (a derived figure is no observation). */
export function endsOf(observation: Observation | null, scale: Scale): IntervalEnds | undefined {
  const interval = observation ? intervalOf(observation) : undefined;
  return interval && [toAxis(interval.lower, scale), toAxis(interval.upper, scale)];
}

/** A point of the chart in the values of its axes. */
type Coordinates = readonly [number | string, number | string];

export interface Whisker {
  readonly from: Coordinates;
  readonly to: Coordinates;
}

/**
 * A series of its own over the marks, which no pointer meets.
 * @param along the axis that the intervals run along
 * @param size of one px at the context's scale
 * @param kind intervals of earlier figures that share their row with later ones are drawn in grey, under those
 */
export function whiskerSeries(
  whiskers: readonly Whisker[],
  along: 'x' | 'y',
  size: number,
  kind: 'plain' | 'earlier' = 'plain'
): Option[] {
  if (whiskers.length === 0) return [];
  const [thin, wide] = [1.5 * size, 9 * size];
  const color = kind === 'plain' ? palette.ink : palette.context;
  return [
    {
      id: kind === 'plain' ? 'whiskers' : 'whiskers-earlier',
      type: 'line',
      silent: true,
      animation: false,
      connectNulls: false,
      showAllSymbol: true,
      symbol: 'rect',
      symbolSize: along === 'x' ? [thin, wide] : [wide, thin],
      itemStyle: { color },
      lineStyle: { color, width: thin },
      z: kind === 'plain' ? 6 : 4,
      data: whiskers.flatMap(({ from, to }) => [from, to, ['-', '-']])
    } as Option
  ];
}
