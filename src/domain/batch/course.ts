/** What a series has been so far, made ready so that a figure is held against it at the cost of a search. */
import { days, type Period } from '../time/period';
import type { StatedFigure } from './statedFigure';

/** What went before a figure: values of periods of the same span, one a period. */
export interface Past {
  /** The last day of the latest of them. */
  readonly end: string;
  readonly last: number;
  readonly count: number;
  /** The largest change from one to the next; 0 for fewer than two. */
  readonly largest: number;
}

/** Periods of one span, the earliest first, with the largest change up to each. */
interface Run {
  readonly ends: string[];
  readonly values: number[];
  readonly largest: number[];
}

/** The figures of one series in their time: what came before one, and what a new one is measured by. */
export class SeriesCourse {
  private readonly runs = new Map<string, Run>();
  private readonly byStart = new Map<string, StatedFigure[]>();
  private readonly byPeriod = new Map<string, StatedFigure[]>();

  /** @param figures of one series, the earliest first; of one period the last counts */
  constructor(figures: readonly StatedFigure[]) {
    for (const figure of figures) {
      push(this.byStart, figure.period.start, figure);
      push(this.byPeriod, figure.period.text, figure);
      const value = figure.number('value');
      if (value !== undefined) this.addValue(figure.period, value);
    }
  }

  /** Those that may stand beside a figure of this period, and end before it; undefined for none. */
  before(period: Period): Past | undefined {
    const run = this.runs.get(spanOf(period));
    const count = run ? countBefore(run.ends, period.end) : 0;
    if (!run || count === 0) return undefined;
    const at = count - 1;
    return { end: run.ends[at]!, last: run.values[at]!, count, largest: run.largest[at]! };
  }

  /** Those that begin with the period, the earliest end first. */
  from(period: Period): readonly StatedFigure[] {
    return this.byStart.get(period.start) ?? [];
  }

  /** Those of this very period, by cut-off day. */
  of(period: Period): readonly StatedFigure[] {
    return this.byPeriod.get(period.text) ?? [];
  }

  private addValue(period: Period, value: number): void {
    const span = spanOf(period);
    const run = this.runs.get(span) ?? { ends: [], values: [], largest: [] };
    this.runs.set(span, run);
    const at = run.ends.length - 1;
    const isAgain = run.ends[at] === period.end;
    const to = isAgain ? at : at + 1;
    const step = to === 0 ? 0 : Math.abs(value - run.values[to - 1]!);
    run.ends[to] = period.end;
    run.values[to] = value;
    run.largest[to] = to === 0 ? 0 : Math.max(run.largest[to - 1]!, step);
  }
}

/** The same for two periods where `sameSpan` says so. */
function spanOf(period: Period): string {
  if (period.kind === '时点') return '时点';
  return period.months > 0 ? `${period.months}个月` : `${days(period)}天`;
}

function countBefore(ends: readonly string[], end: string): number {
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ends[middle]! < end) low = middle + 1;
    else high = middle;
  }
  return low;
}

function push<T>(groups: Map<string, T[]>, key: string, item: T): void {
  const group = groups.get(key);
  if (group) group.push(item);
  else groups.set(key, [item]);
}
