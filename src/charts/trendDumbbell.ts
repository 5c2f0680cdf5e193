import { periodLabel } from '../domain/time/periodLabel';
import { pointSources } from '../domain/trend/sources';
import type { Trend, TrendSeries } from '../domain/trend/trend';
import { formatScaled, toAxis } from '../domain/wording/format';
import { placeMark } from '../domain/wording/placeLabel';
import { baseOption, fitMarked, plain, rowHeightFor, textWidth, type Drawing, type MarkItem } from './drawing';
import { palette, type ChartLook } from './theme';
import { gradeOf, pointTip } from './trendLine';

type Option = Drawing['option'];

/** Room that the chart needs, in px at scale 1. */
export const DUMBBELL = { leastRow: 58, frame: 46 } as const;

/** One row a series: earlier and later value as dots, joined only where they may be compared. */
export function trendDumbbell(trend: Trend, look: ChartLook): Drawing {
  const narrow = look.width / look.scale < 560;
  const font = Math.round((narrow ? 14 : 16) * look.scale);
  const small = Math.round((narrow ? 12 : 13) * look.scale);
  const rows = trend.series;
  const usual = Math.round(76 * look.scale);
  const frame = 12 + Math.round(34 * look.scale);
  const rowHeight = rowHeightFor(usual, rows.length, look, frame);
  const faint = (s: TrendSeries) => look.spotlight !== undefined && s.place.id !== look.spotlight;
  // On the line of the name: a second line would bring the name up to the labels of the dots.
  const gradeAt = (s: TrendSeries) => ` ${gradeOf(s)}`;
  const nameRoom = Math.min(
    look.width * 0.34,
    Math.max(...rows.map((s) => textWidth(s.label, font) + textWidth(gradeAt(s), small)), 60) + 24
  );
  const points = rows.flatMap((s, row) => s.segments.flatMap((segment) => segment.map((point) => ({ point, row, s }))));
  const lastOf = rows.map((s) => s.segments[s.segments.length - 1]?.slice(-1)[0]);

  const option: Option = {
    ...baseOption(look),
    grid: { left: nameRoom, right: Math.round(56 * look.scale), top: 12, bottom: Math.round(34 * look.scale) },
    xAxis: {
      type: 'value',
      scale: true,
      min: (range: { min: number; max: number }) => padded(range, -1),
      max: (range: { min: number; max: number }) => padded(range, 1),
      axisLabel: {
        color: palette.inkFaint,
        fontSize: small,
        hideOverlap: true,
        showMinLabel: false,
        showMaxLabel: false
      },
      splitLine: { lineStyle: { color: palette.lineSoft } }
    },
    yAxis: {
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
          const series = rows[Number(key)]!;
          return `{${series.isFocus ? 'focus' : 'name'}|${plain(fitMarked(series.label, placeMark(series.place), font, nameRoom - 16 - textWidth(gradeAt(series), small)))}}{grade|${gradeAt(series)}}`;
        },
        rich: {
          name: { fontSize: font, color: palette.ink },
          focus: { fontSize: font, color: palette.ink, fontWeight: 'bold' },
          grade: { fontSize: small, color: palette.inkFaint }
        }
      }
    },
    series: [
      ...rows.flatMap((s, row) =>
        s.segments
          .filter((segment) => segment.length > 1)
          .map((segment, index) => ({
            id: `join-${row}-${index}`,
            type: 'line' as const,
            triggerEvent: 'line' as const,
            symbol: 'none',
            lineStyle: {
              color: faint(s) ? palette.track : s.isFocus ? palette.accentSoft : palette.contextSoft,
              width: 4 * look.scale
            },
            data: segment.map((point) => [toAxis(point.value, trend.scale), String(row)])
          }))
      ),
      {
        id: 'points',
        type: 'scatter',
        symbolSize: Math.round(15 * look.scale),
        z: 5,
        data: points.map(({ point, row, s }) => {
          const colour = faint(s) ? palette.track : s.isFocus ? palette.accent : palette.inkSoft;
          const latest = lastOf[row] === point;
          return {
            value: [toAxis(point.value, trend.scale), String(row)],
            itemStyle:
              point.derived || !latest
                ? { color: palette.ground, borderColor: colour, borderWidth: 2.5 }
                : { color: colour },
            label: {
              show: !faint(s),
              position: latest ? ('top' as const) : ('bottom' as const),
              distance: 6,
              fontSize: small,
              color: latest ? palette.ink : palette.inkSoft,
              fontWeight: latest ? ('bold' as const) : ('normal' as const),
              formatter: plain(
                `${formatScaled(point.value, trend.scale, trend.indicator, point.qualifier)}（${periodLabel(point.period)}${point.derived ? '，推算' : ''}）`
              )
            }
          };
        })
      }
    ]
  } as Option;
  const tip = ({ seriesId, dataIndex }: MarkItem) =>
    seriesId === 'points' ? pointTip(points[dataIndex]!.point, points[dataIndex]!.s.label) : [];
  const sources = ({ seriesId, dataIndex }: MarkItem) => {
    if (seriesId === 'points') return pointSources(points[dataIndex]!.point);
    // Its name and the line between its dots stand for the whole row.
    const row = rows[seriesId === '' ? dataIndex : Number(/^join-(\d+)-/.exec(seriesId)?.[1])];
    return row ? row.segments.flatMap((segment) => segment.flatMap(pointSources)) : [];
  };
  const marks = points.map(({ point, row }, index) => ({
    seriesId: 'points',
    dataIndex: index,
    at: [toAxis(point.value, trend.scale), row] as const
  }));
  return { option, height: frame + rows.length * rowHeight, tip, sources, marks };
}

/** Room at both ends for the labels of the outer dots. */
function padded(range: { min: number; max: number }, side: -1 | 1): number {
  const span = range.max - range.min || Math.abs(range.max) * 0.2 || 1;
  return side < 0 ? range.min - span * 0.35 : range.max + span * 0.35;
}
