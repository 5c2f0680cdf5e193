/** What 今日要点 says of the numbers of all places in each of its times, as the file of a pack says it, and back. */
import { findingsByTime } from '../../domain/findings/findingsByTime';
import {
  findingInputs,
  type FindingsByTime,
  STORED_KINDS,
  type StoredFinding
} from '../../domain/findings/storedFindings';
import type { Dataset } from '../../domain/model/dataset';
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
  return {
    inputs: findingInputs(dataset),
    ...stored,
    times: [...byTime].map(([time, findings]) => ({
      time,
      findings: findings.map((one) => ({
        ...{ kind: one.kind, text: one.text, numbers: one.numbers, date: one.date, period: one.period },
        ...{ indicator: one.indicator.id, place: one.place?.id ?? null, sources: one.sources.map(({ id }) => id) },
        rows: one.from && one.from.map(spotOf)
      }))
    }))
  };
}

/** @throws PackFault for what is none, or not of this dataset */
export function headlinesFrom(value: unknown, dataset: Dataset): StoredHeadlines {
  const stored = objectOf(value);
  const inputs = asText(stored.inputs);
  // Of other tables it doesn't hold, and needn't fit them.
  if (inputs !== findingInputs(dataset)) return { inputs, byTime: null };
  const rows = rowsOf(stored, dataset);
  const sources = new Map(dataset.sources.map((source) => [source.id, source]));
  const findingOf = (item: unknown): StoredFinding => {
    const { kind, indicator, place, ...own } = objectOf(item);
    return {
      ...{ text: asText(own.text), date: asText(own.date), period: asText(own.period) },
      kind: oneOf(STORED_KINDS, kind),
      indicator: found(dataset.indicator(asText(indicator))),
      place: place === null ? null : found(dataset.place(asText(place))),
      numbers: asList(own.numbers).map(numberOf),
      sources: asList(own.sources).map((source) => found(sources.get(asText(source)))),
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
