/** What the head of a table says of each column: name, unit, kind, time. */
import type { Period } from '../time/period';
import type { FactKind } from './factKind';
import { spanSaid } from './factPeriod';
import type { Span } from './spans';
import type { TableBlock, BlockRow } from './tableBlocks';
import { unitAt, unitName } from './units';

export interface Column {
  readonly name: string;
  readonly unit: string;
  readonly kind: FactKind;
  readonly span: Span | undefined;
  readonly skipped: boolean;
}

const SKIPPED = /^(?:序号|编号|顺序号?|(?:联系)?电话|联系人|日期|备注|代码|邮编|(?:计量)?单位|年份|年度|时间)$/;
const CHANGES = /同比|环比|增长|增减|增幅|增速|升降|比(?:上|去)年|较(?:上|去)年|比上月/;
/** Words of a head that say what kind of figure stands below, and nothing of what is counted. */
export const KIND_WORDS =
  /(?:与?(?:上年|去年)?同期(?:相)?比|同比|环比|增长率?|增减率?|增幅|增速|升降|[比较](?:上|去)(?:年|月)(?:同期|末)?|(?:任务|目标)?完成(?:率|比例|进度)|年度?目标(?:数|任务)?|目标(?:任务|数|值)?|任务(?:数|量)?|计划(?:数|任务)?|(?:实际)?完成(?:数|量|情况)?|占比|所占比重|比重|构成|(?:全[市县省区])?(?:排名|位次|名次)|本[月期]|累计|数值|数量|指标值|合计数|情况|±|%|幅度)/g;
/** Words of a head that name nothing. */
export const GENERIC = /^(?:数|值|合计|总计|小计|全[市县省区]|实绩|实际|本年|当年|指标|项目)?$/;
/** One for each column; those up to `label` name the rows. */
export function reportColumns(table: TableBlock, label: number, period: Period): Column[] {
  const heads = table.rows.slice(0, table.heads);
  const width = Math.max(...table.rows.map(({ cells }) => cells.length));
  const columns: Column[] = [];
  for (let i = 0; i < width; i++) {
    const parts = heads
      .map((_, h) => headAt(heads, h, i))
      .filter((text, k, all) => text !== '' && all.indexOf(text) === k);
    const column = columnOf(parts, columns, period);
    columns.push(i <= label ? { ...column, skipped: true } : column);
  }
  return columns;
}

/** A head's own words, or those of the merged cell on its left where a row of heads below tells them apart. */
function headAt(heads: readonly BlockRow[], h: number, i: number): string {
  const own = heads[h]!.cells[i]?.plain ?? '';
  if (own !== '' || h === heads.length - 1) return own;
  const below = heads.slice(h + 1).some(({ cells }) => (cells[i]?.plain ?? '') !== '');
  for (let k = i - 1; below && k > 0; k--) {
    const left = heads[h]!.cells[k]?.plain ?? '';
    if (left !== '') return left;
  }
  return '';
}

function columnOf(parts: readonly string[], before: readonly Column[], period: Period): Column {
  const words = parts.join(' ');
  const unitParts = parts.filter((part) => isUnit(part));
  const unit = unitParts.length > 0 ? unitName(unitParts[0]!.replace(/[()]/g, '')) : unitIn(words);
  const kind = columnKind(words, unit);
  const span = /(?:去年|上年)(?:同期)?(?:数|值)?$/.test(words.replace(/\([^)]*\)/g, '').trim())
    ? spanSaid(/同期/.test(words) ? '去年同期' : '去年', period)
    : CHANGES.test(words)
      ? undefined
      : spanSaid(words, period);
  const named = parts
    .filter((part) => !isUnit(part))
    .map((part) => bareLabel(part).replace(KIND_WORDS, '').replace(TIME_WORDS, '').trim())
    .filter((part) => !GENERIC.test(part));
  const own = named.join('');
  const left = before[before.length - 1];
  const name = own === '' && kind !== 'value' && left && !left.skipped ? left.name : own;
  return { name, unit, kind, span, skipped: SKIPPED.test(words.trim()) };
}

/** Times that stand in a head. */
export const TIME_WORDS =
  /(?:去年|上年|今年)(?:同期)?|(?:\d{4}年?)?(?:\d{1,2}-)?\d{1,2}月份?|(?:19|20)\d{2}年?(?:度)?|(?:上|下)半年|第?[一二三四]季度|同期/g;

/** The kind that the words of a head give the figures below it. */
export function columnKind(words: string, unit: string): FactKind {
  if (/排名|位次|名次/.test(words)) return 'rank';
  if (CHANGES.test(words)) return /百分点/.test(words) ? 'yoy_pp' : unit === '' || unit === '%' ? 'yoy' : 'yoy_abs';
  if (/完成(?:率|比例|进度)|进度/.test(words)) return 'completion_rate';
  if (/占比|比重|构成/.test(words) && !/[药耗材]占比/.test(words)) return 'share';
  if (/目标|任务|计划(?!生育|免疫)/.test(words) && !/完成数|已完成|实际/.test(words)) return 'target';
  return 'value';
}

/** The unit that words hold in brackets, 签约率(%), or after a stroke; empty where they hold none. */
export function unitIn(words: string): string {
  const found = [
    ...matches(words, /\(([^()]{1,8})\)/g),
    ...matches(words, /\/([万亿千]?[一-龥]{1,3})(?=$|\s)/g)
  ].filter(isUnit);
  if (found.length > 0) return unitName(found[found.length - 1]!);
  return /[%‰]/.exec(words)?.[0] ?? '';
}

/** Whether the words are a unit and nothing else. */
export function isUnit(text: string): boolean {
  const bare = text.replace(/[()\s]/g, '').replace(/^±/, '');
  if (/^(?:%|‰|个?百分点|1?\/10万|[万亿]元?)$/.test(bare)) return true;
  const scaled = bare.replace(/^(?:亿|千万|百万|十万|万|千|百)/, '');
  const unit = unitAt(scaled, 0);
  return unit !== '' && unit.length === scaled.length;
}

function matches(text: string, pattern: RegExp): string[] {
  const found: string[] = [];
  for (let m = pattern.exec(text); m; m = pattern.exec(text)) found.push(m[1]!);
  return found;
}

/** A head or a row's label without its unit and its list mark. */
export function bareLabel(text: string): string {
  return text
    .replace(/\(([^()]{1,10})\)/g, (all, inner: string) => (isUnit(inner) || /^[±%]+$/.test(inner) ? '' : all))
    .replace(/^\s*(?:\d+[.、]|[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\)|其中:?)\s*/, '')
    .replace(/\s/g, '');
}
