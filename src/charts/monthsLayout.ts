/** Where everything of a task's months goes, in px: the plot, the ticks, and the names at the ends of the lines. */
import type { LightLevel } from '../domain/lights/rule';
import type { TaskMonths } from '../domain/months/answer';
import { valueAxis, type ValueAxis } from '../domain/number/valueAxis';
import { isMonthEnd, partsOfDay } from '../domain/time/calendar';
import { formatNumber } from '../domain/wording/format';
import { textWidth, type TypeSizes, typeSizes } from './drawing';
import { stackLabels } from './labelLayout';
import { lineFoot, type LinePlane, linePlane } from './linePlane';
import type { RenderContext } from './theme';
import { axisDay } from './timeAxis';

const LINE = 1.3;

export type MonthsLine = 'own' | 'clock' | 'before' | 'low' | 'high';

/** What stands at the end of a line. */
export interface MonthsName {
  readonly line: MonthsLine;
  readonly name: string;
  readonly value: string;
  /** Of the task itself. */
  readonly light?: { readonly level: LightLevel; readonly text: string };
  /** Middle of the words, and where the line ends. */
  readonly y: number;
  readonly from: readonly [x: number, y: number];
}

export interface MonthsLayout extends LinePlane {
  readonly sizes: TypeSizes;
  readonly height: number;
  readonly axis: ValueAxis;
  readonly ticks: readonly { readonly day: string; readonly text: string }[];
  readonly names: readonly MonthsName[];
}

/** Where plane, axis and names of 逐月 stand, in px; names that don't fit beside the line go into two lines. */
export function monthsLayout(t: TaskMonths, context: RenderContext): MonthsLayout {
  const sizes = typeSizes(context, [15, 13]);
  const { font, small, narrow } = sizes;
  const texts = namesOf(t, narrow);
  const lineHeight = Math.ceil(narrow ? (font + small) * LINE : font * LINE);
  const height = context.height ?? Math.round((narrow ? 340 : 400) * context.scale);
  const axis = monthsAxis(t, narrow ? 4 : 6);
  const figures = textWidth(percentText(axis.max), small);
  const names = Math.max(40, ...texts.map((text) => nameWidth(text, sizes)));
  const top = Math.round(18 * context.scale);
  const foot = lineFoot(sizes, context);
  const span = [axisDay(t.span[0]), axisDay(t.span[1])] as const;
  const plane = linePlane({ height, top, foot, figures, names, gap: 16 }, span, axis, context);
  const { x, y } = plane;
  const ends = texts.map(({ day, percent }) => [x(day), y(Math.min(percent, axis.max))] as const);
  // The task itself keeps its place where there is too little room for all.
  const important = texts
    .map((_, i) => i)
    .sort((a, b) => Number(texts[b]!.light !== undefined) - Number(texts[a]!.light !== undefined));
  const middles = stackLabels(
    ends.map(([, at]) => at),
    lineHeight,
    2,
    height - foot,
    important
  );
  return {
    ...plane,
    sizes,
    height,
    axis,
    ticks: ticksOf(t, x, small),
    names: texts.flatMap(({ line, name, value, light }, i) => {
      const at = middles[i];
      return typeof at === 'number' ? [{ line, name, value, ...(light ? { light } : {}), y: at, from: ends[i]! }] : [];
    })
  };
}

/** From 0; 100 is always in sight. A forecast beyond the axis is cut by the edge of the chart. */
export function monthsAxis({ most }: Pick<TaskMonths, 'most'>, steps = 6): ValueAxis {
  return valueAxis([most], { zero: true, percent: true, steps });
}

/** A rate in percent, with as many decimals as it has. */
export function percentText(value: number): string {
  return formatNumber(value, { decimals: null, unit: '%' });
}

interface NameText extends Pick<MonthsName, 'line' | 'name' | 'value' | 'light'> {
  readonly day: string;
  readonly percent: number;
}

function namesOf(t: TaskMonths, narrow: boolean): NameText[] {
  const { now, range } = t;
  const found: NameText[] = [];
  const clock = t.clock[t.clock.length - 1];
  const before = t.before[t.before.length - 1];
  if (range) {
    const end = (line: 'low' | 'high', name: string): NameText => {
      const { percent } = range[line];
      return { line, name, value: formatNumber(percent, { decimals: 1, unit: '%' }), day: t.period.end, percent };
    };
    found.push(end('high', '推算最高'), end('low', '推算最低'));
  }
  if (clock) found.push({ line: 'clock', name: '序时', value: percentText(clock.percent), ...clock });
  if (before) found.push({ line: 'before', name: t.beforeName, value: percentText(before.percent), ...before });
  if (now) {
    const { level, shape, word } = now.light;
    found.push({
      line: 'own',
      name: ownName(t),
      value: now.rateText,
      light: { level, text: narrow ? shape : `${shape}${word}` },
      day: now.row.asOf,
      percent: now.rate!
    });
  }
  return found;
}

/** What the task's own line is called. */
export function ownName({ now }: Pick<TaskMonths, 'now'>): string {
  return now?.goal.direction === '控制' ? '用去' : '完成';
}

function nameWidth({ name, value, light }: NameText, { font, small, narrow }: TypeSizes): number {
  const figure = textWidth(` ${value}`, font) + (light ? textWidth(` ${light.text}`, small) : 0);
  return narrow ? Math.max(textWidth(name, font), figure) : textWidth(name, font) + figure;
}

/** Month's ends, so many that none touches another, the last always; the year with the first of several years. */
function ticksOf(t: TaskMonths, x: (day: string) => number, small: number): MonthsLayout['ticks'] {
  const days = t.days.filter((day) => isMonthEnd(day) || day === t.period.end);
  const several = new Set(days.map((day) => day.slice(0, 4))).size > 1;
  const texts = days.map((day, i) => {
    const { year, month, day: date } = partsOfDay(day);
    const text = isMonthEnd(day) ? `${month}月` : `${month}月${date}日`;
    return several && (i === 0 || month === 1) ? `${year}年${text}` : text;
  });
  const last = days.length - 1;
  const room = Math.max(0, ...texts.map((text) => textWidth(text, small))) + 8;
  const apart = last > 0 ? (x(days[last]!) - x(days[0]!)) / last : room;
  const stride = Math.max(1, Math.ceil(room / Math.max(1, apart)));
  return days.flatMap((day, i) => ((last - i) % stride === 0 ? [{ day, text: texts[i]! }] : []));
}
