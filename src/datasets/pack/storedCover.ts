/** What the numbers of a pack cover as its file says it, from sums and back: ids in place of positions. */
import type { CoverSums } from '../../domain/model/coverSums';
import type { Fields } from '../../domain/model/fields';
import type { Place } from '../../domain/model/records';
import { asList, asText } from '../check/json';
import { bitsOf, readBits } from './bits';
import { DAMAGED, PackFault } from './fault';
import { objectOf } from './objectOf';
import { wholeNumber } from './wholeNumber';

/** The same sums give the same text. */
export function storedCover({ rowsAt, cutoffAt, months, ...days }: CoverSums, places: readonly Place[]): Fields {
  const used = places.flatMap(({ id }, at) =>
    rowsAt[at]! > 0 || months.some((month) => month.places[at]) ? [{ id, at }] : []
  );
  return {
    ...days,
    places: used.map(({ id, at }) => ({ id, rows: rowsAt[at]!, cutoff: cutoffAt[at]! })),
    months: [...months]
      .sort((a, b) => (a.month < b.month ? -1 : 1))
      .map(({ month, figures, places: own }) => ({ month, figures, places: bitsOf(used.map(({ at }) => own[at]!)) }))
  };
}

/**
 * @param spots by id, where a place stands in its table
 * @throws PackFault for what are no sums, or of places that aren't in the table
 */
export function coverOf(value: unknown, spots: ReadonlyMap<string, number>): CoverSums {
  const stored = objectOf(value);
  const rowsAt = Array.from(spots, () => 0);
  const cutoffAt = Array.from(spots, () => '');
  const used = asList(stored.places).map((item) => {
    const place = objectOf(item);
    const at = spots.get(asText(place.id));
    if (at === undefined) throw new PackFault(DAMAGED);
    rowsAt[at] = wholeNumber(place.rows);
    cutoffAt[at] = asText(place.cutoff);
    return at;
  });
  const months = asList(stored.months).map((item) => {
    const { month, figures, places } = objectOf(item);
    const own = new Uint8Array(spots.size);
    if (!readBits(asText(places), used, own)) throw new PackFault(DAMAGED);
    return { month: asText(month), figures: wholeNumber(figures), places: own };
  });
  return { rowsAt, cutoffAt, earliest: asText(stored.earliest), cutoff: asText(stored.cutoff), months };
}
