/**
 * Values over time, one colour a place; only points of one segment are joined, so that gaps and unequal
 * periods stay apart. Derived values are hollow. At its end each line has its name and its last figure.
 */
import { pointSources } from '../domain/trend/sources';
import type { Trend, TrendPoint, TrendSeries } from '../domain/trend/trend';
import { toAxis } from '../domain/wording/format';
import { axisNumber, baseOption, escapeLabel } from './drawing';
import type { Drawing, MarkItem, Option } from './drawing';
import { eventSeries } from './eventMarks';
import { nameLeaders, planeGrid } from './linePlane';
import { othersSeries } from './othersBand';
import { processSeries, signalMark } from './processMarks';
import { categorical, isDimmed, palette, type RenderContext } from './theme';
import { timeAxis } from './timeAxis';
import { type EndLabel, type TrendLayout, trendLayout } from './trendLayout';
import { pointDatum, pointLabel, pointTip } from './trendPoints';
import { endsOf, type Whisker, whiskerSeries } from './whiskers';
import { markLines } from './markLines';

/** One indicator over time, a line a place; gaps and breaks of the series stay gaps. */
export function trendLine(trend: Trend, context: RenderContext): Drawing {
  const layout = trendLayout(trend, context);
  const colours = seriesColours(trend.series);
  const colourOf = (s: TrendSeries) => (isDimmed(s, context) ? palette.contextSoft : colours[trend.series.indexOf(s)]!);
  return {
    option: {
      ...baseOption(context),
      grid: planeGrid(layout, context),
      xAxis: timeAxis(layout, layout.axis.min <= 0),
      yAxis: valuesAxis(layout, context.scale),
      series: [
        ...othersSeries(trend),
        ...trend.series.flatMap((s) => segmentSeries(s, trend, layout, context, colourOf(s))),
        ...whiskerSeries(whiskersOf(trend, context), 'y', context.scale),
        nameLeaders(clearEnds(layout, context), layout, layout.sizes, 6, context),
        ...processSeries(trend, layout, context),
        breakSeries(trend, layout),
        ...eventSeries(trend.events, layout, context)
      ]
    } as Option,
    height: layout.height,
    across: true,
    ...interaction(trend)
  };
}

/** Upwards through each point whose report states its interval. */
function whiskersOf(trend: Trend, context: RenderContext): Whisker[] {
  const points = trend.series.filter((s) => !isDimmed(s, context)).flatMap((s) => s.segments.flat());
  return points.flatMap(({ observation, period }) => {
    const ends = endsOf(observation, trend.scale);
    return ends ? [{ from: [period.end, ends[0]] as const, to: [period.end, ends[1]] as const }] : [];
  });
}

function valuesAxis({ axis, sizes }: TrendLayout, scale: number): Option['yAxis'] {
  return {
    type: 'value',
    min: axis.min,
    max: axis.max,
    interval: axis.step,
    name: axis.fromZero ? '' : '纵轴不从0起',
    nameTextStyle: { color: palette.inkFaint, fontSize: sizes.small, align: 'left' },
    axisLabel: {
      color: palette.inkFaint,
      fontSize: sizes.small,
      // Clear of the marks on the axis.
      margin: Math.round(10 * scale),
      formatter: axisNumber
    },
    splitLine: { lineStyle: { color: palette.lineSoft } }
  };
}

function segmentSeries(s: TrendSeries, trend: Trend, layout: TrendLayout, context: RenderContext, colour: string) {
  const end = layout.ends.find((e) => e.series === s);
  return s.segments.map((segment, index) => ({
    id: `${s.id}#${index}`,
    type: 'line' as const,
    symbolSize: Math.round(9 * context.scale),
    showAllSymbol: true,
    triggerEvent: 'line' as const,
    clip: false,
    lineStyle: { color: colour, width: (s.isFocus ? 3.5 : 2) * context.scale },
    z: s.isFocus ? 5 : 3,
    endLabel:
      index === s.segments.length - 1 && end && !isDimmed(s, context) ? endLabel(end, layout, colour) : { show: false },
    data: segment.map((point) => ({
      ...datum(point, trend, layout, colour),
      ...signalMark(point, trend, context.scale)
    }))
  }));
}

/** In the column of the names, at the height that the layout found for it. */
function endLabel({ series, name, value, grade, y, from }: EndLabel, layout: TrendLayout, colour: string) {
  const { font, small } = layout.sizes;
  const separator = layout.twoLines ? '\n' : ' ';
  return {
    show: true,
    formatter: `{name|${escapeLabel(name)}}${separator}{value|${escapeLabel(value)}}{grade| ${grade}}`,
    distance: 0,
    align: 'left',
    verticalAlign: 'middle',
    offset: [layout.column - from[0], y - from[1]],
    rich: {
      name: { color: colour, fontSize: font, fontWeight: series.isFocus ? 'bold' : 'normal' },
      value: { color: palette.ink, fontSize: font, fontWeight: series.isFocus ? 'bold' : 'normal' },
      grade: { color: palette.inkFaint, fontSize: small }
    }
  };
}

/** The names of lines that aren't faint. */
function clearEnds({ ends }: TrendLayout, context: RenderContext): EndLabel[] {
  return ends.filter(({ series }) => !isDimmed(series, context));
}

function breakSeries(trend: Trend, { sizes }: TrendLayout) {
  return markLines('breaks', {
    lineStyle: { color: palette.clock, type: [5, 4] },
    label: { formatter: ({ name }: { readonly name: string }) => name, color: palette.clock, fontSize: sizes.small },
    data: trend.breaks.map((b) => ({ name: b.label, xAxis: b.period.start }))
  });
}

function datum(point: TrendPoint, trend: Trend, layout: TrendLayout, colour: string) {
  const value = toAxis(point.value, trend.scale);
  const box = layout.figures.get(point);
  const middle = box && [box.left + box.width / 2, box.top + box.height / 2];
  return {
    value: [point.period.end, value],
    symbol: 'circle',
    itemStyle: point.derived ? { color: palette.ground, borderColor: colour, borderWidth: 2 } : { color: colour },
    label: {
      show: middle !== undefined,
      position: 'inside',
      align: 'center',
      verticalAlign: 'middle',
      offset: middle ? [middle[0]! - layout.x(point.period.end), middle[1]! - layout.y(value)] : [0, 0],
      fontSize: layout.sizes.font,
      color: palette.ink,
      textBorderColor: palette.ground,
      textBorderWidth: 3,
      formatter: escapeLabel(pointLabel(point, trend))
    }
  };
}

/** Focus in the accent; while there are few lines each has a colour, in a crowd all others are grey. */
export function seriesColours(series: readonly TrendSeries[]): string[] {
  const focused = series.some((s) => s.isFocus);
  const places = [...new Set(series.map((s) => s.place.id))];
  return series.map((s) => {
    if (s.isFocus) return palette.accent;
    if (places.length > categorical.length || (focused && places.length > 3)) return palette.context;
    if (focused) return categorical[1 + (places.indexOf(s.place.id) % (categorical.length - 1))]!;
    return categorical[places.indexOf(s.place.id)]!;
  });
}

function interaction(trend: Trend): Required<Pick<Drawing, 'tip' | 'sources' | 'marks'>> {
  const lineAt = ({ seriesId }: MarkItem) => {
    const owner = trend.series.find((s) => seriesId.startsWith(`${s.id}#`));
    const segment = owner?.segments[Number(seriesId.slice(owner.id.length + 1))];
    return owner && segment ? { owner, segment } : undefined;
  };
  const tip = (item: MarkItem) => {
    const line = lineAt(item);
    const point = line?.segment[item.dataIndex];
    return line && point ? pointTip(point, line.owner.label, trend) : [];
  };
  // Between its points, and at its name, a line stands for all of them.
  const sources = (item: MarkItem) => {
    const line = lineAt(item);
    const point = line?.segment[item.dataIndex];
    return point ? pointSources(point) : (line?.segment.flatMap(pointSources) ?? []);
  };
  const marks = trend.series.flatMap((s) =>
    s.segments.flatMap((segment, n) =>
      segment.map((point, index) => ({
        seriesId: `${s.id}#${n}`,
        dataIndex: index,
        at: [point.period.end, toAxis(point.value, trend.scale)] as const,
        datum: pointDatum(point, s, trend)
      }))
    )
  );
  return { tip, sources, marks };
}
