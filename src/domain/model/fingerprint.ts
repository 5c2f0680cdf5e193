import { MEASURES, type Observation, type ProgressRow, QUALIFIERS } from './records';
import type { ObservationColumns } from './observationColumns';

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
  return mixed([...about, place.id, period.text, status, qualifier].join(SEPARATOR), BASIS) >>> 0;
}

/**
 * The fingerprints of the observations `from` to `to` − 1, straight from their columns: as many objects as there are
 * numbers would take ten times as long.
 */
export function observationPrints(columns: ObservationColumns, from: number, to: number): Uint32Array {
  const { indicator, part, measure, place, period, status } = columns.coded;
  const prints = new Uint32Array(Math.max(0, to - from));
  const heads = new Map<number, number>();
  for (let i = from; i < to; i += 1) {
    // What comes first is the same for very many.
    const about = (indicator.codes[i]! * part.entries.length + part.codes[i]!) * MEASURES.length + measure.codes[i]!;
    let hash = heads.get(about);
    if (hash === undefined) {
      const names = [
        indicator.entries[indicator.codes[i]!]!.id,
        part.entries[part.codes[i]!],
        MEASURES[measure.codes[i]!]
      ];
      heads.set(about, (hash = mixed(names.join(SEPARATOR) + SEPARATOR, BASIS)));
    }
    const value = columns.value[i]!;
    if (!Number.isNaN(value)) hash = mixed(String(value), hash);
    hash = mixed(place.entries[place.codes[i]!]!.id, mixed(SEPARATOR, hash));
    hash = mixed(period.entries[period.codes[i]!]!.text, mixed(SEPARATOR, hash));
    hash = mixed(status.entries[status.codes[i]!]!, mixed(SEPARATOR, hash));
    prints[i - from] = mixed(QUALIFIERS[columns.qualifier[i]!]!, mixed(SEPARATOR, hash));
  }
  return prints;
}

const SEPARATOR = '\u0001';
const BASIS = 0x811c9dc5;

/** FNV-1a over the 16-bit units of a text, from where it stands. */
function mixed(text: string, from: number): number {
  let hash = from;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}
