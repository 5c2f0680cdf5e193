/** The rows of a comparison of places: which figure each has, who stands beside whom, who has none. */
import { candidatesOf } from './candidates';
import { containing, NESTED } from './comparability';
import type { CompareQuery, Comparison, MissingPlace } from './comparison';
import { DrawnRows, someOf } from './drawnRows';
import { type Gap, missingGaps } from '../missing/missingReason';
import type { Dataset } from '../model/dataset';
import type { IndicatorRows } from '../model/indicatorRows';
import { areasWithoutOwnData } from '../model/facts';
import { memoByDataset, memoByObject } from '../model/memo';
import { NO_POPULATION, perHeadOf, populations } from '../model/population';
import type { Indicator, Place } from '../model/records';
import { positionsById } from '../model/positionsById';
import { successorsOf } from '../model/succession';
import { parsePeriod } from '../time/parsePeriod';
import { scaleFor } from '../wording/format';
import { placeLabel } from '../wording/placeLabel';

/**
 * The rows of `compare` with what they are made of: no reference, no sentence, no gap. `undefined` as there.
 */
export function comparedPlaces(dataset: Dataset, query: CompareQuery, from: IndicatorRows) {
  const indicator = dataset.indicator(query.indicator);
  if (!indicator) return undefined;
  const asked = askedPlaces(dataset, query);
  const period = parsePeriod(query.period ?? '');
  const index = from.index(dataset, indicator.id, period ? [period] : []);
  const reporting = index.placesWhere(({ id }) => asked.ids.has(id));
  const persons = populations(dataset);
  const head = query.perHead ? perHeadOf(indicator) : undefined;
  // Per head a figure has decimals of its own; two are as many as the counts can bear.
  const shown: Indicator = head ? { ...indicator, unit: head.unit, decimals: 2 } : indicator;

  const usable = head ? reporting.filter((at) => persons.has(index.places[at]!.id)) : reporting;
  const { facts, reasons: own } = candidatesOf(indicator, index, usable, query);
  const candidates = usable.map((at) => index.places[at]!);
  const reasons = apartFromTheirOwn(dataset, candidates, apartFromSuccessors(dataset, candidates, own), query);
  const values = new Float64Array(facts.length);
  for (let at = 0; at < facts.length; at += 1) {
    const value = index.valueOf(facts[at]!);
    values[at] = head ? head.convert(value, persons.get(candidates[at]!.id)!) : value;
  }
  // One bar alone compares with nothing: then the areas that contain it are drawn too, unranked.
  const isAlone = reasons.filter((reason) => reason === '').length === 1;
  const isDrawn = (at: number): boolean =>
    reasons[at] === '' || Boolean(query.showUnfit) || (isAlone && reasons[at] === NESTED);
  const focus = asked.ids.has(query.focus ?? '') ? dataset.place(query.focus!) : undefined;
  const all = candidates.map((_, at) => at);
  const drawn = all.filter(isDrawn);
  const drawnValues = drawn.map((at) => values[at]!);
  const scale = scaleFor([...drawnValues, ...(query.steady ?? [])], shown.unit, drawnValues);
  const rowsOf = (rows: readonly number[]): DrawnRows =>
    new DrawnRows(
      someOf({ index, facts, values, reasons, intervals: Boolean(query.intervals) }, rows),
      { shown, scale },
      { official: officialOrder(dataset), isOfficial: query.sort === 'official' },
      focus
    );
  return {
    indicator,
    shown,
    scale,
    columns: rowsOf(drawn),
    focus,
    head,
    persons,
    missing: (): MissingPlace[] =>
      missingPlaces(missingGaps(dataset, indicator, from), dataset, asked.places, {
        reporting: reporting.map((at) => index.places[at]!),
        persons: head ? persons : undefined
      }),
    /** Candidates that aren't drawn. */
    excluded: rowsOf(all.filter((at) => !isDrawn(at))),
    periods: (): Comparison['periods'] => index.periodCounts(reporting)
  };
}

/** The places that a comparison is asked about, in the order of the dataset. */
interface AskedPlaces {
  readonly places: readonly Place[];
  readonly ids: ReadonlySet<string>;
}

export function askedPlaces(dataset: Dataset, query: CompareQuery): AskedPlaces {
  if (query.places && query.places.length > 0) return namedPlaces(dataset)(query.places);
  const withoutData = areasWithoutOwnData(dataset);
  return withIds(
    dataset.places.filter((p) => !withoutData.has(p.id) && (query.includeOrganisations || p.level !== '机构'))
  );
}

/** A table of many indicators asks for one list again and again. */
const namedPlaces = memoByDataset((dataset) =>
  memoByObject((ids: readonly string[]): AskedPlaces => {
    const asked = new Set(ids);
    return withIds(dataset.places.filter((p) => asked.has(p.id)));
  })
);

function withIds(places: readonly Place[]): AskedPlaces {
  return { places, ids: new Set(places.map((p) => p.id)) };
}

type Reasons = readonly string[];

/**
 * A place and the one that took its place are one area: the successor's figure stands, whoever was asked for.
 * @param reasons by place why its figure doesn't fit; empty where it does
 */
function apartFromSuccessors(dataset: Dataset, places: readonly Place[], reasons: Reasons): Reasons {
  if (!places.some(({ successor }) => successor)) return reasons;
  const fitting = new Set(places.filter((_, at) => reasons[at] === '').map(({ id }) => id));
  return reasons.map((reason, at) => {
    const later = reason === '' && successorsOf(dataset, places[at]!).find((place) => fitting.has(place.id));
    return later ? `已由${placeLabel(later)}接替，不与它并列` : reason;
  });
}

/** An area doesn't stand in one ranking with those that its figure includes, unless it is asked for. */
function apartFromTheirOwn(dataset: Dataset, places: readonly Place[], reasons: Reasons, query: CompareQuery): Reasons {
  if (query.rankParents ?? (query.places?.length ?? 0) > 0) return reasons;
  const parents = containing(
    dataset,
    places.filter((_, at) => reasons[at] === '')
  );
  if (parents.size === 0) return reasons;
  return reasons.map((reason, at) => (reason === '' && parents.has(places[at]!.id) ? NESTED : reason));
}

const officialOrder = memoByDataset(({ places }): ReadonlyMap<string, number> => positionsById(places));

/** @param persons where figures are per head: of whom there is a population */
function missingPlaces(
  gapOf: (place: Place) => Gap,
  dataset: Dataset,
  asked: readonly Place[],
  { reporting, persons }: { reporting: readonly Place[]; persons: ReadonlyMap<string, number> | undefined }
): MissingPlace[] {
  if (!persons && reporting.length === asked.length) return [];
  const known = new Set(reporting.map(({ id }) => id));
  return asked.flatMap((place) => {
    if (known.has(place.id))
      return persons && !persons.has(place.id) ? [{ place, reason: NO_POPULATION, evidence: null }] : [];
    const { text, evidence } = gapOf(place);
    const [later] = successorsOf(dataset, place);
    return [{ place, reason: later ? `已由${placeLabel(later)}接替` : text, evidence: later ? null : evidence }];
  });
}
