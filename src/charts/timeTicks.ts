/** Which periods are named under a line chart, and how. */
import { partsOfDay } from '../domain/time/calendar';
import { periodLabel } from '../domain/time/periodLabel';
import type { Trend } from '../domain/trend/trend';
import { textWidth } from './drawing';
import { placeLabels } from './labelLayout';

/** Few enough to be named one by one under the axis. */
const MOST_NAMED_PERIODS = 9;

export interface Tick {
  readonly day: string;
  readonly text: string;
}

/**
 * The periods under the axis, each at its last day; the first and the last always, and of many so many that none
 * touches another. The year stands where it begins.
 */
export function timeTicks(trend: Trend, x: (day: string) => number, small: number): Tick[] {
  const byDay = new Map(trend.periods.map((p) => [p.end, p]));
  const days = [...byDay.keys()].sort();
  const few = days.length <= MOST_NAMED_PERIODS && byDay.size === trend.periods.length;
  const full = (day: string) => {
    const { year, month } = partsOfDay(day);
    const { kind } = byDay.get(day)!;
    const byItself = few || kind === '年' || kind === '半年' || kind === '季';
    return byItself ? periodLabel(byDay.get(day)!) : `${year}年${month}月`;
  };
  const yearOf = (day: string) => day.slice(0, 4);
  const isYearFirst = (i: number) => i === 0 || yearOf(days[i]!) !== yearOf(days[i - 1]!);
  const textAt = (i: number) => {
    const text = full(days[i]!);
    const rest = text.replace(/^\d{4}年/, '');
    return few || isYearFirst(i) || rest === '' ? text : rest;
  };
  const last = days.length - 1;
  for (let stride = 1; stride <= days.length; stride += 1) {
    const indexes = days.map((_, i) => i).filter((i) => i === last || i % stride === 0);
    const fixed = [...new Set([0, last])];
    const others = indexes.filter((i) => !fixed.includes(i));
    const wishes = [...fixed, ...others].map((i) => {
      const text = i === last && !few ? full(days[i]!) : textAt(i);
      const w = textWidth(text, small) + 8;
      return {
        i,
        text,
        width: w,
        height: 1,
        corners: [[x(days[i]!) - w / 2, 0]] as [number, number][]
      };
    });
    const boxes = placeLabels(wishes, { left: -1e4, top: -1, width: 2e4, height: 4 });
    const shown = wishes.filter((_, n) => boxes[n] !== null);
    // The last ones before the end may give way to it; more gaps than that want a wider stride.
    if (shown.length >= wishes.length - 1 || stride === days.length)
      return shown.sort((a, b) => a.i - b.i).map(({ i, text }) => ({ day: days[i]!, text }));
  }
  return [];
}
