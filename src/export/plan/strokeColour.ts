import type { NativeChart, NativeSeries } from '../../charts/office/nativeChart';
import { palette } from '../../charts/theme';

/** What a stroke of it has: the reference and 序时 that of the clock, the target ink, 上年同期 grey. */
export function strokeColour({ series }: NativeChart, s: NativeSeries): string {
  if (s.role === 'tick') return palette.clock;
  if (s.role === 'track') return palette.ink;
  return series.filter((one) => one.role === 'value').indexOf(s) === 0 ? palette.clock : palette.inkFaint;
}
