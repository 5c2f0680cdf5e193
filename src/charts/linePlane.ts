/** What line charts over time share: the plot between the figures of the axis and the names at the ends of the lines. */
import type { ValueAxis } from '../domain/number/valueAxis';
import { OWN_ROOM, type TypeSizes } from './drawing';
import type { Box } from './labelLayout';
import { palette, type RenderContext } from './theme';
import { axisDay } from './timeAxis';

/** The plot of a line chart, and the way from days and values to px and back. */
export interface LinePlane {
  readonly plot: Box;
  /** Left edge of the names, in px. */
  readonly column: number;
  /** Ends of the time axis, in ms. */
  readonly span: readonly [from: number, to: number];
  readonly x: (day: string) => number;
  readonly y: (value: number) => number;
  /** The time at a distance from the left, in ms. */
  readonly timeAt: (px: number) => number;
  /** The value at a height, on the axis. */
  readonly valueAt: (px: number) => number;
}

/** Sizes in px. */
interface LineRoom {
  readonly height: number;
  /** Above the plot. */
  readonly top: number;
  /** Below the plot, for the ticks of time: `lineFoot`. */
  readonly foot: number;
  /** Width of the widest figure of the axis of values, and of the widest name. */
  readonly figures: number;
  readonly names: number;
  /** Between plot and names, before scaling. */
  readonly gap: number;
}

/** Room for the ticks of time below the plot, in px. */
export function lineFoot({ small }: Pick<TypeSizes, 'small'>, { scale }: Pick<RenderContext, 'scale'>): number {
  return Math.round(small * 1.4 + 14 * scale);
}

/**
 * @param span ends of the time axis in ms, the first before the second
 * @param axis of values
 * @returns the plot; it keeps 40 px each way however little room there is
 */
export function linePlane(
  { height, top, foot, figures, names, gap }: LineRoom,
  span: readonly [from: number, to: number],
  axis: ValueAxis,
  { width, scale }: Pick<RenderContext, 'width' | 'scale'>
): LinePlane {
  const left = figures + Math.round(18 * scale);
  const column = Math.max(width - names - 6, left + 60);
  const plot: Box = {
    left,
    top,
    width: Math.max(40, column - Math.round(gap * scale) - left),
    height: Math.max(40, height - top - foot)
  };
  return {
    plot,
    column,
    span,
    x: (day) => plot.left + ((axisDay(day) - span[0]) / (span[1] - span[0])) * plot.width,
    y: (value) => plot.top + ((axis.max - value) / (axis.max - axis.min)) * plot.height,
    timeAt: (px) => span[0] + ((px - plot.left) / plot.width) * (span[1] - span[0]),
    valueAt: (px) => axis.max - ((px - plot.top) / plot.height) * (axis.max - axis.min)
  };
}

/** The grid of ECharts that is the plot. */
export function planeGrid({ plot }: Pick<LinePlane, 'plot'>, { width }: Pick<RenderContext, 'width'>) {
  return {
    left: plot.left,
    right: width - plot.left - plot.width,
    top: plot.top,
    height: plot.height,
    ...OWN_ROOM
  };
}

/** Where a line ends, and the middle of its name. */
interface LineName {
  readonly from: readonly [x: number, y: number];
  readonly y: number;
}

/**
 * From the ends of lines to their names, where a name had to move away or its line ends early.
 * @param dot from the end of a line to where its leader begins, before scaling
 */
export function nameLeaders(
  names: readonly LineName[],
  { column, timeAt, valueAt }: Pick<LinePlane, 'column' | 'timeAt' | 'valueAt'>,
  { font }: Pick<TypeSizes, 'font'>,
  dot: number,
  { scale }: Pick<RenderContext, 'scale'>
) {
  const moved = names.filter(({ from, y }) => Math.abs(y - from[1]) > font / 2 || column - from[0] > 40 * scale);
  return {
    id: 'leaders',
    type: 'line',
    silent: true,
    clip: false,
    symbol: 'none',
    z: 1,
    lineStyle: { color: palette.contextSoft, width: Math.max(1, scale) },
    data: moved.flatMap(({ from, y }) => [
      [timeAt(from[0] + dot * scale), valueAt(from[1])],
      [timeAt(column - 4 * scale), valueAt(y)],
      ['-', '-']
    ])
  };
}
