/**
 * How far a programme of work has got: completion, 序时, lead or lag, light.
 */
import type { Place, Programme, ProgressRow } from './dataset';
import { daysBetween, isIsoDay } from './calendar';
import { completionNotes } from './completionNotes';
import { decimalsWritten } from './decimalsWritten';
import { formatNumber, isRateUnit } from './format';
import type { LastYear, Undated } from './lastYear';
import {
  DEFAULT_RULE,
  lightFor,
  type Judged,
  type Light,
  type LightContext,
  type LightRule,
  type Standing
} from './lights';
import type { Note } from './note';
import { decimalsOf, roundTo } from './rounding';
import { elapsedPercent, type Clock, type Elapsed } from './schedule';

export { progressBoard, type BoardQuery, type ProgressBoard } from './progressBoard';
export { DEFAULT_RULE, lightLegend, ruleText, type Light, type LightColour, type LightRule } from './lights';
export { forecastOf, neededPace, type Forecast, type NeededPace } from './pace';
export type { Clock } from './schedule';
export type { LastYear } from './lastYear';

export interface Completion {
  readonly row: ProgressRow;
  /** Other rows that say the same; empty mostly. */
  readonly witnesses: readonly ProgressRow[];
  readonly programme: Programme;
  readonly place: Place;
  /** The organisation, where the row is one's own. */
  readonly unit: Place | null;
  /** The place itself, or the one its organisation belongs to; null where that isn't known. */
  readonly county: Place | null;
  /** Percent, as the report gives it. */
  readonly reported: number | null;
  /** Percent, done ÷ target × 100, rounded to 2 decimals. */
  readonly computed: number | null;
  /** Reported, else computed. */
  readonly rate: number | null;
  /** Rate with its sign, `67.68%`; empty where there is none. */
  readonly rateText: string;
  /** Reported and computed differ beyond the rounding of the reported decimals. */
  readonly differs: boolean;
  readonly target: number | null;
  /** 推算: done ÷ rate, only when the target is absent; whole for counts. */
  readonly impliedTarget: number | null;
  readonly done: number | null;
  /** Target − done, in the row's unit. */
  readonly gap: number | null;
  /** 序时 in percent, rounded to 2 decimals. */
  readonly elapsed: number | null;
  /** What the 序时 counted, `300/366天`; null where there is none. */
  readonly clock: Clock | null;
  /** Why there is no 序时; empty where there is one. */
  readonly clockReason: string;
  /** Rate − 序时 in 个百分点, rounded to 2 decimals. */
  readonly lead: number | null;
  /** `快14.3个百分点`, `慢14.3个百分点`, `与序时持平`; empty where there is none. */
  readonly leadText: string;
  readonly light: Light;
  /** Over 100%. */
  readonly over: boolean;
  /** Promised, with nothing done reported. */
  readonly plan: boolean;
  /** ISO end of the period. */
  readonly due: string;
  /** Days after the cut-off day up to the due day, negative once it is past; null without a cut-off day inside or after the period. */
  readonly daysLeft: number | null;
  /** Who answers for it: the organisation, or the office named in the row's note; may be empty. */
  readonly responsible: string;
  /** 上年同期, where it is known. */
  readonly lastYear: LastYear | null;
  /** Among its peers, where the light goes by rank; else null. */
  readonly standing: Standing | null;
  readonly notes: readonly Note[];
}

export interface CompletionContext extends LightContext {
  /** Looks a place up by id, to name the county of an organisation. */
  readonly placeOf?: (id: string) => Place | undefined;
  /** Other rows that say the same. */
  readonly witnesses?: readonly ProgressRow[];
  readonly lastYear?: (c: Undated) => LastYear | null;
}

/**
 * The completion of one row. Completion = done ÷ target, as reported where reported, over 100% kept.
 * A target that is itself a rate (unit %) is met by the rate reached: completion = reached ÷ target.
 * No completion for a target of zero or less; no 序时 without a cut-off day or before the period has begun.
 * The light is `lightFor`'s; its reason says what it goes by, or why there is none.
 */
export function completionOf(
  row: ProgressRow,
  rule: LightRule = DEFAULT_RULE,
  context: CompletionContext = {}
): Completion {
  const figures = figuresOf(row);
  const plan = row.status === '计划' || (row.done === null && row.rate === null && row.target !== null);
  const clock = plan ? NO_CLOCK : elapsedPercent(row.programme.schedule, row.period, row.asOf);
  const lead = clock.percent === null || figures.rate === null ? null : roundTo(figures.rate - clock.percent, 2);
  const isUnit = row.place.level === '机构';
  const base = {
    row,
    witnesses: context.witnesses ?? [],
    programme: row.programme,
    place: row.place,
    unit: isUnit ? row.place : null,
    county: isUnit ? (context.placeOf?.(row.place.parent) ?? null) : row.place,
    ...figures,
    elapsed: clock.percent === null ? null : roundTo(clock.percent, 2),
    clock: clock.clock,
    clockReason: clock.reason,
    lead,
    leadText: lead === null ? '' : leadInWords(lead),
    over: figures.rate !== null && figures.rate > 100,
    plan,
    due: row.period.end,
    daysLeft: plan ? null : daysLeft(row),
    responsible: isUnit ? row.place.name : officeNamed(row.note)
  };
  const judged: Judged = { ...base, lastYear: context.lastYear?.(base) ?? null, standing: context.standing ?? null };
  const lit = { ...judged, light: lightFor(judged, rule, context) };
  return { ...lit, notes: completionNotes(lit) };
}

const NO_CLOCK: Elapsed = { percent: null, clock: null, reason: '计划，尚无完成数' };

function daysLeft({ asOf, period }: ProgressRow): number | null {
  return isIsoDay(asOf) && asOf >= period.start ? daysBetween(asOf, period.end) : null;
}

/** `负责：公共卫生科；原文称已完成` → `公共卫生科`. */
function officeNamed(note: string): string {
  return /负责[：:]\s*([^；;。]+)/.exec(note)?.[1]?.trim() ?? '';
}

type Figures = Pick<
  Completion,
  'reported' | 'computed' | 'rate' | 'rateText' | 'differs' | 'target' | 'impliedTarget' | 'done' | 'gap'
>;

function figuresOf(row: ProgressRow): Figures {
  const { target, rate: stated } = row;
  const ofRates = isRateUnit(row.unit);
  // With a rate as target and nothing in `done`, the stated rate is what was reached, not how much of the target.
  const reachedByRate = ofRates && target !== null && row.done === null;
  const done = reachedByRate ? stated : row.done;
  const reported = reachedByRate ? null : stated;
  const exact = done !== null && target !== null && target > 0 ? (done / target) * 100 : null;
  const computed = exact === null ? null : roundTo(exact, 2);
  const rate = reported ?? computed;
  return {
    reported,
    computed,
    rate,
    target,
    done,
    rateText: rate === null ? '' : rateInWords(row, rate, reported),
    differs: reported !== null && exact !== null && row.qualifier === '' && beyondRounding(row, reported, exact),
    impliedTarget:
      target === null && done !== null && reported !== null && reported > 0 && !ofRates
        ? roundTo((done / reported) * 100, /元$/.test(row.unit) ? decimalsOf(done, 2) : 0)
        : null,
    gap: target !== null && done !== null ? roundTo(target - done, 4) : null
  };
}

/** Printed as the source prints it; the row's qualifier belongs to the rate only where nothing else was done. */
function rateInWords(row: ProgressRow, rate: number, reported: number | null): string {
  const decimals = reported === null ? null : decimalsWritten(row.written, reported);
  return formatNumber(rate, { decimals, qualifier: row.done === null ? row.qualifier : '', unit: '%' });
}

/** Half a step of the last printed decimal, and a breath for binary noise. */
function beyondRounding(row: ProgressRow, reported: number, exact: number): boolean {
  const step = 10 ** -decimalsWritten(row.written, reported);
  return Math.abs(reported - exact) > step / 2 + 1e-9;
}

function leadInWords(lead: number): string {
  if (lead === 0) return '与序时持平';
  const direction = lead > 0 ? '快' : '慢';
  const size = Math.abs(lead);
  // 0.04 must not print as 快0.0.
  if (roundTo(size, 1) === 0) return `${direction}不到0.1个百分点`;
  return `${direction}${formatNumber(size, { decimals: 1, unit: '个百分点' })}`;
}
