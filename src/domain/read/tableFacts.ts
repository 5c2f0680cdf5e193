/** The facts of a table: each figure with the unit, kind, name and time that its head and its row give it. */
import type { Period } from '../time/period';
import type { FactKind } from './factKind';
import { spanSaid } from './factPeriod';
import { numbersIn, type NumberToken } from './numbers';
import { qualifierOf, type Proposal } from './proposal';
import type { Section } from './sections';
import type { Span } from './spans';
import { NUMERIC, type Cell, type TableBlock, type TableRow } from './tableBlocks';
import { unitAt, unitName } from './units';

interface Column {
  readonly name: string;
  readonly unit: string;
  readonly kind: FactKind;
  readonly span: Span | undefined;
  readonly skipped: boolean;
}

const SKIPPED = /^(?:序号|编号|顺序号?|(?:联系)?电话|联系人|日期|备注|代码|邮编|(?:计量)?单位|年份|年度|时间)$/;
const CHANGES = /同比|环比|增长|增减|增幅|增速|升降|比(?:上|去)年|较(?:上|去)年|比上月/;
const KIND_WORDS =
  /(?:与?(?:上年|去年)?同期(?:相)?比|同比|环比|增长率?|增减率?|增幅|增速|升降|[比较](?:上|去)(?:年|月)(?:同期|末)?|(?:任务|目标)?完成(?:率|比例|进度)|年度?目标(?:数|任务)?|目标(?:任务|数|值)?|任务(?:数|量)?|计划(?:数|任务)?|(?:实际)?完成(?:数|量|情况)?|占比|所占比重|比重|构成|(?:全[市县省区])?(?:排名|位次|名次)|本[月期]|累计|数值|数量|指标值|合计数|情况|±|%|幅度)/g;
const GENERIC = /^(?:数|值|合计|总计|小计|全[市县省区]|实绩|实际|本年|当年|指标|项目)?$/;
const PLACE = /(?:省|市|县|区|镇|乡|街道|村|社区|医院|卫生院|中心|站|院|所|合计|总计|小计|局|旗|州|集团|分院|农场)$/;
const LABEL_COLUMN = /(?:地区|县区|区县|单位|机构|乡镇|街道|医院|名称|辖区)/;

/** Every figure of the table as a fact; cells that hold none, `—`, words or dates, are passed over. */
export function tableProposals(table: TableBlock, section: Section, period: Period): Proposal[] {
  const columns = columnsOf(table, period);
  const label = labelColumn(table);
  const unitColumn = table.rows[table.heads - 1]!.cells.findIndex(({ plain }) => /^(?:计量)?单位$/.test(plain));
  const body = table.rows.slice(table.heads);
  const labels = body.map(({ cells }) => cells[label]?.plain ?? '').filter((text) => text !== '');
  const places =
    labels.filter((text) => PLACE.test(text)).length * 2 > labels.length ||
    LABEL_COLUMN.test(table.rows[0]!.cells[label]?.plain.replace(/指标名称|项目名称/, '') ?? '');
  const found: Proposal[] = [];
  for (const row of body) {
    const rowUnit = unitColumn > label ? (row.cells[unitColumn]?.plain ?? '') : '';
    for (let i = label + 1; i < row.cells.length; i++) {
      const column = columns[i];
      if (!column || column.skipped || i === unitColumn) continue;
      const proposal = cellProposal(row, row.cells[i]!, column, rowUnit, { label, places, section, period, table });
      if (proposal) found.push(proposal);
    }
  }
  return found;
}

interface Frame {
  readonly label: number;
  readonly places: boolean;
  readonly section: Section;
  readonly period: Period;
  readonly table: TableBlock;
}

function cellProposal(
  { line, cells }: TableRow,
  cell: Cell,
  column: Column,
  rowUnit: string,
  { label, places, section, period, table }: Frame
): Proposal | undefined {
  const token = wholeNumber(cell.plain);
  if (!token) return undefined;
  const rowLabel = bareLabel(cells[label]?.plain ?? '');
  const inLabel = unitIn(cells[label]?.plain ?? '');
  const kind = column.kind === 'value' && section.planned ? 'plan' : kindOf(column, rowLabel);
  const unit =
    kind === 'rank'
      ? ''
      : unitOf(token, kind, column.unit, rowUnit || inLabel || tableUnit(table), column.name + rowLabel);
  const written = cell.text.slice(token.writtenStart, token.writtenEnd);
  const qualifier = qualifierOf(written, token.value, unit, kind);
  if (qualifier === undefined) return undefined;
  const phrases = namesOf(column.name, rowLabel, places, section, table);
  const rowSpan = /^(?:19|20)\d{2}年?/.test(rowLabel) ? spanSaid(rowLabel, period) : undefined;
  const { start, end } = column.span ?? rowSpan ?? period;
  return {
    line,
    offset: cell.offset + token.writtenStart,
    written,
    value: token.value,
    qualifier,
    unit,
    kind,
    name: phrases[0]!,
    alternatives: phrases.slice(1, 5),
    period: { start, end }
  };
}

/** The number that a cell is; undefined where it is more than one number, or words. */
function wholeNumber(plain: string): NumberToken | undefined {
  if (!NUMERIC.test(plain)) return undefined;
  const [token, ...more] = numbersIn(plain);
  if (!token || more.length > 0 || token.range) return undefined;
  return plain.slice(token.writtenEnd).trim() === '' ? token : undefined;
}

function columnsOf(table: TableBlock, period: Period): Column[] {
  const heads = table.rows.slice(0, table.heads);
  const width = Math.max(...table.rows.map(({ cells }) => cells.length));
  const columns: Column[] = [];
  for (let i = 0; i < width; i++) {
    const parts = heads
      .map((_, h) => headAt(heads, h, i))
      .filter((text, k, all) => text !== '' && all.indexOf(text) === k);
    columns.push(columnOf(parts, columns, period));
  }
  return columns;
}

/** A head's own words, or those of the merged cell on its left where a row of heads below tells them apart. */
function headAt(heads: readonly TableRow[], h: number, i: number): string {
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

const TIME_WORDS =
  /(?:去年|上年|今年)(?:同期)?|(?:\d{4}年?)?(?:\d{1,2}-)?\d{1,2}月份?|(?:19|20)\d{2}年?(?:度)?|(?:上|下)半年|第?[一二三四]季度|同期/g;

function columnKind(words: string, unit: string): FactKind {
  if (/排名|位次|名次/.test(words)) return 'rank';
  if (CHANGES.test(words)) return /百分点/.test(words) ? 'yoy_pp' : unit === '' || unit === '%' ? 'yoy' : 'yoy_abs';
  if (/完成(?:率|比例|进度)|进度/.test(words)) return 'completion_rate';
  if (/占比|比重|构成/.test(words) && !/[药耗材]占比/.test(words)) return 'share';
  if (/目标|任务|计划(?!生育|免疫)/.test(words) && !/完成数|已完成|实际/.test(words)) return 'target';
  return 'value';
}

function kindOf({ kind }: Column, rowLabel: string): FactKind {
  if (kind !== 'value') return kind;
  return /完成率$/.test(rowLabel)
    ? 'completion_rate'
    : /占比$|比重$/.test(rowLabel) && !/[药耗材]占比/.test(rowLabel)
      ? 'share'
      : kind;
}

function unitOf(token: NumberToken, kind: FactKind, column: string, row: string, name: string): string {
  if (token.unit !== '' && !/^[万亿千百]+$/.test(token.unit)) return token.unit;
  const outer =
    column ||
    (kind === 'yoy' || kind === 'share' || kind === 'completion_rate'
      ? '%'
      : kind === 'yoy_pp'
        ? '个百分点'
        : unitName(row));
  if (outer === '' && token.unit === '' && /率$/.test(name) && !/死亡率|出生率|发病率|增长率|患病率/.test(name))
    return '%';
  return token.unit !== '' && !outer.startsWith(token.unit) ? token.unit + outer : outer || token.unit;
}

function namesOf(column: string, row: string, places: boolean, section: Section, table: TableBlock): string[] {
  const title = (table.above[table.above.length - 1] ?? '').replace(
    /^\s*(?:[一二三四五六七八九十]+[、.]|\([一二三四五六七八九十]+\)|表\d*[:：\s]*|附[件表]?\d*[:：\s]*)/,
    ''
  );
  const topic = /单位/.test(title) ? section.heading : title || section.heading;
  const year = /^(?:19|20)\d{2}年?/.test(row);
  const first = places || year ? column || topic || row : PLACE.test(column) || column === '' ? row : row + column;
  const offers = [first, row + column, column, row, topic + column];
  const names = offers.filter((name, i) => name.length > 1 && offers.indexOf(name) === i);
  return names.length > 0 ? names : ['未命名'];
}

function labelColumn({ rows, heads }: TableBlock): number {
  const first = rows[heads]!.cells[0]?.plain ?? '';
  const head = rows[0]!.cells[0]?.plain ?? '';
  return /^(?:序号|编号)/.test(head) || (/^\d{1,3}$/.test(first) && !NUMERIC.test(rows[heads]!.cells[1]?.plain ?? '0'))
    ? 1
    : 0;
}

/** The one unit said for the whole table above it, also in its title: 医疗服务量(万人次). None where several are. */
function tableUnit({ above }: TableBlock): string {
  for (let i = above.length - 1; i >= 0; i--) {
    const said =
      /单位\s*[:为]\s*([^\s、,;()]+)\s*\)?\s*$/.exec(above[i]!) ?? /\(\s*([^\s、,;()]+)\s*\)\s*$/.exec(above[i]!);
    if (said && isUnit(said[1]!)) return said[1]!;
  }
  return '';
}

function unitIn(words: string): string {
  const found = [
    ...matches(words, /\(([^()]{1,8})\)/g),
    ...matches(words, /\/([万亿千]?[一-龥]{1,3})(?=$|\s)/g)
  ].filter(isUnit);
  if (found.length > 0) return unitName(found[found.length - 1]!);
  return /[%‰]/.exec(words)?.[0] ?? '';
}

function isUnit(text: string): boolean {
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

function bareLabel(text: string): string {
  return text
    .replace(/\(([^()]{1,10})\)/g, (all, inner: string) => (isUnit(inner) || /^[±%]+$/.test(inner) ? '' : all))
    .replace(/^\s*(?:\d+[.、]|[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\)|其中:?)\s*/, '')
    .replace(/\s/g, '');
}
