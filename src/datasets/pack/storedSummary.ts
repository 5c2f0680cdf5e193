/** What a pack says of its rows in its directory, from a summary and back. */
import { type Fields, fieldsOf, isFields } from '../../domain/model/fields';
import type { ObservationTables } from '../../domain/model/observationColumns';
import { positionsById } from '../../domain/model/positionsById';
import { parsePeriod } from '../../domain/time/parsePeriod';
import type { Period } from '../../domain/time/period';
import { asList, asText } from '../check/json';
import { bitsOf, readBits } from './bits';
import { PackFault } from './fault';
import { wholeNumber } from './wholeNumber';
import type { StoredSummary } from './format';
import type { PackSummary } from './packSummary';

/** The same summary gives the same text. */
export function storedSummary({ summary, lasting, changed }: PackSummary, tables: ObservationTables): StoredSummary {
  const { hasParts, hasIntervals, hasFractions, hasCells, countOf, countAt, reports, sourcesAt } = summary;
  const usedSources = new Set(sourcesAt.flat());
  const sources = tables.sources.flatMap(({ id }, at) => (usedSources.has(at) ? [{ id, at }] : []));
  const sourceAt = new Map(sources.map(({ at }, i) => [at, i]));
  const places = tables.places.flatMap(({ id }, at) => (countAt[at]! > 0 ? [{ id, at }] : []));
  return {
    periods: summary.periods.map(({ text }) => text).sort(),
    ...{ hasParts, hasIntervals, hasFractions, hasCells },
    sources: sources.map(({ id }) => id),
    places: places.map(({ id, at }) => ({
      ...{ id, rows: countAt[at]!, changed: changed[at]! },
      sources: sourcesAt[at]!.map((source) => sourceAt.get(source)!)
    })),
    indicators: tables.indicators.flatMap(({ id }, at) => {
      const own = places.map((place) => reports[at]![place.at]!);
      return countOf[at]! > 0 ? [{ id, rows: countOf[at]!, lasting: lasting[at]!, reports: bitsOf(own) }] : [];
    })
  };
}

/** Ids that stand in none of the tables. */
export function unknownIds(stored: StoredSummary, tables: ObservationTables): string[] {
  const strange = (ids: readonly string[], table: readonly { readonly id: string }[]): string[] => {
    const known = new Set(table.map(({ id }) => id));
    return ids.filter((id) => !known.has(id));
  };
  return [
    ...strange(stored.indicators.map(idOf), tables.indicators),
    ...strange(stored.places.map(idOf), tables.places),
    ...strange(stored.sources, tables.sources)
  ];
}

/**
 * @param tables must know every id
 * @throws PackFault where the parts of it don't fit each other
 */
export function summaryOf(stored: StoredSummary, tables: ObservationTables): PackSummary {
  const { hasParts, hasIntervals, hasFractions, hasCells } = stored;
  const sourceAt = positionsById(tables.sources);
  const sources = stored.sources.map((id) => sourceAt.get(id)!);
  const placeById = new Map(stored.places.map((place) => [place.id, place]));
  const ofIndicator = new Map(stored.indicators.map((one) => [one.id, one]));
  const placeAt = positionsById(tables.places);
  const spots = stored.places.map(({ id }) => placeAt.get(id)!);
  const summary = {
    periods: periodsOf(stored),
    ...{ hasParts, hasIntervals, hasFractions, hasCells },
    countOf: tables.indicators.map(({ id }) => ofIndicator.get(id)?.rows ?? 0),
    countAt: tables.places.map(({ id }) => placeById.get(id)?.rows ?? 0),
    reports: tables.indicators.map(({ id }) => {
      const reports = new Uint8Array(tables.places.length);
      const own = ofIndicator.get(id);
      if (own && !readBits(own.reports, spots, reports)) throw new PackFault(DAMAGED);
      return reports;
    }),
    sourcesAt: tables.places.map(({ id }) =>
      (placeById.get(id)?.sources ?? []).map((source) => sources[source]!).sort((a, b) => a - b)
    )
  };
  return {
    summary,
    lasting: tables.indicators.map(({ id }) => ofIndicator.get(id)?.lasting ?? 0),
    changed: tables.places.map(({ id }) => placeById.get(id)?.changed ?? 0)
  };
}

/** @throws PackFault for a text that is no period */
export function periodsOf({ periods }: Pick<StoredSummary, 'periods'>): Period[] {
  return periods.map((text) => {
    const period = parsePeriod(text);
    if (!period) throw new PackFault(`有不认识的时期“${text.slice(0, 20)}”`);
    return period;
  });
}

/** @throws PackFault for what is no summary of a pack */
export function parseSummary(value: unknown): StoredSummary {
  const summary = fieldsOf(value);
  const sources = textsOf(summary.sources);
  return {
    periods: textsOf(summary.periods),
    ...{ hasParts: summary.hasParts === true, hasIntervals: summary.hasIntervals === true },
    ...{ hasFractions: summary.hasFractions === true, hasCells: summary.hasCells === true },
    sources,
    places: objectsOf(summary.places).map((place) => ({
      ...{ id: asText(place.id), rows: wholeNumber(place.rows), changed: wholeNumber(place.changed) },
      sources: asList(place.sources).map((source) => {
        if (wholeNumber(source) >= sources.length) throw new PackFault(DAMAGED);
        return source as number;
      })
    })),
    indicators: objectsOf(summary.indicators).map((indicator) => ({
      ...{ id: asText(indicator.id), rows: wholeNumber(indicator.rows), lasting: wholeNumber(indicator.lasting) },
      reports: asText(indicator.reports)
    }))
  };
}

const DAMAGED = '目录里的概要合不上';

function textsOf(value: unknown): string[] {
  return asList(value).map(asText);
}

function objectsOf(value: unknown): Fields[] {
  return asList(value).filter(isFields);
}

function idOf({ id }: { readonly id: string }): string {
  return id;
}
