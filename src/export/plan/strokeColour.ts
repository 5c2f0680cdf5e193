import type { NativeChart, NativeSeries } from '../../charts/office/nativeChart';
import { palette } from '../../charts/theme';

/** The first stroke has the colour of the clock, a second one is grey. */
export function strokeColour(chart: NativeChart, s: NativeSeries): string {
  return chart.series.filter((one) => one.role === 'tick').indexOf(s) === 0 ? palette.clock : palette.inkFaint;
}
