/** The change of one figure against the period it is held against, or why there is none. */
import { isBound, type Indicator } from '../model/records';
import { factIndex } from '../model/factIndex';
import { memoByDataset, memoByKey } from '../model/memo';
import type { Period } from '../time/period';
import { periodLabel } from '../time/periodLabel';
import type { BasePeriod } from './changeBase';
import { startsAnew } from './segments';
import type { BaseChange, TrendPoint } from './trend';
import { difference } from '../wording/difference';

/**
 * The change of `now` against the figure of the period asked for, or why there is none (`baseFigure`).
 * @param points all of the place, `now` among them
 */
export function baseChange(
  indicator: Indicator,
  now: TrendPoint,
  points: readonly TrendPoint[],
  base: BasePeriod
): BaseChange {
  const before = baseFigure(now, points, base);
  if (typeof before === 'string') return none(base.period, before);
  const { kind, value, text } = difference(now.value, before.value, indicator);
  if (value === null) return none(base.period, text);
  const rough = value !== 0 && (now.qualifier === '≈' || before.qualifier === '≈');
  return { period: base.period, before, kind, value, text: rough ? `约${text}` : text };
}

/**
 * The figure that `now` may be held against. Nothing is guessed: without a figure of that period, with one that is worked
 * out (推算) or only a bound, or across a 口径调整 there is none, and the text says why.
 */
export function baseFigure(
  now: TrendPoint,
  points: readonly TrendPoint[],
  { period, reason }: BasePeriod
): TrendPoint | string {
  if (!period) return reason;
  const label = periodLabel(period);
  const before = points.find((p) => p.period.text === period.text);
  if (!before) return `${label}没有数`;
  const derived = [now, before].find((p) => p.derived && !p.fromSums);
  if (derived) return `${periodLabel(derived.period)}的数是推算的`;
  if (isBound(now.qualifier) || isBound(before.qualifier)) return '有一期是界限而非确数';
  const isAcross = (p: TrendPoint) => p.period.start > before.period.start && p.period.start <= now.period.start;
  if (points.some((p) => isAcross(p) && startsAnew(p))) return `与${label}之间口径有调整`;
  return before;
}

function none(period: Period | null, text: string): BaseChange {
  return { period, before: null, kind: '不可比', value: null, text };
}

/** Every period in which an indicator has a figure, at whatever place, by its canonical text. */
export const knownPeriods = memoByKey(64, (dataset, indicator): ReadonlyMap<string, Period> => {
  const index = factIndex(dataset, indicator);
  return new Map(index.periodCounts(index.placesWhere(() => true)).map(({ period }) => [period.text, period]));
});

/** The years of the dataset's figures, the latest last: what 比基期 may be turned to. */
export const reportedYears = memoByDataset((dataset): readonly string[] => {
  return [...new Set(dataset.summary.periods.map(({ end }) => end.slice(0, 4)))].sort();
});
