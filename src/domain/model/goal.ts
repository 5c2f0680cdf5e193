/**
 * Which way a task's target points: something to reach, or a limit to stay within. Everything that judges a task (lights,
 * lead and lag, sort, words, forecast, needed pace, plans, files) asks here.
 */
import type { Indicator, ProgressRow, Qualifier } from './records';

/** 达到: the more the better. 控制: at most so much. 不明: nobody says which. */
export type Direction = '达到' | '控制' | '不明';

export interface Goal {
  readonly direction: Direction;
  /** The target itself isn't enough (`<`, `>`). */
  readonly strict: boolean;
  /**
   * A limit on what adds up through the period (cases, money), so that what is used can be held against the time passed.
   * False for targets to reach, and where nobody says that the figure adds up.
   */
  readonly accumulates: boolean;
  /** Why the direction isn't known, for the reader; empty where it is. */
  readonly reason: string;
}

/**
 * The direction of a target, first rule that applies:
 * 1. the target's own sign: ≤ and < are limits, ≥ and > are to be reached;
 * 2. the indicator that measures the programme's result: better 高 is to be reached, 低 is a limit, 不评价 says nothing, so
 *    that the direction is unknown;
 * 3. without sign and indicator a target is something to reach, as in every list of tasks.
 *
 * A limit accumulates only where its indicator counts a flow (期间) as 数量 or 金额 in the task's own unit: a rate, an
 * average or a stock stands where it stands and has no clock.
 * @param indicator the one that the programme is linked to; undefined for none
 */
export function goalOf(row: ProgressRow, indicator: Indicator | undefined): Goal {
  const sign = targetSign(row);
  const strict = sign === '<' || sign === '>';
  const known = (direction: Direction): Goal => ({
    direction,
    strict,
    accumulates: direction === '控制' && addsUp(row, indicator),
    reason: ''
  });
  if (sign === '≤' || sign === '<') return known('控制');
  if (sign === '≥' || sign === '>') return known('达到');
  if (!indicator || indicator.better === '高') return known('达到');
  if (indicator.better === '低') return known('控制');
  const reason = `对应的指标（${indicator.name}）不评价高低，不知道多好还是少好`;
  return { direction: '不明', strict: false, accumulates: false, reason };
}

function addsUp(row: ProgressRow, indicator: Indicator | undefined): boolean {
  return (
    indicator !== undefined &&
    indicator.basis === '期间' &&
    (indicator.kind === '数量' || indicator.kind === '金额') &&
    indicator.unit === row.unit
  );
}

/**
 * The sign of a row's target. A row has one sign for all its figures: ≤ and < belong to the target wherever there is one
 * (nobody reports having done "at most" so much), any other sign to what was done, and to the target while nothing is.
 */
export function targetSign(row: Pick<ProgressRow, 'target' | 'done' | 'rate' | 'qualifier'>): Qualifier {
  if (row.target === null) return '';
  if (row.qualifier === '≤' || row.qualifier === '<') return row.qualifier;
  return row.done === null && row.rate === null ? row.qualifier : '';
}

/** The sign of what was done: the row's, unless that is the target's. */
export function doneSign(row: Pick<ProgressRow, 'target' | 'done' | 'rate' | 'qualifier'>): Qualifier {
  return targetSign(row) === '' ? row.qualifier : '';
}

/** The sign of one figure of a row. */
export function figureSign(
  row: Pick<ProgressRow, 'target' | 'done' | 'rate' | 'qualifier'>,
  field: 'target' | 'done' | 'rate'
): Qualifier {
  return field === 'target' ? targetSign(row) : doneSign(row);
}

/** The sign a limit's target is printed with, whether the row wrote it or the indicator says so; none for other targets. */
export function limitSign({ goal }: { readonly goal: Goal }): Qualifier {
  if (goal.direction !== '控制') return '';
  return goal.strict ? '<' : '≤';
}

/** Whether a figure meets a target: at or beyond it on its good side, beyond it where the target itself isn't enough. */
export function meets(
  value: number,
  target: number,
  { direction, strict }: Pick<Goal, 'direction' | 'strict'>
): boolean {
  if (direction === '控制') return strict ? value < target : value <= target;
  return strict ? value > target : value >= target;
}

/**
 * Whether a limit has been passed; null for other directions, without both figures, for figures in doubt, and where
 * what was done is only a bound that leaves it open.
 */
export function passedLimit(row: ProgressRow, goal: Goal, done: number | null): boolean | null {
  if (goal.direction !== '控制' || row.target === null || done === null || row.status === '存疑') return null;
  const passed = !meets(done, row.target, goal);
  const sign = doneSign(row);
  if (sign !== '≥' && sign !== '>') return passed;
  // At least so much: certain only once it is beyond.
  return passed || (sign === '>' && done >= row.target) ? true : null;
}
