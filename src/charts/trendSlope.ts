import { periodLabel } from '../domain/time/periodLabel';
import { pointSources } from '../domain/trend/sources';
import type { Trend, TrendPoint } from '../domain/trend/trend';
import { changeShown, pointsIn } from '../domain/trend/wording';
import { toAxis } from '../domain/wording/format';
import { placeLabel, placeMark } from '../domain/wording/placeLabel';
import { baseOption, fitMarked, plain, textWidth, type Drawing, type MarkItem } from './drawing';
import { palette, type ChartLook } from './theme';
import { gradeOf, pointFigure, pointTip } from './trendPoints';

type Option = Drawing['option'];

/** Where the two periods and the words between them stand on the axis. */
const EARLIER = 0;
const BETWEEN = 0.5;
const LATER = 1;

/**
 * Two periods of one place: a slope from zero, each value at its end, the change between them. A time axis
 * would say no more than the names of the two periods and leave the values no room.
 * @param trend an answer with one series of two points
 */
export function trendSlope(trend: Trend, look: ChartLook): Drawing {
  const narrow = look.width / look.scale < 560;
  const series = trend.series[0]!;
  const points = pointsIn(series);
  const joined = series.segments.some((segment) => segment.length > 1);
  const change = joined ? changeShown(series) : '';
  // Whose change it is goes in a second line where the two periods stand close together.
  const changeLines = narrow ? change.replace('（', '\n（').split('\n') : [change];
  const big = Math.round((narrow ? 18 : 24) * look.scale);
  const small = Math.round((narrow ? 12 : 14) * look.scale);
  const values = points.map((point) => toAxis(point.value, trend.scale));
  const room = look.width - 24;
  const name = `${fitMarked(placeLabel(series.place), placeMark(series.place), small, room - textWidth(` ${gradeOf(series)}`, small))} ${gradeOf(series)}`;
  const ends =
    Math.max(...points.map((p) => Math.max(textWidth(pointFigure(p, trend), big), textWidth(markOf(p), small)))) +
    Math.round(24 * look.scale);
  // A slope across a whole wide screen looks flat: it keeps to the shape of a page.
  const plot = Math.max(80, Math.min(look.width - ends * 2, Math.round(440 * look.scale)));
  const side = Math.max(ends, Math.round((look.width - plot) / 2));
  const height = look.height ?? Math.round((narrow ? 260 : 320) * look.scale);

  const option: Option = {
    ...baseOption(look),
    grid: {
      left: side,
      right: side,
      top: Math.round(30 * look.scale) + changeLines.length * Math.round(small * 1.4),
      bottom: Math.round(40 * look.scale + small * 1.6)
    },
    xAxis: {
      type: 'value',
      min: EARLIER,
      max: LATER,
      axisTick: { show: false },
      splitLine: { show: true, lineStyle: { color: palette.line }, interval: 0 },
      splitNumber: 1,
      interval: 1,
      name: plain(name),
      nameLocation: 'middle',
      nameGap: Math.round(20 * look.scale + small),
      nameTextStyle: { color: palette.inkSoft, fontSize: small },
      axisLine: { show: true, onZero: true, lineStyle: { color: palette.context } },
      axisLabel: {
        color: palette.inkSoft,
        fontSize: small,
        margin: 12,
        formatter: (at: number) => plain(periodLabel(points[at === EARLIER ? 0 : 1]!.period))
      }
    },
    yAxis: {
      type: 'value',
      min: Math.min(0, ...values),
      max: Math.max(0, ...values),
      show: false
    },
    series: [
      {
        id: 'slope',
        type: 'line',
        symbol: 'circle',
        symbolSize: Math.round(14 * look.scale),
        triggerEvent: 'line' as const,
        lineStyle: joined ? { color: palette.accent, width: 3 * look.scale } : { width: 0, opacity: 0 },
        data: points.map((point, at) => ({
          value: [at === 0 ? EARLIER : LATER, values[at]!],
          itemStyle: point.derived
            ? { color: palette.ground, borderColor: palette.accent, borderWidth: 2.5 }
            : { color: palette.accent },
          label: {
            show: true,
            position: at === 0 ? ('left' as const) : ('right' as const),
            distance: Math.round(12 * look.scale),
            align: at === 0 ? ('right' as const) : ('left' as const),
            formatter: [`{value|${plain(pointFigure(point, trend))}}`, markOf(point) && `{mark|${markOf(point)}}`]
              .filter(Boolean)
              .join('\n'),
            rich: {
              value: {
                fontSize: big,
                fontWeight: at === 1 ? ('bold' as const) : ('normal' as const),
                color: palette.ink,
                lineHeight: Math.round(big * 1.25)
              },
              mark: { fontSize: small, color: palette.inkSoft, lineHeight: Math.round(small * 1.4) }
            }
          }
        }))
      },
      {
        id: 'change',
        type: 'line',
        symbol: 'circle',
        symbolSize: 0.1,
        lineStyle: { width: 0, opacity: 0 },
        data:
          change === ''
            ? []
            : [
                {
                  // As high as the higher end: over the middle of the line there is always room.
                  value: [BETWEEN, Math.max(...values)],
                  label: {
                    show: true,
                    position: 'top' as const,
                    distance: Math.round(12 * look.scale),
                    fontSize: small,
                    fontWeight: 'bold' as const,
                    color: palette.accent,
                    lineHeight: Math.round(small * 1.4),
                    formatter: changeLines.map(plain).join('\n')
                  }
                }
              ]
      }
    ]
  } as Option;
  const pointAt = ({ seriesId, dataIndex }: MarkItem) => (seriesId === 'slope' ? points[dataIndex] : undefined);
  const tip = (item: MarkItem) => {
    const point = pointAt(item);
    return point ? pointTip(point, series.label) : [];
  };
  // The line and the change over it rest on both points.
  const sources = (item: MarkItem) => {
    const point = pointAt(item);
    return point ? pointSources(point) : points.flatMap(pointSources);
  };
  const marks = values.map((value, index) => ({
    seriesId: 'slope',
    dataIndex: index,
    at: [index === 0 ? EARLIER : LATER, value] as const
  }));
  return { option, height, tip, sources, marks, across: true };
}

function markOf(point: TrendPoint): string {
  return point.derived ? '推算' : '';
}
