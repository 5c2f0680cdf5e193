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
import { isBound, type Place, QUALIFIERS } from './records';

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
   * @param hasHoles whether rows say that there is no number
   */
  constructor(
    readonly block: ObservationBlock,
    private readonly rows: Int32Array,
    private readonly factFrom: Int32Array | null,
    private readonly placeFrom: Int32Array,
    readonly limit: number,
    readonly hasHoles: boolean
  ) {
    this.places = Array.from({ length: placeFrom.length - 1 }, (_, at) => this.placeOf(placeFrom[at]!));
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

  placeOf(fact: number): Place {
    const { entries, codes } = this.block.columns.coded.place;
    return entries[codes[this.rowOf(fact)]!]!;
  }

  /** The value that stands for the fact. */
  valueOf(fact: number): number {
    const row = this.onlyRowOf(fact);
    return row < 0 ? this.fact(fact).observation.value : this.block.columns.value[row]!;
  }

  /** Whether it is a bound such as ≥95%. */
  isBound(fact: number): boolean {
    const row = this.onlyRowOf(fact);
    return isBound(row < 0 ? this.fact(fact).observation.qualifier : QUALIFIERS[this.block.columns.qualifier[row]!]!);
  }

  /** Of a fact that one row states that row; else -1. */
  onlyRowOf(fact: number): number {
    if (!this.factFrom) return this.rows[fact]!;
    const from = this.factFrom[fact]!;
    return this.factFrom[fact + 1]! - from === 1 ? this.rows[from]! : -1;
  }

  /** All rows that state the fact, in file order. */
  rowsOf(fact: number): Int32Array {
    return this.factFrom
      ? this.rows.subarray(this.factFrom[fact]!, this.factFrom[fact + 1]!)
      : this.rows.subarray(fact, fact + 1);
  }

  /** Made anew each time. */
  fact(fact: number): Fact {
    const group: NumericObservation[] = [];
    // Rows without a number aren't in the index.
    for (const row of this.rowsOf(fact)) group.push(observationAt(this.block, row, this.limit) as NumericObservation);
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

/** Unknown id: one without a place. @throws NotLoadedError */
export function factIndex(dataset: Dataset, indicatorId: string): FactIndex {
  return indexIn(dataset.blockOf(indicatorId), indicatorId, dataset.smallBase);
}

/**
 * The index of the rows that a block has of an indicator: worked out when first asked for, and kept as long as the block is
 * in the page.
 * @param limit below which denominator a rate is marked: one for all questions to a block
 */
export function indexIn(block: ObservationBlock = EMPTY, indicatorId: string, limit: number): FactIndex {
  const known = indexesOf(block);
  let index = known.get(indicatorId);
  if (!index) known.set(indicatorId, (index = indexFacts(block, indicatorId, limit)));
  return index;
}

const EMPTY = new ObservationBlock(
  0,
  new ObservationColumnsBuilder(0, { indicators: [], places: [], sources: [] }).build()
);

const indexesOf = memoByObject((_: ObservationBlock) => new Map<string, FactIndex>());

function indexFacts(block: ObservationBlock, indicatorId: string, limit: number): FactIndex {
  const { periods, places, hasHoles, ...found } = numbersOf(block, indicatorId);
  const { rows, keys } = inKeyOrder(found, places * periods);
  const factFrom = new Int32Array(rows.length + 1);
  const placeFrom = new Int32Array(places + 1);
  let facts = 0;
  for (let i = 0, place = 0, last = -1; i < rows.length; i += 1) {
    const key = keys[i]!;
    if (key === last) continue;
    // Each place has a number: the next one begins with the first key that isn't of this one.
    if (key >= (place + 1) * periods) placeFrom[++place] = facts;
    factFrom[facts++] = i;
    last = key;
  }
  placeFrom[places] = facts;
  factFrom[facts] = rows.length;
  const from = facts === rows.length ? null : factFrom.slice(0, facts + 1);
  return new FactIndex(block, rows, from, placeFrom, limit, hasHoles);
}

/** Rows of an indicator with a 数值 that has a number. */
interface Numbers {
  readonly rows: Int32Array;
  /** Of each row its place, numbered as the file first has them, times all periods, and where its period stands, the latest first. */
  readonly keys: Float64Array;
}

/** In file order; how many periods and places keys are made of, and whether rows say that there is no number. */
interface FoundNumbers extends Numbers {
  readonly periods: number;
  readonly places: number;
  readonly hasHoles: boolean;
}

/** One walk through the columns, whose codes may be of one, two or four bytes. */
function numbersOf(block: ObservationBlock, indicatorId: string): FoundNumbers {
  const { coded, value } = block.columns;
  const { place, period, measure } = coded;
  const number = measure.entries.indexOf('数值');
  const ranks = latestRanks(period.entries);
  const periods = ranks.length;
  const numberOf = new Int32Array(place.entries.length).fill(-1);
  const all = block.rowsOf(indicatorId);
  const rows = new Int32Array(all.length);
  const keys = new Float64Array(all.length);
  let size = 0;
  let places = 0;
  let hasHoles = false;
  for (let i = 0; i < all.length; i += 1) {
    const row = all[i]!;
    if (measure.codes[row] !== number) continue;
    if (Number.isNaN(value[row]!)) {
      hasHoles = true;
      continue;
    }
    const code = place.codes[row]!;
    if (numberOf[code]! < 0) numberOf[code] = places++;
    rows[size] = row;
    keys[size++] = numberOf[code]! * periods + ranks[period.codes[row]!]!;
  }
  return { rows: rows.subarray(0, size), keys: keys.subarray(0, size), periods, places, hasHoles };
}

/** Up to so many keys for a row they are counted; where most of them have no row, that costs more than to compare. */
const DENSE = 8;

/**
 * Rows by key; of equal keys in their order.
 * @param size above all keys
 */
function inKeyOrder({ rows, keys }: Numbers, size: number): Numbers {
  // As the rows of the latest of each place are stored.
  if (keys.every((key, i) => i === 0 || keys[i - 1]! <= key)) return { rows, keys };
  const all = fileOrder(rows.length);
  const order =
    size > DENSE * rows.length
      ? all.sort((a, b) => keys[a]! - keys[b]! || a - b)
      : sortedByCodes(all, [{ codes: keys, size }]);
  return { rows: order.map((at) => rows[at]!), keys: keys.map((_, i) => keys[order[i]!]!) };
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
