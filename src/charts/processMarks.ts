/** What a process behaviour chart draws beside its line: mean, limits, and the points that are signals. */
import { signalJudgement } from '../domain/trend/process';
import type { ProcessLevel, ProcessPhase, Trend, TrendPoint } from '../domain/trend/trend';
import { toAxis } from '../domain/wording/format';
import { HALO, type Option, escapeLabel, textWidth } from './drawing';
import { palette, type RenderContext } from './theme';
import type { TrendLayout } from './trendLayout';
import { markLines } from './markLines';

/** Where a level may be named: the best place first. */
const PLACES = ['Start', 'End', 'Middle'].flatMap((along) => [`inside${along}Top`, `inside${along}Bottom`]);

/** In how many steps a free place is looked for along a level. */
const ALONG = 24;

/** The levels of each stretch over its own time, each named where no line runs through the words. */
export function processSeries(trend: Trend, layout: TrendLayout, context: RenderContext): Option[] {
  const { sizes } = layout;
  const lines = (trend.process?.phases ?? []).flatMap((phase) => [
    ...level(phase, phase.upper, '上限', false),
    ...level(phase, phase.mean, '均值', true),
    ...level(phase, phase.lower, '下限', false)
  ]);
  if (lines.length === 0) return [];
  return [
    markLines('process', {
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
              ...levelPlace(trend, layout, { phase, at, text: `${name} ${at.text}` }),
              formatter: escapeLabel(`${name} ${at.text}`),
              color: palette.inkSoft,
              fontSize: sizes.small,
              ...HALO
            }
          },
          { coord: [phase.to.end, value] }
        ];
      })
    })
  ];
}

export interface LevelPlace {
  readonly position: string;
  /** From the beginning of the level and from the level, in px; absent: the usual ones. */
  readonly distance?: readonly [along: number, off: number];
}

/**
 * The first place of a level's words that no line of the trend crosses: at its ends or in its middle, else anywhere along
 * it, above or below. Where each is crossed, the one that fewest strokes cross.
 */
export function levelPlace(
  trend: Trend,
  { x, y, sizes }: Pick<TrendLayout, 'x' | 'y' | 'sizes'>,
  { phase, at, text }: { readonly phase: ProcessPhase; readonly at: ProcessLevel; readonly text: string }
): LevelPlace {
  const [from, to, level] = [x(phase.from.end), x(phase.to.end), y(toAxis(at.value, trend.scale))];
  const [width, height] = [textWidth(text, sizes.small) + 10, sizes.small * 1.6];
  const pointAt = (p: TrendPoint) => [x(p.period.end), y(toAxis(p.value, trend.scale))] as const;
  const strokes = trend.series.flatMap((s) => s.segments.map((segment) => segment.map(pointAt)));
  const crossings = (left: number, isAbove: boolean) => {
    const top = isAbove ? level - height : level;
    return strokes.reduce(
      (sum, line) =>
        sum +
        line.filter((end, i) => i > 0 && crosses(line[i - 1]!, end, [left, left + width], [top, top + height])).length,
      0
    );
  };
  const usual = PLACES.find((place) => {
    const left = place.includes('Start') ? from : place.includes('End') ? to - width : (from + to - width) / 2;
    return crossings(left, place.endsWith('Top')) === 0;
  });
  if (usual) return { position: usual };
  const free = Math.max(0, to - from - width);
  const spots = Array.from({ length: ALONG + 1 }, (_, n) => (free * n) / ALONG).flatMap((along) =>
    [true, false].map((isAbove) => ({ along, isAbove, count: crossings(from + along, isAbove) }))
  );
  const { along, isAbove } = spots.reduce((best, spot) => (spot.count < best.count ? spot : best));
  return { position: isAbove ? 'insideStartTop' : 'insideStartBottom', distance: [Math.round(along) + 5, 5] };
}

/** Whether a stroke from left to right runs through a box, in px. */
function crosses(
  [x0, y0]: readonly [number, number],
  [x1, y1]: readonly [number, number],
  [left, right]: readonly [number, number],
  [top, bottom]: readonly [number, number]
): boolean {
  if (x1 <= left || x0 >= right || x1 === x0) return false;
  const at = (px: number) => y0 + ((px - x0) / (x1 - x0)) * (y1 - y0);
  const [a, b] = [at(Math.max(left, x0)), at(Math.min(right, x1))];
  return Math.max(a, b) > top && Math.min(a, b) < bottom;
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
