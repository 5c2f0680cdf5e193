/** Periods compared as a native chart. */
import { isBound } from '../../domain/model/records';
import type { Period } from '../../domain/time/period';
import { periodLabel } from '../../domain/time/periodLabel';
import type { Trend, TrendPoint, TrendSeries } from '../../domain/trend/trend';
import { formatScaled, toAxis } from '../../domain/wording/format';
import { placeLabel } from '../../domain/wording/placeLabel';
import { MOST_FIGURES, namedSeries } from '../trendLayout';
import { trendAxis } from '../trendPoints';
import { endsOf } from '../whiskers';
import { intervalOf, type NativeChart, type NativePoint, type NativeSeries, point } from './nativeChart';

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
    series: [...series, ...levelSeries(t)],
    min,
    max,
    step,
    breaks: t.breaks.map(({ period, label }) => ({
      before: t.periods.findIndex((p) => p.end >= period.start),
      text: label
    })),
    remarks: [
      fromZero ? '' : '纵轴不从0起。',
      t.process ? '信号见数据表，图中不另标。' : '',
      segments.length > t.series.length ? '断开的线分成几段，各是一个系列。' : '',
      evenlySpaced(t.periods) ? '' : '横轴逐期排列，间隔不代表时间长短。'
    ].filter(Boolean),
    handling: []
  };
}

/** Mean and limits over the periods of their stretch; a further stretch goes on with the line of that name. */
function levelSeries({ process, periods, scale }: Trend): NativeSeries[] {
  const phases = process?.phases ?? [];
  return (['upper', 'mean', 'lower'] as const).flatMap((which) =>
    phases.flatMap((phase, n): NativeSeries[] => {
      const level = phase[which];
      if (!level) return [];
      const inside = new Set(phase.points.map((p) => p.period.text));
      const name = { upper: '上限', mean: '均值', lower: '下限' }[which];
      const isLast = phases.slice(n + 1).every((later) => later[which] === null);
      return [
        {
          name: isLast ? name : `${name}（第${n + 1}段）`,
          role: which === 'mean' ? 'mean' : 'limit',
          points: periods.map((p) =>
            inside.has(p.text) ? point(toAxis(level.value, scale), level.text, false, false) : null
          ),
          labelled: false,
          owner: name,
          continued: !isLast
        }
      ];
    })
  );
}

function trendPoint(t: Trend, p: TrendPoint, strong: boolean): NativePoint {
  const text = `${p.derived ? '推算' : ''}${formatScaled(p.value, t.scale, t.indicator, p.qualifier)}`;
  const value = toAxis(p.value, t.scale);
  return {
    ...point(value, text, strong, p.derived || isBound(p.qualifier)),
    ...intervalOf(endsOf(p.observation, t.scale), value)
  };
}

/** Whether each period ends about as long after the one before as the others do. */
function evenlySpaced(periods: readonly Period[]): boolean {
  const months = periods.map((p) => Number(p.end.slice(0, 4)) * 12 + Number(p.end.slice(5, 7)));
  const steps = months.slice(1).map((m, i) => m - months[i]!);
  return steps.every((step) => step === steps[0]);
}
