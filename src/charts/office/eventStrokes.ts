import type { TimeEvent } from '../../domain/annotation/events';
import { type NativeSeries, point } from './nativeChart';

/** What is to be said of strokes that stand at a category and not at their day. */
export const STROKES_REMARK = '事件的竖线画在它所在的一期上。';

/**
 * Events as strokes at the first category that ends on their day or later; those of one category share a stroke.
 * @param ends last days of the categories, ISO; undefined for one that is left empty
 * @param max upper end of the value axis
 */
export function eventStrokes(
  events: readonly TimeEvent[] | undefined,
  ends: readonly (string | undefined)[],
  max: number
): NativeSeries[] {
  const marks = new Map<number, string>();
  for (const { day, mark } of events ?? []) {
    const at = ends.findIndex((end) => end !== undefined && end >= day);
    marks.set(at, `${marks.get(at) ?? ''}${mark}`);
  }
  return [...marks].map(([at, mark]) => ({
    name: mark,
    role: 'mark',
    labelled: false,
    points: ends.map((_, i) => (i === at ? point(max, mark, false, false) : null))
  }));
}
