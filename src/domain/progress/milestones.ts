/** The text of a schedule: `均衡`, dated milestones, or milestones of every year. */
import { addDays, daysBetween, isDay, isIsoDay, isoDay, lastDayOfMonth } from '../time/calendar';

export interface Milestone {
  /** ISO. */
  readonly day: string;
  /** Percent due at the end of that day; more than 100 where years follow each other. */
  readonly share: number;
}

export interface YearlyMilestone {
  readonly month: number;
  /** 29 February stands for the 28th in other years. */
  readonly day: number;
  readonly share: number;
}

export type Schedule =
  | { readonly kind: '均衡' }
  | { readonly kind: '读不出' }
  /** By day. */
  | { readonly kind: '分段'; readonly milestones: readonly Milestone[] }
  /** By day of the year, never falling, the last 100%. */
  | { readonly kind: '每年'; readonly milestones: readonly YearlyMilestone[] };

const UNREADABLE: Schedule = { kind: '读不出' };
const PART = /^(?:(\d{4})-)?(\d{2})-(\d{2})[:：](\d+(?:\.\d+)?)%$/;

/**
 * Reads `均衡` (or nothing), `2020-06-30:40%;2020-12-31:100%`, `03-31:25%;12-31:100%`. Unreadable: days that don't
 * exist, years with some parts only, and for every year shares that fall or don't end at 100%.
 */
export function parseSchedule(text: string): Schedule {
  if (text === '' || text === '均衡') return { kind: '均衡' };
  const parts = text
    .split(/[;；]/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => PART.exec(part));
  if (parts.length === 0 || parts.some((part) => part === null)) return UNREADABLE;
  const matches = parts as RegExpExecArray[];
  if (matches.every((m) => m[1] !== undefined)) return parseDated(matches);
  return matches.every((m) => m[1] === undefined) ? parseYearly(matches) : UNREADABLE;
}

function parseDated(matches: readonly RegExpExecArray[]): Schedule {
  const milestones = matches.map((m) => ({ day: `${m[1]}-${m[2]}-${m[3]}`, share: Number(m[4]) }));
  if (!milestones.every(({ day }) => isIsoDay(day))) return UNREADABLE;
  return { kind: '分段', milestones: milestones.sort((a, b) => (a.day < b.day ? -1 : 1)) };
}

function parseYearly(matches: readonly RegExpExecArray[]): Schedule {
  const milestones = matches
    .map((m) => ({ month: Number(m[2]), day: Number(m[3]), share: Number(m[4]) }))
    .sort((a, b) => a.month - b.month || a.day - b.day);
  const isGood = milestones.every(
    ({ month, day, share }, i) => isDay(LEAP_YEAR, month, day) && (i === 0 || share >= milestones[i - 1]!.share)
  );
  return isGood && milestones[milestones.length - 1]!.share === 100 ? { kind: '每年', milestones } : UNREADABLE;
}

/** A year that has a 29 February. */
const LEAP_YEAR = 2020;

/** The milestones of every year, written out over some years: each adds 100 to the one before. */
export function yearlyMilestones(yearly: readonly YearlyMilestone[], from: number, to: number): Milestone[] {
  const out: Milestone[] = [{ day: addDays(isoDay(from, 1, 1), -1), share: 0 }];
  for (let year = from; year <= to; year++) {
    const done = (year - from) * 100;
    for (const { month, day, share } of yearly) {
      const last = lastDayOfMonth(year, month);
      out.push({ day: isoDay(year, month, day < last ? day : last), share: done + share });
    }
    out.push({ day: isoDay(year, 12, 31), share: done + 100 });
  }
  return out;
}

/** Percent due at the end of a day: straight from one milestone to the next; before the first and after the last as they are. */
export function dueBy(day: string, milestones: readonly Milestone[]): number {
  for (let i = 1; i < milestones.length; i++) {
    const from = milestones[i - 1]!;
    const to = milestones[i]!;
    if (day > to.day) continue;
    if (day <= from.day) return from.share;
    return from.share + ((to.share - from.share) * daysBetween(from.day, day)) / daysBetween(from.day, to.day);
  }
  return milestones[milestones.length - 1]!.share;
}
