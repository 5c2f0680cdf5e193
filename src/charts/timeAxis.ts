/** The axis of time under a line chart. */
import { partsOfDay } from '../domain/time/calendar';
import { type Option, escapeLabel, type TypeSizes } from './drawing';
import { palette } from './theme';
import type { Tick } from './timeTicks';

/** A day as the axis counts it: `2020-10-31` alone is read as midnight here, and not at Greenwich. */
export function axisDay(day: string): number {
  const { year, month, day: date } = partsOfDay(day);
  return new Date(year, month - 1, date).getTime();
}

interface TimeAxisLayout {
  /** Ends of the axis, in ms. */
  readonly span: readonly [from: number, to: number];
  readonly ticks: readonly Tick[];
  readonly sizes: Pick<TypeSizes, 'small'>;
}

/** @param startsAtZero the axis of values has zero at or above its foot, so that the foot is drawn stronger than the grid */
export function timeAxis({ span, ticks, sizes }: TimeAxisLayout, startsAtZero: boolean): Option['xAxis'] {
  const texts = new Map(ticks.map((tick) => [axisDay(tick.day), tick.text]));
  const days = ticks.map((tick) => tick.day);
  return {
    type: 'time',
    min: span[0],
    max: span[1],
    axisTick: { customValues: days },
    axisLabel: {
      color: palette.inkSoft,
      fontSize: sizes.small,
      // Below the half of the lowest number of the value axis that hangs under its line.
      margin: Math.round(sizes.small * 0.7) + 2,
      hideOverlap: false,
      showMinLabel: true,
      showMaxLabel: true,
      customValues: days,
      formatter: (day: number) => escapeLabel(texts.get(day) ?? '')
    },
    // Zero is a stronger line than the grid's.
    axisLine: { lineStyle: { color: startsAtZero ? palette.context : palette.line } },
    splitLine: { show: false }
  } as Option['xAxis'];
}
