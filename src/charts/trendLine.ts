import { startsAtZero } from '../domain/number/valueAxis';
import { periodLabel } from '../domain/time/periodLabel';
import { pointSources } from '../domain/trend/sources';
import type { Trend, TrendPoint, TrendSeries } from '../domain/trend/trend';
import { formatScaled, toAxis } from '../domain/wording/format';
import { gradeText, placeLabel, placeMark } from '../domain/wording/placeLabel';
import { baseOption, fitMarked, plain, textWidth, type Drawing, type MarkItem } from './drawing';
import { categorical, palette, type ChartLook } from './theme';

type Option = Drawing['option'];

interface LineDatum {
  value: [string, number];
  symbol: string;
  itemStyle: object;
  label: object;
}

/**
 * Values over time, one colour a place; only points of one segment are joined, so that gaps and unequal
 * periods stay apart. Derived values are hollow.
 */
export function trendLine(trend: Trend, look: ChartLook): Drawing {
  const narrow = look.width / look.scale < 560;
  const font = Math.round((narrow ? 13 : 15) * look.scale);
  const small = Math.round((narrow ? 12 : 13) * look.scale);
  const colours = seriesColours(trend.series);
  const labelEach = trend.series.reduce((n, s) => n + s.segments.reduce((m, seg) => m + seg.length, 0), 0) <= 14;
  const labels = endLabels(trend.series);
  const nameOf = (series: TrendSeries) =>
    fitMarked(labels.get(series) ?? '', placeMark(series.place), font, (narrow ? 96 : 180) * look.scale);
  const faint = (s: TrendSeries) => look.spotlight !== undefined && s.place.id !== look.spotlight;
  const gradeAt = (series: TrendSeries) => ` ${gradeOf(series)}`;
  const rightRoom =
    Math.max(...trend.series.map((s) => textWidth(nameOf(s), font) + textWidth(gradeAt(s), small)), 60) + 24;
  const values = trend.series.flatMap((s) => s.segments.flatMap((seg) => seg.map((p) => toAxis(p.value, trend.scale))));
  const fromZero = startsAtZero(values);
  const height = look.height ?? Math.round((narrow ? 320 : 420) * look.scale);
  const shifts = endLabelShifts(trend, labels, font * 1.3, height - 90 * look.scale);

  const series = trend.series.flatMap((s, seriesIndex) =>
    s.segments.map((segment, segmentIndex) => {
      const lastOfSeries = segmentIndex === s.segments.length - 1;
      const colour = faint(s) ? palette.contextSoft : colours[seriesIndex]!;
      return {
        id: `${s.id}#${segmentIndex}`,
        type: 'line' as const,
        symbolSize: Math.round(9 * look.scale),
        showAllSymbol: true,
        triggerEvent: 'line' as const,
        lineStyle: { color: colour, width: (s.isFocus ? 3.5 : 2) * look.scale },
        z: s.isFocus ? 5 : 3,
        endLabel:
          lastOfSeries && labels.has(s) && !faint(s)
            ? {
                show: true,
                formatter: `{name|${plain(nameOf(s))}}{grade|${gradeAt(s)}}`,
                distance: 10,
                offset: [0, shifts[seriesIndex]!],
                rich: {
                  name: {
                    color: colour,
                    fontSize: font,
                    fontWeight: s.isFocus ? ('bold' as const) : ('normal' as const)
                  },
                  grade: { color: palette.inkFaint, fontSize: small }
                }
              }
            : { show: false },
        data: segment.map((point) => datum(point, trend, colour, labelEach && !faint(s), font))
      };
    })
  );

  const ticks = ticksOf(trend);
  const firstLabel = labelEach
    ? Math.max(...trend.series.map((s) => textWidth(pointLabel(s.segments[0]![0]!, trend), font)), 0) / 2
    : 0;

  const option: Option = {
    ...baseOption(look),
    grid: {
      left: 16,
      right: rightRoom,
      top: Math.round(40 * look.scale),
      bottom: 16,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel'
    },
    xAxis: {
      type: 'time',
      // The label of the first point stands over it: its left half would cover the scale.
      boundaryGap: [firstLabel / Math.max(80, look.width - rightRoom - 70 - firstLabel), 0],
      axisTick: ticks ? { customValues: ticks.days } : {},
      axisLabel: {
        color: palette.inkSoft,
        fontSize: small,
        hideOverlap: true,
        ...(ticks
          ? { customValues: ticks.days, formatter: (day: number) => plain(ticks.label(day)) }
          : { formatter: { year: '{yyyy}年', month: '{yyyy}年{M}月', day: '{M}月{d}日' } })
      },
      axisLine: { lineStyle: { color: palette.line } },
      splitLine: { show: false }
    },
    yAxis: {
      type: 'value',
      scale: !fromZero,
      name: fromZero ? '' : '纵轴不从0起',
      nameTextStyle: { color: palette.inkFaint, fontSize: small, align: 'left' },
      axisLabel: { color: palette.inkFaint, fontSize: small },
      splitLine: { lineStyle: { color: palette.lineSoft } }
    },
    series: [
      ...series,
      {
        id: 'breaks',
        type: 'line',
        data: [],
        markLine: {
          silent: true,
          symbol: 'none',
          lineStyle: { color: palette.clock, type: [5, 4] },
          label: { formatter: '口径调整', color: palette.clock, fontSize: small },
          data: trend.breaks.map((b) => ({ xAxis: b.period.start }))
        }
      }
    ]
  } as Option;
  const lineAt = ({ seriesId }: MarkItem) => {
    const owner = trend.series.find((s) => seriesId.startsWith(`${s.id}#`));
    const segment = owner?.segments[Number(seriesId.slice(owner.id.length + 1))];
    return owner && segment ? { owner, segment } : undefined;
  };
  const tip = (item: MarkItem) => {
    const at = lineAt(item);
    const point = at?.segment[item.dataIndex];
    return at && point ? pointTip(point, at.owner.label) : [];
  };
  // Between its points, and at its name, a line stands for all of them.
  const sources = (item: MarkItem) => {
    const at = lineAt(item);
    const point = at?.segment[item.dataIndex];
    return point ? pointSources(point) : (at?.segment.flatMap(pointSources) ?? []);
  };
  const marks = trend.series.flatMap((s) =>
    s.segments.flatMap((segment, n) =>
      segment.map((point, index) => ({
        seriesId: `${s.id}#${n}`,
        dataIndex: index,
        at: [point.period.end, toAxis(point.value, trend.scale)] as const
      }))
    )
  );
  return { option, height, tip, sources, marks, across: true };
}

/** Few enough to be named one by one under the axis. */
const MOST_NAMED_PERIODS = 9;

/**
 * The periods themselves under the axis, each at its last day, where they are few: the axis' own ticks fall on
 * the first of a month, a day after the figure of the month before. Undefined for many, or two of one last day.
 */
function ticksOf(trend: Trend): { days: string[]; label: (day: number) => string } | undefined {
  const byDay = new Map(trend.periods.map((period) => [localDay(period.end), period]));
  if (byDay.size !== trend.periods.length || byDay.size > MOST_NAMED_PERIODS) return undefined;
  return { days: trend.periods.map((period) => period.end), label: (day) => periodLabel(byDay.get(day)!) };
}

/** A day as the axis counts it: `2020-10-31` alone is read as midnight here, and not at Greenwich. */
function localDay(day: string): number {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return new Date(year, month - 1, date).getTime();
}

/** Grades of the reports a series rests on. */
export function gradeOf(series: TrendSeries): string {
  return gradeText(series.segments.flatMap((segment) => segment.flatMap(pointSources)).map((line) => line.source));
}

function datum(point: TrendPoint, trend: Trend, colour: string, labelled: boolean, font: number): LineDatum {
  return {
    value: [point.period.end, toAxis(point.value, trend.scale)],
    symbol: 'circle',
    itemStyle: point.derived ? { color: palette.ground, borderColor: colour, borderWidth: 2 } : { color: colour },
    label: {
      show: labelled,
      position: 'top',
      fontSize: font,
      color: palette.ink,
      formatter: plain(pointLabel(point, trend))
    }
  };
}

/** `推算7,293`: the figure at a point, in the unit of the scale. */
function pointLabel(point: TrendPoint, trend: Trend): string {
  return `${point.derived ? '推算' : ''}${formatScaled(point.value, trend.scale, trend.indicator, point.qualifier)}`;
}

/** What the tip of a point says: both changes, where the report states one and one can be computed. */
export function pointTip(point: TrendPoint, name: string): string[] {
  return [
    `${name}  ${point.text}`,
    periodLabel(point.period),
    point.derived ? '由下一年的同比推算，原文没有这个数' : '',
    point.statedChange ? `原文同比：${point.statedChange.text}` : '',
    point.computedChange ? `按数计算：${point.computedChange.text}` : '',
    point.differs ? '原文同比与按数计算不一致' : '',
    point.observation
      ? `来源：${point.observation.source.title}（${point.observation.source.grade}级）第${point.observation.line}行`
      : ''
  ].filter(Boolean);
}

/** The focus place in the accent; others by the categorical order, grey where there are more than six. */
export function seriesColours(series: readonly TrendSeries[]): string[] {
  const places = [...new Set(series.map((s) => s.place.id))];
  const focused = series.some((s) => s.isFocus);
  return series.map((s) => {
    if (s.isFocus) return palette.accent;
    if (places.length > categorical.length || (focused && places.length > 3)) return palette.context;
    if (focused) return categorical[1 + (places.indexOf(s.place.id) % (categorical.length - 1))]!;
    return categorical[places.indexOf(s.place.id)]!;
  });
}

/**
 * The name at the end of each line. Where a place goes on in another 口径 only its latest line is named:
 * the mark of the change says the rest.
 */
function endLabels(series: readonly TrendSeries[]): Map<TrendSeries, string> {
  const endOf = (s: TrendSeries) => s.segments[s.segments.length - 1]!.slice(-1)[0]!.period.end;
  const groups = new Map<string, TrendSeries[]>();
  for (const s of series) {
    const key = `${s.place.id}#${s.span}`;
    groups.set(key, [...(groups.get(key) ?? []), s]);
  }
  const spans = new Set(series.map((s) => s.span));
  return new Map(
    [...groups.values()].map((group) => {
      const last = group.reduce((a, b) => (endOf(b) > endOf(a) ? b : a));
      return [last, spans.size > 1 ? `${placeLabel(last.place)}（${last.span}）` : placeLabel(last.place)];
    })
  );
}

/**
 * How far each name at the end of its line has to move, in px, so that none covers another.
 * ECharts' own label layout leaves end labels out.
 */
function endLabelShifts(
  trend: Trend,
  labels: ReadonlyMap<TrendSeries, string>,
  lineHeight: number,
  plotHeight: number
): number[] {
  const ends = trend.series.map((s) => s.segments[s.segments.length - 1]!.slice(-1)[0]!.value);
  const all = trend.series.flatMap((s) => s.segments.flatMap((segment) => segment.map((point) => point.value)));
  const low = startsAtZero(all) ? 0 : Math.min(...all);
  const span = Math.max(...all) - low || 1;
  const wanted = ends.map((value) => ((Math.max(...all) - value) / span) * plotHeight);
  const shifts = new Array<number>(ends.length).fill(0);
  let last = -Infinity;
  for (const index of wanted
    .map((_, i) => i)
    .filter((i) => labels.has(trend.series[i]!))
    .sort((a, b) => wanted[a]! - wanted[b]!)) {
    const placed = Math.max(wanted[index]!, last + lineHeight);
    shifts[index] = placed - wanted[index]!;
    last = placed;
  }
  return shifts;
}
