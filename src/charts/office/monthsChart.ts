/** A task month by month as a native line chart. */
import type { TaskMonths } from '../../domain/months/answer';
import { isMonthEnd, partsOfDay } from '../../domain/time/calendar';
import { formatNumber } from '../../domain/wording/format';
import { monthsAxis, ownName, percentText } from '../monthsLayout';
import { eventStrokes, STROKES_REMARK } from './eventStrokes';
import { type NativeChart, type NativeSeries, point } from './nativeChart';

/**
 * Its completion, 序时, the year before and the two ends of the forecast, a series each; a category a day of the axis. Lines go
 * on over days on which nothing was reported.
 */
export function monthsChart(t: TaskMonths): NativeChart {
  const days = [...new Set([...t.days, ...t.before.map(({ day }) => day)])].sort();
  const { min, max, step } = monthsAxis(t);
  const events = eventStrokes(t.events, days, max);
  return {
    kind: 'lines',
    categories: days.map(dayName(days)),
    series: [...linesOf(t).map((line) => lineSeries(line, days)), ...events],
    min,
    max,
    step,
    gaps: 'span',
    remarks: [
      t.range && t.range.high.percent > max ? '推算最高超出纵轴，图中只画到顶，数见数据表。' : '',
      events.length > 0 ? STROKES_REMARK : ''
    ].filter(Boolean),
    handling: []
  };
}

/** A line of the chart: what is known of it, by day. */
interface Line {
  readonly name: string;
  readonly role: NativeSeries['role'];
  readonly values: ReadonlyMap<string, readonly [value: number, text: string]>;
}

/** The task's own line first. */
function linesOf(t: TaskMonths): Line[] {
  const { now } = t;
  const name = now ? `${ownName(t)}（${now.light.shape}${now.light.word}）` : ownName(t);
  const own: Line = { name, role: 'line', values: new Map(t.course.map((c) => [c.row.asOf, [c.rate!, c.rateText]])) };
  const others: Line[] = [
    { name: '序时', role: 'clock', values: percentsByDay(t.clock) },
    { name: t.beforeName, role: 'mean', values: percentsByDay(t.before) }
  ];
  return [own, ...others.filter(({ values }) => values.size > 0), ...forecastLines(t)];
}

function percentsByDay(course: readonly { readonly day: string; readonly percent: number }[]): Line['values'] {
  return new Map(course.map(({ day, percent }) => [day, [percent, percentText(percent)]]));
}

/** From what is done now to each end of the forecast. */
function forecastLines({ now, range, period }: TaskMonths): Line[] {
  if (!now || !range) return [];
  const ends = [
    ['推算最高', range.high.percent],
    ['推算最低', range.low.percent]
  ] as const;
  return ends.map(([name, percent]) => ({
    name,
    role: 'forecast',
    values: new Map([
      [now.row.asOf, [now.rate!, now.rateText]],
      [period.end, [percent, formatNumber(percent, { decimals: 1, unit: '%' })]]
    ])
  }));
}

function lineSeries({ name, role, values }: Line, days: readonly string[]): NativeSeries {
  const points = days.map((day) => {
    const found = values.get(day);
    return found ? point(found[0], found[1], role === 'line', role === 'forecast') : null;
  });
  return { name, role, points, labelled: false, owner: name };
}

function dayName(days: readonly string[]): (day: string) => string {
  const several = new Set(days.map((day) => day.slice(0, 4))).size > 1;
  return (day) => {
    const { year, month, day: date } = partsOfDay(day);
    return `${several ? `${year}年` : ''}${month}月${isMonthEnd(day) ? '' : `${date}日`}`;
  };
}
