import { CLOCK, LAST_YEAR } from '../../charts/office/bulletChart';
import type { NativeSeries } from '../../charts/office/nativeChart';
import { palette } from '../../charts/theme';

/** What a stroke of a series has: the reference and 序时 that of the clock, the target ink, 上年同期 grey. */
export function strokeColour(s: NativeSeries): string {
  if (s.role === 'tick' || s.name === CLOCK) return palette.clock;
  return s.name === LAST_YEAR ? palette.inkFaint : palette.ink;
}
