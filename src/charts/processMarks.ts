/** What a process behaviour chart draws beside its line: mean, limits, and the points that are signals. */
import { signalJudgement } from '../domain/trend/process';
import type { ProcessLevel, ProcessPhase, Trend, TrendPoint } from '../domain/trend/trend';
import { toAxis } from '../domain/wording/format';
import { HALO, type Option, plain } from './drawing';
import { palette, type RenderContext } from './theme';
import type { TrendLayout } from './trendLayout';

/** The levels of each stretch over its own time, named at their left end. */
export function processSeries(trend: Trend, { sizes }: TrendLayout, context: RenderContext): Option[] {
  const lines = (trend.process?.phases ?? []).flatMap((phase) => [
    ...level(phase, phase.upper, '上限', false),
    ...level(phase, phase.mean, '均值', true),
    ...level(phase, phase.lower, '下限', false)
  ]);
  if (lines.length === 0) return [];
  const series = {
    id: 'process',
    type: 'line',
    silent: true,
    data: [],
    markLine: {
      silent: true,
      symbol: 'none',
      animation: false,
      z: 2,
      data: lines.map(({ phase, at, name, isMean }) => {
        const value = toAxis(at.value, trend.scale);
        return [
          {
            coord: [phase.from.end, value],
            lineStyle: {
              color: isMean ? palette.inkFaint : palette.context,
              width: (isMean ? 1.5 : 1.2) * context.scale,
              type: isMean ? 'solid' : [6, 4]
            },
            label: {
              show: true,
              position: 'insideStartTop',
              formatter: plain(`${name} ${at.text}`),
              color: palette.inkSoft,
              fontSize: sizes.small,
              ...HALO
            }
          },
          { coord: [phase.to.end, value] }
        ];
      })
    }
  };
  return [series as Option];
}

function level(phase: ProcessPhase, at: ProcessLevel | null, name: string, isMean: boolean) {
  return at ? [{ phase, at, name, isMean }] : [];
}

/** Signals are larger triangles, up for high and down for low; better and worse have their colours, a plain point keeps its mark. */
export function signalMark(point: TrendPoint, trend: Trend, scale: number): Option {
  const signals = trend.process?.signals.get(point);
  if (!signals) return {};
  const high = signals[0]!.high;
  const judgement = signalJudgement(signals, trend.indicator);
  const color = judgement === '好转' ? palette.accent : judgement === '变差' ? palette.clock : palette.ink;
  return {
    symbol: 'triangle',
    symbolRotate: high ? 0 : 180,
    symbolSize: Math.round(13 * scale),
    itemStyle: { color, borderColor: palette.ground, borderWidth: 1 }
  } as Option;
}
