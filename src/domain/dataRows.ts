/**
 * The rows of the data screen: which of them answer the filters, in which order. Answers are row numbers, so that
 * objects are made only for the rows in sight.
 */
import {
  ColumnBuilder,
  fileOrder,
  orderByEntry,
  orderByNumber,
  rowsWhere,
  type Clause,
  type CodedColumn,
  type CodedColumns
} from './codedRows';
import type {
  Dataset,
  Indicator,
  Measure,
  Observation,
  Place,
  Programme,
  ProgressRow,
  Source,
  Status
} from './dataset';
import { formatNumber, formatValue } from './format';
import type { ObservationFields } from './observationColumns';
import { rowsInRange } from './numberRange';
import { comparePeriods, periodLabel, type Period } from './period';
import { MEASURES, STATUSES } from './records';
import type { NameMatcher } from './search';

export interface RowFilter {
  /** Words that must all occur somewhere in the row; blank = no filter. */
  readonly text?: string;
  /** Theme of the indicator or programme; empty = any, here and below. */
  readonly theme?: string;
  /** Ids. */
  readonly indicator?: string;
  readonly programme?: string;
  readonly place?: string;
  readonly source?: string;
  /** Canonical text. */
  readonly period?: string;
  readonly measure?: string;
  readonly status?: string;
  /** Words in the figure as written, the heading, the note and the cut-off day. */
  readonly written?: string;
  readonly section?: string;
  readonly note?: string;
  readonly asOf?: string;
  /** Conditions on numbers as `parseRange` reads them; one that it can't read asks nothing. */
  readonly value?: string;
  readonly line?: string;
  readonly target?: string;
  readonly done?: string;
  readonly rate?: string;
}

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

export interface RowOrder {
  /** A column of the table; anything else = the order of the file. */
  readonly by: string;
  readonly descending: boolean;
}

const FILE_ORDER: RowOrder = { by: '', descending: false };

/**
 * Numbers of the observations that answer a filter (`dataset.observation(i)` makes the object). Text is looked for in
 * indicator, place, period, measure, the figure as written, source, section and note; `match` (pinyin) in indicator and
 * place only. Indicators, places and sources sort as their tables stand, periods by end, values by size with none last.
 */
export function observationRows(
  dataset: Dataset,
  filter: RowFilter,
  order: RowOrder = FILE_ORDER,
  match?: NameMatcher
): Int32Array {
  const clauses: Clause<ObservationFields>[] = wordsOf(filter.text).map((word) => {
    const has = containing(word);
    const named = (name: string) => has(name) || Boolean(match?.(name, word));
    return {
      indicator: (i) => named(i.name) || i.aliases.some(named),
      place: (p) => named(p.name),
      period: (p) => has(periodLabel(p)),
      source: (s) => has(s.title),
      measure: has,
      written: has,
      section: has,
      note: has
    };
  });
  const { theme, indicator, place, period, measure, status, source } = filter;
  if (theme) clauses.push({ indicator: (i) => i.theme === theme });
  if (indicator) clauses.push({ indicator: (i) => i.id === indicator });
  if (place) clauses.push({ place: (p) => p.id === place });
  if (period) clauses.push({ period: (p) => p.text === period });
  if (measure) clauses.push({ measure: (m) => m === measure });
  if (status) clauses.push({ status: (s) => s === status });
  if (source) clauses.push({ source: (s) => s.id === source });
  clauses.push(...textClauses(filter, ['written', 'section', 'note']));
  const { coded, value, line } = dataset.observationColumns();
  const rows = rowsWhere(coded, clauses, observationOrder(dataset, order));
  return rowsInRange(line, rowsInRange(value, rows, filter.value), filter.line);
}

/** Numbers of the progress rows that answer a filter (`dataset.progress[i]`); as `observationRows`. */
export function progressRows(
  dataset: Dataset,
  filter: RowFilter,
  order: RowOrder = FILE_ORDER,
  match?: NameMatcher
): Int32Array {
  const clauses: Clause<ProgressFields>[] = wordsOf(filter.text).map((word) => {
    const has = containing(word);
    const named = (name: string) => has(name) || Boolean(match?.(name, word));
    return {
      programme: (p) => named(p.name),
      place: (p) => named(p.name),
      period: (p) => has(periodLabel(p)),
      source: (s) => has(s.title),
      written: has,
      section: has,
      note: has
    };
  });
  const { theme, programme, place, period, status, source } = filter;
  if (theme) clauses.push({ programme: (p) => p.theme === theme });
  if (programme) clauses.push({ programme: (p) => p.id === programme });
  if (place) clauses.push({ place: (p) => p.id === place });
  if (period) clauses.push({ period: (p) => p.text === period });
  if (status) clauses.push({ status: (s) => s === status });
  if (source) clauses.push({ source: (s) => s.id === source });
  clauses.push(...textClauses(filter, ['written', 'section', 'note', 'asOf']));
  const rows = rowsWhere(progressColumns(dataset), clauses, progressOrder(dataset, order));
  const numbers = (of: (row: ProgressRow) => number | null) => dataset.progress.map((row) => of(row) ?? NaN);
  return (['target', 'done', 'rate', 'line'] as const).reduce(
    (left, key) =>
      filter[key]
        ? rowsInRange(
            numbers((r) => r[key]),
            left,
            filter[key]
          )
        : left,
    rows
  );
}

/** One clause a text condition: the words must stand in that very column. */
function textClauses<K extends 'written' | 'section' | 'note' | 'asOf'>(
  filter: RowFilter,
  keys: readonly K[]
): Clause<Record<K, string>>[] {
  return keys.flatMap((key) =>
    wordsOf(filter[key]).map((word) => ({ [key]: containing(word) }) as Clause<Record<K, string>>)
  );
}

/** The value of an observation as text: by its measure, or why there is none. */
export function observationText(o: Observation): string {
  if (o.value === null) return `无（${o.status}）`;
  if (o.measure === '数值') return formatValue(o.value, o.indicator, o.qualifier);
  const options = { decimals: null, qualifier: o.qualifier };
  if (o.measure === '位次') return `第${formatNumber(o.value, options)}位`;
  if (o.measure === '同比(百分点)') return formatNumber(o.value, { ...options, unit: '个百分点' });
  return formatNumber(o.value, { ...options, unit: '%' });
}

/** What a filter can offer: only what occurs, in the order of the tables; periods latest first. */
export interface RowChoices {
  readonly themes: readonly string[];
  readonly indicators: readonly Indicator[];
  readonly programmes: readonly Programme[];
  readonly places: readonly Place[];
  readonly periods: readonly Period[];
  readonly measures: readonly Measure[];
  readonly statuses: readonly Status[];
  readonly sources: readonly Source[];
}

/** Choices over the observations. */
export function observationChoices(dataset: Dataset): RowChoices {
  const columns = dataset.observationColumns().coded;
  const indicators = used(columns.indicator);
  return {
    themes: themesOf(indicators),
    indicators,
    programmes: [],
    places: used(columns.place),
    periods: latestFirst(used(columns.period)),
    measures: MEASURES.filter((m) => used(columns.measure).includes(m)),
    statuses: ordered(used(columns.status)),
    sources: used(columns.source)
  };
}

/** Choices over the progress rows. */
export function progressChoices(dataset: Dataset): RowChoices {
  const columns = progressColumns(dataset);
  const occurring = <T>(list: readonly T[], entries: readonly T[]) => list.filter((item) => entries.includes(item));
  const programmes = occurring(dataset.programmes, used(columns.programme));
  return {
    themes: themesOf(programmes),
    indicators: [],
    programmes,
    places: occurring(dataset.places, used(columns.place)),
    periods: latestFirst(used(columns.period)),
    measures: [],
    statuses: ordered(used(columns.status)),
    sources: occurring(dataset.sources, used(columns.source))
  };
}

interface ProgressFields {
  programme: Programme;
  place: Place;
  period: Period;
  asOf: string;
  source: Source;
  status: Status;
  written: string;
  section: string;
  note: string;
}

const progressCache = new WeakMap<Dataset, CodedColumns<ProgressFields>>();

function progressColumns(dataset: Dataset): CodedColumns<ProgressFields> {
  let columns = progressCache.get(dataset);
  if (!columns) {
    const column = <T>(of: (row: ProgressRow) => T, keyOf?: (entry: T) => unknown): CodedColumn<T> => {
      const builder = new ColumnBuilder<T>(dataset.progress.length, keyOf);
      dataset.progress.forEach((row, i) => builder.set(i, of(row)));
      return builder.column();
    };
    columns = {
      programme: column((r) => r.programme),
      place: column((r) => r.place),
      period: column(
        (r) => r.period,
        (p) => p.text
      ),
      asOf: column((r) => r.asOf),
      source: column((r) => r.source),
      status: column((r) => r.status),
      written: column((r) => r.written),
      section: column((r) => r.section),
      note: column((r) => r.note)
    };
    progressCache.set(dataset, columns);
  }
  return columns;
}

/** Sorted row numbers by table and order: sorting once lets a keystroke only sift. */
const orderCache = new WeakMap<Dataset, Map<string, Int32Array>>();

function cachedOrder(
  dataset: Dataset,
  table: string,
  { by, descending }: RowOrder,
  make: () => Int32Array
): Int32Array {
  let orders = orderCache.get(dataset);
  if (!orders) orderCache.set(dataset, (orders = new Map()));
  const key = `${table} ${by} ${descending}`;
  let order = orders.get(key);
  if (!order) orders.set(key, (order = make()));
  return order;
}

function observationOrder(dataset: Dataset, order: RowOrder): Int32Array {
  return cachedOrder(dataset, 'observations', order, () => {
    const { coded, value, line } = dataset.observationColumns();
    const { by, descending } = order;
    if (by === 'indicator') return orderByEntry(coded.indicator, standing(dataset.indicators), descending);
    if (by === 'place') return orderByEntry(coded.place, standing(dataset.places), descending);
    if (by === 'source') return orderByEntry(coded.source, standing(dataset.sources), descending);
    if (by === 'period') return orderByEntry(coded.period, comparePeriods, descending);
    if (by === 'measure') return orderByEntry(coded.measure, standing(MEASURES), descending);
    if (by === 'status') return orderByEntry(coded.status, standing(STATUSES), descending);
    if (by === 'value') return orderByNumber(value, descending);
    if (by === 'line') return orderByNumber(line, descending);
    return fileOrder(dataset.size);
  });
}

function progressOrder(dataset: Dataset, order: RowOrder): Int32Array {
  return cachedOrder(dataset, 'progress', order, () => {
    const columns = progressColumns(dataset);
    const { by, descending } = order;
    const byNumber = (of: (row: ProgressRow) => number | null) =>
      orderByNumber(
        dataset.progress.map((r) => of(r) ?? NaN),
        descending
      );
    if (by === 'programme') return orderByEntry(columns.programme, standing(dataset.programmes), descending);
    if (by === 'place') return orderByEntry(columns.place, standing(dataset.places), descending);
    if (by === 'source') return orderByEntry(columns.source, standing(dataset.sources), descending);
    if (by === 'period') return orderByEntry(columns.period, comparePeriods, descending);
    if (by === 'asOf') return orderByEntry(columns.asOf, (a, b) => (a < b ? -1 : a > b ? 1 : 0), descending);
    if (by === 'status') return orderByEntry(columns.status, standing(STATUSES), descending);
    if (by === 'target' || by === 'done' || by === 'rate' || by === 'line') return byNumber((r) => r[by]);
    return fileOrder(dataset.progress.length);
  });
}

/** Compares by position in a list. */
function standing<T>(list: readonly T[]): (a: T, b: T) => number {
  const at = new Map(list.map((item, i) => [item, i]));
  return (a, b) => at.get(a)! - at.get(b)!;
}

function used<T>({ entries, codes }: CodedColumn<T>): T[] {
  const seen = new Uint8Array(entries.length);
  for (const code of codes) seen[code] = 1;
  return entries.filter((_, i) => seen[i] === 1);
}

function themesOf(list: readonly { readonly theme: string }[]): string[] {
  return [...new Set(list.map((item) => item.theme))];
}

function latestFirst(periods: readonly Period[]): Period[] {
  return [...periods].sort((a, b) => comparePeriods(b, a));
}

function ordered(statuses: readonly Status[]): Status[] {
  return STATUSES.filter((s) => statuses.includes(s));
}

function wordsOf(text: string | undefined): string[] {
  return (text ?? '').trim().toLowerCase().split(/\s+/).filter(Boolean);
}

/** Whether a text contains a word in lower case; texts are lowered only for words that have a case. */
function containing(word: string): (text: string) => boolean {
  return word === word.toUpperCase() ? (text) => text.includes(word) : (text) => text.toLowerCase().includes(word);
}
