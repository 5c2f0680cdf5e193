/** `09:05`, the time of day. */
export function timeOfDay(at: Date): string {
  return `${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** `10月26日09:05`. */
export function dayAndTime(at: Date): string {
  return `${at.getMonth() + 1}月${at.getDate()}日${timeOfDay(at)}`;
}

/** `05:07`, `1:05:07`: how long it has run, from milliseconds; part seconds don't count. */
export function runningTime(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const hours = Math.floor(seconds / 3600);
  return `${hours > 0 ? `${hours}:` : ''}${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
