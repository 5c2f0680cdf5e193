/** What 今日要点 says of the numbers of all places in each of its times, as the file of a pack says it, and back. */
import { findingsByTime } from '../../domain/findings/findingsByTime';
import {
  findingInputs,
  type FindingsByTime,
  STORED_KINDS,
  type StoredFinding
} from '../../domain/findings/storedFindings';
import type { Dataset } from '../../domain/model/dataset';
import { positionsById } from '../../domain/model/positionsById';
import type { Source } from '../../domain/model/records';
import type { Fields } from '../../domain/model/fields';
import type { StoredHeadlines } from '../../domain/model/storedAnswers';
import { asList, asText } from '../check/json';
import { DAMAGED, PackFault } from './fault';
import { objectOf } from './objectOf';
import { oneOf } from './oneOf';
import { rowsOf, storedRows } from './storedRows';
import { wholeNumber } from './wholeNumber';

export function storedHeadlines(dataset: Dataset): Fields {
  const byTime = findingsByTime(dataset);
  const all = [...byTime.values()].flat();
  const { stored, spotOf } = storedRows(
    dataset,
    all.flatMap(({ from }) => from ?? [])
  );
  const spots = positionsById(dataset.sources);
  const sets = new Map<string, number>();
  // A comparison of all places rests on the reports of all, and most on the same: each set once.
  const setOf = (sources: readonly Source[]): number => {
    const key = JSON.stringify(sources.map(({ id }) => spots.get(id)!));
    const known = sets.get(key) ?? sets.size;
    sets.set(key, known);
    return known;
  };
  const times = [...byTime].map(([time, findings]) => ({
    time,
    findings: findings.map((one) => ({
      ...{ kind: one.kind, text: one.text, numbers: one.numbers, date: one.date, period: one.period },
      ...{ indicator: one.indicator.id, place: one.place?.id ?? null, sources: setOf(one.sources) },
      rows: one.from && one.from.map(spotOf)
    }))
  }));
  return {
    inputs: findingInputs(dataset),
    sources: dataset.sources.map(({ id }) => id),
    sets: [...sets.keys()].map((key): unknown => JSON.parse(key)),
    ...stored,
    times
  };
}

/** @throws PackFault for what is none, or not of this dataset */
export function headlinesFrom(value: unknown, dataset: Dataset): StoredHeadlines {
  const stored = objectOf(value);
  const inputs = asText(stored.inputs);
  // Of other tables it doesn't hold, and needn't fit them.
  if (inputs !== findingInputs(dataset)) return { inputs, byTime: null };
  const rows = rowsOf(stored, dataset);
  const known = new Map(dataset.sources.map((source) => [source.id, source]));
  const sources = asList(stored.sources).map((id) => known.get(asText(id)));
  const sets = asList(stored.sets).map((set) => asList(set).map((at) => found(sources[wholeNumber(at)])));
  const findingOf = (item: unknown): StoredFinding => {
    const { kind, indicator, place, ...own } = objectOf(item);
    return {
      ...{ text: asText(own.text), date: asText(own.date), period: asText(own.period) },
      kind: oneOf(STORED_KINDS, kind),
      indicator: found(dataset.indicator(asText(indicator))),
      place: place === null ? null : found(dataset.place(asText(place))),
      numbers: asList(own.numbers).map(numberOf),
      sources: found(sets[wholeNumber(own.sources)]),
      from: own.rows === null ? null : asList(own.rows).map((at) => found(rows[wholeNumber(at)]))
    };
  };
  const byTime: FindingsByTime = new Map(
    asList(stored.times).map((item) => {
      const { time, findings } = objectOf(item);
      return [asText(time), asList(findings).map(findingOf)];
    })
  );
  return { inputs, byTime };
}

function numberOf(value: unknown): number {
  if (typeof value !== 'number') throw new PackFault(DAMAGED);
  return value;
}

function found<T>(one: T | undefined): T {
  if (one === undefined) throw new PackFault(DAMAGED);
  return one;
}
