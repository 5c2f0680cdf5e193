/** Events on an axis of time: a thin upright line at each day, its number above. */
import type { TimeEvent } from '../domain/annotation/events';
import { HALO, type Option, escapeLabel, textWidth, type TypeSizes } from './drawing';
import { palette, type RenderContext } from './theme';
import { markLines } from './markLines';

/** Numbers that would lie on each other stand one above the other, so many deep. */
const MOST_LEVELS = 3;

/** Where a day lies, in px from the left, and how large small words are. */
interface TimeLayout {
  readonly x: (day: string) => number;
  readonly sizes: Pick<TypeSizes, 'small'>;
}

/** Numbered strokes at the days of what happened; no series without events. */
export function eventSeries(
  events: readonly TimeEvent[] | undefined,
  layout: TimeLayout,
  context: RenderContext
): Option[] {
  if (!events || events.length === 0) return [];
  const { small } = layout.sizes;
  const levels = eventLevels(events, layout);
  return [
    markLines('events', {
      z: 2,
      lineStyle: { color: palette.inkFaint, width: Math.max(1, context.scale), type: 'solid' },
      data: events.map(({ day, mark }, i) => ({
        name: mark,
        xAxis: day,
        label: {
          formatter: escapeLabel(mark),
          // Down from the end, into the plot: above it stand the words of a break.
          position: 'end',
          distance: [0, -Math.round((levels[i]! + 1) * small * 1.5)],
          color: palette.ink,
          fontSize: small,
          ...HALO
        }
      }))
    })
  ];
}

/** How far down the number of each event stands, in lines: the first free one. */
export function eventLevels(events: readonly TimeEvent[], { x, sizes }: TimeLayout): number[] {
  const taken: { readonly to: number; readonly level: number }[] = [];
  return events.map(({ day, mark }) => {
    const half = textWidth(mark, sizes.small) / 2 + 4;
    const at = x(day);
    const near = taken.filter(({ to }) => to > at - half).map(({ level }) => level);
    const free = Array.from({ length: MOST_LEVELS }, (_, level) => level).find((level) => !near.includes(level)) ?? 0;
    taken.push({ to: at + half, level: free });
    return free;
  });
}
