/** One figure among the earlier ones of its place: its change, and the last figures as a line the size of a word. */
import type { Indicator, Place } from '../model/records';
import type { Dataset } from '../model/dataset';
import type { Period } from '../time/period';
import { spanLabel } from '../time/periodLabel';
import { baseChange } from './baseChange';
import type { BasePeriod } from './changeBase';
import { pointsOf } from './points';
import { segmentsOf } from './segments';
import type { BaseChange, TrendPoint } from './trend';
import { formatNumber } from '../wording/format';

/** A line the size of a word holds no more. */
export const MOST_POINTS = 12;

export type Judgement = '好转' | '变差' | '持平' | '不评价';

export interface CellChange {
  /** Points, or percent of the figure before. */
  readonly value: number;
  /** `上升0.30个百分点` */
  readonly text: string;
  /** `▲0.3` `▼2.5%` `＝` */
  readonly short: string;
  readonly judgement: Judgement;
  /** The figure that it is taken from. */
  readonly before: TrendPoint;
}

export interface RecentFigures {
  /** Null without a figure of the time before that it compares with. */
  readonly change: CellChange | null;
  /** Why a figure has no change: `2024年11月没有数`; else empty. */
  readonly unchanged: string;
  /** The last figures up to this one, at most twelve, in runs that may be joined. Empty with fewer than two. */
  readonly segments: readonly (readonly TrendPoint[])[];
}

/**
 * What came before the figure of a place in a period. Only periods as long as this one are in the line.
 * @param asked the period that it is held against (`basePeriod`)
 */
export function recentFigures(
  dataset: Dataset,
  { indicator, place, period }: { readonly indicator: Indicator; readonly place: Place; readonly period: Period },
  asked: BasePeriod
): RecentFigures {
  const all = pointsOf(indicator, dataset.observationsIn(indicator.id, place.id));
  const points = all.filter((p) => p.period.end <= period.end && spanLabel(p.period) === spanLabel(period));
  const now = points[points.length - 1];
  const held = now && now.period.text === period.text ? baseChange(indicator, now, all, asked) : undefined;
  const change = held ? changeOf(indicator, held) : null;
  return {
    change,
    unchanged: change ? '' : (held?.text ?? ''),
    segments: points.length < 2 ? [] : segmentsOf(points.slice(-MOST_POINTS))
  };
}

function changeOf(indicator: Indicator, { before, value, text, kind }: BaseChange): CellChange | null {
  if (!before || value === null) return null;
  const size = formatNumber(Math.abs(value), kind === '百分点' ? {} : { decimals: 1, unit: '%' });
  const rough = text.startsWith('约') ? '约' : '';
  return {
    value,
    text,
    short: value === 0 ? '＝' : `${value > 0 ? '▲' : '▼'}${rough}${size}`,
    judgement: judged(indicator, value),
    before
  };
}

function judged({ better }: Indicator, value: number): Judgement {
  if (value === 0) return '持平';
  if (better === '不评价') return '不评价';
  return value > 0 === (better === '高') ? '好转' : '变差';
}
