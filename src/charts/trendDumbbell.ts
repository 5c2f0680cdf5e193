/** Two periods of several places: one row a series, earlier and later value as dots, joined only where they may be compared. */
import { isWhole, valueAxis, type ValueAxis } from '../domain/number/valueAxis';
import { periodLabel } from '../domain/time/periodLabel';
import { pointSources } from '../domain/trend/sources';
import type { Trend, TrendPoint, TrendSeries } from '../domain/trend/trend';
import { toAxis } from '../domain/wording/format';
import { placeMark } from '../domain/wording/placeLabel';
import { baseOption, fitMarked, OWN_ROOM, escapeLabel, rowHeightFor, textWidth, typeSizes } from './drawing';
import type { Drawing, MarkItem, Option, TypeSizes } from './drawing';
import { barAxis } from './rows';
import { isDimmed, palette, type RenderContext } from './theme';
import { gradeOf, pointDatum, pointFigure, pointTip } from './trendPoints';
import { endsOf, whiskerSeries } from './whiskers';

/** Room that the chart needs, in px at scale 1. */
export const DUMBBELL = { leastRow: 66, frame: 46 } as const;

interface Dot {
  readonly s: TrendSeries;
  readonly row: number;
  readonly point: TrendPoint;
  readonly isLatest: boolean;
  readonly text: string;
}

interface Layout {
  readonly sizes: TypeSizes;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly rowHeight: number;
  readonly axis: ValueAxis;
  readonly dots: readonly Dot[];
}

/** @param all the rows of all pages: their axis is the same */
export function trendDumbbell(
  trend: Trend,
  context: RenderContext,
  all: readonly TrendSeries[] = trend.series
): Drawing {
  const layout = layoutOf(trend, context, all);
  const { left, right, top, bottom, axis, sizes, rowHeight } = layout;
  return {
    option: {
      ...baseOption(context),
      grid: { left, right, top, bottom, ...OWN_ROOM },
      xAxis: barAxis(axis, sizes),
      yAxis: rowsAxis(trend.series, layout),
      series: [...joins(trend, context), ...intervals(trend, layout, context), dotSeries(trend, layout, context)]
    } as Option,
    height: top + bottom + trend.series.length * rowHeight,
    ...interaction(trend, layout.dots)
  };
}

function layoutOf(trend: Trend, context: RenderContext, all: readonly TrendSeries[]): Layout {
  const sizes = typeSizes(context);
  const [top, bottom] = [12, Math.round(34 * context.scale)];
  const rows = trend.series;
  const labelWidth = (s: TrendSeries) => textWidth(s.label, sizes.font) + textWidth(gradeAt(s), sizes.small);
  const dots = rows.flatMap((s, row) =>
    s.segments.flatMap((segment) => segment.map((point) => dotOf(trend, s, row, point)))
  );
  const values = all
    .flatMap((s) => s.segments.flat())
    .flatMap((point) => [toAxis(point.value, trend.scale), ...(endsOf(point.observation, trend.scale) ?? [])]);
  const whole = trend.scale.factor === 1 && trend.indicator.kind === '数量' && isWhole(values);
  return {
    sizes,
    left: Math.min(context.width * 0.34, Math.max(...rows.map(labelWidth), 60) + 24),
    right: Math.round(32 * context.scale),
    top,
    bottom,
    rowHeight: rowHeightFor(Math.round(76 * context.scale), rows.length, context, top + bottom),
    axis: valueAxis(values, { zero: false, whole, percent: trend.indicator.unit === '%', steps: sizes.narrow ? 3 : 5 }),
    dots
  };
}

function dotOf(trend: Trend, s: TrendSeries, row: number, point: TrendPoint): Dot {
  const when = `${periodLabel(point.period)}${point.derived ? '，推算' : ''}`;
  const isLatest = s.segments[s.segments.length - 1]?.slice(-1)[0] === point;
  return { s, row, point, isLatest, text: `${pointFigure(point, trend)}（${when}）` };
}

/** On the line of the name: a second line would bring the name up to the labels of the dots. */
function gradeAt(s: TrendSeries): string {
  return ` ${gradeOf(s)}`;
}

function rowsAxis(rows: readonly TrendSeries[], { sizes, left }: Layout): Option['yAxis'] {
  const { font, small } = sizes;
  const name = (s: TrendSeries) =>
    escapeLabel(fitMarked(s.label, placeMark(s.place), font, left - 16 - textWidth(gradeAt(s), small)));
  return {
    type: 'category',
    inverse: true,
    triggerEvent: true,
    data: rows.map((_, index) => String(index)),
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { show: true, lineStyle: { color: palette.lineSoft } },
    axisLabel: {
      interval: 0,
      margin: 14,
      formatter: (key: string) => {
        const s = rows[Number(key)]!;
        return `{${s.isFocus ? 'focus' : 'name'}|${name(s)}}{grade|${gradeAt(s)}}`;
      },
      rich: {
        name: { fontSize: font, color: palette.ink },
        focus: { fontSize: font, color: palette.ink, fontWeight: 'bold' },
        grade: { fontSize: small, color: palette.inkFaint }
      }
    }
  };
}

function joins(trend: Trend, context: RenderContext) {
  return trend.series.flatMap((s, row) =>
    s.segments
      .filter((segment) => segment.length > 1)
      .map((segment, index) => ({
        id: `join-${row}-${index}`,
        type: 'line' as const,
        triggerEvent: 'line' as const,
        symbol: 'none',
        lineStyle: {
          color: isDimmed(s, context) ? palette.track : s.isFocus ? palette.accentSoft : palette.contextSoft,
          width: 4 * context.scale
        },
        data: segment.map((point) => [toAxis(point.value, trend.scale), String(row)])
      }))
  );
}

/** Both periods have one row: the interval of the earlier one is grey. */
function intervals(trend: Trend, { dots }: Layout, context: RenderContext): Option[] {
  const ofDots = (latest: boolean) =>
    dots.flatMap(({ s, row, point, isLatest }) => {
      const ends = isLatest === latest && !isDimmed(s, context) ? endsOf(point.observation, trend.scale) : undefined;
      return ends ? [{ from: [ends[0], String(row)] as const, to: [ends[1], String(row)] as const }] : [];
    });
  return [
    ...whiskerSeries(ofDots(false), 'x', context.scale, 'earlier'),
    ...whiskerSeries(ofDots(true), 'x', context.scale)
  ];
}

/** The latest figure stands over its dot, the earlier one under it: near values don't meet. */
function dotSeries(trend: Trend, layout: Layout, context: RenderContext) {
  const { sizes, dots } = layout;
  return {
    id: 'points',
    type: 'scatter',
    symbolSize: Math.round(15 * context.scale),
    clip: false,
    z: 5,
    data: dots.map(({ point, row, s, isLatest, text }) => {
      const colour = isDimmed(s, context) ? palette.track : s.isFocus ? palette.accent : palette.inkSoft;
      return {
        value: [toAxis(point.value, trend.scale), String(row)],
        itemStyle:
          point.derived || !isLatest
            ? { color: palette.ground, borderColor: colour, borderWidth: 2.5 }
            : { color: colour },
        label: {
          show: !isDimmed(s, context),
          position: isLatest ? ('top' as const) : ('bottom' as const),
          distance: 6,
          offset: [shiftInside(toAxis(point.value, trend.scale), text, layout, context.width), 0],
          fontSize: sizes.small,
          color: isLatest ? palette.ink : palette.inkSoft,
          fontWeight: isLatest ? ('bold' as const) : ('normal' as const),
          formatter: escapeLabel(text)
        }
      };
    })
  };
}

/** How far a label over a dot moves, in px, so that it ends inside the picture and off the names. */
function shiftInside(value: number, text: string, { axis, left, right, sizes }: Layout, width: number): number {
  const x = left + ((value - axis.min) / (axis.max - axis.min)) * (width - left - right);
  const half = textWidth(text, sizes.small) / 2;
  const middle = Math.max(left + half - 8, Math.min(width - half - 2, x));
  return Math.round(middle - x);
}

function interaction(trend: Trend, dots: readonly Dot[]): Required<Pick<Drawing, 'tip' | 'sources' | 'marks'>> {
  return {
    tip: ({ seriesId, dataIndex }: MarkItem) =>
      seriesId === 'points' ? pointTip(dots[dataIndex]!.point, dots[dataIndex]!.s.label) : [],
    sources: ({ seriesId, dataIndex }: MarkItem) => {
      if (seriesId === 'points') return pointSources(dots[dataIndex]!.point);
      // Its name and the line between its dots stand for the whole row.
      const row = trend.series[seriesId === '' ? dataIndex : Number(/^join-(\d+)-/.exec(seriesId)?.[1])];
      return row ? row.segments.flatMap((segment) => segment.flatMap(pointSources)) : [];
    },
    marks: dots.map(({ point, row, s }, index) => ({
      seriesId: 'points',
      dataIndex: index,
      at: [toAxis(point.value, trend.scale), row] as const,
      datum: pointDatum(point, s, trend)
    }))
  };
}
