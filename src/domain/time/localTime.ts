/** Moments as the reader's own clock shows them: what a person does has a zone, a day of the data has none. */
import { isoDay, twoDigits } from './calendar';

/** `2020-11-03`, in the reader's own zone. */
export function localDay(at: Date): string {
  return isoDay(at.getFullYear(), at.getMonth() + 1, at.getDate());
}

/** `09:05`, in the reader's own zone. */
export function localTime(at: Date): string {
  return `${twoDigits(at.getHours())}:${twoDigits(at.getMinutes())}`;
}
