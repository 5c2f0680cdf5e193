/** What the charts of a trend say about its points and series. */
import { smallBaseMark } from '../domain/model/smallBase';
import { isWhole, startsAtZero, valueAxis, type ValueAxis } from '../domain/number/valueAxis';
import { periodLabel } from '../domain/time/periodLabel';
import { pointSources } from '../domain/trend/sources';
import { signalText } from '../domain/trend/process';
import type { ProcessLevel, Trend, TrendPoint, TrendSeries } from '../domain/trend/trend';
import { formatScaled, toAxis } from '../domain/wording/format';
import { gradeText } from '../domain/wording/placeLabel';
import { statedAt } from '../domain/wording/position';
import type { MarkDatum } from './markDatum';
import { endsOf } from './whiskers';

/** Grades of the reports a series rests on. */
export function gradeOf(series: TrendSeries): string {
  return gradeText(series.segments.flatMap((segment) => segment.flatMap(pointSources)).map((line) => line.source));
}

/** The figure at a point in the unit of the scale: `≥95`. */
export function pointFigure(point: TrendPoint, trend: Pick<Trend, 'scale' | 'indicator'>): string {
  const mark = point.observation ? smallBaseMark(point.observation) : '';
  return `${formatScaled(point.value, trend.scale, trend.indicator, point.qualifier)}${mark}`;
}

/** The same as it stands beside the point: `推算7,293`. */
export function pointLabel(point: TrendPoint, trend: Pick<Trend, 'scale' | 'indicator'>): string {
  return `${point.derived ? '推算' : ''}${pointFigure(point, trend)}`;
}

/** What the tip of a point says: both changes, where the report states one and one can be computed. */
export function pointTip(point: TrendPoint, name: string, { process }: Pick<Trend, 'process'> = {}): string[] {
  return [
    `${name}  ${point.text}`,
    periodLabel(point.period),
    signalText(process?.signals.get(point) ?? []),
    point.fromSums ? '本月累计减上月累计，原文没有这个数' : point.derived ? '由下一年的同比推算，原文没有这个数' : '',
    point.statedChange ? `原文同比：${point.statedChange.text}` : '',
    point.computedChange ? `按数计算：${point.computedChange.text}` : '',
    point.differs ? '原文同比与按数计算不一致' : '',
    point.observation ? `来源：${statedAt(point.observation)}` : ''
  ].filter(Boolean);
}

/** The number at a point, also where no report says it: back-calculated from another, or a difference. */
export function pointDatum(
  point: TrendPoint,
  { place }: Pick<TrendSeries, 'place'>,
  { indicator }: Pick<Trend, 'indicator'>
): MarkDatum {
  return { place, period: point.period, indicator, part: point.observation?.part ?? '' };
}

/** Means and limits of all stretches. */
function levelsOf({ process }: Trend): ProcessLevel[] {
  return (
    process?.phases.flatMap(({ mean, lower, upper }) => [mean, lower, upper].flatMap((level) => level ?? [])) ?? []
  );
}

/** The value axis of a trend, the same on the screen and in an office program. @param all the lines of all pages */
export function trendAxis(
  trend: Trend,
  { steps = 5, all = trend.series }: { readonly steps?: number; readonly all?: Trend['series'] } = {}
): ValueAxis & { readonly fromZero: boolean } {
  const points = all.flatMap((s) => s.segments.flat());
  const values = [
    ...points.flatMap((p) => [toAxis(p.value, trend.scale), ...(endsOf(p.observation, trend.scale) ?? [])]),
    ...levelsOf(trend).map((level) => toAxis(level.value, trend.scale)),
    ...(trend.others?.levels ?? []).flatMap((level) =>
      [level.lowest, level.highest].map(({ value }) => toAxis(value, trend.scale))
    )
  ];
  const fromZero = startsAtZero(values);
  const whole = trend.scale.factor === 1 && trend.indicator.kind === '数量' && isWhole(values);
  return { ...valueAxis(values, { zero: fromZero, whole, percent: trend.indicator.unit === '%', steps }), fromZero };
}
