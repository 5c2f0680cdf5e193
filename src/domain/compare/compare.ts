/**
 * One indicator over places.
 */
import { type Candidate, candidatesOf, type Valued } from './candidates';
import { containing, NESTED } from './comparability';
import type { ComparedRows, CompareQuery, Comparison, Excluded, MissingPlace } from './comparison';
import { DrawnRow } from './drawnRow';
import { fieldNotes, fieldOf } from './field';
import { compareNotes } from './notes';
import { betterFirst, competitionRanks } from './ranking';
import { againstSentence } from './otherReference';
import { referenceLine } from './referenceLine';
import { compareSubtitle, compareVerdict, gapTexts } from './verdict';
import { WILSON_NOTE } from '../model/computedInterval';
import { type Gap, missingGaps } from '../missing/missingReason';
import type { Dataset } from '../model/dataset';
import { fileOrder } from '../model/codedColumn';
import { factIndex } from '../model/factIndex';
import { ALL_ROWS, LATEST_ROWS, type IndicatorRows } from '../model/latestRows';
import { type Fact, areasWithoutOwnData, resultCutoff, sourcesOf } from '../model/facts';
import { memoByDataset } from '../model/memo';
import { NO_POPULATION, type PerHead, perHeadOf, populationFigures, populations } from '../model/population';
import { type Indicator, isBound, type Place } from '../model/records';
import { positionsById } from '../model/positionsById';
import { successorsOf } from '../model/succession';
import { parsePeriod } from '../time/parsePeriod';
import type { Period } from '../time/period';
import { asPrinted, type Scale, scaleFor } from '../wording/format';
import { placeLabel } from '../wording/placeLabel';
import { comparatives } from '../wording/words';

/**
 * Compares places by one indicator. Stocks and rates in percent may be of different dates, with a
 * warning; whatever accumulates over time needs equal spans, the rest is left out with its reason.
 * Missing is never zero: places without a number are named with the reason. Ranks are competition
 * ranks over exact and approximate values; bounds (≥95%) are drawn but not ranked. An area stands aside for those that it
 * contains; where that leaves a single one, both are drawn and nobody is ranked against its own part.
 * @returns undefined for an unknown indicator; unknown place ids are passed over.
 */
export function compare(dataset: Dataset, query: CompareQuery): Comparison | undefined {
  const compared = comparedPlaces(dataset, query, ALL_ROWS);
  if (!compared) return undefined;
  const { indicator, shown, scale, rows, valued, excluded, focus, head, persons, missing, samePeriod } = compared;
  const gaps = gapTexts(rows, shown, scale, comparatives(shown, Boolean(head)));
  rows.forEach((row, i) => (row.gapToNext = gaps[i]!));
  const asking = {
    dataset,
    indicator,
    shown,
    scale,
    rows,
    parents: toRows(
      valued.filter((c) => c.reason === NESTED && !compared.isDrawn(c)),
      shown,
      scale,
      focus
    ),
    choice: query.reference ?? ('mean' as const),
    focus,
    perHead: Boolean(head),
    persons
  };
  const reference = referenceLine(asking);
  const field = fieldOf(rows, shown);
  const counted = head || reference.weighted ? populationFigures(dataset) : undefined;
  const population = counted ? rows.flatMap((r) => counted.get(r.place.id) ?? []) : [];
  const question = { indicator, shown, scale, perHead: Boolean(head), rows, excluded, missing, focus };
  return {
    indicator,
    rows,
    excluded,
    missing,
    reference: reference.line,
    field,
    periods: compared.periods(),
    samePeriod,
    unit: shown.unit,
    scale,
    steady: query.steady ?? [],
    notes: [
      ...compareNotes({ dataset, indicator, rows, perHead: Boolean(head), persons, missing, population }),
      ...fieldNotes(field, comparatives(shown, Boolean(head))),
      ...reference.notes,
      ...(query.intervals ? [{ level: '说明', text: WILSON_NOTE } as const] : [])
    ],
    verdict: `${compareVerdict(question)}${againstSentence(asking, reference.line)}`,
    subtitle: compareSubtitle(question, samePeriod),
    cutoff: resultCutoff(rows.map((r) => r.observation)),
    sources: sourcesOf(dataset, [...rows.flatMap((r) => [...r.witnesses, ...r.conflicts]), ...population]),
    population,
    perHead: Boolean(head)
  };
}

/**
 * The rows of `compare` with what they are made of: no reference, no sentence, no gap. `undefined` as there.
 */
function comparedPlaces(dataset: Dataset, query: CompareQuery, from: IndicatorRows) {
  const indicator = dataset.indicator(query.indicator);
  if (!indicator) return undefined;
  const asked = askedPlaces(dataset, query);
  const askedIds = new Set(asked.map((p) => p.id));
  const period = parsePeriod(query.period ?? '');
  const index = from.index(dataset, indicator.id, period ? [period] : []);
  const reporting = index.placesWhere(({ id }) => askedIds.has(id));
  const persons = populations(dataset);
  const head = query.perHead ? perHeadOf(indicator) : undefined;
  // Per head a figure has decimals of its own; two are as many as the counts can bear.
  const shown: Indicator = head ? { ...indicator, unit: head.unit, decimals: 2 } : indicator;

  const usable = head ? reporting.filter((at) => persons.has(index.places[at]!.id)) : reporting;
  const candidates = candidatesOf(indicator, index, usable, query, (fact) => valueOf(fact, head, persons));
  const valued = apartFromTheirOwn(dataset, apartFromSuccessors(dataset, candidates), query);
  // One bar alone compares with nothing: then the areas that contain it are drawn too, unranked.
  const isAlone = valued.filter((c) => c.reason === '').length === 1;
  const isDrawn = ({ reason }: Candidate): boolean =>
    reason === '' || Boolean(query.showUnfit) || (isAlone && reason === NESTED);
  const drawn = valued.filter(isDrawn);
  const excluded = valued.filter((c) => !isDrawn(c)).map(toExcluded);
  const scale = scaleFor(
    [...drawn.map((c) => c.value), ...(query.steady ?? [])],
    shown.unit,
    drawn.map((c) => c.value)
  );
  const focus = askedIds.has(query.focus ?? '') ? dataset.place(query.focus!) : undefined;
  const rows = inOrder(toRows(drawn, shown, scale, focus), shown, dataset, query);
  const samePeriod = rows.every((r) => r.observation.period.text === rows[0]!.observation.period.text);
  const known = new Set(reporting.map((at) => index.places[at]!.id));
  const missing = missingPlaces(
    missingGaps(dataset, indicator, from),
    dataset,
    asked,
    known,
    head ? persons : undefined
  );
  const periods = (): Comparison['periods'] => index.periodCounts(reporting);
  return {
    indicator,
    shown,
    scale,
    rows,
    valued,
    isDrawn,
    excluded,
    periods,
    focus,
    head,
    persons,
    missing,
    samePeriod
  };
}

/** What `compare` says of single places, without its sentences, notes and reference: for tables of many indicators. */
export function comparedRows(dataset: Dataset, query: CompareQuery): ComparedRows | undefined {
  return comparedPlaces(dataset, query, LATEST_ROWS);
}

/**
 * The periods of `compare` alone: to choose among, latest first, with how many places have each. Unknown indicator: none.
 * @param isWanted only those that pass; absent: all
 */
export function comparedPeriods(
  dataset: Dataset,
  query: CompareQuery,
  isWanted?: (period: Period) => boolean
): Comparison['periods'] {
  const asked = new Set(askedPlaces(dataset, query).map((p) => p.id));
  const index = isWanted
    ? LATEST_ROWS.index(dataset, query.indicator, dataset.summary.periods.filter(isWanted))
    : factIndex(dataset, query.indicator);
  const all = index.periodCounts(index.placesWhere(({ id }) => asked.has(id)));
  return isWanted ? all.filter(({ period }) => isWanted(period)) : all;
}

function askedPlaces(dataset: Dataset, query: CompareQuery): Place[] {
  if (!query.places || query.places.length === 0) {
    const withoutData = areasWithoutOwnData(dataset);
    return dataset.places.filter((p) => !withoutData.has(p.id) && (query.includeOrganisations || p.level !== '机构'));
  }
  const asked = new Set(query.places);
  return dataset.places.filter((p) => asked.has(p.id));
}

/** A place and the one that took its place are one area: the successor's figure stands, whoever was asked for. */
function apartFromSuccessors(dataset: Dataset, candidates: readonly Valued[]): readonly Valued[] {
  if (!candidates.some(({ fact }) => fact.place.successor)) return candidates;
  const fitting = new Set(candidates.filter((c) => c.reason === '').map((c) => c.fact.place.id));
  return candidates.map((c) => {
    const later = c.reason === '' && successorsOf(dataset, c.fact.place).find((place) => fitting.has(place.id));
    return later ? { ...c, reason: `已由${placeLabel(later)}接替，不与它并列` } : c;
  });
}

/** An area doesn't stand in one ranking with those that its figure includes, unless it is asked for. */
function apartFromTheirOwn(dataset: Dataset, candidates: readonly Valued[], query: CompareQuery): readonly Valued[] {
  if (query.rankParents ?? (query.places?.length ?? 0) > 0) return candidates;
  const fitting = candidates.filter((c) => c.reason === '').map((c) => c.fact.place);
  const parents = containing(dataset, fitting);
  if (parents.size === 0) return candidates;
  return candidates.map((c) => (c.reason === '' && parents.has(c.fact.place.id) ? { ...c, reason: NESTED } : c));
}

function valueOf(fact: Fact, head: PerHead | undefined, persons: ReadonlyMap<string, number>): number {
  const { value } = fact.observation;
  return head ? head.convert(value, persons.get(fact.place.id)!) : value;
}

function toExcluded({ fact, reason }: Candidate): Excluded {
  return { place: fact.place, observation: fact.observation, reason };
}

/** Without gaps. */
function toRows(drawn: readonly Valued[], shown: Indicator, scale: Scale, focus: Place | undefined): DrawnRow[] {
  const printing = { shown, scale };
  const rows = drawn.map(
    (c) => new DrawnRow(c, asPrinted(c.value, scale, shown), c.fact.place.id === focus?.id, printing)
  );
  const rankable = rows.filter((row) => row.fits && !isBound(row.observation.qualifier));
  competitionRanks(
    rankable.map(({ printed }) => printed),
    shown.better
  ).forEach((rank, at) => rankable[at]!.setRank(rank));
  return rows;
}

function inOrder(rows: readonly DrawnRow[], shown: Indicator, dataset: Dataset, query: CompareQuery): DrawnRow[] {
  const official = officialOrder(dataset);
  // Columns of numbers are compared, not rows: there may be thousands, of a hundred indicators.
  const places = Float64Array.from(rows, ({ place }) => official.get(place.id)!);
  const values = query.sort === 'official' ? places : Float64Array.from(rows, ({ printed }) => printed);
  const better = query.sort === 'official' ? '低' : shown.better;
  const fits = Uint8Array.from(rows, (row) => Number(row.fits));
  const order = fileOrder(rows.length).sort(
    (a, b) => fits[b]! - fits[a]! || betterFirst(values[a]!, values[b]!, better) || places[a]! - places[b]! || a - b
  );
  return Array.from(order, (at) => rows[at]!);
}

const officialOrder = memoByDataset(({ places }): ReadonlyMap<string, number> => positionsById(places));

function missingPlaces(
  gapOf: (place: Place) => Gap,
  dataset: Dataset,
  asked: readonly Place[],
  known: ReadonlySet<string>,
  persons: ReadonlyMap<string, number> | undefined
): MissingPlace[] {
  if (!persons && known.size === asked.length) return [];
  return asked.flatMap((place) => {
    if (known.has(place.id))
      return persons && !persons.has(place.id) ? [{ place, reason: NO_POPULATION, evidence: null }] : [];
    const { text, evidence } = gapOf(place);
    const [later] = successorsOf(dataset, place);
    return [{ place, reason: later ? `已由${placeLabel(later)}接替` : text, evidence: later ? null : evidence }];
  });
}
