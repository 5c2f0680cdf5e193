import type { Note } from '../wording/note';
import type { ShownAnnotation } from './concerned';
import { annotationNote, eventMark } from './wording';

/** Something that happened on a day of an axis of time; what it was stands in the notes, under its number. */
export interface TimeEvent {
  /** ISO day. */
  readonly day: string;
  /** ① and so on. */
  readonly mark: string;
}

/**
 * The events that fall on an axis of time, numbered by their days, and the notes of all that was written, those of the
 * events with their numbers.
 * @param isOnAxis whether a day (ISO) lies between the ends of the axis
 */
export function markedEvents(
  written: readonly ShownAnnotation[],
  isOnAxis: (day: string) => boolean
): { readonly events: readonly TimeEvent[]; readonly notes: readonly Note[] } {
  const events: TimeEvent[] = [];
  const notes = written.map((one) => {
    const { kind, date } = one.annotation;
    if (kind !== '事件' || !isOnAxis(date)) return annotationNote(one);
    const mark = eventMark(events.length + 1);
    events.push({ day: date, mark });
    return annotationNote(one, mark);
  });
  return { events, notes };
}
