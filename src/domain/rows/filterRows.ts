/**
 * The rows of the data screen: which of them answer the filters, in which order. Answers are row numbers, so that
 * objects are made only for the rows in sight.
 */
import { type Clause, fileOrder, rowsWhere } from '../model/codedColumn';
import type { Dataset } from '../model/dataset';
import type { ObservationFields } from '../model/observationColumns';
import type { ProgressRow } from '../model/records';
import { parseRange, rowsInRange } from '../number/numberRange';
import { observationOrder, progressOrder } from './order';
import { progressColumns, type ProgressFields } from './progressColumns';
import { FILE_ORDER, type RowOrder } from './sorts';
import { finish, type Steps } from '../steps/steps';
import { periodLabel } from '../time/periodLabel';
import type { NameMatcher } from '../wording/search';

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
  return finish(observationRowsSteps(dataset, filter, order, match));
}

/** `observationRows` in parts. */
export function* observationRowsSteps(
  dataset: Dataset,
  filter: RowFilter,
  order: RowOrder = FILE_ORDER,
  match?: NameMatcher
): Steps<Int32Array> {
  const clauses: Clause<ObservationFields>[] = wordsOf(filter.text).map((word) => {
    const has = containing(word);
    const named = (name: string) => has(name) || Boolean(match?.(name, word));
    return {
      indicator: (i) => named(i.name) || i.aliases.some(named),
      place: (p) => named(p.name),
      period: (p) => has(periodLabel(p)),
      source: (s) => has(s.title),
      measure: has,
      part: has,
      cell: has,
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
  const all = yield* observationOrder(dataset, order);
  if (clauses.length === 0 && !parseRange(filter.value ?? '') && !parseRange(filter.line ?? '')) return all;
  const passes = new Uint8Array(dataset.size);
  let count = 0;
  for (const { from, size, columns } of dataset.blocks()) {
    const rows = rowsWhere(columns.coded, clauses, fileOrder(size));
    const left = rowsInRange(columns.line, rowsInRange(columns.value, rows, filter.value), filter.line);
    for (const row of left) passes[from + row] = 1;
    count += left.length;
    yield from + size;
  }
  return count === dataset.size ? all : yield* marked(all, passes, count);
}

/** Those of the rows that are marked; they are `count`. */
function* marked(rows: Int32Array, marks: Uint8Array, count: number): Steps<Int32Array> {
  const out = new Int32Array(count);
  let n = 0;
  for (let from = 0; from < rows.length; from += MANY_ROWS) {
    for (const row of rows.subarray(from, from + MANY_ROWS)) if (marks[row] === 1) out[n++] = row;
    yield from;
  }
  return out;
}

/** Looked at in a few milliseconds. */
const MANY_ROWS = 200_000;

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

function wordsOf(text: string | undefined): string[] {
  return (text ?? '').trim().toLowerCase().split(/\s+/).filter(Boolean);
}

/** Whether a text contains a word in lower case; texts are lowered only for words that have a case. A minus is found in either form. */
function containing(word: string): (text: string) => boolean {
  if (/[-−]\d/.test(word)) {
    const sought = word.replace(/−/g, '-');
    return (text) => text.toLowerCase().replace(/−/g, '-').includes(sought);
  }
  return word === word.toUpperCase() ? (text) => text.includes(word) : (text) => text.toLowerCase().includes(word);
}
