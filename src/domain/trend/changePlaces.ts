/** Which places have something to compare with the year before. */
import type { Dataset } from '../model/dataset';
import { memoByObject, memoInSteps } from '../model/memo';
import { type NumberRows, numberRows, placeRuns } from '../model/numberRows';
import { type Indicator, isBound, type Observation, type Place, QUALIFIERS } from '../model/records';
import type { Steps } from '../steps/steps';
import { type Period, yearsBefore } from '../time/period';
import { difference } from '../wording/difference';
import { latestChange } from './changes';

/** A place and how many of its indicators changed. */
export interface ChangePlace {
  readonly place: Place;
  readonly count: number;
}

const changes = memoInSteps(1, function* (dataset): Steps<readonly ChangePlace[]> {
  const { places: all, packed } = dataset;
  const counts = new Map(all.map((place, at) => [place, packed?.changed[at] ?? 0]));
  for (const indicator of packed ? [] : dataset.indicators) {
    const numbers = numberRows(dataset, indicator.id);
    if (!numbers) continue;
    const places = numbers.isPlain ? plainPlaces(dataset, indicator, numbers) : otherPlaces(dataset, indicator);
    for (const place of places) counts.set(place, counts.get(place)! + 1);
    yield 0;
  }
  return [...counts]
    .flatMap(([place, count]) => (count > 0 ? [{ place, count }] : []))
    .sort((a, b) => b.count - a.count);
});

/**
 * Places with at least one indicator that changed against the year before, most first; computed once a dataset. A pack
 * says it without being read.
 */
export function changePlaces(dataset: Dataset): readonly ChangePlace[] {
  return changes.now(dataset, '');
}

/** The same a little at a time, kept for `changePlaces`. */
export function changePlacesSteps(dataset: Dataset): Steps<unknown> {
  return changes.steps(dataset, '');
}

function otherPlaces(dataset: Dataset, indicator: Indicator): Place[] {
  const byPlace = new Map<Place, Observation[]>();
  for (const o of dataset.observationsOf(indicator.id)) {
    const own = byPlace.get(o.place);
    if (own) own.push(o);
    else byPlace.set(o.place, [o]);
  }
  return [...byPlace].flatMap(([place, own]) => (latestChange(indicator, own) ? [place] : []));
}

/** The same of plain rows: two periods a year apart that have a difference, looked for from the latest backwards. */
function plainPlaces(dataset: Dataset, indicator: Indicator, numbers: NumberRows): Place[] {
  const { rows } = numbers;
  const { coded, value, qualifier } = numbers.columns;
  const { codes } = coded.period;
  const before = periodsBefore(coded.period.entries);
  /** By period, which of the place's rows has it. */
  const rowOf = new Int32Array(coded.period.entries.length).fill(-1);
  const differ = (now: number, then: number): boolean =>
    !isBound(QUALIFIERS[qualifier[now]!]!) &&
    !isBound(QUALIFIERS[qualifier[then]!]!) &&
    difference(value[now]!, value[then]!, indicator).value !== null;
  const found: Place[] = [];
  for (const { place, from, to } of placeRuns(numbers)) {
    for (let i = from; i < to; i += 1) rowOf[codes[rows[i]!]!] = rows[i]!;
    for (let i = to - 1; i >= from; i -= 1) {
      const now = rows[i]!;
      const then = before[codes[now]!]!.find((code) => rowOf[code]! >= 0);
      if (then === undefined || !differ(now, rowOf[then]!)) continue;
      found.push(dataset.places[place]!);
      break;
    }
    for (let i = from; i < to; i += 1) rowOf[codes[rows[i]!]!] = -1;
  }
  return found;
}

/** By period, the codes of those that count as a year before it, the best first. */
const periodsBefore = memoByObject((periods: readonly Period[]): readonly (readonly number[])[] => {
  const codes = new Map(periods.map(({ text }, code) => [text, code]));
  return periods.map((period) => yearsBefore(period).flatMap(({ text }) => codes.get(text) ?? []));
});
