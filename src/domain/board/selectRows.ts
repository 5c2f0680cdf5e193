/**
 * From rows of progress.csv to completions: which rows count, who says the same, what each stands among.
 */
import type { Place, ProgressRow } from '../model/records';
import { contains, type Period, sameSpan } from '../time/period';

/** Which rows a question is about; absent = all. */
export interface RowQuery {
  /** Place id: it, its organisations and, of a city, its counties. */
  readonly place?: string;
  /** The place and its organisations only. */
  readonly alone?: boolean;
  /** Organisation id. */
  readonly organisation?: string;
  /** Programme id. */
  readonly programme?: string;
  readonly theme?: string;
  /** Canonical text of a period. */
  readonly period?: string;
  /** Results reported up to a day in it (without such a day: for a period that ends in it), and plans due in it or later. */
  readonly reported?: Period;
}

/** Whether a place is the one asked for or lies right under it; everything is within no place. */
export function isWithin(place: Place, { place: asked, alone }: Pick<RowQuery, 'place' | 'alone'>): boolean {
  return !asked || place.id === asked || (place.parent === asked && (!alone || place.level === '机构'));
}

/** Whether a row was reported in the time asked for; all are where none is. */
export function isReportedIn(row: ProgressRow, { reported }: Pick<RowQuery, 'reported'>): boolean {
  if (!reported) return true;
  return row.status === '计划' ? row.period.end >= reported.start : contains(reported, row.asOf || row.period.end);
}

/** Whether a row is of the places, organisation, programme, theme and period asked for; what isn't asked for doesn't count. */
export function matchesRow(row: ProgressRow, q: RowQuery): boolean {
  if (!isWithin(row.place, q) || !isReportedIn(row, q)) return false;
  if (q.organisation && row.place.id !== q.organisation) return false;
  if (q.programme && row.programme.id !== q.programme) return false;
  if (q.theme && row.programme.theme !== q.theme) return false;
  return !q.period || row.period.text === q.period;
}

/** Of several cut-off days of one task only the last counts; rows without a day (plans among them) all stay. */
export function latestOnly(rows: readonly ProgressRow[]): ProgressRow[] {
  const latest = new Map<string, string>();
  for (const row of rows) if (row.asOf > (latest.get(taskKey(row)) ?? '')) latest.set(taskKey(row), row.asOf);
  return rows.filter((row) => row.asOf === '' || row.asOf === latest.get(taskKey(row)));
}

/**
 * Of several periods of one length that a programme has results for at a place, the last: last year's tasks don't stand
 * beside this year's. Rows of other lengths (a month, a quarter), and plans, all stay.
 */
export function latestPeriods(rows: readonly ProgressRow[]): ProgressRow[] {
  const isResult = (row: ProgressRow) => row.status !== '计划';
  const known = new Map<string, Map<string, Period>>();
  const key = (row: ProgressRow) => `${row.programme.id}|${row.place.id}`;
  for (const row of rows.filter(isResult)) {
    const periods = known.get(key(row));
    if (periods) periods.set(row.period.text, row.period);
    else known.set(key(row), new Map([[row.period.text, row.period]]));
  }
  const isPast = ({ period }: ProgressRow, periods: Iterable<Period>): boolean =>
    [...periods].some((later) => later.start > period.start && later.end > period.end && sameSpan(later, period));
  return rows.filter((row) => !isResult(row) || !isPast(row, known.get(key(row))!.values()));
}

/** Plans that nothing has been reported for yet, and all that is no plan. */
export function withoutDonePlans(rows: readonly ProgressRow[]): ProgressRow[] {
  const done = new Set(rows.filter((row) => row.status !== '计划').map(taskKey));
  return rows.filter((row) => row.status !== '计划' || !done.has(taskKey(row)));
}

/** One task: a programme at a place over a period. */
export function taskKey(row: ProgressRow): string {
  return [row.programme.id, row.place.id, row.period.text].join('|');
}
