/** Two periods of one place: a slope from zero, each value at its end, the change between them. */
import { periodLabel } from '../domain/time/periodLabel';
import { pointSources } from '../domain/trend/sources';
import type { Trend, TrendPoint } from '../domain/trend/trend';
import { changeShown, pointsIn } from '../domain/trend/wording';
import { toAxis } from '../domain/wording/format';
import { placeLabel, placeMark } from '../domain/wording/placeLabel';
import { baseOption, fitMarked, escapeLabel, textWidth, type Drawing, type MarkItem, type Option } from './drawing';
import { palette, type RenderContext } from './theme';
import { type IntervalEnds, endsOf, whiskerSeries } from './whiskers';
import { gradeOf, pointDatum, pointFigure, pointTip } from './trendPoints';

/** Where the two periods and the words between them stand on the axis. */
const EARLIER = 0;
const BETWEEN = 0.5;
const LATER = 1;

interface Layout {
  /** Type of the values and of the rest, in px. */
  readonly big: number;
  readonly small: number;
  readonly points: readonly TrendPoint[];
  /** Of the points, on the axis. */
  readonly values: readonly number[];
  /** Whether a line joins the points. */
  /** Ends of the confidence interval of each, on the axis; undefined where it has none. */
  readonly intervals: readonly (IntervalEnds | undefined)[];
  readonly joined: boolean;
  /** Lines of words over the line; none where nothing is said of the change. */
  readonly change: readonly string[];
  /** The place with its grade, under the axis. */
  readonly name: string;
  /** Room at both sides of the plot, in px. */
  readonly side: number;
  readonly top: number;
  readonly bottom: number;
  readonly height: number;
}

/**
 * A time axis would say no more than the names of the two periods and leave the values no room.
 * @param trend an answer with one series of two points
 */
export function trendSlope(trend: Trend, context: RenderContext): Drawing {
  const layout = layoutOf(trend, context);
  const { side, top, bottom, height } = layout;
  const values = [...layout.values, ...reachOf(layout)];
  return {
    option: {
      ...baseOption(context),
      grid: { left: side, right: side, top, bottom },
      xAxis: periodAxis(layout, context),
      yAxis: { type: 'value', min: Math.min(0, ...values), max: Math.max(0, ...values), show: false },
      series: [slopeSeries(trend, layout, context), changeSeries(layout, context), ...intervalSeries(layout, context)]
    } as Option,
    height,
    ...interaction(trend, layout),
    across: true
  };
}

function layoutOf(trend: Trend, context: RenderContext): Layout {
  const narrow = context.width / context.scale < 560;
  const series = trend.series[0]!;
  const points = pointsIn(series);
  const joined = series.segments.some((segment) => segment.length > 1);
  const text = joined ? changeShown(series) : '';
  // Whose change it is goes in a second line where the two periods stand close together.
  const lines = narrow ? text.replace('（', '\n（').split('\n') : [text];
  const big = Math.round((narrow ? 18 : 24) * context.scale);
  const small = Math.round((narrow ? 12 : 14) * context.scale);
  const room = context.width - 24;
  const grade = ` ${gradeOf(series)}`;
  const widest = Math.max(
    ...points.map((p) => Math.max(textWidth(pointFigure(p, trend), big), textWidth(markOf(p), small)))
  );
  const ends = widest + Math.round(24 * context.scale);
  // A slope across a whole wide screen looks flat: it keeps to the shape of a page.
  const plot = Math.max(80, Math.min(context.width - ends * 2, Math.round(440 * context.scale)));
  return {
    big,
    small,
    points,
    values: points.map((point) => toAxis(point.value, trend.scale)),
    intervals: points.map((point) => endsOf(point.observation, trend.scale)),
    joined,
    change: text === '' ? [] : lines,
    name: fitMarked(placeLabel(series.place), placeMark(series.place), small, room - textWidth(grade, small)) + grade,
    side: Math.max(ends, Math.round((context.width - plot) / 2)),
    top: Math.round(30 * context.scale) + lines.length * Math.round(small * 1.4),
    bottom: Math.round(40 * context.scale + small * 1.6),
    height: context.height ?? Math.round((narrow ? 260 : 320) * context.scale)
  };
}

function periodAxis({ points, name, small }: Layout, context: RenderContext): Option['xAxis'] {
  return {
    type: 'value',
    min: EARLIER,
    max: LATER,
    axisTick: { show: false },
    splitLine: { show: true, lineStyle: { color: palette.line } },
    splitNumber: 1,
    interval: 1,
    name: escapeLabel(name),
    nameLocation: 'middle',
    nameGap: Math.round(20 * context.scale + small),
    nameTextStyle: { color: palette.inkSoft, fontSize: small },
    axisLine: { show: true, onZero: true, lineStyle: { color: palette.context } },
    axisLabel: {
      color: palette.inkSoft,
      fontSize: small,
      margin: 12,
      formatter: (at: number) => escapeLabel(periodLabel(points[at === EARLIER ? 0 : 1]!.period))
    }
  };
}

function slopeSeries(trend: Trend, layout: Layout, context: RenderContext) {
  const { points, values, joined } = layout;
  return {
    id: 'slope',
    type: 'line',
    symbol: 'circle',
    symbolSize: Math.round(14 * context.scale),
    triggerEvent: 'line',
    lineStyle: joined ? { color: palette.accent, width: 3 * context.scale } : { width: 0, opacity: 0 },
    data: points.map((point, index) => ({
      value: [placeOf(index), values[index]!],
      itemStyle: point.derived
        ? { color: palette.ground, borderColor: palette.accent, borderWidth: 2.5 }
        : { color: palette.accent },
      label: endLabel(point, index, trend, layout, context)
    }))
  };
}

/** The value outside its point, the later one in bold. */
function endLabel(point: TrendPoint, index: number, trend: Trend, { big, small }: Layout, context: RenderContext) {
  const isLater = index === 1;
  return {
    show: true,
    position: isLater ? 'right' : 'left',
    distance: Math.round(12 * context.scale),
    align: isLater ? 'left' : 'right',
    formatter: [`{value|${escapeLabel(pointFigure(point, trend))}}`, markOf(point) && `{mark|${markOf(point)}}`]
      .filter(Boolean)
      .join('\n'),
    rich: {
      value: {
        fontSize: big,
        fontWeight: isLater ? 'bold' : 'normal',
        color: palette.ink,
        lineHeight: Math.round(big * 1.25)
      },
      mark: { fontSize: small, color: palette.inkSoft, lineHeight: Math.round(small * 1.4) }
    }
  };
}

function reachOf({ intervals }: Layout): number[] {
  return intervals.flatMap((ends) => ends ?? []);
}

function intervalSeries({ intervals }: Layout, context: RenderContext): Option[] {
  const whiskers = intervals.flatMap((ends, index) =>
    ends ? [{ from: [placeOf(index), ends[0]] as const, to: [placeOf(index), ends[1]] as const }] : []
  );
  return whiskerSeries(whiskers, 'y', context.scale);
}

/** The words of the change, at a point that is not seen. */
function changeSeries(layout: Layout, context: RenderContext) {
  const { change, values, small } = layout;
  // As high as the higher end: over the middle of the line there is always room.
  const value = [BETWEEN, Math.max(...values, ...reachOf(layout))];
  const label = {
    show: true,
    position: 'top',
    distance: Math.round(12 * context.scale),
    fontSize: small,
    fontWeight: 'bold',
    color: palette.accent,
    lineHeight: Math.round(small * 1.4),
    formatter: change.map(escapeLabel).join('\n')
  };
  return {
    id: 'change',
    type: 'line',
    symbol: 'circle',
    symbolSize: 0.1,
    lineStyle: { width: 0, opacity: 0 },
    data: change.length > 0 ? [{ value, label }] : []
  };
}

function interaction(trend: Trend, { points, values }: Layout): Required<Pick<Drawing, 'tip' | 'sources' | 'marks'>> {
  const pointAt = ({ seriesId, dataIndex }: MarkItem) => (seriesId === 'slope' ? points[dataIndex] : undefined);
  return {
    tip: (item) => {
      const point = pointAt(item);
      return point ? pointTip(point, trend.series[0]!.label) : [];
    },
    // The line and the change over it rest on both points.
    sources: (item) => {
      const point = pointAt(item);
      return point ? pointSources(point) : points.flatMap(pointSources);
    },
    marks: values.map((value, index) => ({
      seriesId: 'slope',
      dataIndex: index,
      at: [placeOf(index), value] as const,
      datum: pointDatum(points[index]!, trend.series[0]!, trend)
    }))
  };
}

function placeOf(index: number): number {
  return index === 0 ? EARLIER : LATER;
}

function markOf(point: TrendPoint): string {
  return point.derived ? '推算' : '';
}
