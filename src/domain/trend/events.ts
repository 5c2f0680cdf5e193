import type { ShownAnnotation } from '../annotation/concerned';
import { annotationNote, eventMark } from '../annotation/wording';
import type { Note } from '../wording/note';
import type { Trend, TrendEvent } from './trend';

/**
 * A trend with the events that fall on its axis of time, numbered by their days, and the notes of all that was written,
 * those of its events with their numbers. Two periods beside each other are no axis, and what lies before the end of
 * the first period or after that of the last has no place on it: those are told in words alone.
 */
export function withEvents(
  trend: Trend,
  written: readonly ShownAnnotation[]
): { readonly trend: Trend; readonly notes: readonly Note[] } {
  const ends = trend.periods.map(({ end }) => end).sort();
  const isOnAxis = (day: string) => trend.form === '线' && day >= ends[0]! && day <= ends[ends.length - 1]!;
  const events: TrendEvent[] = [];
  const notes = written.map((one) => {
    const { kind, date } = one.annotation;
    if (kind !== '事件' || !isOnAxis(date)) return annotationNote(one);
    const mark = eventMark(events.length + 1);
    events.push({ day: date, mark });
    return annotationNote(one, mark);
  });
  return { trend: events.length > 0 ? { ...trend, events } : trend, notes };
}
