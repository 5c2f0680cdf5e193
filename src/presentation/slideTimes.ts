/** How long each slide was up in a talk, against the time planned for it. */
import { runningTime } from './clock';

export interface SlideTimes {
  /** Milliseconds by slide, without the one that is up. */
  readonly used: Readonly<Record<string, number>>;
  /** The slide that is up, and since when (ms since 1970). */
  readonly current: string;
  readonly since: number;
}

export const NO_TIMES: SlideTimes = { used: {}, current: '', since: 0 };

/** Another slide is up, or none: what the last one has had is added to it. */
export function turnTo(times: SlideTimes, slide: string, at: number): SlideTimes {
  if (slide === times.current) return times;
  return { used: usedAt(times, at), current: slide, since: at };
}

/** Milliseconds that a slide has had by then, all its turns together. */
export function timeOf(times: SlideTimes, slide: string, at: number): number {
  return usedAt(times, at)[slide] ?? 0;
}

function usedAt({ used, current, since }: SlideTimes, at: number): Readonly<Record<string, number>> {
  if (current === '') return used;
  return { ...used, [current]: (used[current] ?? 0) + Math.max(0, at - since) };
}

/** `本张 01:10 / 计划 03:00`, `本张 03:20 / 计划 03:00，超 00:20`; without a plan the time alone. */
export function timeText(ms: number, plannedSeconds: number): string {
  const own = `本张 ${runningTime(ms)}`;
  if (plannedSeconds === 0) return own;
  const over = ms - plannedSeconds * 1000;
  return `${own} / 计划 ${runningTime(plannedSeconds * 1000)}${over >= 1000 ? `，超 ${runningTime(over)}` : ''}`;
}
