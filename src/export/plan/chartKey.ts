/** What the marks of a native chart mean. */
import type { NativeChart } from '../../charts/office/nativeChart';
import { palette } from '../../charts/theme';
import { strokeColour } from './strokeColour';

/** A key entry: a mark in its colour, and what it means. */
export interface KeyEntry {
  readonly mark: string;
  readonly colour: string;
  readonly text: string;
}

/** What the marks mean, where the chart itself doesn't say it. Lines have a legend of their own. */
export function keyOf(chart: NativeChart): KeyEntry[] {
  if (chart.kind === 'lines') return [];
  if (chart.kind === 'scatter')
    return chart.series
      .filter(({ role, continued }) => role !== 'base' && role !== 'bar' && !continued)
      .map(({ role, name }): KeyEntry => ({
        mark: role === 'limit' ? '┄' : '─',
        colour: role === 'clock' ? palette.clock : palette.context,
        text: name
      }));
  const ticks = chart.series
    .filter((s) => s.role === 'tick' || s.role === 'value')
    .map((s): KeyEntry => ({ mark: '┃', colour: strokeColour(s), text: s.name.replace('（%）', '') }));
  if (chart.kind === 'bars') return ticks;
  return [
    { mark: '■', colour: palette.accent, text: '完成率（慢的）' },
    { mark: '■', colour: palette.accentSoft, text: '完成率（其余）' },
    ...chart.series
      .filter((s) => s.role === 'forecast')
      .map((): KeyEntry => ({ mark: '▯', colour: palette.accent, text: '年末推算（直线）' })),
    { mark: '┃', colour: palette.ink, text: '目标' },
    ...ticks
  ];
}
