/**
 * The numbers of an indicator as the columns have them. Most indicators are plain: one number a place and period, and
 * nothing else. What is counted of those is read here; a dataset of a million numbers has no time to make facts and
 * points of each.
 */
import { comparePeriods, type Period } from '../time/period';
import { type CodeKey, sortedByCodes } from './codedColumn';
import type { Dataset } from './dataset';
import { hasFlag } from './flags';
import { memoByObject } from './memo';
import type { ObservationBlock } from './observationBlock';
import type { ObservationColumns } from './observationColumns';
import type { Place } from './records';

/** How the columns of observations are sorted by place and by time. */
export interface SortKeys {
  readonly place: CodeKey;
  /** By `comparePeriods`. */
  readonly period: CodeKey;
  readonly measure: CodeKey;
}

/** The keys of the rows of a block; computed once. */
export const sortKeys = memoByObject(({ columns }: ObservationBlock): SortKeys => {
  const { place, period, measure } = columns.coded;
  return {
    place: { codes: place.codes, size: place.entries.length },
    period: { codes: period.codes, rank: ranksOf(period.entries), size: period.entries.length },
    measure: { codes: measure.codes, size: measure.entries.length }
  };
});

/** By period, where it stands in order of time; blocks share their periods. */
const ranksOf = memoByObject((periods: readonly Period[]): Int32Array => {
  const rank = new Int32Array(periods.length);
  periods
    .map((_, code) => code)
    .sort((a, b) => comparePeriods(periods[a]!, periods[b]!))
    .forEach((code, at) => (rank[code] = at));
  return rank;
});

/** The numbers of an indicator. */
export interface NumberRows {
  readonly columns: ObservationColumns;
  /** Positions in the columns, by place and then by period, ascending; of one place and period in file order. */
  readonly rows: Int32Array;
  /** Whether each is the only one of its place and period, no change is stated and no 口径 changed. */
  readonly isPlain: boolean;
  /** Where a change is stated. */
  readonly changed: ReadonlySet<Place>;
}

/** The numbers (数值) of an indicator, computed once; other measures don't count. Unknown id: undefined. */
export function numberRows(dataset: Dataset, indicatorId: string): NumberRows | undefined {
  const block = dataset.blockOf(indicatorId);
  if (!block) return undefined;
  const known = knownRows(block);
  let numbers = known.get(indicatorId);
  if (!numbers) known.set(indicatorId, (numbers = readNumbers(block, indicatorId)));
  return numbers;
}

/** They go with the block. */
const knownRows = memoByObject((_block: ObservationBlock) => new Map<string, NumberRows>());

function readNumbers(block: ObservationBlock, indicatorId: string): NumberRows {
  const { coded, value } = block.columns;
  const { measure, flags, place, period } = coded;
  const role = roles(block);
  const all = block.rowsOf(indicatorId);
  const found = new Int32Array(all.length);
  let size = 0;
  const changed = new Set<Place>();
  let isPlain = true;
  for (const row of all) {
    const is = role.measures[measure.codes[row]!];
    if (is === OTHER || Number.isNaN(value[row])) continue;
    if (is === CHANGE) changed.add(place.entries[place.codes[row]!]!);
    else found[size++] = row;
    if (role.breaks[flags.codes[row]!] === 1) isPlain = false;
  }
  const keys = sortKeys(block);
  const rows = sortedByCodes(found.subarray(0, size), [keys.place, keys.period]);
  for (let i = 1; i < size && isPlain; i += 1) {
    const [a, b] = [rows[i - 1]!, rows[i]!];
    isPlain = place.codes[a] !== place.codes[b] || period.codes[a] !== period.codes[b];
  }
  return { columns: block.columns, rows, isPlain: isPlain && changed.size === 0, changed };
}

const OTHER = 0;
const NUMBER = 1;
const CHANGE = 2;

/** By code, what a measure is to `numberRows`, and whether flags hold a 口径调整. */
const roles = memoByObject(({ columns }: ObservationBlock) => {
  const { measure, flags } = columns.coded;
  return {
    measures: measure.entries.map((name) =>
      name === '数值' ? NUMBER : name === '同比(%)' || name === '同比(百分点)' ? CHANGE : OTHER
    ),
    breaks: flags.entries.map((text) => Number(hasFlag({ flags: text }, '口径调整')))
  };
});

/** The runs of one place, of rows that are sorted by place: its position in the table, and where the run begins and ends. */
export function* placeRuns({ columns, rows }: Pick<NumberRows, 'columns' | 'rows'>): Generator<{
  readonly place: number;
  readonly from: number;
  readonly to: number;
}> {
  const { codes } = columns.coded.place;
  for (let from = 0, to = 1; from < rows.length; from = to, to += 1) {
    const place = codes[rows[from]!]!;
    while (to < rows.length && codes[rows[to]!] === place) to += 1;
    yield { place, from, to };
  }
}

/** The periods of a run of one place, ascending, each once. */
export function periodsOfRun(
  { columns, rows }: Pick<NumberRows, 'columns' | 'rows'>,
  { from, to }: { readonly from: number; readonly to: number }
): Period[] {
  const { codes, entries } = columns.coded.period;
  const found: Period[] = [];
  for (let i = from, before = -1; i < to; i += 1) {
    const code = codes[rows[i]!]!;
    if (code !== before) found.push(entries[code]!);
    before = code;
  }
  return found;
}
