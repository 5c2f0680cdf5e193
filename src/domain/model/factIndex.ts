/**
 * Which places have a number of which periods of an indicator, read from the columns. An answer of one period finds here
 * what it is made of and has facts made of that alone: of three years of months that is one number in thirty-six.
 */
import { latestFirst, type Period } from '../time/period';
import { fileOrder, sortedByCodes } from './codedColumn';
import type { Dataset } from './dataset';
import { type Fact, factOf, type NumericObservation } from './facts';
import { memoByObject } from './memo';
import { ObservationBlock } from './observationBlock';
import { observationAt, ObservationColumnsBuilder } from './observationColumns';
import type { Place } from './records';

/**
 * The facts of an indicator (measure 数值) as positions: those of one place after the other, in the order in which the file
 * first has a number of a place; of each place the latest period first (`latestFirst`). What a fact says is what `factsOf`
 * would say of the same rows.
 */
export class FactIndex {
  /** The places with a number; other questions name them by their position here. */
  readonly places: readonly Place[];
  /** Worked out when first asked for. */
  private positions: Map<string, number> | undefined;

  /**
   * @param rows positions in the columns, by fact and then in file order
   * @param factFrom where the rows of each fact begin, and where the last ends; null where each has one row
   * @param placeFrom where the facts of each place begin, and where the last ends
   * @param limit below which denominator a rate is marked
   */
  constructor(
    private readonly block: ObservationBlock,
    private readonly rows: Int32Array,
    private readonly factFrom: Int32Array | null,
    private readonly placeFrom: Int32Array,
    private readonly limit: number
  ) {
    const { entries, codes } = block.columns.coded.place;
    this.places = Array.from({ length: placeFrom.length - 1 }, (_, at) => entries[codes[this.rowOf(placeFrom[at]!)]!]!);
  }

  /** Positions of the places that pass. */
  placesWhere(passes: (place: Place) => boolean): number[] {
    const found: number[] = [];
    this.places.forEach((place, at) => {
      if (passes(place)) found.push(at);
    });
    return found;
  }

  /** The facts of a place: from the latest, up to `endOf`. */
  latestOf(place: number): number {
    return this.placeFrom[place]!;
  }

  /** One past the earliest fact of a place. */
  endOf(place: number): number {
    return this.placeFrom[place + 1]!;
  }

  /** Where a place stands; undefined without a number of it. */
  positionOf({ id }: Place): number | undefined {
    this.positions ??= new Map(this.places.map((place, at) => [place.id, at]));
    return this.positions.get(id);
  }

  /** The facts of a place that are of one of some periods, in the order in which the file first has them. */
  factsIn(place: number, periods: readonly Period[]): number[] {
    const found: number[] = [];
    for (let fact = this.latestOf(place), end = this.endOf(place); fact < end; fact += 1)
      if (periods.some(({ text }) => text === this.periodOf(fact).text)) found.push(fact);
    return found.sort((a, b) => this.rowOf(a) - this.rowOf(b));
  }

  periodOf(fact: number): Period {
    const { entries, codes } = this.block.columns.coded.period;
    return entries[codes[this.rowOf(fact)]!]!;
  }

  /** The first row in the file that states the fact: which of two comes first. */
  rowOf(fact: number): number {
    return this.rows[this.factFrom ? this.factFrom[fact]! : fact]!;
  }

  /** Made anew each time. */
  fact(fact: number): Fact {
    const [from, to] = this.factFrom ? [this.factFrom[fact]!, this.factFrom[fact + 1]!] : [fact, fact + 1];
    const group: NumericObservation[] = [];
    // Rows without a number aren't in the index.
    for (let at = from; at < to; at += 1)
      group.push(observationAt(this.block, this.rows[at]!, this.limit) as NumericObservation);
    return factOf(group);
  }

  /** The different periods of the facts of some places, latest first, with how many of the places have each. */
  periodCounts(places: readonly number[]): { readonly period: Period; readonly count: number }[] {
    const { entries, codes } = this.block.columns.coded.period;
    const counts = new Int32Array(entries.length);
    for (const place of places)
      for (let fact = this.latestOf(place), end = this.endOf(place); fact < end; fact += 1)
        counts[codes[this.rowOf(fact)]!]! += 1;
    return entries
      .flatMap((period, code) => (counts[code]! > 0 ? { period, count: counts[code]! } : []))
      .sort((a, b) => latestFirst(a.period, b.period));
  }

  /** Place and period of all facts of some places. */
  *stated(places: readonly number[]): Iterable<Pick<Fact, 'place' | 'period'>> {
    for (const at of places) {
      const place = this.places[at]!;
      for (let fact = this.latestOf(at), end = this.endOf(at); fact < end; fact += 1)
        yield { place, period: this.periodOf(fact) };
    }
  }
}

/** Worked out when first asked for, and kept as long as the block is in the page. Unknown id: one without a place. */
export function factIndex(dataset: Dataset, indicatorId: string): FactIndex {
  const block = dataset.blockOf(indicatorId) ?? EMPTY;
  const known = indexesOf(block);
  let index = known.get(indicatorId);
  if (!index) known.set(indicatorId, (index = indexFacts(block, indicatorId, dataset.smallBase)));
  return index;
}

const EMPTY = new ObservationBlock(
  0,
  new ObservationColumnsBuilder(0, { indicators: [], places: [], sources: [] }).build()
);

const indexesOf = memoByObject((_: ObservationBlock) => new Map<string, FactIndex>());

function indexFacts(block: ObservationBlock, indicatorId: string, limit: number): FactIndex {
  const { rows: found, at, when, places } = numbersOf(block, indicatorId);
  const order = sortedByCodes(fileOrder(found.length), [
    { codes: at, size: places },
    { codes: when, size: block.columns.coded.period.entries.length }
  ]);
  const rows = new Int32Array(found.length);
  const factFrom = new Int32Array(found.length + 1);
  const placeFrom = new Int32Array(places + 1);
  let facts = 0;
  for (let i = 0, place = -1, period = -1; i < order.length; i += 1) {
    const one = order[i]!;
    rows[i] = found[one]!;
    if (at[one] === place && when[one] === period) continue;
    if (at[one] !== place) placeFrom[at[one]!] = facts;
    factFrom[facts++] = i;
    place = at[one]!;
    period = when[one]!;
  }
  placeFrom[places] = facts;
  factFrom[facts] = rows.length;
  return new FactIndex(block, rows, facts === rows.length ? null : factFrom.slice(0, facts + 1), placeFrom, limit);
}

/** Rows of an indicator with a 数值 that has a number, in file order. */
interface Numbers {
  readonly rows: Int32Array;
  /** For each its place, numbered as the file first has them, and where its period stands, the latest first. */
  readonly at: Int32Array;
  readonly when: Int32Array;
  /** How many places. */
  readonly places: number;
}

/** One walk through the columns, whose codes may be of one, two or four bytes. */
function numbersOf(block: ObservationBlock, indicatorId: string): Numbers {
  const { coded, value } = block.columns;
  const { place, period, measure } = coded;
  const number = measure.entries.indexOf('数值');
  const ranks = latestRanks(period.entries);
  const numberOf = new Int32Array(place.entries.length).fill(-1);
  const all = block.rowsOf(indicatorId);
  const [rows, at, when] = [0, 1, 2].map(() => new Int32Array(all.length)) as [Int32Array, Int32Array, Int32Array];
  let size = 0;
  let places = 0;
  for (let i = 0; i < all.length; i += 1) {
    const row = all[i]!;
    if (measure.codes[row] !== number || Number.isNaN(value[row]!)) continue;
    const code = place.codes[row]!;
    if (numberOf[code]! < 0) numberOf[code] = places++;
    rows[size] = row;
    at[size] = numberOf[code]!;
    when[size++] = ranks[period.codes[row]!]!;
  }
  return { rows: rows.subarray(0, size), at: at.subarray(0, size), when: when.subarray(0, size), places };
}

/** By period where it stands among all of them, the latest first; blocks share their periods. */
export const latestRanks = memoByObject((periods: readonly Period[]): Int32Array => {
  const rank = new Int32Array(periods.length);
  periods
    .map((_, code) => code)
    .sort((a, b) => latestFirst(periods[a]!, periods[b]!))
    .forEach((code, at) => (rank[code] = at));
  return rank;
});
