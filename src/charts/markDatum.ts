/** Which number a mark of a drawing stands for. */
import type { MarkAt } from '../domain/deck/callout';
import type { Citation } from '../domain/evidence/citation';
import type { Observation, ProgressRow } from '../domain/model/records';
import { periodLabel } from '../domain/time/periodLabel';
import { placeLabel } from '../domain/wording/placeLabel';

/** What of a row names its number. */
export type MarkDatum =
  | Pick<Observation, 'place' | 'period' | 'indicator' | 'part'>
  | Pick<ProgressRow, 'place' | 'period' | 'programme'>;

/** The number of a mark; undefined for one that stands nowhere in the reports. */
export function datumOf<M extends { readonly datum?: MarkDatum }>(
  mark: M,
  drawing: { readonly sources?: (item: M) => readonly Citation[] }
): MarkDatum | undefined {
  return mark.datum ?? datumOfSources(drawing.sources?.(mark) ?? []);
}

/** The number that sources are about: the first says it, what follows says more of it. */
export function datumOfSources([first]: readonly Citation[]): MarkDatum | undefined {
  return first?.row;
}

/** Place, period and indicator or task of a mark, by their ids, as an address and a deck keep them. */
export function markAt(datum: MarkDatum): MarkAt {
  const { place, period } = datum;
  const at = { place: place.id, period: period.text };
  if ('programme' in datum) return { ...at, task: datum.programme.id };
  return { ...at, indicator: datum.indicator.id, ...(datum.part ? { part: datum.part } : {}) };
}

/** `甲县 高血压管理率 2024年`. */
export function markName(datum: MarkDatum): string {
  const what = 'programme' in datum ? datum.programme.name : `${datum.indicator.name}${datum.part}`;
  return [placeLabel(datum.place), what, periodLabel(datum.period)].join(' ');
}
