/**
 * The words of a trend: its finding, its notes. With fewer than three points there is no talk of a trend.
 */
import { type Indicator, isBound } from '../model/records';
import { type Period, yearBefore } from '../time/period';
import { periodLabel } from '../time/periodLabel';
import type { Trend, TrendPoint, TrendSeries } from './trend';
import { difference } from '../wording/difference';
import { type Note, warningsFirst } from '../wording/note';
import { placeLabel } from '../wording/placeLabel';
import { placeNoun } from '../wording/words';

/** One sentence without a full stop: what changed for the focus place, or for how many places and most for whom. */
export function trendVerdict(indicator: Indicator, series: readonly TrendSeries[], breaks: Trend['breaks']): string {
  if (series.length === 0) return '所选地区都没有这项数据';
  const own = series.filter((s) => s.isFocus);
  const field = own.length > 0 ? own : series;
  const main = field.reduce((best, s) => (weight(s, indicator) > weight(best, indicator) ? s : best));
  const changes = series.flatMap((s) => (s.indicator.id === indicator.id ? (overall(s) ?? []) : []));
  const places = [...new Set(changes.map((c) => c.series.place))];
  const broken = breaks.length > 0 ? '（口径有变，分段看）' : '';
  if (own.length === 0 && places.length > 1) return `${fieldSentence(changes, places.length)}${broken}`;
  return `${seriesSentence(main)}${broken}`;
}

/** The indicator asked for before its other 口径, then more points, then the later end. */
function weight(s: TrendSeries, indicator: Indicator): number {
  const points = pointsIn(s);
  const end = points[points.length - 1]!.period.end.replace(/-/g, '');
  return (s.indicator.id === indicator.id ? 1e12 : 0) + Math.min(points.length, 999) * 1e9 + Number(end);
}

interface Change {
  readonly series: TrendSeries;
  readonly first: TrendPoint;
  readonly last: TrendPoint;
  readonly value: number;
  readonly text: string;
}

/**
 * The change of a series: against the same period of the year before where it has one, so that a season
 * isn't taken for a change, else over its last segment. Null for a single point, bounds and 不可比.
 */
function overall(series: TrendSeries): Change | null {
  const segment = series.segments[series.segments.length - 1]!;
  const last = segment[segment.length - 1]!;
  const seasonal = last.period.kind !== '年' && last.period.kind !== '时点';
  const before = seasonal ? pointsIn(series).find((p) => p.period.text === yearBefore(last.period).text) : undefined;
  const first = before ?? segment[0]!;
  if (first === last || isBound(first.qualifier) || isBound(last.qualifier)) return null;
  const { value, text } = difference(last.value, first.value, series.indicator);
  return value === null ? null : { series, first, last, value, text };
}

function isYearBefore({ first, last }: Change): boolean {
  return last.period.kind !== '年' && yearBefore(last.period).text === first.period.text;
}

function fieldSentence(changes: readonly Change[], places: number): string {
  const up = changes.filter((c) => c.value > 0).length;
  const down = changes.filter((c) => c.value < 0).length;
  const flat = changes.length - up - down;
  const noun = placeNoun(changes.map((c) => c.series.place));
  const what = changes.length === places ? `${places}个${noun}` : `${places}个${noun}的${changes.length}条线`;
  const all = [up, down, flat].indexOf(changes.length);
  const counts = [up && `${up}个上升`, down && `${down}个下降`, flat && `${flat}个持平`].filter(Boolean).join('、');
  const parts = all >= 0 ? `都${['上升', '下降', '持平'][all]!}` : `中${counts}`;
  const largest = changes.reduce((best, c) => (Math.abs(c.value) > Math.abs(best.value) ? c : best));
  const { place, indicator } = largest.series;
  const against = isYearBefore(largest) ? '比上年同期' : '';
  return `${what}${parts}；${placeLabel(place)}${indicator.name}${against}${largest.text}，变化最大`;
}

function seriesSentence(s: TrendSeries): string {
  const points = pointsIn(s);
  const last = points[points.length - 1]!;
  const what = `${placeLabel(s.place)}${s.indicator.name}`;
  const change = overall(s);
  // A stated change beats one computed from a value that was itself worked back from it.
  if (last.statedChange && (!change || points.length < 3)) {
    return `${what}${last.text}，比上年${last.period.kind === '年' ? '' : '同期'}${last.statedChange.text}（原文同比）`;
  }
  if (change) return changeSentence(change);
  if (points.length === 1) return `${what}只有${periodLabel(last.period)}一期：${last.text}`;
  const why = points.some((p) => isBound(p.qualifier)) ? '有界限值，不计升降' : '与此前各期不连';
  return `${what}${periodLabel(last.period)}为${last.text}，${why}`;
}

function changeSentence({ series, first, last, value, text }: Change): string {
  const level = series.indicator.kind !== '数量' && series.indicator.kind !== '金额';
  const verb = value === 0 ? '到' : value > 0 ? (level ? '升至' : '增至') : level ? '降至' : '减至';
  const what = `${placeLabel(series.place)}${series.indicator.name}`;
  return `${what}由${periodLabel(first.period)}的${first.text}${verb}${periodLabel(last.period)}的${last.text}，${text}`;
}

/** What a series with two points says between them: the change as the report states it, else as computed; empty where there is none. */
export function changeShown(series: TrendSeries): string {
  const points = pointsIn(series);
  const stated = points[points.length - 1]!.statedChange;
  return stated ? `${stated.text}（原文同比）` : (overall(series)?.text ?? '');
}

export function pointsIn(s: TrendSeries): TrendPoint[] {
  return s.segments.flatMap((segment) => [...segment]);
}

/** Warnings first. */
export function trendNotes(series: readonly TrendSeries[], breaks: Trend['breaks']): Note[] {
  const notes: Note[] = breaks.map((b) => ({ level: '警示', text: `${b.text}。` }));
  const points = series.flatMap((s) => pointsIn(s).map((point) => ({ s, point })));
  for (const { s, point } of points) notes.push(...pointNotes(`${s.label}${periodLabel(point.period)}`, point));
  if (points.some(({ point }) => point.derived)) {
    notes.push({ level: '说明', text: '空心点是推算的：由本期数和原文同比倒推上年数，原文没有写。' });
  }
  const lengths = new Set(series.map((s) => s.span));
  if (lengths.size > 1)
    notes.push({ level: '说明', text: `时期长短不同（${[...lengths].join('、')}），分开成线，互不相连。` });
  if (series.some((s) => s.segments.length > 1)) notes.push({ level: '说明', text: '线断开处缺少中间的时期。' });
  return warningsFirst(notes);
}

function pointNotes(where: string, { statedChange, computedChange, differs, observation, text }: TrendPoint): Note[] {
  const notes: Note[] = [];
  if (differs) {
    const computed = computedChange?.text ?? '不可比';
    notes.push({
      level: '警示',
      text: `${where}原文同比${statedChange!.text}，按两期的数算是${computed}，两者不一致。`
    });
  }
  if (observation?.status === '存疑') {
    const why = observation.note ? `：${observation.note.replace(/。$/, '')}` : '';
    notes.push({ level: '警示', text: `${where}的${text}存疑${why}。` });
  }
  if (observation?.status === '预计') notes.push({ level: '说明', text: `${where}的${text}是预计数。` });
  if (observation && isBound(observation.qualifier))
    notes.push({ level: '说明', text: `${where}的${text}是界限而非确数。` });
  return notes;
}

/** All periods, ascending, each once. */
export function periodsOf(series: readonly TrendSeries[]): Period[] {
  return [...new Map(series.flatMap(pointsIn).map((p) => [p.period.text, p.period])).values()];
}
