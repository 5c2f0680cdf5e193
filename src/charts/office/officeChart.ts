/**
 * A chart as office programs know it: categories and series of numbers, with what is to be said of single
 * points. It comes from the same answers as the chart on the screen, in the same order and rounding.
 */
import { NESTED } from '../../domain/compare/comparability';
import type { Comparison, ComparisonRow } from '../../domain/compare/comparison';
import type { LightLevel } from '../../domain/lights/rule';
import { isBound } from '../../domain/model/records';
import { axisEnds } from '../../domain/number/valueAxis';
import { comparisonAxis } from '../placesBar';
import { MOST_FIGURES, namedSeries } from '../trendLayout';
import { trendAxis } from '../trendPoints';
import { type Ends, endsOf } from '../whiskers';
import type { Period } from '../../domain/time/period';
import { periodLabel } from '../../domain/time/periodLabel';
import { unitOf } from '../../domain/trend/changeKind';
import type { ChangeBoard, IndicatorChange } from '../../domain/trend/changes';
import type { Trend, TrendPoint, TrendSeries } from '../../domain/trend/trend';
import { formatScaled, toAxis } from '../../domain/wording/format';
import { placeLabel } from '../../domain/wording/placeLabel';
import { excelNumber } from '../../domain/wording/spreadsheetNumber';

/** How a series is drawn: bars, a line, the full length behind each bar, a stroke across it, or a hollow bar behind it. */
export type NativeRole = 'bar' | 'line' | 'track' | 'tick' | 'forecast';

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
  /** Whose line it is: all segments of one place have one colour. Absent but for lines. */
  readonly owner?: string;
  /** A later segment goes on with its line, and bears its name: this one needs no entry of its own in a legend. */
  readonly continued?: boolean;
}

export interface NativeChart {
  readonly kind: 'bars' | 'lines' | 'bullets';
  readonly categories: readonly string[];
  readonly series: readonly NativeSeries[];
  /** Ends of the value axis; null: as the numbers ask. */
  readonly min: number | null;
  readonly max: number | null;
  /** From one line of the grid to the next; absent: as the program likes. */
  readonly step?: number;
  /** Changes of the 口径: a stroke before the category of that number (0-based), with its words. Absent for none. */
  readonly breaks?: readonly { readonly before: number; readonly text: string }[];
  /** What is to be said of the chart's form, one sentence each. */
  readonly remarks: readonly string[];
  /** What somebody who edits the chart has to know, one sentence each. */
  readonly handling: readonly string[];
  /** The light of each category, which its name begins with; absent where there are none. */
  readonly lights?: readonly LightLevel[];
  /** What stands right of each bar, one a category, under its heading. */
  readonly beside?: { readonly title: string; readonly texts: readonly string[] };
}

/** Ranked bars, rows `from` up to `to`, with the reference line as a stroke across each. */
export function comparisonChart(c: Comparison, from = 0, to = c.rows.length): NativeChart {
  const rows = c.rows.slice(from, to);
  const bars: NativeSeries = {
    name: `${c.indicator.name}${c.scale.unit ? `（${c.scale.unit}）` : ''}`,
    role: 'bar',
    labelled: true,
    points: rows.map((r) => ({
      ...point(toAxis(r.value, c.scale), r.bare, r.isFocus, isSoft(r)),
      ...intervalOf(c.perHead ? undefined : endsOf(r.observation, c.scale), toAxis(r.value, c.scale))
    }))
  };
  const { reference } = c;
  const at = reference ? toAxis(reference.value, c.scale) : 0;
  const ticks: NativeSeries[] = reference
    ? [
        {
          name: reference.text,
          role: 'tick',
          labelled: false,
          points: rows.map(() => point(at, formatScaled(reference.value, c.scale, c.indicator), false, false))
        }
      ]
    : [];
  const parents = rows.filter((r) => r.reason === NESTED);
  const odd = rows.filter((r) => !r.fits && r.reason !== NESTED);
  return {
    kind: 'bars',
    categories: rows.map((r) => rowName(r, c.samePeriod)),
    series: [bars, ...ticks],
    ...comparisonAxis(c),
    remarks: [
      odd.length > 0 ? `空心条与其他不可比：${placeNames(odd)}。` : '',
      parents.length > 0 ? `空心条是上级，数已含所列的下级地区：${placeNames(parents)}。` : ''
    ].filter(Boolean),
    handling: []
  };
}

function placeNames(rows: readonly ComparisonRow[]): string {
  return rows.map((r) => placeLabel(r.place)).join('、');
}

function rowName(r: ComparisonRow, samePeriod: boolean): string {
  const asides = [r.reason === NESTED ? '上级' : '', samePeriod ? '' : periodLabel(r.observation.period)].filter(
    Boolean
  );
  return asides.length > 0 ? `${placeLabel(r.place)}（${asides.join('，')}）` : placeLabel(r.place);
}

function isSoft(r: ComparisonRow): boolean {
  return !r.fits || isBound(r.observation.qualifier) || r.observation.status === '预计';
}

/** Changes of one place as bars either side of zero, rows `from` up to `to`, with room for the words at both ends. */
export function changeChart(board: ChangeBoard, from = 0, to = board.rows.length): NativeChart {
  const rows = board.rows.slice(from, to);
  const ends = board.rows.map((r) => r.value);
  const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  const words = 0.2 * (high - low);
  return {
    kind: 'bars',
    // The judgement goes with the name: office programs break long words at a bar, and run them into the names.
    categories: rows.map(
      (r) =>
        `${r.indicator.name}（${[periodLabel(r.period), r.label === r.text ? '' : r.judgement].filter(Boolean).join('，')}）`
    ),
    series: [
      {
        name: `${placeLabel(board.place)}同比（${unitOf(board.kind)}）`,
        role: 'bar',
        labelled: true,
        points: rows.map((r) => ({
          ...point(r.value, r.text, r.judgement === '变差', r.uncertain),
          judgement: r.judgement
        }))
      }
    ],
    ...axisEnds([low === 0 ? 0 : low - words, high === 0 ? 0 : high + words]),
    remarks: [],
    handling: []
  };
}

/**
 * Lines over the periods. Only points of one segment are joined, so each further segment of a series is a
 * series of its own.
 */
export function trendChart(t: Trend): NativeChart {
  const named = new Set(namedSeries(t.series));
  const severalSpans = new Set(t.series.map((s) => s.span)).size > 1;
  /** What stands at the end of a line: a place that goes on by another 口径 is named once, by its latest line. */
  const nameOf = (s: TrendSeries) =>
    !named.has(s) ? s.label : severalSpans ? `${placeLabel(s.place)}（${s.span}）` : placeLabel(s.place);
  const names = t.series.flatMap((s) =>
    s.segments.map((_, i) => (i === s.segments.length - 1 ? nameOf(s) : `${nameOf(s)}（第${i + 1}段）`))
  );
  const bearsName = t.series.flatMap((s) => s.segments.map((_, i) => named.has(s) && i === s.segments.length - 1));
  const segments = t.series.flatMap((s) => s.segments.map((segment) => ({ s, segment })));
  const count = segments.reduce((sum, { segment }) => sum + segment.length, 0);
  const { fromZero, min, max, step } = trendAxis(t);
  const columnOf = new Map(t.periods.map((p, i) => [p.text, i]));
  const series = segments.map(({ s, segment }, n): NativeSeries => {
    const points = t.periods.map((): NativePoint | null => null);
    for (const p of segment) points[columnOf.get(p.period.text)!] = trendPoint(t, p, s.isFocus);
    return {
      // The unit stands in the line under the title: once, and not at each name.
      name: names[n]!,
      role: 'line',
      points,
      labelled: count <= MOST_FIGURES,
      owner: s.place.id,
      continued: !bearsName[n]
    };
  });
  return {
    kind: 'lines',
    categories: t.periods.map(periodLabel),
    series,
    min,
    max,
    step,
    breaks: t.breaks.map(({ period, label }) => ({
      before: t.periods.findIndex((p) => p.end >= period.start),
      text: label
    })),
    remarks: [
      fromZero ? '' : '纵轴不从0起。',
      segments.length > t.series.length ? '断开的线分成几段，各是一个系列。' : '',
      evenlySpaced(t.periods) ? '' : '横轴逐期排列，间隔不代表时间长短。'
    ].filter(Boolean),
    handling: []
  };
}

function trendPoint(t: Trend, p: TrendPoint, strong: boolean): NativePoint {
  const text = `${p.derived ? '推算' : ''}${formatScaled(p.value, t.scale, t.indicator, p.qualifier)}`;
  const value = toAxis(p.value, t.scale);
  return {
    ...point(value, text, strong, p.derived || isBound(p.qualifier)),
    ...intervalOf(endsOf(p.observation, t.scale), value)
  };
}

function intervalOf(ends: Ends | undefined, value: number): Pick<NativePoint, 'interval'> {
  if (!ends) return {};
  const reach = (end: number) => Number(Math.abs(end - value).toPrecision(15));
  return { interval: { below: reach(ends[0]), above: reach(ends[1]) } };
}

/** Whether each period ends about as long after the one before as the others do. */
function evenlySpaced(periods: readonly Period[]): boolean {
  const months = periods.map((p) => Number(p.end.slice(0, 4)) * 12 + Number(p.end.slice(5, 7)));
  const steps = months.slice(1).map((m, i) => m - months[i]!);
  return steps.every((step) => step === steps[0]);
}

/** The axis of the chart is in the printed unit, so a percentage keeps its number: 67.68 prints as `67.68%`. */
export function point(value: number, text: string, strong: boolean, hollow: boolean): NativePoint {
  return {
    value: Number(value.toPrecision(15)),
    text,
    format: excelNumber(value, text, 'number')?.format ?? '',
    strong,
    hollow
  };
}
