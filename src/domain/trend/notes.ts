/** What has to be said of the figures of a trend. */
import { CHANGE_BASE_RULES } from './changeBase';
import { startsAnew } from './segments';
import type { Trend, TrendPoint, TrendSeries } from './trend';
import { type Indicator, isBound } from '../model/records';
import { periodLabel } from '../time/periodLabel';
import { fewNames } from '../wording/fewNames';
import { conflictNotes, doubtNotes, flagNotes, folded, forecastNotes, type ShownFigure } from '../wording/figureNotes';
import { intervalNotes } from '../wording/interval';
import { type Note, warningsFirst } from '../wording/note';
import { pointsIn } from './wording';

/** A point and what its line is called. */
export interface NamedPoint {
  readonly label: string;
  readonly point: TrendPoint;
}

/** What notes are made of; of very many points those will do of which something is to be said. */
export interface Noted extends Pick<Trend, 'breaks' | 'against'> {
  readonly points: readonly NamedPoint[];
  /** The lengths of period that are shown. */
  readonly spans: ReadonlySet<string>;
  /** Whether two periods of several places stand on one line each. */
  readonly isDumbbell: boolean;
  /** Whether a line is broken for want of a period. */
  readonly isGapped: boolean;
}

/** Warnings first. */
export function trendNotes(
  indicator: Indicator,
  { series, breaks, against }: Pick<Trend, 'series' | 'breaks' | 'against'>
): Note[] {
  return pointNotes(indicator, {
    ...{ breaks, against },
    points: series.flatMap((s) => pointsIn(s).map((point) => ({ label: s.label, point }))),
    spans: new Set(series.map((s) => s.span)),
    isDumbbell: series.length > 1 && series.every((s) => pointsIn(s).length < 3),
    isGapped: series.some(isGapped)
  });
}

/** Whether a line is broken for want of a period, not because what is counted became another. */
export function isGapped({ segments }: Pick<TrendSeries, 'segments'>): boolean {
  return segments.slice(1).some(([first]) => first && !startsAnew(first));
}

/** Warnings first. */
export function pointNotes(indicator: Indicator, noted: Noted): Note[] {
  const { points, breaks, against, spans } = noted;
  const figures = points.flatMap((one) => shownFigure(one) ?? []);
  const bounds = figures.filter((f) => isBound(f.observation.qualifier)).map((f) => f.name);
  const notes: Note[] = [
    ...breaks.map((b): Note => ({ level: '警示', text: `${b.text}。` })),
    ...differingNotes(points),
    ...conflictNotes(figures, indicator),
    ...doubtNotes(figures),
    ...forecastNotes(figures),
    ...flagNotes(figures),
    ...intervalNotes(
      points.map(({ point }) => point.observation),
      !noted.isDumbbell
    )
  ];
  if (bounds.length > 0) notes.push(remark(`${fewNames(bounds, '个数')}是界限而非确数。`));
  if (points.some(({ point }) => point.derived && !point.fromSums))
    notes.push(remark('空心点是推算的：由本期数和原文同比倒推上年数，原文没有写。'));
  if (against.base !== 'year') notes.push(remark(CHANGE_BASE_RULES[against.base]));
  if (spans.size > 1) notes.push(remark(`时期长短不同（${[...spans].join('、')}），分开成线，互不相连。`));
  if (noted.isGapped) notes.push(remark('线断开处缺少中间的时期。'));
  return warningsFirst(notes);
}

function shownFigure({ label, point }: NamedPoint): ShownFigure | undefined {
  const { observation, conflicts, period, text } = point;
  if (!observation) return undefined;
  const where = `${label}${periodLabel(period)}`;
  return { where, name: `${where}的${text}`, observation, conflicts };
}

/** Where a report's own 同比 isn't what its figures give. */
function differingNotes(points: readonly NamedPoint[]): Note[] {
  const texts = points
    .filter(({ point }) => point.differs)
    .map(({ label, point }) => ({
      count: 1,
      text: `${label}${periodLabel(point.period)}原文同比${point.statedChange!.text}，按两期的数算是${point.computedChange!.text}，两者不一致。`
    }));
  return folded(texts, (n) => `另有${n}处原文同比与按两期的数算的不一致，见数据表。`);
}

function remark(text: string): Note {
  return { level: '说明', text };
}
