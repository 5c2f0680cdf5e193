/**
 * The rows of a comparison in columns: values, ranks and order of thousands of places are worked out without an object for
 * any of them, and a row is made where it is read.
 */
import type { ComparisonRow, Excluded } from './comparison';
import { betterFirst, type RankColumns, rankColumns } from './ranking';
import { fileOrder, sortedByCodes } from '../model/codedColumn';
import { withWilson } from '../model/computedInterval';
import type { FactIndex } from '../model/factIndex';
import type { Fact, NumericObservation } from '../model/facts';
import type { Indicator, Place } from '../model/records';
import { smallBaseMark } from '../model/smallBase';
import { asPrinted, formatInScale, formatScaled, type Scale } from '../wording/format';

/** What rows are made of, in columns of one length. */
export interface DrawnFigures {
  readonly index: FactIndex;
  /** Positions in the index. */
  readonly facts: ArrayLike<number>;
  /** What is compared: the figure, or what it is per head. */
  readonly values: Float64Array;
  /** Why each doesn't fit; empty where it does. */
  readonly reasons: readonly string[];
  /** Intervals worked out of numerator and denominator, where reports state none. */
  readonly intervals: boolean;
}

/** Some of them, by position, ascending. */
export function someOf(figures: DrawnFigures, rows: readonly number[]): DrawnFigures {
  const { facts, values, reasons } = figures;
  // Of most comparisons all.
  if (rows.length === reasons.length) return figures;
  return {
    ...figures,
    facts: rows.map((row) => facts[row]!),
    values: Float64Array.from(rows, (row) => values[row]!),
    reasons: rows.map((row) => reasons[row]!)
  };
}

/** The unit of the figures of one comparison and how finely they are printed. */
export interface Printing {
  readonly shown: Indicator;
  readonly scale: Scale;
}

/** How rows are put in order. */
export interface DrawnOrder {
  /** Where a place stands in the dataset. */
  readonly official: ReadonlyMap<string, number>;
  readonly isOfficial: boolean;
}

/** Ranks of the rows that have one. */
interface RankedRows extends RankColumns {
  /** By row its position among them; -1 where it isn't ranked. */
  readonly at: Int32Array;
}

/** Where one row stands. */
export interface RankAmong {
  readonly rank: number;
  /** How many have a rank. */
  readonly of: number;
  /** Whether another has the same. */
  readonly tied: boolean;
}

export class DrawnRows {
  readonly length: number;
  private readonly made: DrawnRow[] = [];
  private sorted: Int32Array | undefined;
  private ranked: RankedRows | undefined;

  constructor(
    readonly figures: DrawnFigures,
    readonly printing: Printing,
    readonly ordered: DrawnOrder,
    readonly focus: Place | undefined
  ) {
    this.length = figures.reasons.length;
  }

  /** One of them; the same each time. */
  at(row: number): DrawnRow {
    return (this.made[row] ??= new DrawnRow(this, row, this.factOf(row)));
  }

  /** The value as it is printed, in the unit of the values. */
  printedOf(row: number): number {
    const { shown, scale } = this.printing;
    return asPrinted(this.figures.values[row]!, scale, shown);
  }

  /** Worked out when the first one is asked for: a table of many indicators shows a few rows. */
  get ranks(): RankedRows {
    return (this.ranked ??= this.rank((row) => this.isRanked(row)));
  }

  /** Whether a row has a rank: it fits, and its figure is no bound. */
  isRanked(row: number): boolean {
    const { index, facts, reasons } = this.figures;
    return reasons[row] === '' && !index.isBound(facts[row]!);
  }

  /** The rank of one row among `of`, as `ranks` has it; null without one. By counting: a profile asks for one of each indicator. */
  rankOf(row: number): RankAmong | null {
    if (!this.isRanked(row)) return null;
    const own = this.printedOf(row);
    const found = { rank: 1, of: 0, tied: false };
    for (let other = 0; other < this.length; other += 1) {
      if (!this.isRanked(other)) continue;
      found.of += 1;
      const ahead = betterFirst(this.printedOf(other), own, this.printing.shown.better);
      if (ahead < 0) found.rank += 1;
      else if (ahead === 0 && other !== row) found.tied = true;
    }
    return found;
  }

  private rank(isRanked: (row: number) => boolean): RankedRows {
    const at = new Int32Array(this.length).fill(-1);
    const printed = new Float64Array(this.length);
    let size = 0;
    for (let row = 0; row < this.length; row += 1) {
      if (!isRanked(row)) continue;
      printed[size] = this.printedOf(row);
      at[row] = size++;
    }
    return { at, ...rankColumns(printed.subarray(0, size), this.printing.shown.better) };
  }

  private factOf(row: number): Fact {
    const { index, facts, intervals } = this.figures;
    const fact = index.fact(facts[row]!);
    return intervals ? { ...fact, observation: withWilson(fact.observation) } : fact;
  }

  placeOf(row: number): Place {
    const { index, facts } = this.figures;
    return index.placeOf(facts[row]!);
  }

  /** Where the place of a row stands in the dataset. */
  officialOf(row: number): number {
    return this.ordered.official.get(this.placeOf(row).id)!;
  }

  /** All of them: what fits first, the better first, or as the places stand in the dataset. */
  inOrder(): DrawnRow[] {
    return Array.from(this.order, (row) => this.at(row));
  }

  /** In the order in which the file first has their places. */
  inFileOrder(): DrawnRow[] {
    return Array.from({ length: this.length }, (_, row) => this.at(row));
  }

  /** Whether all are of one period. */
  get samePeriod(): boolean {
    for (let row = 1; row < this.length; row += 1) if (this.periodOf(row) !== this.periodOf(0)) return false;
    return true;
  }

  /** Canonical text. */
  periodOf(row: number): string {
    const { index, facts } = this.figures;
    return index.periodOf(facts[row]!).text;
  }

  /** Their positions in order. */
  get order(): Int32Array {
    return (this.sorted ??= this.sort());
  }

  /** By counting: nothing is called for each two of thousands of places. */
  private sort(): Int32Array {
    const { figures, ordered, length } = this;
    const rows = fileOrder(length);
    const unfit = { codes: figures.reasons.map((reason) => Number(reason !== '')), size: 2 };
    const official = { codes: rows.map((row) => this.officialOf(row)), size: ordered.official.size };
    const better = ordered.isOfficial ? [] : [{ codes: this.rank(() => true).rank, size: length + 1 }];
    return sortedByCodes(rows, [unfit, ...better, official]);
  }
}

/**
 * A row of a comparison, which reads from the columns what it is asked for: a table of many indicators shows a few of its
 * cells. A class, because an object with getters of its own takes five times as long to make.
 */
export class DrawnRow implements ComparisonRow {
  readonly place: Place;
  readonly observation: NumericObservation;
  readonly witnesses: readonly NumericObservation[];
  readonly conflicts: readonly NumericObservation[];
  /** Set by the comparison, which sees the other rows too. */
  gapToNext = '';

  /** @param at its position among the rows */
  constructor(
    private readonly rows: DrawnRows,
    private readonly at: number,
    { place, observation, witnesses, conflicts }: Fact
  ) {
    this.place = place;
    this.observation = observation;
    this.witnesses = witnesses;
    this.conflicts = conflicts;
  }

  get value(): number {
    return this.rows.figures.values[this.at]!;
  }
  get printed(): number {
    return this.rows.printedOf(this.at);
  }
  get reason(): string {
    return this.rows.figures.reasons[this.at]!;
  }
  get fits(): boolean {
    return this.reason === '';
  }
  get rank(): number | null {
    const { at, rank } = this.rows.ranks;
    return rank[at[this.at]!] ?? null;
  }
  get tied(): boolean {
    const { at, tied } = this.rows.ranks;
    return tied[at[this.at]!] === 1;
  }
  get isFocus(): boolean {
    return this.place.id === this.rows.focus?.id;
  }
  get text(): string {
    return this.written(formatInScale);
  }
  get bare(): string {
    return this.written(formatScaled);
  }

  private written(format: typeof formatScaled): string {
    const { scale, shown } = this.rows.printing;
    return `${format(this.value, scale, shown, this.observation.qualifier)}${smallBaseMark(this.observation)}`;
  }
}

/** What is left out of a comparison, with the reason. */
export function excludedOf(others: DrawnRows): Excluded[] {
  return others.inFileOrder().map(({ place, observation, reason }) => ({ place, observation, reason }));
}
