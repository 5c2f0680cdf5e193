/** What the rows of a comparison say together, read from their columns: for tables of many indicators. */
import { type DrawnRow, DrawnRows, someOf } from './drawnRows';
import { fileOrder } from '../model/codedColumn';
import { addFactSources, factCutoff, factPeriods, plainFacts } from '../model/factColumns';
import type { Place, Source } from '../model/records';
import type { Period } from '../time/period';

/** Some rows, by position; they keep their ranks if no ranked one is left out. */
export function onlyRows({ figures, printing, ordered, focus }: DrawnRows, rows: readonly number[]): DrawnRows {
  return new DrawnRows(someOf(figures, rows), printing, ordered, focus);
}

/** The position of a place's row; -1 without one. */
export function rowAtPlace(rows: DrawnRows, { id }: Place): number {
  for (let row = 0; row < rows.length; row += 1) if (rows.placeOf(row).id === id) return row;
  return -1;
}

/** Positions of those that have a rank. */
export function rankedRows(rows: DrawnRows): number[] {
  return Array.from(fileOrder(rows.length)).filter((row) => rows.isRanked(row));
}

/** The different values of ranked rows, best first. */
export interface Levels {
  readonly count: number;
  /** How many of them are better than that of a row; -1 for a row without a rank. */
  readonly of: (row: number) => number;
}

export function levelsOf({ ranks: { at, rank } }: DrawnRows): Levels {
  const levels = new Int32Array(rank.length + 1);
  for (const one of rank) levels[one] = 1;
  let count = 0;
  levels.forEach((is, one) => {
    levels[one] = count;
    count += is;
  });
  return { count, of: (row) => (at[row]! < 0 ? -1 : levels[rank[at[row]!]!]!) };
}

/** Those of whose figure more is to be said than its value, in order. */
export function remarkableRows(rows: DrawnRows): DrawnRow[] {
  const { index, facts } = rows.figures;
  const isPlain = plainFacts(index);
  const isRemarkable = (row: number): boolean => !isPlain(facts[row]!);
  const found = fileOrder(rows.length).filter(isRemarkable);
  // Where there is one, or none, nothing is to be put in order.
  return Array.from(found.length < 2 ? found : rows.order.filter(isRemarkable), (row) => rows.at(row));
}

/** The row whose value is farthest from 0, the first of equal ones; there is one at least. */
export function largestRow({ figures: { values } }: DrawnRows): number {
  let largest = 0;
  for (let row = 1; row < values.length; row += 1)
    if (Math.abs(values[row]!) > Math.abs(values[largest]!)) largest = row;
  return largest;
}

/** The periods of all, each once. */
export function rowPeriods({ figures: { index, facts } }: DrawnRows): Period[] {
  return factPeriods(index, facts);
}

/** Latest end day among results; empty without one. */
export function rowsCutoff({ figures: { index, facts } }: DrawnRows): string {
  return factCutoff(index, facts);
}

/** Puts the sources of all that state them into a set. */
export function addRowSources({ figures: { index, facts } }: DrawnRows, known: Set<Source>): void {
  addFactSources(index, facts, known);
}
