/**
 * The finding of a comparison as one sentence, and the line under it.
 */
import type { ComparisonRow, Excluded, MissingPlace } from './comparison';
import { NESTED } from './comparability';
import { NO_POPULATION } from '../model/population';
import type { Indicator, Place } from '../model/records';
import { basisOf } from '../model/relatedIndicators';
import { periodLabel } from '../time/periodLabel';
import { formatDifference, type Scale } from '../wording/format';
import { placeLabel } from '../wording/placeLabel';
import { comparatives, type Comparatives, firstOf, firstSentence, placeNoun } from '../wording/words';

export interface VerdictQuestion {
  readonly indicator: Indicator;
  /** The indicator as shown: unit and decimals per head where asked. */
  readonly shown: Indicator;
  readonly scale: Scale;
  readonly perHead: boolean;
  readonly rows: readonly ComparisonRow[];
  /** Places that have a number which was left out. */
  readonly excluded: readonly Excluded[];
  readonly missing: readonly MissingPlace[];
  /** The focus place, where it was asked for. */
  readonly focus: Place | undefined;
}

/** One Chinese sentence without a full stop: where the focus place stands, or who is first and last. */
export function compareVerdict(q: VerdictQuestion): string {
  const fitting = q.rows.filter((r) => r.fits);
  const own = q.focus && q.rows.find((r) => r.isFocus);
  if (!q.focus) return `${q.indicator.name}：${fieldVerdict(q, fitting)}`;
  if (own?.rank !== null && own !== undefined && fitting.length > 1) return focusVerdict(q, own, fitting);
  if (own?.fits && fitting.length === 1) return `${q.indicator.name}：${fieldVerdict(q, fitting)}`;
  return `${absence(q, own)}；${fieldVerdict(q, fitting)}`;
}

function absence(q: VerdictQuestion, own: ComparisonRow | undefined): string {
  const name = q.focus!.name;
  if (own?.fits) return `${name}${q.indicator.name}${own.text}，是界限而非确数，不排名`;
  const why = own?.reason ?? q.excluded.find((l) => l.place.id === q.focus!.id)?.reason;
  if (why === NESTED) return `${name}的数包含所列的下级地区，不与它们并列`;
  if (why !== undefined) return `${name}${q.indicator.name}的时期不同，不列入比较`;
  const reason = q.missing.find((m) => m.place.id === q.focus!.id)?.reason;
  return reason === NO_POPULATION
    ? `${name}无人口数，${q.indicator.name}不能折算`
    : `${name}没有${q.indicator.name}的数据`;
}

function focusVerdict(q: VerdictQuestion, own: ComparisonRow, fitting: readonly ComparisonRow[]): string {
  const words = comparatives(q.indicator, q.perHead);
  const ranked = fitting.filter((r) => r.rank !== null);
  const field = ranked.length === fitting.length ? '有数据' : '可排名';
  const head = `${placeLabel(own.place)}${q.indicator.name}${own.text}`;
  const place = `${ranked.length}个${field}的${placeNoun(ranked.map((r) => r.place))}中${standing(q, own, ranked, words)}`;
  return `${head}，${place}${against(q, own, ranked, words)}`;
}

/** `列第2`, `并列第1`; where more is neither good nor bad, `最多`, `第2多` or `最少`. */
function standing(
  q: VerdictQuestion,
  own: ComparisonRow,
  ranked: readonly ComparisonRow[],
  words: Comparatives
): string {
  const tie = own.tied ? '并列' : '';
  if (q.indicator.better !== '不评价') return own.tied ? `并列第${own.rank}` : `列第${own.rank}`;
  if (own.rank === 1) return `${tie}${words.most}`;
  return own.rank === ranked.length ? words.least : `${tie}第${own.rank}${words.more}`;
}

/** The first compares itself with the second, everyone else with the first. */
function against(
  q: VerdictQuestion,
  own: ComparisonRow,
  ranked: readonly ComparisonRow[],
  words: Comparatives
): string {
  if (own.rank === 1 && own.tied) return '';
  const lower = q.indicator.better === '低';
  const best = ranked.filter((r) => r.rank === 1);
  const others = own.rank === 1 ? seconds(ranked) : best;
  if (others.length === 0) return '';
  const gap = formatDifference(own.printed - others[0]!.printed, q.shown, q.scale);
  const ownIsMore = own.printed > others[0]!.printed;
  const title = own.rank === 1 ? '第2的' : `${lower ? words.least : words.most}的`;
  return `，比${title}${firstOf(others.map((r) => r.place))}${ownIsMore ? words.more : words.less}${gap}`;
}

function seconds(ranked: readonly ComparisonRow[]): ComparisonRow[] {
  return ranked.filter((r) => r.rank === 2);
}

/** Who is first and who is last, for readers without a place of their own. */
function fieldVerdict(q: VerdictQuestion, fitting: readonly ComparisonRow[]): string {
  const without = q.missing.filter((m) => m.reason === NO_POPULATION).map((m) => m.place);
  if (without.length > 0 && fitting.length < 2) return fewPopulations(fitting[0], without);
  if (fitting.length === 0)
    return q.rows.length + q.excluded.length > 0 ? '没有时期合适的数据可比' : '这些地区都没有这项数据';
  const [only] = fitting;
  const noun = placeNoun(fitting.map((r) => r.place));
  const above = q.rows.filter((r) => r.reason === NESTED);
  if (fitting.length === 1 && above.length > 0) return besideParents(q, only!, above);
  if (fitting.length === 1) {
    const what = q.rows.length + q.excluded.length > 1 ? '可比的数据' : '这项数据';
    return `只有${placeLabel(only!.place)}有${what}：${only!.text}`;
  }
  const ranked = fitting.filter((r) => r.rank !== null);
  if (ranked.length < 2) return `${fitting.length}个${noun}的数多是界限而非确数，不排名`;
  const lastRank = Math.max(...ranked.map((r) => r.rank!));
  const best = ranked.filter((r) => r.rank === 1);
  const worst = ranked.filter((r) => r.rank === lastRank);
  if (lastRank === 1) return `${ranked.length}个${noun}都是${ranked[0]!.text}`;
  const words = comparatives(q.indicator, q.perHead);
  const [top, bottom] = q.indicator.better === '低' ? [words.least, words.most] : [words.most, words.least];
  if (q.focus) return `${ranked.length}个${noun}中${firstOf(best.map((r) => r.place))}${top}，${best[0]!.text}`;
  const head = `${ranked.length}个${noun}中${firstOf(best.map((r) => r.place))}${top}（${best[0]!.text}）`;
  return `${head}，${firstOf(worst.map((r) => r.place))}${bottom}（${worst[0]!.text}）`;
}

/** `甲县12.5%，比上级某市（14%）低1.5个百分点`; of totals, which contain one another, only the figures. */
function besideParents(q: VerdictQuestion, only: ComparisonRow, above: readonly ComparisonRow[]): string {
  const head = `${placeLabel(only.place)}${only.text}`;
  const [up] = above;
  const isTotal = !q.perHead && (q.indicator.kind === '数量' || q.indicator.kind === '金额');
  if (above.length > 1 || isTotal)
    return `${head}，上级${above.map((r) => `${placeLabel(r.place)}${r.text}`).join('、')}`;
  const gap = only.printed - up!.printed;
  const name = `上级${placeLabel(up!.place)}`;
  if (gap === 0) return `${head}，与${name}相同`;
  const words = comparatives(q.indicator, q.perHead);
  return `${head}，比${name}（${up!.text}）${gap > 0 ? words.more : words.less}${formatDifference(gap, q.shown, q.scale)}`;
}

/** Per head it is the population that is wanting, not the figure. */
function fewPopulations(only: ComparisonRow | undefined, without: readonly Place[]): string {
  const places = [...(only ? [only.place] : []), ...without];
  const field = `${places.length}个有数的${placeNoun(places)}`;
  if (!only) return `${field}都没有人口数，不能折算`;
  return `${field}中只有${placeLabel(only.place)}有人口数可折算，${only.text}`;
}

/** Definition, direction, unit, 口径 and, where all rows share one, the period. */
export function compareSubtitle(q: VerdictQuestion, samePeriod: boolean): string {
  const { indicator, scale } = q;
  const period = q.rows[0] && samePeriod ? periodLabel(q.rows[0].observation.period) : '';
  return [
    firstSentence(indicator.definition),
    indicator.better === '不评价' ? '' : `越${indicator.better}越好`,
    q.perHead ? '按人口折算' : '',
    scale.unit ? `单位：${scale.unit}` : '',
    indicator.group ? `口径：${basisOf(indicator.group)}` : '',
    period
  ]
    .filter(Boolean)
    .join(' · ');
}

/**
 * For each row `比宝安区低0.81个百分点`, against the next better among the ranked; empty for the first
 * and the unranked.
 */
export function gapTexts(
  rows: readonly ComparisonRow[],
  shown: Indicator,
  scale: Scale,
  words: Comparatives
): string[] {
  const byRank = new Map<number, ComparisonRow[]>();
  for (const row of rows) if (row.rank !== null) byRank.set(row.rank, [...(byRank.get(row.rank) ?? []), row]);
  const ranks = [...byRank.keys()].sort((a, b) => a - b);
  const better = new Map(ranks.map((rank, i) => [rank, byRank.get(ranks[i - 1] ?? NaN)]));
  return rows.map((row) => {
    const next = row.rank === null ? undefined : better.get(row.rank);
    if (!next) return '';
    const gap = formatDifference(row.printed - next[0]!.printed, shown, scale);
    return `比${firstOf(next.map((r) => r.place))}${row.printed > next[0]!.printed ? words.more : words.less}${gap}`;
  });
}
