import { citationOf, RIVAL, type Citation } from '../evidence/citation';
import { periodLabel } from '../time/periodLabel';
import type { BaseChange, Trend, TrendPoint } from './trend';

/** Point by point: the figure, the change stated with it, and for derived points what they were back-calculated from. */
export function trendSources(t: Trend): Citation[] {
  return t.series.flatMap((s) => s.segments.flatMap((segment) => segment.flatMap(pointSources)));
}

/** Whether there are `trendSources`, without making them. */
export function hasSources({ series }: Trend): boolean {
  return series.some(({ segments }) =>
    segments.some((points) =>
      points.some((p) => p.derivedFrom || p.statedChange || p.witnesses.length > 0 || p.conflicts.length > 0)
    )
  );
}

/** One point: all who say its figure, rival values and the change stated with it, or what it was back-calculated from. */
export function pointSources(p: TrendPoint): Citation[] {
  if (p.derivedFrom)
    return [p.derivedFrom, ...p.witnesses].map((o) => citationOf(o, `据此推算${periodLabel(p.period)}的数`));
  const own = [...p.witnesses.map((o) => citationOf(o)), ...p.conflicts.map((o) => citationOf(o, RIVAL))];
  return p.statedChange ? [...own, citationOf(p.statedChange.observation, '原文同比')] : own;
}

/** A computed change rests on two figures: this one and the one of a year before. */
export function computedChangeSources(p: TrendPoint): Citation[] {
  if (!p.computedChange) return [];
  return [...p.witnesses.map((o) => citationOf(o, '本期数')), ...p.before.map((o) => citationOf(o, '上年同期数'))];
}

/** The figure that a change is taken from, with its period. */
export function baseSources({ before }: Pick<BaseChange, 'before'>): Citation[] {
  return before ? before.witnesses.map((o) => citationOf(o, `${periodLabel(before.period)}的数`)) : [];
}
