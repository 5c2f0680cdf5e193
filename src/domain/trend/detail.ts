/**
 * What a reader asks for beyond the lines of a trend: the usual variation of one of them, intervals of its figures. Apart
 * from `computeTrend`, which the page starts with.
 */
import { trend } from './computeTrend';
import { pointWith } from './points';
import { withProcess } from './process';
import type { Trend, TrendPoint, TrendQuery } from './trend';
import { WILSON_NOTE, withWilson } from '../model/computedInterval';
import type { Dataset } from '../model/dataset';

export interface TrendDetail {
  /** Mean, natural limits and signals of one series: the focus place's, else that with most figures. */
  readonly process: boolean;
  /** Intervals worked out of numerator and denominator, where reports state none. */
  readonly intervals: boolean;
}

/** The trend with the details asked for; of two periods nothing can be seen but their difference, so no process. */
export function detailedTrend(dataset: Dataset, query: TrendQuery, detail: TrendDetail): Trend | undefined {
  const plain = trend(dataset, query);
  const isProcess = detail.process && plain?.form === '线';
  const shown = plain && isProcess ? ofOnePlace(dataset, plain, query) : plain;
  const scored = shown && detail.intervals ? withIntervals(shown) : shown;
  return scored && isProcess ? withProcess(scored) : scored;
}

/** The trend of one place and span, under each 口径. */
function ofOnePlace(dataset: Dataset, all: Trend, query: TrendQuery): Trend {
  const count = (s: Trend['series'][number]) => s.segments.reduce((sum, segment) => sum + segment.length, 0);
  const own = all.series.filter((s) => s.isFocus);
  const field = own.length > 0 ? own : all.series;
  const { place, span } = field.reduce((best, s) => (count(s) > count(best) ? s : best));
  return trend(dataset, { ...query, places: [place.id], span }) ?? all;
}

/** Each figure with the interval that its parts give. */
function withIntervals(t: Trend): Trend {
  const scored = (p: TrendPoint): TrendPoint =>
    p.observation ? pointWith(p, { observation: withWilson(p.observation) }) : p;
  return {
    ...t,
    series: t.series.map((s) => ({ ...s, segments: s.segments.map((segment) => segment.map(scored)) })),
    notes: [...t.notes, { level: '说明', text: WILSON_NOTE }]
  };
}
