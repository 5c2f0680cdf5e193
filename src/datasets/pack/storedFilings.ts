/** Which place has figures of which month, as the file of a pack says it, from sums and back: ids in place of positions. */
import type { Fields } from '../../domain/model/fields';
import { type Filings, type FilingSums, monthWords } from '../../domain/model/filingSums';
import type { ObservationTables } from '../../domain/model/observationColumns';
import { positionsById } from '../../domain/model/positionsById';
import { asList, asText } from '../check/json';
import { bytesOf, textOf } from './bits';
import { DAMAGED, PackFault } from './fault';
import { objectOf } from './objectOf';
import { wholeNumber } from './wholeNumber';

/** The same sums give the same text. */
export function storedFilings({ months, filed, sourcesAt, sourceSets }: FilingSums, tables: ObservationTables): Fields {
  const places = tables.places.flatMap(({ id }, at) => (sourcesAt[at]!.some((set) => set > 0) ? [{ id, at }] : []));
  const words = monthWords(months.length);
  return {
    months,
    places: places.map(({ id }) => id),
    sets: sourceSets.map((set) => set.map((source) => tables.sources[source]!.id)),
    // One text a place: most say the same from month to month.
    sources: places.map(({ at }) => Array.from(sourcesAt[at]!)),
    indicators: tables.indicators.flatMap(({ id }, i) => {
      const own = filed[i];
      if (!own) return [];
      const bits = new DataView(new ArrayBuffer(places.length * words * 4));
      places.forEach(({ at }, n) => {
        for (let w = 0; w < words; w += 1) bits.setUint32((n * words + w) * 4, own.bits[at * words + w]!, true);
      });
      return [{ id, spans: places.map(({ at }) => own.spans[at]!), bits: textOf(new Uint8Array(bits.buffer)) }];
    })
  };
}

/** @throws PackFault for what are no sums, or of places, indicators and sources that aren't in the tables */
export function filingsOf(value: unknown, tables: ObservationTables): FilingSums {
  const stored = objectOf(value);
  const months = asList(stored.months).map(asText);
  const placeAt = positionsById(tables.places);
  const sourceAt = positionsById(tables.sources);
  const places = asList(stored.places).map((id) => spotOf(placeAt, id));
  const sourceSets = asList(stored.sets).map((set) => asList(set).map((id) => spotOf(sourceAt, id)));
  const sourcesAt = tables.places.map(() => new Int32Array(months.length));
  const lists = listOf(stored.sources, places.length);
  places.forEach((place, n) =>
    listOf(lists[n], months.length).forEach((set, month) => {
      if (wholeNumber(set) >= sourceSets.length) throw new PackFault(DAMAGED);
      sourcesAt[place]![month] = set as number;
    })
  );
  const filed: (Filings | undefined)[] = tables.indicators.map(() => undefined);
  const indicatorAt = positionsById(tables.indicators);
  for (const item of asList(stored.indicators)) {
    const { id, ...own } = objectOf(item);
    filed[spotOf(indicatorAt, id)] = ownOf(own, places, tables.places.length, monthWords(months.length));
  }
  return { months, filed, sourcesAt, sourceSets };
}

function ownOf(own: Fields, places: readonly number[], size: number, words: number): Filings {
  const bytes = bytesOf(asText(own.bits));
  if (bytes?.length !== places.length * words * 4) throw new PackFault(DAMAGED);
  const view = new DataView(bytes.buffer);
  const bits = new Uint32Array(size * words);
  const spans = new Uint16Array(size);
  const stored = listOf(own.spans, places.length);
  places.forEach((place, n) => {
    spans[place] = wholeNumber(stored[n]);
    for (let w = 0; w < words; w += 1) bits[place * words + w] = view.getUint32((n * words + w) * 4, true);
  });
  return { bits, spans };
}

function listOf(value: unknown, length: number): readonly unknown[] {
  const list = asList(value);
  if (list.length !== length) throw new PackFault(DAMAGED);
  return list;
}

function spotOf(spots: ReadonlyMap<string, number>, id: unknown): number {
  const at = spots.get(asText(id));
  if (at === undefined) throw new PackFault(DAMAGED);
  return at;
}
