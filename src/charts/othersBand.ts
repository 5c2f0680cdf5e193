/** The band of the places without a line: from the lowest to the highest, and darker the middle half. */
import type { BandLevel, Trend } from '../domain/trend/trend';
import { toAxis } from '../domain/wording/format';
import type { Option } from './drawing';
import { palette } from './theme';

type Edge = 'lowest' | 'lower' | 'upper' | 'highest';

/** Behind the lines: each band is what lies between two edges, stacked on the lower of them. */
export function othersSeries({ others, scale }: Trend): Option[] {
  if (!others) return [];
  const value = (level: BandLevel, edge: Edge) => toAxis(level[edge].value, scale);
  const band = (id: string, from: Edge, to: Edge, opacity: number): Option[] =>
    [false, true].map((isArea) => ({
      id: `others-${id}${isArea ? '' : '-foot'}`,
      type: 'line',
      silent: true,
      symbol: 'none',
      animation: false,
      z: 1,
      stack: `others-${id}`,
      stackStrategy: 'all',
      lineStyle: { opacity: 0 },
      ...(isArea ? { areaStyle: { color: palette.context, opacity } } : {}),
      data: others.levels.map((level) => [
        level.period.end,
        isArea ? value(level, to) - value(level, from) : value(level, from)
      ])
    })) as Option[];
  return [...band('all', 'lowest', 'highest', 0.16), ...band('half', 'lower', 'upper', 0.28)];
}
