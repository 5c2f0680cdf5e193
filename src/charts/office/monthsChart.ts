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
  const points = (
    values: ReadonlyMap<string, readonly [value: number, text: string]>,
    strong = false,
    hollow = false
  ) =>
    days.map((day) => {
      const found = values.get(day);
      return found ? point(found[0], found[1], strong, hollow) : null;
    });
  const series = (
    name: string,
    role: NativeSeries['role'],
    values: ReadonlyMap<string, readonly [number, string]>,
    isOwn = false
  ): NativeSeries => ({
    name,
    role,
    points: points(values, isOwn, role === 'forecast'),
    labelled: false,
    owner: name
  });
  const { now, range } = t;
  const ends = range
    ? ([
        ['推算最高', range.high.percent],
        ['推算最低', range.low.percent]
      ] as const)
    : [];
  const events = eventStrokes(t.events, days, max);
  return {
    kind: 'lines',
    categories: days.map(dayName(days)),
    series: [
      series(
        now ? `${ownName(t)}（${now.light.shape}${now.light.word}）` : ownName(t),
        'line',
        new Map(t.course.map((c) => [c.row.asOf, [c.rate!, c.rateText]])),
        true
      ),
      ...(t.clock.length > 0
        ? [series('序时', 'clock', new Map(t.clock.map(({ day, percent }) => [day, [percent, percentText(percent)]])))]
        : []),
      ...(t.before.length > 0
        ? [
            series(
              t.beforeName,
              'mean',
              new Map(t.before.map(({ day, percent }) => [day, [percent, percentText(percent)]]))
            )
          ]
        : []),
      ...ends.map(([name, percent]) =>
        series(
          name,
          'forecast',
          new Map([
            [now!.row.asOf, [now!.rate!, now!.rateText] as const],
            [t.period.end, [percent, formatNumber(percent, { decimals: 1, unit: '%' })] as const]
          ])
        )
      ),
      ...events
    ],
    min,
    max,
    step,
    gaps: 'span',
    remarks: [
      range && range.high.percent > max ? '推算最高超出纵轴，图中只画到顶，数见数据表。' : '',
      events.length > 0 ? STROKES_REMARK : ''
    ].filter(Boolean),
    handling: []
  };
}

function dayName(days: readonly string[]): (day: string) => string {
  const several = new Set(days.map((day) => day.slice(0, 4))).size > 1;
  return (day) => {
    const { year, month, day: date } = partsOfDay(day);
    return `${several ? `${year}年` : ''}${month}月${isMonthEnd(day) ? '' : `${date}日`}`;
  };
}
