/**
 * The rows of a comparison in columns: values, ranks and order of thousands of places are worked out without an object for
 * any of them, and a row is made where it is read.
 */
import type { Excluded } from './comparison';
import { DrawnRow, type Printing } from './drawnRow';
import { betterFirst, type RankColumns, rankColumns } from './ranking';
import { fileOrder } from '../model/codedColumn';
import { withWilson } from '../model/computedInterval';
import type { FactIndex } from '../model/factIndex';
import type { Fact } from '../model/facts';
import type { Place } from '../model/records';
import { asPrinted } from '../wording/format';

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

export function someOf(figures: DrawnFigures, rows: readonly number[]): DrawnFigures {
  return {
    ...figures,
    facts: rows.map((row) => figures.facts[row]!),
    values: Float64Array.from(rows, (row) => figures.values[row]!),
    reasons: rows.map((row) => figures.reasons[row]!)
  };
}

/** How rows are put in order. */
export interface DrawnOrder {
  /** Where a place stands in the dataset. */
  readonly official: ReadonlyMap<string, number>;
  readonly isOfficial: boolean;
}

export class DrawnRows {
  readonly length: number;
  /** Ranks of the rows that have one. */
  readonly ranks: RankColumns;
  private readonly printed: Float64Array;
  /** By row its position among those that are ranked; -1 where it isn't. */
  readonly rankedAt: Int32Array;
  private readonly made: DrawnRow[] = [];
  private sorted: Int32Array | undefined;

  constructor(
    readonly figures: DrawnFigures,
    readonly printing: Printing,
    readonly ordered: DrawnOrder,
    readonly focus: Place | undefined
  ) {
    const { shown, scale } = printing;
    const { index, facts, values, reasons } = figures;
    this.length = facts.length;
    this.printed = new Float64Array(this.length);
    this.rankedAt = new Int32Array(this.length).fill(-1);
    const ranked = new Float64Array(this.length);
    let size = 0;
    for (let row = 0; row < this.length; row += 1) {
      this.printed[row] = asPrinted(values[row]!, scale, shown);
      if (reasons[row] !== '' || index.isBound(facts[row]!)) continue;
      this.rankedAt[row] = size;
      ranked[size++] = this.printed[row]!;
    }
    this.ranks = rankColumns(ranked.subarray(0, size), shown.better);
  }

  /** One of them; the same each time. */
  at(row: number): DrawnRow {
    return (this.made[row] ??= this.make(row));
  }

  private make(row: number): DrawnRow {
    const { values, reasons } = this.figures;
    const at = this.rankedAt[row]!;
    return new DrawnRow(
      this.factOf(row),
      values[row]!,
      this.printed[row]!,
      reasons[row]!,
      at < 0 ? null : this.ranks.rank[at]!,
      this.ranks.tied[at] === 1,
      this.placeOf(row).id === this.focus?.id,
      this.printing
    );
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

  private sort(): Int32Array {
    const { printed, figures, ordered, printing } = this;
    const places = Float64Array.from({ length: this.length }, (_, row) => this.officialOf(row));
    const values = ordered.isOfficial ? places : printed;
    const better = ordered.isOfficial ? '低' : printing.shown.better;
    const isFit = (row: number): number => Number(figures.reasons[row] === '');
    return fileOrder(this.length).sort(
      (a, b) => isFit(b) - isFit(a) || betterFirst(values[a]!, values[b]!, better) || places[a]! - places[b]! || a - b
    );
  }
}

/** What is left out of a comparison, with the reason. */
export function excludedOf(others: DrawnRows): Excluded[] {
  return others.inFileOrder().map(({ place, observation, reason }) => ({ place, observation, reason }));
}
