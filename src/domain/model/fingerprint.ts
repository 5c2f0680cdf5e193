import type { Observation, ProgressRow } from './records';

/**
 * 32 bits that stand for a number as a reader sees it, whichever report says it: another value, another status or another
 * period gives others (FNV-1a). Two of one dataset are as good as never alike.
 */
export function fingerprint(row: Observation | ProgressRow): number {
  const { place, period, status, qualifier } = row;
  const about =
    'indicator' in row
      ? [row.indicator.id, row.part, row.measure, row.value]
      : [row.programme.id, row.asOf, row.target, row.done, row.rate, row.unit];
  const text = [...about, place.id, period.text, status, qualifier].join('\u0001');
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
