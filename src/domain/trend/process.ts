/**
 * A series as a process behaviour chart: its mean, its natural limits and the changes that are more than its usual
 * variation. Where the 口径 changes the limits are worked out anew.
 */
import { startsAnew } from './segments';
import type { Process, ProcessLevel, ProcessPhase, Trend, TrendPoint, TrendSeries } from './trend';
import { type Indicator, isBound } from '../model/records';
import { decimalsOf, printedNumber } from '../number/rounding';
import { comparePeriods } from '../time/period';
import { periodLabel } from '../time/periodLabel';
import { LEAST_VALUES, processLimits, processSignals, type Signal } from '../variation/processLimits';
import { asPrinted, formatInScale, type Scale } from '../wording/format';
import { type Note, warningsFirst } from '../wording/note';
import { placeLabel } from '../wording/placeLabel';

/**
 * The trend of one place and span with its process: verdict and notes tell of its signals. A stretch with fewer than
 * twelve figures has no limits, and that is said.
 */
export function withProcess(t: Trend): Trend {
  const signals = new Map<TrendPoint, readonly Signal[]>();
  const phases = t.series
    .flatMap((s) => stretchesOf(s).map((stretch) => phaseOf(stretch, s, t.scale, signals)))
    .sort((a, b) => comparePeriods(a.from, b.from));
  const process: Process = { phases, signals };
  return {
    ...t,
    process,
    verdict: processVerdict(process) ?? t.verdict,
    notes: warningsFirst([...shortNotes(phases), ...t.notes, ...ruleNotes(process)])
  };
}

/** What the signals of a point say: `高于上限，连续7期以上高于均值`; empty without any. */
export function signalText(signals: readonly Signal[]): string {
  return signals.map(wordsOf).join('，');
}

function wordsOf({ kind, high }: Signal): string {
  switch (kind) {
    case '界外':
      return high ? '高于上限' : '低于下限';
    case '同侧':
      return `连续7期以上${high ? '高' : '低'}于均值`;
    case '连续':
      return `连续7期以上${high ? '上升' : '下降'}`;
    case '近界':
      return `3期中2期接近${high ? '上' : '下'}限`;
  }
}

/** Whether signals are for the better or the worse; undefined without any, and where neither can be said. */
export function signalJudgement(signals: readonly Signal[], indicator: Indicator): '好转' | '变差' | undefined {
  const [first] = signals;
  if (!first || indicator.better === '不评价' || signals.some((s) => s.high !== first.high)) return undefined;
  return first.high === (indicator.better === '高') ? '好转' : '变差';
}

/** The points of a series from one change of the 口径 to the next, null for each gap between them. */
function stretchesOf(s: TrendSeries): (TrendPoint | null)[][] {
  const stretches: (TrendPoint | null)[][] = [];
  for (const segment of s.segments) {
    const last = stretches[stretches.length - 1];
    if (last && !startsAnew(segment[0]!)) last.push(null, ...segment);
    else stretches.push([...segment]);
  }
  return stretches;
}

/** Derived figures and bounds are drawn, but no limit rests on them. */
function phaseOf(
  stretch: readonly (TrendPoint | null)[],
  series: TrendSeries,
  scale: Scale,
  found: Map<TrendPoint, readonly Signal[]>
): ProcessPhase {
  const { indicator } = series;
  const points = stretch.filter((p): p is TrendPoint => p !== null);
  const values = stretch.map((p) => (p && !p.derived && !isBound(p.qualifier) ? p.value : null));
  const known = values.filter((v): v is number => v !== null);
  const span = { series, from: points[0]!.period, to: points[points.length - 1]!.period, points, count: known.length };
  const limits = known.length >= LEAST_VALUES ? processLimits(values) : undefined;
  if (!limits) return { ...span, mean: null, lower: null, upper: null };
  processSignals(values, limits).forEach((signals, i) => {
    const point = stretch[i];
    if (point && signals.length > 0) found.set(point, signals);
  });
  const level = (value: number) => levelOf(value, known, indicator, scale);
  // What can't be isn't drawn: less than nothing, more than all.
  const isBelow = limits.lower < 0 && known.every((v) => v >= 0);
  const isBeyond = indicator.unit === '%' && limits.upper > 100 && known.every((v) => v <= 100);
  return {
    ...span,
    mean: level(limits.mean),
    lower: isBelow ? null : level(limits.lower),
    upper: isBeyond ? null : level(limits.upper)
  };
}

/** Rounded like the finest of the values, to one decimal at least and two at most. */
function levelOf(value: number, known: readonly number[], indicator: Indicator, scale: Scale): ProcessLevel {
  const decimals = indicator.decimals ?? known.reduce((most, v) => Math.max(most, decimalsOf(v, 2)), 1);
  const rounded = scale.factor === 1 ? printedNumber(value, Math.max(1, decimals)) : asPrinted(value, scale, indicator);
  return { value: rounded, text: formatInScale(rounded, scale, { ...indicator, decimals: null }) };
}

/** Undefined where no stretch has limits: then there is nothing to say of signals. */
function processVerdict({ phases, signals }: Process): string | undefined {
  const phase = [...phases].reverse().find((p) => p.mean !== null);
  if (!phase) return undefined;
  const { place, indicator } = phase.series;
  const what = `${placeLabel(place)}${indicator.name}`;
  const range = [phase.lower?.text, phase.upper?.text];
  const usual =
    range[0] && range[1]
      ? `通常在${range[0]}至${range[1]}之间`
      : range[0]
        ? `通常不低于${range[0]}`
        : range[1]
          ? `通常不高于${range[1]}`
          : `平均${phase.mean!.text}`;
  const marked = phase.points.filter((p) => signals.has(p));
  if (marked.length === 0) return `${what}${phase.count}期都在正常波动之内，${usual}`;
  const latest = marked[marked.length - 1]!;
  const isNow = latest === phase.points[phase.points.length - 1];
  const said = signalText(signals.get(latest)!);
  return `${what}${usual}；${isNow ? '最近一期' : '最近一次异常是'}${periodLabel(latest.period)}的${latest.text}，${said}`;
}

function shortNotes(phases: readonly ProcessPhase[]): Note[] {
  return phases
    .filter((p) => p.mean === null)
    .map(({ count, from, to }): Note => {
      const which = phases.length > 1 ? `${periodLabel(from)}至${periodLabel(to)}` : '';
      return { level: '警示', text: `${which}只有${count}期，不足以判断趋势。` };
    });
}

/** The rules, as they are applied. */
function ruleNotes({ phases, signals }: Process): Note[] {
  if (phases.every((p) => p.mean === null))
    return [{ level: '说明', text: `有${LEAST_VALUES}期以上确数，才画均值和上下限。` }];
  const notes = [
    '均值是各期的平均；上下限是均值±2.66×相邻两期之差（绝对值）的平均，由数据算出，不是目标（XmR 过程图，英国 NHS《Making Data Count》）。',
    '异常信号：①一期在上下限之外；②连续7期以上在均值同一侧；③连续7期以上上升或下降；④连续3期中有2期落在均值与上限（或下限）之间靠外的三分之一。没有信号的起伏是正常波动。',
    phases.length > 1 ? '口径调整前后分开计算均值和上下限。' : '',
    phases.some((p) => p.points.length > p.count) ? '界限和推算的数画在图上，不参加计算。' : '',
    signals.size > 0 ? '有季节起伏的数（如冬季的流感），每年同月的信号可能只是季节。' : ''
  ];
  return notes.filter(Boolean).map((text): Note => ({ level: '说明', text }));
}
