/** Lines across a plot that belong to no other series: what happened, breaks, levels. */
import type { Option } from './drawing';

/**
 * A series of nothing but such lines. No pointer takes them, and they stand where they are from the beginning.
 * @param lines look, words and data of the lines, as ECharts has them in `markLine`
 * @param axes the axes of one of several small charts; absent: the only ones
 */
export function markLines(id: string, lines: Readonly<Record<string, unknown>>, axes: object = {}): Option {
  const series = {
    id,
    type: 'line',
    ...axes,
    silent: true,
    data: [],
    markLine: { silent: true, symbol: 'none', animation: false, ...lines }
  };
  return series as Option;
}
