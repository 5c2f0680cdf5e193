/** The order of the rows of 数据, by any column. */
import { type DictionaryColumn, fileOrder } from '../model/codedColumn';
import type { Dataset } from '../model/dataset';
import type { ObservationFields } from '../model/observationColumns';
import { memoByKey, memoInSteps } from '../model/memo';
import { MEASURES, type Status, STATUSES } from '../model/records';
import { orderByCount, orderByEntry, orderByNumber } from '../model/rowOrders';
import { finish, type Steps } from '../steps/steps';
import { progressColumns } from './progressColumns';
import { PROGRESS_SORTS, type RowOrder } from './sorts';
import { comparePeriods, type Period } from '../time/period';

/** Both tables in each of their orders: a keystroke then only filters. */
const MOST_ORDERS = 2 * (PROGRESS_SORTS.length + 1);

function keyOf({ by, descending }: RowOrder): string {
  return `${descending ? '-' : '+'}${by}`;
}

function orderOf(key: string): RowOrder {
  return { by: key.slice(1), descending: key.startsWith('-') };
}

/** Indices of all observations in an order; sorted once and kept. */
export function observationOrder(dataset: Dataset, order: RowOrder): Steps<Int32Array> {
  return observationOrders.steps(dataset, keyOf(order));
}

const observationOrders = memoInSteps(MOST_ORDERS, function* (dataset, key): Steps<Int32Array> {
  const { by, descending } = orderOf(key);
  const blocks = dataset.blocks();
  const sorted = <K extends keyof ObservationFields>(
    name: K,
    compare: (a: ObservationFields[K], b: ObservationFields[K]) => number
  ) =>
    orderByEntry(
      blocks.map(({ columns }): DictionaryColumn<ObservationFields[K]> => columns.coded[name]),
      compare,
      descending
    );
  if (by === 'indicator') return yield* sorted('indicator', standing(dataset.indicators));
  if (by === 'place') return yield* sorted('place', standing(dataset.places));
  if (by === 'source') return yield* sorted('source', standing(dataset.sources));
  if (by === 'period') return yield* sorted('period', comparePeriods);
  if (by === 'measure') return yield* sorted('measure', standing(MEASURES));
  if (by === 'status') return yield* sorted('status', standing(STATUSES));
  if (by === 'value' || by === 'line')
    return yield* orderByNumber(
      blocks.map(({ columns }) => columns[by]),
      descending
    );
  return dataset.packed ? yield* orderOfLines(dataset) : fileOrder(dataset.size);
});

/** Of several blocks none knows where the rows of the others stood in the file. */
function* orderOfLines(dataset: Dataset): Steps<Int32Array> {
  const lines = dataset.blocks().map(({ columns }) => columns.row);
  let most = 0;
  for (const own of lines) {
    for (const line of own) if (line > most) most = line;
    yield most;
  }
  // Lines lie close together: most often they are counted.
  return yield* most >= dataset.size * 8 ? orderByNumber(lines, false) : orderByCount(lines, most + 1);
}

/** The same of progress.csv. */
export function progressOrder(dataset: Dataset, order: RowOrder): Int32Array {
  return progressOrders(dataset, keyOf(order));
}

const progressOrders = memoByKey(MOST_ORDERS, (dataset, key): Int32Array => {
  const { by, descending } = orderOf(key);
  const columns = progressColumns(dataset);
  const sorted = <T>(column: DictionaryColumn<T>, compare: (a: T, b: T) => number) =>
    finish(orderByEntry([column], compare, descending));
  if (by === 'programme') return sorted(columns.programme, standing(dataset.programmes));
  if (by === 'place') return sorted(columns.place, standing(dataset.places));
  if (by === 'source') return sorted(columns.source, standing(dataset.sources));
  if (by === 'period') return sorted(columns.period, comparePeriods);
  if (by === 'asOf') return sorted(columns.asOf, (a, b) => (a < b ? -1 : a > b ? 1 : 0));
  if (by === 'status') return sorted(columns.status, standing(STATUSES));
  if (by === 'target' || by === 'done' || by === 'rate' || by === 'line')
    return finish(orderByNumber([dataset.progress.map((row) => row[by] ?? NaN)], descending));
  return fileOrder(dataset.progress.length);
});

/** Compares by position in a list. */
function standing<T>(list: readonly T[]): (a: T, b: T) => number {
  const indexOf = new Map(list.map((item, i) => [item, i]));
  return (a, b) => indexOf.get(a)! - indexOf.get(b)!;
}

export function used<T>({ entries, codes }: DictionaryColumn<T>): T[] {
  const seen = new Uint8Array(entries.length);
  for (let i = 0; i < codes.length; i += 1) seen[codes[i]!] = 1;
  return entries.filter((_, i) => seen[i] === 1);
}

export function periodsLatestFirst(periods: readonly Period[]): Period[] {
  return [...periods].sort((a, b) => comparePeriods(b, a));
}

export function ordered(statuses: readonly Status[]): Status[] {
  return STATUSES.filter((s) => statuses.includes(s));
}
