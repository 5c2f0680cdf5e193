/** The words of a change and of a gap that are split into their units. */
import type { ChangeContribution, Contribution, Share } from './answer';
import type { Place } from '../model/records';
import { roundTo } from '../number/rounding';
import { CHANGE_BASE_RULES, CHANGE_BASE_WORDS } from '../trend/changeBase';
import { formatNumber } from '../wording/format';
import { type Note, warningsFirst } from '../wording/note';
import { placeLabel } from '../wording/placeLabel';
import { firstOf, placeNoun } from '../wording/words';

/** What the whole has beyond its units. */
export const REST = '与各单位之和的差';

type Told = Omit<ChangeContribution, 'verdict' | 'subtitle' | 'notes' | 'sources' | 'cutoff'>;

/** `拟州市2024年12月门急诊总人次比上年同期`. */
function head({
  place,
  heads,
  indicator,
  against,
  period
}: Pick<Told, 'place' | 'heads' | 'indicator' | 'against' | 'period'>): string {
  return `${placeLabel(place)}${period ? heads.now : ''}${indicator.name}${CHANGE_BASE_WORDS[against.base]}`;
}

/** One sentence without a full stop; the reason stands in the subtitle. */
export function refusedVerdict(told: Pick<Told, 'place' | 'heads' | 'indicator' | 'against' | 'period'>): string {
  return `${head(told)}的变化拆不到各单位`;
}

/** One sentence without a full stop: the change, how many units run which way, and the one that adds most. */
export function changeVerdict(told: Told): string {
  const whole = told.whole!;
  const [up, down] = told.isRate ? ['上升', '下降'] : ['增加', '减少'];
  const [pulled, pushed] = told.isRate ? ['拉高', '拉低'] : ['增加', '减少'];
  const change = whole.value === 0 ? '持平' : `${whole.value > 0 ? up : down}${whole.text.slice(1)}${told.unit}`;
  return `${head(told)}${change}：${countsText(told.shares, [pulled, pushed])}`;
}

/**
 * `12个地区中9个增加、3个减少，增加最多的是例安县（+12,000）；例川县−120`; of equal ones `例安县等2地（各+5）`, and where all are
 * equal `都增加，各+5`.
 */
export function countsText(shares: readonly Share[], [more, less]: readonly [string, string]): string {
  const units = shares.filter((s): s is Share & { readonly place: Place } => s.place !== null);
  const counts = [
    { word: more, found: units.filter((s) => s.value > 0).length },
    { word: less, found: units.filter((s) => s.value < 0).length },
    { word: '没有变', found: units.filter((s) => s.value === 0).length }
  ].filter(({ found }) => found > 0);
  const [first] = units;
  const alike = units.filter((s) => s.text === first?.text);
  const each = alike.length > 1 ? '各' : '';
  const most =
    !first || first.value === 0
      ? ''
      : alike.length === units.length
        ? `，${each}${first.text}`
        : `，${first.value > 0 ? more : less}最多的是${firstOf(alike.map((s) => s.place))}（${each}${first.text}）`;
  const own = units.find((s) => s.isFocus && s !== first);
  const noun = placeNoun(units.map((s) => s.place));
  if (first && units.length === 1) return `其中${first.name}${first.text}`;
  const said =
    counts.length === 1 && units.length > 1
      ? `${units.length}个${noun}都${counts[0]!.word}`
      : `${units.length}个${noun}中${counts.map(({ word, found }) => `${found}个${word}`).join('、')}`;
  return `${said}${most}${own ? `；${own.name}${own.text}` : ''}`;
}

/** The two periods, what is split, and the unit. */
export function changeSubtitle({ against, isRate, unit, heads }: Told): string {
  return [
    `${heads.now}比${heads.before}${against.base === 'year' ? '（上年同期）' : ''}`,
    isRate ? '各单位把全部的率拉高或拉低了多少' : '各单位增减了多少',
    `单位：${unit}`
  ].join(' · ');
}

/** @param print decimals of the shares, and the change as printed */
export function changeNotes(
  told: Told,
  { rough, ...print }: { readonly decimals: number; readonly shown: number; readonly rough: boolean }
): Note[] {
  const { place, isRate, against, indicator } = told;
  const how = isRate
    ? '率的变化按 Kitagawa（1955）的方法拆开：一份是自己的率变了，按它两期在分母里的平均份量算；一份是它的份量变了，按它的率与平均率之差算。两份相加是它的贡献，各单位的贡献相加正好是合起来的变化；分开的数见数据表。'
    : '各单位的贡献是本期数减对比期数，相加就是合起来的变化。';
  const notes: Note[] = [{ level: '说明', text: how }, ...restNotes(told, placeLabel(place))];
  notes.push({ level: '说明', text: CHANGE_BASE_RULES[against.base] });
  if (rough) notes.push({ level: '说明', text: '有的数原文写“约”，贡献也只是约数。' });
  if (told.shares.some((s) => s.uncertain)) notes.push({ level: '说明', text: '空心条用到预计或存疑的数。' });
  if (!addsUpInPrint(told.shares, print))
    notes.push({ level: '说明', text: '各条四舍五入，相加与总变化在末位上可能差一点。' });
  if (indicator.better === '不评价') notes.push({ level: '说明', text: '这项指标不分好坏，条的颜色不表示好坏。' });
  return warningsFirst(notes);
}

/** What the whole is, and where units are missing. */
export function restNotes(
  { whole, shares, absent }: Pick<Contribution, 'whole' | 'shares' | 'absent'>,
  name: string
): Note[] {
  const notes: Note[] = [];
  const missing = absent.length;
  if (!whole!.stated) {
    notes.push({
      level: missing > 0 ? '警示' : '说明',
      text: `${name}自己没有报，起止是${shares.length}个单位之和${missing > 0 ? `，另有${missing}个缺数，没有算进去` : ''}。`
    });
  } else if (shares.some((s) => s.place === null)) {
    const lacking = missing > 0 ? `，缺数的${missing}个也在里面` : '';
    notes.push({
      level: missing > 0 ? '警示' : '说明',
      text: `“${REST}”是${name}自己报的减去各单位相加的${lacking}。`
    });
  } else if (missing > 0) notes.push({ level: '说明', text: `${missing}个单位缺数，另列在下面。` });
  return notes;
}

/** Whether the figures as printed add up to the change as printed. */
function addsUpInPrint(
  shares: readonly Share[],
  { decimals, shown }: { readonly decimals: number; readonly shown: number }
): boolean {
  const printed = shares.reduce((sum, { value }) => sum + roundTo(value, decimals), 0);
  return roundTo(printed - shown, decimals) === 0;
}

/** A share of the whole in percent, `38.5%`; empty where the whole is nothing. */
export function partOf(value: number, whole: number): string {
  return whole === 0 ? '' : formatNumber(roundTo((value / whole) * 100, 1), { decimals: 1, unit: '%' });
}
