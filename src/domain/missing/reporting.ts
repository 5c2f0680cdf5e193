/**
 * 交了没有: which places have reported a month, from what each reported in earlier months. A month is that of the day up
 * to which a figure counts; plans and forecasts report nothing.
 */
import { filedAt, type Filed, type Reports, subjectFilings } from './filings';
import type { Dataset } from '../model/dataset';
import { memoByKey, memoByObject } from '../model/memo';
import type { Place } from '../model/records';
import { addDays, isoDay, lastDayOfMonth } from '../time/calendar';
import { formatNumber } from '../wording/format';
import type { Note } from '../wording/note';
import { placeLabel } from '../wording/placeLabel';

export const REPORT_STATES = ['已报', '迟报', '报了一部分', '未报', '不在报送之列'] as const;
export type ReportState = (typeof REPORT_STATES)[number];

export interface ReportQuery {
  /** `2024-10`; absent or unknown: the latest month. */
  readonly month?: string;
  /** Days after the end of the month until which a report is in time. */
  readonly dueDays?: number;
}

export interface ReportCell {
  readonly state: ReportState;
  /** How many indicators and tasks the place should report in the month, and how many of them it has. */
  readonly reported: number;
  readonly expected: number;
}

export interface ReportRow {
  readonly place: Place;
  /** One a month, as `months`. */
  readonly cells: readonly ReportCell[];
  /** Of the month asked for. */
  readonly state: ReportState;
  /** Of the month asked for: names of the indicators and tasks it reported last and hasn't now. */
  readonly missing: readonly string[];
  /** Day its report of that month was published; empty where no source says. */
  readonly published: string;
}

export interface ReportBoard {
  /** The month asked for, `2024-10`; empty where nothing was ever reported. */
  readonly month: string;
  /** All months, latest first: what may be asked for. */
  readonly allMonths: readonly string[];
  /** The month asked for and those before it, at most twelve, the earliest first. */
  readonly months: readonly string[];
  /** Those expected this month first, by state; then those that aren't. */
  readonly rows: readonly ReportRow[];
  readonly counts: Readonly<Record<ReportState, number>>;
  /** ISO day until which a report is in time. */
  readonly due: string;
  readonly verdict: string;
  readonly subtitle: string;
  readonly notes: readonly Note[];
}

const MOST_MONTHS = 12;
/** More are only counted. */
const MOST_NAMED = 3;
/** 每月10日前报上月: the usual day. */
const DUE_DAYS = 10;
/** The state decides the order of the list: what needs a call comes first. */
const URGENCY: readonly ReportState[] = ['未报', '报了一部分', '迟报', '已报', '不在报送之列'];

/** Who has reported the month, worked out for the months shown. */
export function reportBoard(dataset: Dataset, query: ReportQuery = {}): ReportBoard {
  return boards(dataset, JSON.stringify(asked(query)));
}

function asked({ month = '', dueDays = DUE_DAYS }: ReportQuery): Required<ReportQuery> {
  return { month, dueDays };
}

const boards = memoByKey(4, (dataset, key) => computeBoard(dataset, JSON.parse(key) as Required<ReportQuery>));

function computeBoard(dataset: Dataset, query: Required<ReportQuery>): ReportBoard {
  const asking = askingOf(dataset, query);
  const { month, allMonths, months, dueDays } = asking;
  const rows = rowsOf(dataset, dataset.places, asking);
  const counts = { 已报: 0, 迟报: 0, 报了一部分: 0, 未报: 0, 不在报送之列: 0 };
  for (const { state } of rows) counts[state] += 1;
  return {
    month,
    allMonths,
    months,
    rows,
    counts,
    due: month === '' ? '' : dueDay(month, dueDays),
    verdict: verdictOf(month, rows, counts),
    subtitle: month === '' ? '' : `月末后${dueDays}天内报的算按时；应报哪些，看它以前报过什么`,
    notes: notesOf(counts, dueDays)
  };
}

/** The rows of `reportBoard` of some places alone, by state and then in their order. */
export function reportRows(dataset: Dataset, query: ReportQuery, places: readonly Place[]): ReportRow[] {
  return rowsOf(dataset, places, askingOf(dataset, asked(query)));
}

/** Of those that ever reported anything, by state. */
function rowsOf(dataset: Dataset, places: readonly Place[], asking: Asking): ReportRow[] {
  const filed = filedAt(dataset);
  return places
    .flatMap((place) => {
      const own = filed(place);
      return own ? [reportRow(dataset, place, own, asking)] : [];
    })
    .sort((a, b) => urgency(a) - urgency(b));
}

/** What is asked of every place. */
interface Asking {
  readonly month: string;
  readonly allMonths: readonly string[];
  readonly months: readonly string[];
  readonly dueDays: number;
  readonly isAsked: (subject: string, month: string) => boolean;
}

/** So many places that have a subject, and none reports it for a month: it isn't asked for then (a 口径 that was changed). */
const MANY = 3;

function askingOf(dataset: Dataset, { month: wanted, dueDays }: Required<ReportQuery>): Asking {
  const subjects = subjectFilings(dataset);
  const known = new Set<string>();
  subjects.forEach(({ months }) => months.forEach((month) => known.add(month)));
  const allMonths = [...known].sort().reverse();
  const month = known.has(wanted) ? wanted : (allMonths[0] ?? '');
  const months = allMonths
    .filter((m) => m <= month)
    .slice(0, MOST_MONTHS)
    .reverse();
  const isAsked = (subject: string, when: string): boolean => {
    const all = subjects.get(subject)!;
    return all.places < MANY || all.months.has(when);
  };
  return { month, allMonths, months, dueDays, isAsked };
}

function urgency({ state }: ReportRow): number {
  return URGENCY.indexOf(state);
}

function reportRow(dataset: Dataset, place: Place, filed: Filed, asking: Asking): ReportRow {
  const { months, isAsked } = asking;
  const cells = months.map((month) => cellOf(filed, month, asking));
  const month = months[months.length - 1]!;
  const missing = [...filed.subjects]
    .filter(([subject, reports]) => isExpected(reports, month) && !reports.months.has(month) && isAsked(subject, month))
    .map(([subject]) => nameOf(dataset, subject));
  return {
    place,
    cells,
    state: cells[cells.length - 1]!.state,
    missing,
    published: filed.published.get(month) ?? ''
  };
}

function cellOf({ subjects, published }: Filed, month: string, { dueDays, isAsked }: Asking): ReportCell {
  let expected = 0;
  let reported = 0;
  let any = false;
  for (const [subject, reports] of subjects) {
    const has = reports.months.has(month);
    any = any || has;
    if (!isExpected(reports, month) || !isAsked(subject, month)) continue;
    expected += 1;
    if (has) reported += 1;
  }
  const day = published.get(month) ?? '';
  const late = day !== '' && day > dueDay(month, dueDays);
  const inTime: ReportState = late ? '迟报' : '已报';
  if (expected === 0) return { state: any ? inTime : '不在报送之列', reported, expected };
  return { state: reported === 0 ? '未报' : reported < expected ? '报了一部分' : inTime, reported, expected };
}

/**
 * Whether a figure is due in a month: a whole number of its usual gaps after its last report before, and at most three
 * of them. The usual gap is the smallest between two earlier reports. One report alone promises only that of the very
 * next month or quarter: a figure of one year need not come back.
 */
function isExpected(reports: Reports, month: string): boolean {
  const known = expected(reports);
  let is = known.get(month);
  if (is === undefined) known.set(month, (is = isDue(reports, month)));
  return is;
}

/** By month: very many places report in the same months. */
const expected = memoByObject((_: Reports) => new Map<string, boolean>());

function isDue({ months, span }: Reports, month: string): boolean {
  const earlier = [...months].filter((m) => m < month).sort();
  if (earlier.length === 0) return false;
  const since = monthsApart(earlier[earlier.length - 1]!, month);
  if (earlier.length === 1) return span <= MOST_AFTER_ONE && since === span;
  const usual = earlier.slice(1).reduce((least, m, i) => Math.min(least, monthsApart(earlier[i]!, m)), Infinity);
  return since % usual === 0 && since <= STILL * usual;
}

/** Months of the longest period whose figure is expected again after one report. */
const MOST_AFTER_ONE = 3;
/** After so many gaps without a report it is taken to come no more. */
const STILL = 3;

function monthsApart(a: string, b: string): number {
  return (Number(b.slice(0, 4)) - Number(a.slice(0, 4))) * 12 + Number(b.slice(5)) - Number(a.slice(5));
}

function dueDay(month: string, days: number): string {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))];
  return addDays(isoDay(year, number, lastDayOfMonth(year, number)), days);
}

function nameOf(dataset: Dataset, subject: string): string {
  if (!subject.startsWith(' ')) return dataset.indicator(subject)?.name ?? subject;
  return dataset.programmes.find(({ id }) => id === subject.slice(1))?.name ?? subject.slice(1);
}

/** The month after `2024-12` is `2025-01`. */
export function monthAfter(month: string): string {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))];
  return addDays(isoDay(year, number, lastDayOfMonth(year, number)), 1).slice(0, 7);
}

/** `2024年10月` */
export function monthText(month: string): string {
  return `${month.slice(0, 4)}年${Number(month.slice(5))}月`;
}

function verdictOf(month: string, rows: readonly ReportRow[], counts: Readonly<Record<ReportState, number>>): string {
  if (month === '') return '还没有单位报过数';
  const due = rows.length - counts.不在报送之列;
  if (due === 0) return `${monthText(month)}没有应报的单位`;
  const behind = rows.filter(({ state }) => state === '未报').map(({ place }) => placeLabel(place));
  const named = behind.length <= MOST_NAMED ? `（${behind.join('、')}）` : '';
  const unfinished = URGENCY.slice(0, 3)
    .filter((state) => counts[state] > 0)
    .map((state) => `，${state}${formatNumber(counts[state])}个${state === '未报' ? named : ''}`);
  const rest = unfinished.length === 0 ? '，都按时报齐' : unfinished.join('');
  return `${monthText(month)}应报${formatNumber(due)}个单位，已报${formatNumber(counts.已报)}个${rest}`;
}

function notesOf(counts: Readonly<Record<ReportState, number>>, dueDays: number): Note[] {
  const notes: Note[] = [
    {
      level: '说明',
      text: '某项数以前隔多久报一次，就按这个间隔推算这个月该不该报；只报过一次的，只看紧接着的下一期；连着三次没有报的，不再算应报；三家以上都报过、这个月谁也没有报的，当作这个月不要求报。'
    },
    { level: '说明', text: `来源写明发布日期的，月末后${dueDays}天内发布的算按时；没有写发布日期的不判断迟报。` }
  ];
  if (counts.不在报送之列 > 0)
    notes.push({ level: '说明', text: `${formatNumber(counts.不在报送之列)}个单位这个月没有应报的数，列在最后。` });
  return notes;
}
