/**
 * What the audit says against single figures, asked for the few that a screen would rest on: the whole audit of a large
 * dataset takes longer than a page may take to open.
 */
import type { Check } from './check';
import { factCheck } from './facts';
import { rateCheck } from './ownFigures';
import { relationChecks } from './relations';
import { cumulativeChecks, rowKey, valueCheck } from './values';
import { isObservation, type AuditRow } from '../evidence/row';
import type { Dataset } from '../model/dataset';
import { hasNumber } from '../model/facts';
import { memoByKey } from '../model/memo';
import { observationAt } from '../model/observationColumns';
import type { Observation } from '../model/records';

/** The first finding of the audit that rests on one of the figures; undefined where there is none. Tasks aren't asked. */
export function contradictionOf(dataset: Dataset, rows: readonly AuditRow[]): Check | undefined {
  for (const row of rows) {
    if (!isObservation(row)) continue;
    const against = [
      ...ownChecks(row),
      ...neighbourChecks(dataset, row),
      ...findingsOfIndicator(dataset, row.indicator.id)
    ];
    const found = against.find((c) => c.outcome === '不符' && c.rows.some((one) => rowKey(one) === rowKey(row)));
    if (found) return found;
  }
  return undefined;
}

/** What a figure says of itself. */
function ownChecks(o: Observation): Check[] {
  return [rateCheck(o), valueCheck(o)].filter((c): c is Check => c !== undefined);
}

/** The same fact with another value, and sums that run on from the same day. */
function neighbourChecks(dataset: Dataset, o: Observation): Check[] {
  const { basis, kind } = o.indicator;
  const runs = basis === '期间' && (kind === '数量' || kind === '金额') && o.measure === '数值';
  const own = (
    (runs ? undefined : latestWith(dataset, o)) ?? dataset.observationsIn(o.indicator.id, o.place.id)
  ).filter(hasNumber);
  const same = own.filter(
    (one) => one.period.text === o.period.text && one.measure === o.measure && one.part === o.part
  );
  const sums = own.filter(
    (one) =>
      one.measure === '数值' &&
      one.part === o.part &&
      one.qualifier === '' &&
      one.period.kind !== '时点' &&
      one.period.start === o.period.start
  );
  return [...(same.length > 1 ? [factCheck(same)] : []), ...(runs ? cumulativeChecks(sums) : [])];
}

/**
 * Rows of the latest of a place, where the one asked about is among them: then all are that state its number. A comparison
 * of thousands of places rests on those, and reads no block to be asked about.
 */
function latestWith(dataset: Dataset, o: Observation): Observation[] | undefined {
  if (o.measure !== '数值' || o.part !== '') return undefined;
  const block = dataset.answer('latestRows');
  const rows = block?.rowsIn(o.indicator.id, o.place.id);
  if (!block || !rows?.some((row) => block.indexOf(row) === o.index)) return undefined;
  return Array.from(rows, (row) => observationAt(block, row, dataset.smallBase));
}

/** What the relations that an indicator stands in find. */
const findingsOfIndicator = memoByKey(64, (dataset, indicator): readonly Check[] =>
  (dataset.relations ?? [])
    .filter(({ members }) => members.some((member) => member.indicator?.id === indicator))
    .flatMap((relation) => relationChecks(dataset, relation))
    .filter(({ outcome }) => outcome === '不符')
);
