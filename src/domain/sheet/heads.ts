/** The words at the head of a column: what is counted, in what unit, when, and whether it is a target or what was done. */
import { bareLabel, columnKind, GENERIC, isUnit, KIND_WORDS, TIME_WORDS, unitIn } from '../read/tableColumns';
import { unitName } from '../read/units';
import type { Period } from '../time/period';
import type { Grid } from './grid';
import type { SheetMeasure } from './layout';
import { isPeriodText, periodSaid } from './sheetPeriod';

export interface HeadWords {
  /** What is named, measure, unit and time aside; empty where the words name nothing. */
  readonly name: string;
  readonly measure: SheetMeasure;
  readonly unit: string;
  readonly period: Period | undefined;
  /** A sub-group: 男, 城镇, or what stands behind 其中. */
  readonly part: string;
}

const PART =
  /^(?:其中[:：]?(.+)|(男|女|男性|女性|城镇|城市|农村|乡村|\d{1,3}(?:-\d{1,3})?岁(?:及?以[上下])?(?:人口|人群|老年人|儿童)?))$/;
const WHOLE = /^(?:合计|小计|总计|计|总数|数量|数值|值|人数|例数|指标值|本期|情况|进展|进度情况|\d+)$/;
const DONE =
  /(?:^|[^未])完成(?!率|比例|进度|百分比)(?:数|量|值|情况|人数|例数|任务数)?$|^(?:累计|已|实际|本月|当月|全年)*完成|^实际数?$|^实绩$/;
const AIM = /(?:目标|任务|计划)(?:数|值|量|任务|人数|例数)?$|^(?:年度|全年|本年|年初)?(?:目标|任务|计划|应完成)/;

/** Reads the words of a head, level by level from the top. `base` gives times without a year their year. */
export function readHeadWords(parts: readonly string[], base: Period | undefined): HeadWords {
  let measure: SheetMeasure | '' = '';
  let unit = '';
  let period: Period | undefined;
  let part = '';
  const names: string[] = [];
  // The level below says more of what is counted than the one above: 任务完成情况 over 目标.
  for (let i = parts.length - 1; i >= 0; i--) {
    const level = parts[i]!;
    if (isUnit(level)) {
      unit = unit || unitName(level.replace(/[()]/g, ''));
      continue;
    }
    const own = measureOf(level);
    unit = unit || unitIn(level);
    if (own !== 'value') measure = measure || own;
    period =
      period ??
      (/同比|环比|比(?:上|去)年|较(?:上|去)年/.test(level) ? undefined : periodSaid(withoutUnit(level), base));
    const sub = PART.exec(bareUnit(level));
    if (sub && part === '') part = (sub[1] ?? sub[2])!;
    else names.unshift(nameIn(level, own));
  }
  const name = names.filter((text, i) => text !== '' && names.indexOf(text) === i).join('');
  return { name, measure: measure === '' ? 'value' : measure, unit, period, part };
}

/** What kind of figure the words say: `value` where they say nothing of it. */
export function measureOf(text: string): SheetMeasure {
  const words = bareUnit(text).replace(new RegExp(`^(?:${TIME_WORDS.source})`), '');
  const kind = columnKind(words.replace(/目标人群|目标人口|任务型/g, ''), unitIn(text));
  if (/(?:增减|增加|减少|增长|变化|净增)(?:绝对)?(?:数|量|额|值|人数)/.test(words)) return 'change';
  if (kind === 'yoy') return 'yoy';
  if (kind === 'yoy_pp') return 'yoy_pp';
  if (kind === 'yoy_abs') return 'change';
  if (kind === 'rank') return 'rank';
  if (kind === 'share') return 'share';
  if (kind === 'completion_rate') return 'rate';
  if (/达标率|覆盖率|合格率/.test(words)) return 'value';
  if (DONE.test(words)) return 'done';
  return kind === 'target' && AIM.test(words) ? 'target' : 'value';
}

/** Whether the words say a measure, and nothing of what is measured: 目标, 完成数, 完成率（%）. */
export function isMeasureText(text: string): boolean {
  return measureOf(text) !== 'value' && nameIn(text, measureOf(text)) === '';
}

/** 截至10月底 and the like say when and name nothing. */
const UNTIL = /(?:截[至止]到?)?(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日|[底末])/g;

/** 全年目标: the year is the target's, and names nothing. */
const WHOLE_YEAR = /^(?:全年|本年度?|年度|年初)/;

/** The name in a text, without its measure where it says one. */
function nameIn(text: string, measure: SheetMeasure): string {
  const bare = bareUnit(text);
  if (isPeriodText(bare)) return '';
  // 比上年增减 is one word: the measure goes before the times that are in it.
  const unmeasured =
    measure === 'value' ? bare : bare.replace(UNTIL, '').replace(WHOLE_YEAR, '').replace(KIND_WORDS, '');
  const timeless = unmeasured
    .replace(UNTIL, '')
    .replace(TIME_WORDS, '')
    .replace(/\(\s*\)/g, '')
    .replace(/^(?:截[至止]到?|[本当下次]月|累计)/, '')
    .trim();
  const named = measure === 'value' ? timeless : timeless.replace(/^(?:已|实际|应)|[()（）]/g, '');
  return GENERIC.test(named) || WHOLE.test(named) ? '' : named.replace(/[:：]$/, '');
}

function bareUnit(text: string): string {
  return bareLabel(text.replace(/^\s*其中[:：]?\s*/, '其中:').replace(/^其中:(?=.)/, '\u0000')).replace(
    '\u0000',
    '其中:'
  );
}

function withoutUnit(text: string): string {
  return text.replace(/\(([^()]*)\)/g, (all, inner: string) => (isUnit(inner) ? '' : all));
}

/**
 * The different words over a column, from the top: of merged cells once. A cell that is empty takes the words on its left
 * where a row of heads below tells the two apart, as texts without merged cells do.
 */
export function headParts(grid: Grid, first: number, count: number, column: number, left: number): string[] {
  const parts: string[] = [];
  for (let level = 0; level < count; level++) {
    const text = headAt(grid, first, count, level, column, left);
    if (text !== '' && parts[parts.length - 1] !== text) parts.push(text);
  }
  return parts;
}

/** The words of one level of the heads over a column. */
export function headAt(grid: Grid, first: number, count: number, level: number, column: number, left: number): string {
  const row = first + level;
  const own = grid.text(row, column);
  if (own !== '' || level === count - 1 || grid.covered(row, column)) return own;
  const below = Array.from({ length: count - 1 - level }, (_, i) => grid.text(row + 1 + i, column)).some(
    (text) => text !== ''
  );
  for (let c = column - 1; below && c >= left; c--) {
    const text = grid.text(row, c);
    // A head that reaches down to the last row stands alone.
    if (text !== '') return grid.text(first + count - 1, c) === text && count > 1 ? '' : text;
  }
  return '';
}

/** The heads of a table without times: equal for next month's table. Neighbours that differ in their time alone count once. */
export function signatureOf(heads: readonly (readonly string[])[]): string {
  const shapes = heads.map((parts) => parts.map(timeless).join('/'));
  return shapes.filter((shape, i) => shape !== shapes[i - 1]).join('|');
}

/** A head with a sign in the place of its times. */
export function timeless(text: string): string {
  return text
    .replace(/\s/g, '')
    .replace(/截[至止]到?/g, '')
    .replace(
      /(?:\d{4}[年\-/.]?(?:度)?)?(?:\d{1,2}月?(?:-|至|到))?\d{1,2}月份?(?:\d{1,2}[日号])?|\d{4}(?:-\d{1,2}){1,2}|(?:19|20)\d{2}年?(?:度)?|[上下]半年|第?[一二三四]季度/g,
      '#'
    )
    .replace(/#+/g, '#');
}
