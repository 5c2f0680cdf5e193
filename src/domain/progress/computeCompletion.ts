/**
 * How far a programme of work has got: completion, 序时, lead or lag, light.
 */
import { DEFAULT_RULE, type Light, type LightRule } from '../lights/rule';
import type { ProgressRow } from '../model/records';
import { decimalsWritten } from '../number/decimalsWritten';
import { decimalsOf, roundTo } from '../number/rounding';
import type { Completion, CompletionContext, Elapsed } from './completion';
import { doneSign, type Goal, goalOf, passedLimit } from '../model/goal';
import { leadText } from './leadText';
import { lightFor } from './light';
import { completionNotes } from './notes';
import { elapsedPercent } from './schedule';
import { isWholeUnit } from './wholeUnit';
import { daysBetween, isIsoDay } from '../time/calendar';
import { formatNumber, isRateUnit } from '../wording/format';

/**
 * The completion of one row. Completion = done ÷ target, as reported where reported, over 100% kept.
 * A target that is itself a rate (unit %) is met by the rate reached: completion = reached ÷ target.
 * Of a limit (`goalOf`) it is how much of it is used, always done ÷ target where both are known; it has a 序时 only where it
 * accumulates.
 * No completion for a target of zero or less; no 序时 without a cut-off day or before the period has begun.
 * The light is `lightFor`'s; its reason says what it goes by, or why there is none.
 */
export function completionOf(
  row: ProgressRow,
  rule: LightRule = DEFAULT_RULE,
  context: CompletionContext = {}
): Completion {
  const goal = goalOf(row, context.indicator);
  const figures = figuresOf(row, goal);
  const plan = row.status === '计划' || (row.done === null && row.rate === null && row.target !== null);
  const isTimeless = goal.direction === '控制' && !goal.accumulates;
  const clock = plan ? NO_CLOCK : isTimeless ? TIMELESS : elapsedPercent(row.programme.schedule, row.period, row.asOf);
  const lead = leadOf(goal, figures, clock.percent);
  const isOrganisation = row.place.level === '机构';
  // One object, filled in as it is worked out: to copy thirty fields three times took longer than to compute them.
  const made: Making = {
    row,
    witnesses: context.witnesses ?? [],
    programme: row.programme,
    place: row.place,
    organisation: isOrganisation ? row.place : null,
    county: isOrganisation ? (context.placeOf?.(row.place.parent) ?? null) : row.place,
    goal,
    reported: figures.reported,
    computed: figures.computed,
    rate: figures.rate,
    rateText: figures.rateText,
    differs: figures.differs,
    target: figures.target,
    impliedTarget: figures.impliedTarget,
    done: figures.done,
    gap: figures.gap,
    exceeded: passedLimit(row, goal, figures.done),
    elapsed: clock.percent === null ? null : roundTo(clock.percent, 2),
    clock: clock.clock,
    clockReason: clock.reason,
    lead,
    leadText: leadText({ row, goal, lead, gap: figures.gap }),
    over: goal.direction === '达到' && figures.rate !== null && figures.rate > 100,
    plan,
    due: row.period.end,
    daysLeft: plan ? null : daysLeft(row),
    responsible: isOrganisation ? row.place.name : officeNamed(row.note),
    lastYear: null,
    standing: context.standing ?? null,
    light: UNLIT,
    notes: []
  };
  made.lastYear = context.lastYear?.(made) ?? null;
  made.light = lightFor(made, rule, context);
  made.notes = completionNotes(made);
  return made;
}

/** A completion whose last fields follow from the others. */
type Making = Omit<Completion, 'lastYear' | 'light' | 'notes'> & {
  -readonly [Field in 'lastYear' | 'light' | 'notes']: Completion[Field];
};

/** Until the light is known. */
const UNLIT: Light = { level: 'none', name: '', word: '', shape: '○', reason: '' };
const NO_CLOCK: Elapsed = { percent: null, clock: null, reason: '计划，尚无完成数' };
const TIMELESS: Elapsed = { percent: null, clock: null, reason: '控制数不随时间累计，不看序时' };

/** Of a limit only what is computed counts: a rate that a report states may as well mean how far the limit was kept. */
function leadOf(goal: Goal, { rate, computed }: Figures, elapsed: number | null): number | null {
  if (goal.direction === '达到') return rate === null || elapsed === null ? null : roundTo(rate - elapsed, 2);
  if (goal.direction === '不明' || computed === null) return null;
  if (!goal.accumulates) return roundTo(100 - computed, 2);
  return elapsed === null ? null : roundTo(elapsed - computed, 2);
}

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

function figuresOf(row: ProgressRow, goal: Goal): Figures {
  const { target, rate: stated } = row;
  const ofRates = isRateUnit(row.unit);
  // With a rate as target and nothing in `done`, the stated rate is what was reached, not how much of the target.
  const reachedByRate = ofRates && target !== null && row.done === null;
  const done = reachedByRate ? stated : row.done;
  const reported = reachedByRate ? null : stated;
  const exact = done !== null && target !== null && target > 0 ? (done / target) * 100 : null;
  const computed = exact === null ? null : roundTo(exact, 2);
  const byReport = reported !== null && (goal.direction !== '控制' || computed === null);
  const rate = byReport ? reported : computed;
  return {
    reported,
    computed,
    rate,
    target,
    done,
    rateText: rate === null ? '' : rateInWords(row, rate, byReport ? reported : null),
    differs: reported !== null && exact !== null && doneSign(row) === '' && beyondRounding(row, reported, exact),
    impliedTarget:
      target === null && done !== null && reported !== null && reported > 0 && !ofRates
        ? roundTo((done / reported) * 100, isWholeUnit(row.unit) ? 0 : decimalsOf(done, 2))
        : null,
    gap: target !== null && done !== null ? roundTo(target - done, 4) : null
  };
}

/** Printed as the source prints it; the row's qualifier belongs to the rate only where nothing else was done. */
function rateInWords(row: ProgressRow, rate: number, reported: number | null): string {
  const decimals = reported === null ? null : decimalsWritten(row.written, reported);
  return formatNumber(rate, { decimals, qualifier: row.done === null ? doneSign(row) : '', unit: '%' });
}

/** Whether two rates differ by more than half a step of the last printed decimal, with a tolerance for binary fractions. */
function beyondRounding(row: ProgressRow, reported: number, exact: number): boolean {
  const step = 10 ** -decimalsWritten(row.written, reported);
  return Math.abs(reported - exact) > step / 2 + 1e-9;
}
