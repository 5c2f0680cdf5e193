import { memoByObject } from '../model/memo';
import { type NumberRows, placeRuns } from '../model/numberRows';
import { type Period, yearsBefore } from '../time/period';

/**
 * Of plain rows (`NumberRows.isPlain`) each that has a figure of a year before, place by place, of a place the latest first.
 * @param take is given the place's position in the table and the positions of both rows; true: no more of this place
 */
export function eachYearPair(numbers: NumberRows, take: (place: number, now: number, then: number) => boolean): void {
  const { rows } = numbers;
  const { codes, entries } = numbers.columns.coded.period;
  const before = periodsBefore(entries);
  /** By period, which of the place's rows has it. */
  const rowOf = new Int32Array(entries.length).fill(-1);
  for (const { place, from, to } of placeRuns(numbers)) {
    for (let i = from; i < to; i += 1) rowOf[codes[rows[i]!]!] = rows[i]!;
    for (let i = to - 1; i >= from; i -= 1) {
      const now = rows[i]!;
      const then = before[codes[now]!]!.find((code) => rowOf[code]! >= 0);
      if (then !== undefined && take(place, now, rowOf[then]!)) break;
    }
    for (let i = from; i < to; i += 1) rowOf[codes[rows[i]!]!] = -1;
  }
}

/** By period, the codes of those that count as a year before it, the best first. */
const periodsBefore = memoByObject((periods: readonly Period[]): readonly (readonly number[])[] => {
  const codes = new Map(periods.map(({ text }, code) => [text, code]));
  return periods.map((period) => yearsBefore(period).flatMap(({ text }) => codes.get(text) ?? []));
});
