/**
 * A chart as office programs know it: categories and series of numbers, with what is to be said of single
 * points. It comes from the same answers as the chart on the screen, in the same order and rounding.
 */
import type { LightLevel } from '../../domain/lights/rule';
import type { IndicatorChange } from '../../domain/trend/changesAnswer';
import { excelNumber } from '../../domain/wording/spreadsheetNumber';
import type { IntervalEnds } from '../whiskers';
import { withoutNoise } from '../../domain/number/rounding';

/**
 * How a series is drawn: bars, a line, the full length behind each bar, a stroke across it, how thick the strokes of the
 * series before it are, an empty series before those, what is unseen between strokes, figures that are drawn by strokes alone, a hollow bar behind it; beside lines the level of their mean or of a limit, 序时 and a forecast, what a small chart is held against, and a stroke from the top to the foot of the chart at its one point, which
 * lies between two periods; below floating bars the unseen part that they stand on.
 */
export type NativeRole =
  | 'bar'
  | 'base'
  | 'line'
  | 'track'
  | 'tick'
  | 'stroke'
  | 'spacer'
  | 'gap'
  | 'value'
  | 'forecast'
  | 'mean'
  | 'limit'
  | 'clock'
  | 'others'
  | 'mark';

/** Where the figure of a point stands: above, below, left, right; or nowhere, for want of room. */
export type LabelPosition = 't' | 'b' | 'l' | 'r' | 'none';

export interface NativePoint {
  readonly value: number;
  /** As it stands beside the mark on the screen. */
  readonly text: string;
  /** Excel format that prints the value as `text`; empty where none can. */
  readonly format: string;
  /** The focus place, or a task that is behind. */
  readonly strong: boolean;
  /** Promises less than a plain mark: a bound, a derived or an expected value. */
  readonly hollow: boolean;
  /** How far its confidence interval reaches below and above it; absent where none is stated. */
  readonly interval?: { readonly below: number; readonly above: number };
  /** Where its figure stands, beside a line; absent: above, right of a point over a number. */
  readonly label?: LabelPosition;
  /** What a change means; absent where the chart doesn't judge. */
  readonly judgement?: IndicatorChange['judgement'];
}

export interface NativeSeries {
  readonly name: string;
  readonly role: NativeRole;
  /** One a category; null where there is no number (never zero). */
  readonly points: readonly (NativePoint | null)[];
  /** Whether values stand at the marks. */
  readonly labelled: boolean;
  /** Whose line it is: all segments of one place have one colour; of a stroke the series whose figures it shows. */
  readonly owner?: string;
  /** A later segment goes on with its line, and bears its name: this one needs no entry of its own in a legend. */
  readonly continued?: boolean;
  /** Only its last point has a mark, and one that stands alone; absent: all have. */
  readonly dots?: 'last';
  /** How the sheet behind the chart works its numbers out: names of the cells of other series in the same row → a formula. */
  readonly formula?: (cell: (series: number) => string) => string;
}

/** A short remark at a point. */
export interface NativeCallout {
  readonly series: number;
  readonly category: number;
  readonly text: string;
}

export interface NativeChart {
  /** Bars and bullets lie, columns stand. */
  readonly kind: 'bars' | 'lines' | 'bullets' | 'scatter' | 'columns';
  /** One that is empty parts its neighbours: there is nothing at it. */
  readonly categories: readonly string[];
  readonly series: readonly NativeSeries[];
  /** Ends of the value axis; null: as the numbers ask. */
  readonly min: number | null;
  readonly max: number | null;
  /** From one line of the grid to the next; absent: as the program likes. */
  readonly step?: number;
  /** Of points over a number: its axis. The number of each category stands in the first series. */
  readonly across?: { readonly title: string; readonly min: number; readonly max: number; readonly step: number };
  /** Whether lines go on over categories without a number; absent: they don't. */
  readonly gaps?: 'gap' | 'span';
  /** What is to be said of the chart's form, one sentence each. */
  readonly remarks: readonly string[];
  /** What somebody who edits the chart has to know, one sentence each. */
  readonly handling: readonly string[];
  /** The light of each category, which its name begins with; absent where there are none. */
  readonly lights?: readonly LightLevel[];
  /** What stands right of each bar, one a category, under its heading. */
  readonly beside?: { readonly title: string; readonly texts: readonly string[] };
  /** Short remarks at its points; absent for none. */
  readonly callouts?: readonly NativeCallout[];
  /** It leaves room to its right for remarks, those of its other pages too. */
  readonly hasMargin?: boolean;
}

/** The axis of the chart is in the printed unit, so a percentage keeps its number: 67.68 prints as `67.68%`. */
export function point(value: number, text: string, strong: boolean, hollow: boolean): NativePoint {
  return {
    value: withoutNoise(value, 15),
    text,
    format: excelNumber(value, text, 'number')?.format ?? '',
    strong,
    hollow
  };
}

/**
 * A series of strokes across bars, and the series by which office programs draw them: thin bars that stand on the unseen
 * bars of the first, on an axis of their own. One of a chart: what stands on one bar can't stand on another.
 *
 * LibreOffice (7.4) counts the series of both axes together when it looks for the bar that another stands on: for each
 * series of bars beyond the first it takes an empty one to find the right one. Empty bars change nothing elsewhere.
 * @param axis ends of the value axis
 * @param bars how many series of bars are drawn before
 * @param share how thick the strokes are, of the length of the axis
 */
export function strokeSeries(
  ticks: NativeSeries,
  axis: { readonly min: number; readonly max: number },
  bars: number,
  share: number
): NativeSeries[] {
  const spacers = Array.from({ length: bars - 1 }, (_, at): NativeSeries => ({
    name: `占位${at + 1}（空）`,
    role: 'spacer',
    labelled: false,
    points: ticks.points.map(() => null)
  }));
  const thick = Number((share * (axis.max - axis.min)).toPrecision(2));
  const points = ticks.points.map((p) => p && { ...p, value: p.value < 0 ? -thick : thick, text: '', format: '' });
  return [...spacers, ticks, { name: '竖线的粗细', role: 'stroke', labelled: false, points }];
}

/** How far an interval reaches below and above a value; nothing where none is stated. */
export function intervalReach(ends: IntervalEnds | undefined, value: number): Pick<NativePoint, 'interval'> {
  if (!ends) return {};
  const reach = (end: number) => withoutNoise(Math.abs(end - value), 15);
  return { interval: { below: reach(ends[0]), above: reach(ends[1]) } };
}
