import { twoDigits } from '../domain/time/calendar';
import { localTime } from '../domain/time/localTime';

/** `10月26日09:05`. */
export function dayAndTime(at: Date): string {
  return `${at.getMonth() + 1}月${at.getDate()}日${localTime(at)}`;
}

/** `05:07`, `1:05:07`: how long it has run, from milliseconds; part seconds don't count. */
export function runningTime(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const hours = Math.floor(seconds / 3600);
  return `${hours > 0 ? `${hours}:` : ''}${twoDigits(Math.floor(seconds / 60) % 60)}:${twoDigits(seconds % 60)}`;
}
