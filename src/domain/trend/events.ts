import type { ShownAnnotation } from '../annotation/concerned';
import { markedEvents } from '../annotation/events';
import type { Note } from '../wording/note';
import type { Trend } from './trend';

/**
 * A trend with the events that fall on its axis of time, and the notes of all that was written. Two periods beside each
 * other are no axis, and what lies before the end of the first period or after that of the last has no place on it: those
 * are told in words alone.
 */
export function withEvents(
  trend: Trend,
  written: readonly ShownAnnotation[]
): { readonly trend: Trend; readonly notes: readonly Note[] } {
  const ends = trend.periods.map(({ end }) => end).sort();
  const { events, notes } = markedEvents(
    written,
    (day) => trend.form === '线' && day >= ends[0]! && day <= ends[ends.length - 1]!
  );
  return { trend: events.length > 0 ? { ...trend, events } : trend, notes };
}
