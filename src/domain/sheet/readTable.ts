/** A table of a worksheet and what it means, read into facts; what can't be read is named with its cell. */
import type { Decision } from '../batch/batch';
import type { Remark } from '../batch/proposal';
import { finish, type Steps, STEP_ROWS } from '../steps/steps';
import { scaledUnit } from '../read/units';
import type { Period } from '../time/period';
import { byText } from './byText';
import { figureOf } from './figure';
import { figureColumns, tablePeriod, type SheetFigureColumn } from './figureColumns';
import { cellName, gridOf, type Grid } from './grid';
import type { SheetLayout, SheetMeasure } from './layout';
import { totalOf } from './placeText';
import { LabelReader, type RowLabels } from './rowLabels';
import type { SheetFact } from './sheetFact';
import { isOfOneMonth } from './sheetPeriod';
import { sumRemarks } from './sumRemarks';
import { yearBefore } from '../time/period';
import { linesAbove, tableFrom } from './tablesIn';
import { titleOf, titleUnit, type Title } from './title';
import type { Worksheet } from './worksheet';

export interface TableReading {
  /** The line above the table that names it; empty where there is none. */
  readonly title: string;
  readonly facts: readonly SheetFact[];
  readonly remarks: readonly Remark[];
  readonly decisions: readonly Decision[];
}

/** What holds for a whole table. */
interface Frame {
  readonly grid: Grid;
  readonly layout: SheetLayout;
  readonly title: Title;
  readonly period: Period | undefined;
  readonly place: string;
  readonly item: string;
  readonly columns: readonly SheetFigureColumn[];
  /** Whether a name is a sum. */
  readonly total: (name: string) => SheetFact['total'];
}

/** What a column of figures is read as where its rows say nothing else; for the person to look through. */
export interface ColumnReading {
  readonly column: number;
  readonly measure: SheetMeasure;
  readonly item: string;
  readonly place: string;
  readonly period: string;
  readonly unit: string;
}

/** The columns of figures, in the words of the heads, the title and the person. */
export function columnReadings(sheet: Worksheet, layout: SheetLayout): ColumnReading[] {
  const frame = frameOf(sheet, layout);
  return frame.columns.map(({ column, measure, item, place, period, unit }) => ({
    column,
    measure,
    item: item || frame.item,
    place: place || frame.place,
    period: (period ?? frame.period)?.text ?? '',
    unit: unit || unitOfMeasure(measure) || layout.fixed.unit || titleUnit(frame.title, item)
  }));
}

/** Every figure of the table as a fact, in reading order; every cell that can't be read as a remark. */
export function readTable(sheet: Worksheet, layout: SheetLayout): TableReading {
  return finish(readTableSteps(sheet, layout));
}

/** The same in parts. */
export function* readTableSteps(sheet: Worksheet, layout: SheetLayout): Steps<TableReading> {
  const frame = frameOf(sheet, layout);
  const last = layout.last ?? (yield* tableFrom(frame.grid, layout.first, layout.heads.length)).last;
  const { grid } = frame;
  const { columns } = frame;
  const facts: SheetFact[] = [];
  const remarks: Remark[] = [];
  const totals = new Set<string>();
  const labels = new LabelReader(
    grid,
    layout,
    columns.map(({ column }) => column),
    frame.period
  );
  for (let r = layout.first + layout.heads.length; r <= last; r++) {
    if (r % STEP_ROWS === 0) yield r;
    const row = labels.read(r);
    if (!row) continue;
    for (const column of columns) {
      const fact = factAt(frame, row, r, column, remarks);
      if (!fact) continue;
      if (fact.total !== '') totals.add(row.total || frame.total(fact.place) || fact.place);
      facts.push(fact);
    }
  }
  for (const remark of [...unscaled(frame, facts), ...sumRemarks(facts)]) remarks.push(remark);
  const decisions = [...totals].map((name) => ({
    question: `${sheet.name}：“${name}”是各行之和，要不要`,
    answer: '不采用，由看板自己相加',
    automatic: true
  }));
  return { title: frame.title.text, facts, remarks, decisions };
}

function frameOf(sheet: Worksheet, layout: SheetLayout): Frame {
  const grid = gridOf(sheet);
  const title = titleOf(linesAbove(grid, layout.first));
  const named = (names: SheetLayout['sheetName']) => (layout.sheetName === names ? sheet.name.replace(/\s/g, '') : '');
  const period = tablePeriod(grid, layout, title);
  const columns = figureColumns(grid, layout, period);
  // A table whose heads and rows name nothing is of what its title says.
  const nameless = columns.every(({ item }) => item === '') && layout.columns.every(({ role }) => role !== '项目');
  return {
    grid,
    layout,
    title,
    period,
    place: layout.fixed.place || named('地区') || title.place,
    item: layout.fixed.item || named('项目') || (nameless ? title.item : ''),
    columns,
    total: byText(totalOf)
  };
}

const UNREAD_TODO = '请在表里改成一个数；没有数的留空。';

function factAt(
  frame: Frame,
  row: RowLabels,
  r: number,
  column: SheetFigureColumn,
  remarks: Remark[]
): SheetFact | undefined {
  const { sheet } = frame.grid;
  const cell = frame.grid.cell(r, column.column);
  if (!cell || frame.grid.covered(r, column.column)) return undefined;
  const origin = { file: sheet.file, sheet: sheet.name, cell: cellName(r, column.column), shown: cell.shown };
  const figure = figureOf(cell);
  if (figure.kind === 'none') {
    const why = `“${cell.shown.trim()}”不是数，按没有数处理`;
    remarks.push({ level: '提醒', origin, rule: '占位', why, todo: '有数的请补上；确实没有的不用处理。' });
    return undefined;
  }
  if (figure.kind === 'unread') {
    remarks.push({ level: '未采用', origin, rule: '不是数字', why: figure.why, todo: UNREAD_TODO });
    return undefined;
  }
  if (figure.odd !== '')
    remarks.push({ level: '提醒', origin, rule: '显示不同', why: figure.odd, todo: '请核对单元格的数字格式和单位。' });
  const statedMeasure = column.measure !== 'value' ? column.measure : row.measure;
  // A rate changes by points, whatever the head calls it.
  const measure = statedMeasure === 'yoy' && /百分点$/.test(figure.unit) ? 'yoy_pp' : statedMeasure;
  const item = joined(row.item, column.item) || frame.item;
  const place = column.place || row.place || frame.place;
  const outer =
    column.unit || unitOfMeasure(measure) || row.unit || frame.layout.fixed.unit || titleUnit(frame.title, item);
  const unit =
    measure === 'rank'
      ? ''
      : figure.unit !== '' && !/^[万亿]$/.test(figure.unit)
        ? figure.unit
        : scaledUnit(figure.unit, outer, item);
  return {
    file: sheet.file,
    sheet: sheet.name,
    cell: origin.cell,
    row: r,
    column: column.column,
    place,
    item,
    part: row.part || column.part,
    measure,
    period: periodOf(frame, row, column)?.text ?? '',
    ...(isOfOneMonthAlone(frame, row, column, measure) ? { ofOneMonth: true } : {}),
    unit,
    value: figure.value,
    qualifier: figure.qualifier,
    shown: cell.shown.trim(),
    note: row.note,
    total: frame.total(place) || frame.total(row.total),
    hidden: sheet.hidden || sheet.hiddenRows.has(r) || sheet.hiddenColumns.has(column.column)
  };
}

/** Of a name on the left and one above both, unless they are the same: 高血压 and 管理人数. */
function joined(left: string, above: string): string {
  return above === '' || left === above || left.endsWith(above) ? left || above : left === '' ? above : left + above;
}

/** 上年同期 is a year before the row's own time; any other head goes before the row, the row before the title. */
function periodOf(frame: Frame, row: RowLabels, column: SheetFigureColumn): Period | undefined {
  if (column.relative && row.period) return yearBefore(row.period);
  return column.period ?? row.period ?? frame.period;
}

/** A title speaks for the targets alone (2024年12月工作计划): what was done by a month is up to its end. */
function isOfOneMonthAlone(
  { title, period }: Frame,
  row: RowLabels,
  column: SheetFigureColumn,
  measure: SheetMeasure
): boolean {
  if (column.ofOneMonth || row.ofOneMonth) return true;
  const isUntimed = !column.period && !row.period && period?.kind === '月';
  return isUntimed && measure === 'target' && isOfOneMonth(title.text);
}

function unitOfMeasure(measure: SheetMeasure): string {
  if (measure === 'rate' || measure === 'yoy' || measure === 'share') return '%';
  return measure === 'yoy_pp' ? '个百分点' : '';
}

/** Rates that look like shares of one: 0.85 under 完成率（%）. */
function unscaled({ grid }: Frame, facts: readonly SheetFact[]): Remark[] {
  const columns = new Map<number, SheetFact[]>();
  for (const fact of facts)
    if (fact.unit === '%' && fact.measure !== 'yoy') {
      const own = columns.get(fact.column);
      if (own) own.push(fact);
      else columns.set(fact.column, [fact]);
    }
  return [...columns.values()]
    .filter(
      (all) =>
        all.length > 1 &&
        all.every(({ value, shown }) => value >= 0 && value <= 1.2 && !/[%％]/.test(shown)) &&
        all.some(({ value }) => value !== 0 && value !== 1)
    )
    .map((all) => ({
      level: '提醒',
      origin: { file: grid.sheet.file, sheet: grid.sheet.name, cell: all[0]!.cell, shown: all[0]!.shown },
      rule: '单位',
      why: `这一列的单位是%，${all.length}个数却都不超过1.2，像是没有乘100`,
      todo: '请核对；应为百分数的，请在表里乘以100，或把单元格设成百分比格式。'
    }));
}
