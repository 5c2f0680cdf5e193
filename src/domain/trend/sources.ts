import { lineOf, RIVAL, type SourceLine } from '../evidence/citation';
import { periodLabel } from '../time/periodLabel';
import type { Trend, TrendPoint } from './trend';

/** Point by point: the figure, the change stated with it, and for derived points what they were worked back from. */
export function trendSources(t: Trend): SourceLine[] {
  return t.series.flatMap((s) => s.segments.flatMap((segment) => segment.flatMap(pointSources)));
}

/** One point: all who say its figure, rival values and the change stated with it, or what it was worked back from. */
export function pointSources(p: TrendPoint): SourceLine[] {
  if (p.derivedFrom)
    return [p.derivedFrom, ...p.witnesses].map((o) => lineOf(o, `据此推算${periodLabel(p.period)}的数`));
  const own = [...p.witnesses.map((o) => lineOf(o)), ...p.conflicts.map((o) => lineOf(o, RIVAL))];
  return p.statedChange ? [...own, lineOf(p.statedChange.observation, '原文同比')] : own;
}

/** A computed change rests on two figures: this one and the one of a year before. */
export function changeSources(p: TrendPoint): SourceLine[] {
  if (!p.computedChange) return [];
  return [...p.witnesses.map((o) => lineOf(o, '本期数')), ...p.before.map((o) => lineOf(o, '上年同期数'))];
}
