/**
 * The words of a trend: its finding. With fewer than three points there is no talk of a trend.
 */
import { CHANGE_BASE_WORDS } from './changeBase';
import type { ChangeAgainst } from './changeKind';
import { type Indicator, isBound } from '../model/records';
import { basisOf } from '../model/relatedIndicators';
import { comparePeriods, isYearBefore, type Period } from '../time/period';
import { periodLabel } from '../time/periodLabel';
import type { Trend, TrendPoint, TrendSeries } from './trend';
import { difference } from '../wording/difference';
import type { Scale } from '../wording/format';
import { placeLabel } from '../wording/placeLabel';
import { firstSentence, placeNoun } from '../wording/words';

type Told = Pick<Trend, 'series' | 'breaks' | 'against'>;

/** One sentence without a full stop: what changed for the focus place, or for how many places and most for whom. */
export function trendVerdict(indicator: Indicator, { series, breaks, against }: Told): string {
  if (series.length === 0) return '这些地区都没有这项数据';
  const own = series.filter((s) => s.isFocus);
  const field = own.length > 0 ? own : series;
  const main = field.reduce((best, s) => (tellingFirst(s, best, indicator) < 0 ? s : best));
  const changes = series.flatMap((s) => (s.indicator.id === indicator.id ? (measured(overall(s)) ?? []) : []));
  const places = [...new Set(changes.map((c) => c.series.place))];
  const broken = breaks.length > 0 ? '（口径有变，分段看）' : '';
  if (own.length === 0 && places.length > 1) return `${fieldSentence(changes, places.length, against)}${broken}`;
  return `${seriesSentence(main, against)}${broken}`;
}

/** Negative where `a` says more: the indicator asked for before its other 口径, then more points, then the later end. */
function tellingFirst(a: TrendSeries, b: TrendSeries, indicator: Indicator): number {
  const asked = (s: TrendSeries) => Number(s.indicator.id === indicator.id);
  const [mine, theirs] = [pointsIn(a), pointsIn(b)];
  return (
    asked(b) - asked(a) ||
    theirs.length - mine.length ||
    comparePeriods(theirs[theirs.length - 1]!.period, mine[mine.length - 1]!.period)
  );
}

interface Change {
  readonly series: TrendSeries;
  readonly first: TrendPoint;
  readonly last: TrendPoint;
  /** Percent or points; null where the two are 不可比, and the text says why. */
  readonly value: number | null;
  readonly text: string;
}

type Measured = Change & { readonly value: number };

/** Why a series has no change to speak of. */
type NoChange = '单期' | '断开' | '界限';

/**
 * The change of a series: against the period chosen; without a choice against the same period of the year before where
 * it has one, so that a season isn't taken for a change, else over its last segment.
 */
function overall(series: TrendSeries): Change | NoChange {
  const segment = series.segments[series.segments.length - 1]!;
  const last = segment[segment.length - 1]!;
  if (last.baseChange) {
    const { before, value, text } = last.baseChange;
    return before ? { series, first: before, last, value, text } : '单期';
  }
  const first = beginningOf(series.segments);
  if (first === last) return series.segments.length > 1 ? '断开' : '单期';
  if (isBound(first.qualifier) || isBound(last.qualifier)) return '界限';
  return { series, first, last, ...difference(last.value, first.value, series.indicator) };
}

/**
 * Where the change of a series begins without a choice: the same period of the year before its last one where it has that,
 * else the first of its last segment, which may be the last itself.
 */
export function beginningOf<P extends Pick<TrendPoint, 'period'>>(segments: readonly (readonly P[])[]): P {
  const segment = segments[segments.length - 1]!;
  const { period } = segment[segment.length - 1]!;
  const seasonal = period.kind !== '年' && period.kind !== '时点';
  const before = seasonal ? segments.flatMap((one) => [...one]).find((p) => isYearBefore(p.period, period)) : undefined;
  return before ?? segment[0]!;
}

function isChange(change: Change | NoChange): change is Change {
  return typeof change === 'object';
}

function measured(change: Change | NoChange): Measured | undefined {
  return isChange(change) && change.value !== null ? (change as Measured) : undefined;
}

/** The change of a series that can be measured; undefined where it has no two figures that compare. */
export function changeOf(series: TrendSeries): Measured | undefined {
  return measured(overall(series));
}

export function againstYearBefore({ first, last }: Record<'first' | 'last', Pick<TrendPoint, 'period'>>): boolean {
  return last.period.kind !== '年' && isYearBefore(first.period, last.period);
}

function fieldSentence(changes: readonly Measured[], places: number, against: ChangeAgainst): string {
  const up = changes.filter((c) => c.value > 0).length;
  const down = changes.filter((c) => c.value < 0).length;
  const flat = changes.length - up - down;
  const noun = placeNoun(changes.map((c) => c.series.place));
  const what = changes.length === places ? `${places}个${noun}` : `${places}个${noun}的${changes.length}条线`;
  const all = [up, down, flat].indexOf(changes.length);
  const counts = [up && `${up}个上升`, down && `${down}个下降`, flat && `${flat}个持平`].filter(Boolean).join('、');
  const word = against.base === 'year' ? '' : CHANGE_BASE_WORDS[against.base];
  const parts = `${word}${all >= 0 ? `都${['上升', '下降', '持平'][all]!}` : `中${counts}`}`;
  const largest = changes.reduce((best, c) => (Math.abs(c.value) > Math.abs(best.value) ? c : best));
  if (largest.value === 0) return `${what}${parts}`;
  const { place, indicator } = largest.series;
  const than = word !== '' ? `比${periodLabel(largest.first.period)}` : againstYearBefore(largest) ? '比上年同期' : '';
  return `${what}${parts}；${placeLabel(place)}${indicator.name}${than}${largest.text}，变化最大`;
}

function seriesSentence(s: TrendSeries, { base }: ChangeAgainst): string {
  const points = pointsIn(s);
  const last = points[points.length - 1]!;
  const what = `${placeLabel(s.place)}${s.indicator.name}`;
  if (last.baseChange) {
    const { before, period, text } = last.baseChange;
    const now = `${what}${periodLabel(last.period)}为${last.text}`;
    const word = CHANGE_BASE_WORDS[base];
    return before && period ? `${now}，${word}（${periodLabel(period)}）${text}` : `${now}，不能${word}：${text}`;
  }
  const change = overall(s);
  // A stated change beats one computed from a value that was itself back-calculated from it.
  if (last.statedChange && (!isChange(change) || points.length < 3)) {
    return `${what}${last.text}，比上年${last.period.kind === '年' ? '' : '同期'}${last.statedChange.text}（原文同比）`;
  }
  if (isChange(change)) return changeSentence(change);
  if (change === '单期') return `${what}只有${periodLabel(last.period)}一期：${last.text}`;
  const why = change === '界限' ? '有界限值，不计升降' : '与此前各期不连';
  return `${what}${periodLabel(last.period)}为${last.text}，${why}`;
}

function changeSentence({ series, first, last, value, text }: Change): string {
  const level = series.indicator.kind !== '数量' && series.indicator.kind !== '金额';
  const size = value ?? last.value - first.value;
  const verb = size === 0 ? '到' : size > 0 ? (level ? '升至' : '增至') : level ? '降至' : '减至';
  const what = `${placeLabel(series.place)}${series.indicator.name}`;
  return `${what}由${periodLabel(first.period)}的${first.text}${verb}${periodLabel(last.period)}的${last.text}，${text}`;
}

/** What a series with two points says between them: the change against the period chosen, else as the report states it, else as computed; empty where there is none. */
export function changeShown(series: TrendSeries): string {
  const points = pointsIn(series);
  const { statedChange: stated, baseChange } = points[points.length - 1]!;
  if (baseChange) return baseChange.before ? baseChange.text : '';
  const change = overall(series);
  return stated ? `${stated.text}（原文同比）` : isChange(change) ? change.text : '';
}

export function pointsIn(s: TrendSeries): TrendPoint[] {
  return s.segments.flatMap((segment) => [...segment]);
}

/** What the figures are, in which unit, by which 口径, and over how long where that is one length. */
export function trendSubtitle(indicator: Indicator, scale: Scale, spans: ReadonlySet<string>): string {
  return [
    firstSentence(indicator.definition),
    indicator.better === '不评价' ? '' : `越${indicator.better}越好`,
    scale.unit ? `单位：${scale.unit}` : '',
    indicator.group ? `口径：${basisOf(indicator.group)}` : '',
    spans.size === 1 ? [...spans][0]! : ''
  ]
    .filter(Boolean)
    .join(' · ');
}

/** All periods, ascending, each once. */
export function periodsOf(series: readonly TrendSeries[]): Period[] {
  return [...new Map(series.flatMap(pointsIn).map((p) => [p.period.text, p.period])).values()];
}
