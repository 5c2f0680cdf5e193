/**
 * The rows that speak of the latest of each place: what a table of many indicators without a chosen period is made of. A
 * pack has them in a file of its own, so that such a table reads no block.
 */
import type { Dataset } from './dataset';
import { type FactIndex, factIndex, indexIn } from './factIndex';
import { isChangeMeasure } from './facts';
import type { IndicatorRows } from './indicatorRows';
import type { ObservationBlock } from './observationBlock';
import { placesIn } from './placesOf';
import type { Place } from './records';
import { type Period, spanKey } from '../time/period';

/**
 * Rows of an indicator in its block: of each place with a number those of its latest fact of each span; of one without the
 * last hole, the last change and a number of each sub-group. Places stand as `FactIndex` has them, so that an index of these
 * rows alone has the same order.
 */
export function latestRows(dataset: Dataset, block: ObservationBlock, indicatorId: string): number[] {
  const index = indexIn(block, indicatorId, dataset.smallBase);
  const rows: number[] = [];
  index.places.forEach((_, place) => {
    const spans = new Set<string>();
    for (let fact = index.latestOf(place), end = index.endOf(place); fact < end; fact += 1) {
      const span = spanKey(index.periodOf(fact));
      if (!spans.has(span)) rows.push(...index.rowsOf(fact));
      spans.add(span);
    }
  });
  const known = new Set(index.places.map(({ id }) => id));
  return [...rows, ...instead(block, indicatorId, known)];
}

/** Of places without a number: rows of a place stand where the file first has one of their kind. */
function instead(block: ObservationBlock, indicatorId: string, known: ReadonlySet<string>): number[] {
  const { coded, value } = block.columns;
  const { place, measure, part } = coded;
  const last = new Map<string, number>();
  const parts = new Map<string, number>();
  const placeOf = (row: number): string => place.entries[place.codes[row]!]!.id;
  for (const row of block.rowsOf(indicatorId)) {
    const id = placeOf(row);
    if (known.has(id)) continue;
    const kind = measure.entries[measure.codes[row]!]!;
    const has = !Number.isNaN(value[row]!);
    if (kind === '数值' ? !has : isChangeMeasure(kind) && has) last.set(`${kind === '数值'} ${id}`, row);
  }
  for (const row of block.partsOf(indicatorId)) {
    const key = `${placeOf(row)} ${part.codes[row]!}`;
    if (!known.has(placeOf(row)) && !Number.isNaN(value[row]!) && !parts.has(key)) parts.set(key, row);
  }
  return [...last.values(), ...parts.values()];
}

/** `latestRows` alone, where they were stored with a pack: for answers about many indicators. */
export const LATEST_ROWS: IndicatorRows = {
  block: latestBlock,
  index: latestWithin,
  need: (dataset, ids) => {
    if (!dataset.answer('latestRows')) dataset.need(ids);
  }
};

/** The places with a number of an indicator, then those whose rows say why they have none. @throws NotLoadedError */
export function reportingPlaces(dataset: Dataset, indicatorId: string): readonly Place[] {
  const { places, hasHoles } = LATEST_ROWS.index(dataset, indicatorId);
  const block = hasHoles ? latestBlock(dataset, indicatorId) : undefined;
  return block ? [...new Set([...places, ...placesIn(block, indicatorId, '数值')])] : places;
}

function latestBlock(dataset: Dataset, indicatorId: string): ObservationBlock | undefined {
  return dataset.answer('latestRows') ?? dataset.blockOf(indicatorId);
}

/** All rows where a place may have one of the periods behind a later one of its span. */
function latestWithin(dataset: Dataset, indicatorId: string, wanted: readonly Period[] = []): FactIndex {
  const latest = indexIn(latestBlock(dataset, indicatorId), indicatorId, dataset.smallBase);
  if (wanted.length === 0) return latest;
  const known = latest.periodCounts(latest.places.map((_, at) => at));
  const isBehind = (period: Period): boolean =>
    known.some(
      ({ period: other }) => other.text !== period.text && other.end >= period.end && spanKey(other) === spanKey(period)
    );
  return wanted.some(isBehind) ? factIndex(dataset, indicatorId) : latest;
}
