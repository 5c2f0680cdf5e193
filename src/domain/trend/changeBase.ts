/**
 * Which earlier period a figure is held against: one choice for every screen that speaks of better or worse.
 */
import { addDays, partsOfDay } from '../time/calendar';
import { days, type Period, periodOfDays, periodOfMonths, yearsBefore } from '../time/period';
import type { ChangeAgainst, ChangeBase } from './changeKind';
import { periodLabel } from '../time/periodLabel';

export const CHANGE_BASE_WORDS: Readonly<Record<ChangeBase, string>> = {
  year: '比上年同期',
  previous: '比上期',
  base: '比基期',
  yearend: '比上年末'
};

/** What each choice means, as it is printed. */
export const CHANGE_BASE_RULES: Readonly<Record<ChangeBase, string>> = {
  year: '上年同期是上一年的同一时期。',
  previous:
    '上期是紧接在前、同样长的一期：月比上月，季比上季，年比上年，时点比前一个时点；累计没有紧接的一期，比上年的同样月份。',
  base: '基期是基期年的同一时期；没有另选的，取有同一时期的最早一年。',
  yearend: '上年末：时点比上年12月31日，月比上年12月，季比上年第四季度，年比上年；累计与它长短不同，不比。'
};

/** The period asked for; null where there is none, and why. */
export interface BasePeriod {
  readonly period: Period | null;
  /** Empty where there is one. */
  readonly reason: string;
}

/**
 * The period that the figure of `p` is held against. It may be one without a figure: that is for the caller to say.
 * @param known canonical texts of the periods in which the indicator is reported anywhere
 */
export function basePeriod(
  p: Period,
  { base, baseYear }: ChangeAgainst,
  known: ReadonlyMap<string, Period>
): BasePeriod {
  switch (base) {
    case 'year':
      return found(firstKnown(yearsBefore(p), known));
    case 'previous':
      return found(previousOf(p, known), '没有更早的一期');
    case 'base':
      return baseOf(p, baseYear, known);
    case 'yearend':
      return found(yearEnd(p), '与上年末那一期长短不同');
  }
}

function found(period: Period | undefined, otherwise = ''): BasePeriod {
  return period ? { period, reason: '' } : { period: null, reason: otherwise };
}

/** The first of some candidates that is reported, else the first. */
function firstKnown(candidates: readonly Period[], known: ReadonlyMap<string, Period>): Period | undefined {
  return candidates.find(({ text }) => known.has(text)) ?? candidates[0];
}

function previousOf(p: Period, known: ReadonlyMap<string, Period>): Period | undefined {
  if (p.kind === '时点') {
    let latest: Period | undefined;
    for (const one of known.values())
      if (one.kind === '时点' && one.end < p.end && (!latest || one.end > latest.end)) latest = one;
    return latest;
  }
  const before = adjoining(p);
  // 1—6月 may be a half year or a sum that runs on from January: what is reported tells which.
  const runsOn = p.start.slice(5) === '01-01' && p.kind !== '年';
  const candidates = runsOn && p.kind !== '月' ? [before, ...yearsBefore(p)] : [before];
  const all = candidates.filter((one): one is Period => one !== undefined);
  if (p.kind === '累计' || p.kind === '日段') return runsOn ? firstKnown(yearsBefore(p), known) : all[0];
  return firstKnown(all, known);
}

/** The period of equal length that ends the day before. */
function adjoining(p: Period): Period | undefined {
  const end = addDays(p.start, -1);
  if (p.months === 0) return periodOfDays(addDays(p.start, -days(p)), end);
  const { year, month } = partsOfDay(p.start);
  const first = year * 12 + month - 1 - p.months;
  const last = partsOfDay(end);
  return periodOfMonths(Math.floor(first / 12), (first % 12) + 1, last.year, last.month);
}

/** Year by year back: the year asked for, else the earliest that is reported. */
function baseOf(p: Period, baseYear: string | undefined, known: ReadonlyMap<string, Period>): BasePeriod {
  const years = [...known.values()].map(({ end }) => Number(end.slice(0, 4)));
  const first = baseYear ? Number(baseYear.slice(0, 4)) : Math.min(...years);
  let best: Period | undefined;
  let period: Period | undefined = p;
  while (period && Number(period.end.slice(0, 4)) > first) {
    period = firstKnown(yearsBefore(period), known);
    if (period && (known.has(period.text) || baseYear)) best = period;
  }
  if (!best) return { period: null, reason: `${periodLabel(p)}就在基期，前面没有可比的一期` };
  return { period: best, reason: '' };
}

/** Undefined for what has no like at the end of a year. */
function yearEnd(p: Period): Period | undefined {
  const year = partsOfDay(p.end).year - 1;
  switch (p.kind) {
    case '时点':
      return periodOfDays(`${year}-12-31`, `${year}-12-31`);
    case '月':
    case '季':
    case '半年':
    case '年':
      return periodOfMonths(year, 13 - p.months, year, 12);
    default:
      return undefined;
  }
}
