/** The order of the rows of 数据, by any column. */
import { type DictionaryColumn, fileOrder, orderByEntry, orderByNumber, sortedByCodes } from '../model/codedColumn';
import type { Dataset } from '../model/dataset';
import type { ObservationFields } from '../model/observationColumns';
import { memoByKey } from '../model/memo';
import { MEASURES, type Status, STATUSES } from '../model/records';
import { progressColumns } from './progressColumns';
import { comparePeriods, type Period } from '../time/period';

export const OBSERVATION_SORTS = [
  'indicator',
  'place',
  'period',
  'measure',
  'value',
  'status',
  'source',
  'line'
] as const;

export const PROGRESS_SORTS = [
  'programme',
  'place',
  'period',
  'asOf',
  'target',
  'done',
  'rate',
  'status',
  'source',
  'line'
] as const;

/** A column of either table that orders its rows. */
export type RowSort = (typeof OBSERVATION_SORTS)[number] | (typeof PROGRESS_SORTS)[number];

export interface RowOrder {
  /** A column of the table; anything else = the order of the file. */
  readonly by: string;
  readonly descending: boolean;
}

export const FILE_ORDER: RowOrder = { by: '', descending: false };

/** Both tables in each of their orders: a keystroke then only filters. */
const MOST_ORDERS = 2 * (PROGRESS_SORTS.length + 1);

function keyOf({ by, descending }: RowOrder): string {
  return `${descending ? '-' : '+'}${by}`;
}

function orderOf(key: string): RowOrder {
  return { by: key.slice(1), descending: key.startsWith('-') };
}

/** Indices of all observations in an order; sorted once and kept. */
export function observationOrder(dataset: Dataset, order: RowOrder): Int32Array {
  return observationOrders(dataset, keyOf(order));
}

const observationOrders = memoByKey(MOST_ORDERS, (dataset, key): Int32Array => {
  const { by, descending } = orderOf(key);
  const sorted = <K extends keyof ObservationFields>(
    name: K,
    compare: (a: ObservationFields[K], b: ObservationFields[K]) => number
  ) => orderByEntry(joined(dataset, name), compare, descending);
  if (by === 'indicator') return sorted('indicator', standing(dataset.indicators));
  if (by === 'place') return sorted('place', standing(dataset.places));
  if (by === 'source') return sorted('source', standing(dataset.sources));
  if (by === 'period') return sorted('period', comparePeriods);
  if (by === 'measure') return sorted('measure', standing(MEASURES));
  if (by === 'status') return sorted('status', standing(STATUSES));
  if (by === 'value' || by === 'line') return orderByNumber(joinedNumbers(dataset, by), descending);
  return dataset.packed ? orderOfLines(dataset) : fileOrder(dataset.size);
});

/** A column of all blocks, which share their entries. */
function joined<K extends keyof ObservationFields>(dataset: Dataset, name: K): DictionaryColumn<ObservationFields[K]> {
  const blocks = dataset.blocks();
  const own = blocks.map(({ columns }): DictionaryColumn<ObservationFields[K]> => columns.coded[name]);
  if (own.length === 1) return own[0]!;
  const codes = new Int32Array(dataset.size);
  blocks.forEach(({ from }, at) => codes.set(own[at]!.codes, from));
  return { entries: own[0]?.entries ?? [], codes };
}

/** Of several blocks none knows where the rows of the others stood in the file. */
function orderOfLines(dataset: Dataset): Int32Array {
  const lines = joinedNumbers(dataset, 'row');
  const size = lines.reduce((most, line) => Math.max(most, line), 0) + 1;
  // Lines lie close together: most often they are counted, not compared.
  return size > dataset.size * 8
    ? orderByNumber(lines, false)
    : sortedByCodes(fileOrder(dataset.size), [{ codes: lines, size }]);
}

function joinedNumbers(dataset: Dataset, name: 'value' | 'line' | 'row'): Float64Array {
  const values = new Float64Array(dataset.size);
  for (const { from, columns } of dataset.blocks()) values.set(columns[name], from);
  return values;
}

/** The same of progress.csv. */
export function progressOrder(dataset: Dataset, order: RowOrder): Int32Array {
  return progressOrders(dataset, keyOf(order));
}

const progressOrders = memoByKey(MOST_ORDERS, (dataset, key): Int32Array => {
  const { by, descending } = orderOf(key);
  const columns = progressColumns(dataset);
  if (by === 'programme') return orderByEntry(columns.programme, standing(dataset.programmes), descending);
  if (by === 'place') return orderByEntry(columns.place, standing(dataset.places), descending);
  if (by === 'source') return orderByEntry(columns.source, standing(dataset.sources), descending);
  if (by === 'period') return orderByEntry(columns.period, comparePeriods, descending);
  if (by === 'asOf') return orderByEntry(columns.asOf, (a, b) => (a < b ? -1 : a > b ? 1 : 0), descending);
  if (by === 'status') return orderByEntry(columns.status, standing(STATUSES), descending);
  if (by === 'target' || by === 'done' || by === 'rate' || by === 'line')
    return orderByNumber(
      dataset.progress.map((row) => row[by] ?? NaN),
      descending
    );
  return fileOrder(dataset.progress.length);
});

/** Compares by position in a list. */
function standing<T>(list: readonly T[]): (a: T, b: T) => number {
  const indexOf = new Map(list.map((item, i) => [item, i]));
  return (a, b) => indexOf.get(a)! - indexOf.get(b)!;
}

export function used<T>({ entries, codes }: DictionaryColumn<T>): T[] {
  const seen = new Uint8Array(entries.length);
  for (const code of codes) seen[code] = 1;
  return entries.filter((_, i) => seen[i] === 1);
}

export function periodsLatestFirst(periods: readonly Period[]): Period[] {
  return [...periods].sort((a, b) => comparePeriods(b, a));
}

export function ordered(statuses: readonly Status[]): Status[] {
  return STATUSES.filter((s) => statuses.includes(s));
}
