/** The facts of a table: each figure with the unit, kind, name and time that its head and its row give it. */
import type { Period } from '../time/period';
import type { FactKind } from './factKind';
import { spanSaid } from './factPeriod';
import type { NumberToken } from './numbers';
import { qualifierOf, type ReadFact } from './proposal';
import type { Section } from './sections';
import { isTime, NUMERIC, wholeNumber, type BlockCell, type TableBlock, type BlockRow } from './tableBlocks';
import { bareLabel, reportColumns, isUnit, unitIn, type Column } from './tableColumns';
import { fittingUnit, scaledUnit, unitName } from './units';

const PLACE = /(?:省|市|县|区|镇|乡|街道|村|社区|医院|卫生院|中心|站|院|所|合计|总计|小计|局|旗|州|集团|分院|农场)$/;
const LABEL_COLUMN = /(?:地区|县区|区县|单位|机构|乡镇|街道|医院|名称|辖区)/;

/** What holds for a whole table. */
interface Frame {
  readonly label: number;
  readonly unitColumn: number;
  /** Rows are places, and columns say what is counted. */
  readonly places: boolean;
  readonly section: Section;
  readonly period: Period;
  readonly table: TableBlock;
}

/** What holds for a row: its label, the group of rows above it, its unit. */
interface RowHead {
  readonly label: string;
  readonly group: string;
  readonly unit: string;
}

/** Every figure of the table as a fact; cells that hold none, `—`, words or dates, are passed over. */
export function tableProposals(table: TableBlock, section: Section, period: Period): ReadFact[] {
  const heads = table.rows[table.heads - 1]!.cells;
  const unitColumn = heads.findIndex(({ plain }) => /^(?:计量)?单位$/.test(plain));
  const label = labelColumn(table, unitColumn);
  const columns = reportColumns(table, label, period);
  const body = table.rows.slice(table.heads);
  const labels = body.map(({ cells }) => cells[label]?.plain ?? '').filter((text) => text !== '');
  const places =
    labels.filter((text) => PLACE.test(text)).length * 2 > labels.length ||
    LABEL_COLUMN.test(table.rows[0]!.cells[label]?.plain.replace(/指标名称|项目名称/, '') ?? '');
  const frame: Frame = { label, unitColumn, places, section, period, table };
  const found: ReadFact[] = [];
  let group = '';
  let parent = '';
  for (const row of body) {
    const own = row.cells[label]?.plain ?? '';
    // A merged cell on the left stands only in the first of its rows; 其中 divides the row before.
    if (label > 0) group = bareLabel(row.cells[label - 1]?.plain ?? '') || group;
    const part = /^其中/.test(own);
    if (!part) parent = bareLabel(own);
    const head: RowHead = {
      label: bareLabel(own),
      group: part ? parent : /^\d*$/.test(group) ? '' : group,
      unit: (unitColumn > label ? (row.cells[unitColumn]?.plain ?? '') : '') || unitIn(own)
    };
    for (let i = label + 1; i < row.cells.length; i++) {
      const column = columns[i];
      if (!column || column.skipped || i === unitColumn) continue;
      const proposal = cellProposal(row, row.cells[i]!, column, head, frame);
      if (proposal) found.push(proposal);
    }
  }
  return found;
}

function cellProposal(
  { line }: BlockRow,
  cell: BlockCell,
  column: Column,
  row: RowHead,
  { places, section, period, table }: Frame
): ReadFact | undefined {
  const token = isTime(cell.plain) ? undefined : wholeNumber(cell.plain);
  if (!token) return undefined;
  const kind = column.kind === 'value' && section.planned ? 'plan' : kindOf(column, row.label);
  const phrases = namesOf(column.name, row, places, section, table);
  const unit = kind === 'rank' ? '' : unitOf(token, kind, column, row, table, phrases[0]!);
  // ↓3.2 under 同比 is a fall.
  const arrow = /^yoy/.test(kind) && /[↑▲↓▼]$/.test(cell.plain.slice(0, token.writtenStart)) ? 1 : 0;
  const from = token.writtenStart - arrow;
  const value = arrow === 1 && /[↓▼]/.test(cell.plain[from]!) ? -token.value : token.value;
  const written = cell.text.slice(from, token.writtenEnd);
  const qualifier = qualifierOf(written, value, unit, kind);
  if (qualifier === undefined) return undefined;
  const rowSpan = /^(?:19|20)\d{2}年?|^\d{1,2}月|季度$|半年$/.test(row.label) ? spanSaid(row.label, period) : undefined;
  const { start, end } = column.span ?? rowSpan ?? period;
  return {
    line,
    offset: cell.offset + from,
    written,
    value,
    qualifier,
    unit,
    kind,
    name: phrases[0]!,
    alternatives: phrases.slice(1, 5),
    period: { start, end }
  };
}

function kindOf({ kind }: Column, rowLabel: string): FactKind {
  if (kind !== 'value') return kind;
  return /完成率$/.test(rowLabel)
    ? 'completion_rate'
    : /占比$|比重$/.test(rowLabel) && !/[药耗材]占比/.test(rowLabel)
      ? 'share'
      : kind;
}

/** A figure's own unit, else its column's, its row's, the table's; last what its name says it counts. */
function unitOf(
  token: NumberToken,
  kind: FactKind,
  column: Column,
  row: RowHead,
  table: TableBlock,
  name: string
): string {
  if (token.unit !== '' && !/^[万亿]$/.test(token.unit)) return token.unit;
  const changed =
    kind === 'yoy' || kind === 'share' || kind === 'completion_rate' ? '%' : kind === 'yoy_pp' ? '个百分点' : '';
  return scaledUnit(token.unit, column.unit || changed || unitName(row.unit) || unitName(tableUnit(table, name)), name);
}

function namesOf(column: string, row: RowHead, places: boolean, section: Section, table: TableBlock): string[] {
  const title = (table.above[table.above.length - 1] ?? '').replace(
    /^\s*(?:[一二三四五六七八九十]+[、.]|\([一二三四五六七八九十]+\)|表\d*[:：\s]*|附[件表]?\d*[:：\s]*)/,
    ''
  );
  const topic = /单位/.test(title) ? section.heading : bareLabel(title) || section.heading;
  const { label, group } = row;
  const time = isTime(label);
  const first =
    places || time ? column || topic || label : PLACE.test(column) || column === '' ? label : label + column;
  const offers = [first, group + first, label + column, column, label, topic + column];
  const names = offers.filter((name, i) => name.length > 1 && offers.indexOf(name) === i);
  return names.length > 0 ? names : ['未命名'];
}

/** The column that names the rows: the last one of words before the first of figures. */
function labelColumn({ rows, heads }: TableBlock, unitColumn: number): number {
  const body = rows.slice(heads);
  const width = Math.max(...body.map(({ cells }) => cells.length));
  const figures = (i: number) => body.filter(({ cells }) => NUMERIC.test(cells[i]?.plain ?? '')).length;
  const words = (i: number) =>
    body.filter(({ cells }) => /[一-龥A-Za-z]/.test(cells[i]?.plain ?? '') && !NUMERIC.test(cells[i]!.plain)).length;
  let label = 0;
  for (let i = 0; i < width; i++) {
    if (i === unitColumn) continue;
    if (words(i) > figures(i)) label = i;
    else if (figures(i) > 0 && !(i === 0 && /^(?:序号|编号|\s*)$/.test(rows[0]!.cells[0]?.plain ?? ''))) break;
  }
  return label;
}

/** The unit said above the table, also in its title: 医疗服务量(万人次). Of several, 单位:人、%, the one that fits the name. */
function tableUnit({ above }: TableBlock, name: string): string {
  for (let i = above.length - 1; i >= 0; i--) {
    const unitNote =
      /单位\s*[:为]\s*([^\s;()]+)\s*\)?\s*$/.exec(above[i]!) ?? /\(\s*([^\s;()]+)\s*\)\s*$/.exec(above[i]!);
    const units = (unitNote?.[1] ?? '').split(/[、,/]/).filter(isUnit);
    if (units.length > 0) return fittingUnit(units, name);
  }
  return '';
}
