/**
 * The rows of 数据 as files have them: every column there is, numbers bare with their unit in a column of its own. Cells
 * are made row by row when they are asked for, so that 200,000 rows need no memory of theirs.
 */
import type { Dataset } from '../model/dataset';
import type { Observation, ProgressRow, Source } from '../model/records';
import { filterTexts, orderText } from '../rows/filterText';
import type { RowFilter } from '../rows/filterRows';
import type { RowOrder } from '../rows/sorts';
import { QUALIFIER_WORDS } from '../rows/rowFields';
import { periodLabel } from '../time/periodLabel';
import { formatNumber } from '../wording/format';
import { statusText } from '../wording/observationText';
import { placeLabel } from '../wording/placeLabel';
import { textColumn, valueCell, numberColumn, type TableCell, type TableColumn, textCell } from './table';

export interface RowList {
  readonly name: '指标数' | '任务记录';
  /** Whether the rows are invented. */
  readonly fictional: boolean;
  readonly columns: readonly TableColumn[];
  /** How many rows answer the filters. */
  readonly count: number;
  /** Cells of the row at a position of the list, 0-based; one cell a column. */
  readonly cells: (at: number) => TableCell[];
  /** The filters in force, in words; empty for none. */
  readonly filters: readonly string[];
  /** `按数值从高到低`, or `按原表顺序`. */
  readonly order: string;
}

/** @param rows numbers of the rows that answer the filter, in order, as `observationRows` gives them */
export function observationList(dataset: Dataset, rows: Int32Array, filter: RowFilter, order: RowOrder): RowList {
  return {
    name: '指标数',
    fictional: dataset.fictional,
    columns: [
      textColumn('indicator', '指标'),
      textColumn('theme', '主题'),
      textColumn('place', '地区'),
      textColumn('part', '分组'),
      textColumn('period', '时期'),
      textColumn('measure', '类别'),
      textColumn('status', '状态'),
      textColumn('qualifier', '限定'),
      numberColumn('value', '数值'),
      textColumn('unit', '单位'),
      numberColumn('lower', '置信下限'),
      numberColumn('upper', '置信上限'),
      numberColumn('numerator', '分子'),
      numberColumn('denominator', '分母'),
      textColumn('group', '口径组'),
      ...EVIDENCE
    ],
    count: rows.length,
    cells: (at) => observationCells(dataset.observation(rows[at]!)),
    filters: filterTexts(dataset, filter),
    order: orderText(order)
  };
}

/** As `observationList`, of the rows that `progressRows` gives. */
export function taskList(dataset: Dataset, rows: Int32Array, filter: RowFilter, order: RowOrder): RowList {
  return {
    name: '任务记录',
    fictional: dataset.fictional,
    columns: [
      textColumn('programme', '任务'),
      textColumn('theme', '主题'),
      textColumn('place', '地区'),
      textColumn('period', '时期'),
      textColumn('asOf', '截至'),
      numberColumn('target', '目标'),
      numberColumn('done', '完成'),
      textColumn('unit', '单位'),
      numberColumn('rate', '完成率（%）'),
      textColumn('status', '状态'),
      textColumn('qualifier', '限定'),
      ...EVIDENCE
    ],
    count: rows.length,
    cells: (at) => taskCells(dataset.progress[rows[at]!]!),
    filters: filterTexts(dataset, filter),
    order: orderText(order)
  };
}

const EVIDENCE: readonly TableColumn[] = [
  textColumn('written', '原文写作'),
  textColumn('source', '来源'),
  textColumn('grade', '级别'),
  textColumn('publisher', '发布单位'),
  textColumn('published', '发布日期'),
  textColumn('section', '章节'),
  numberColumn('line', '行'),
  textColumn('cell', '单元格'),
  textColumn('note', '说明'),
  numberColumn('row', '数据表行')
];

function observationCells(o: Observation): TableCell[] {
  return [
    textCell(o.indicator.name),
    textCell(o.indicator.theme),
    textCell(placeLabel(o.place)),
    textCell(o.part),
    textCell(periodLabel(o.period)),
    textCell(o.measure),
    textCell(statusText(o)),
    textCell(QUALIFIER_WORDS[o.qualifier]),
    bare(o.value),
    textCell(o.indicator.unit),
    bare(o.lower),
    bare(o.upper),
    bare(o.numerator),
    bare(o.denominator),
    textCell(o.indicator.group),
    ...evidenceCells(o, o.source)
  ];
}

function taskCells(row: ProgressRow): TableCell[] {
  return [
    textCell(row.programme.name),
    textCell(row.programme.theme),
    textCell(placeLabel(row.place)),
    textCell(periodLabel(row.period)),
    textCell(row.asOf),
    bare(row.target),
    bare(row.done),
    textCell(row.unit),
    bare(row.rate),
    textCell(row.status),
    textCell(QUALIFIER_WORDS[row.qualifier]),
    ...evidenceCells(row, row.source)
  ];
}

function evidenceCells(row: Observation | ProgressRow, source: Source): TableCell[] {
  return [
    textCell(row.written),
    textCell(source.title),
    textCell(`${source.grade}级`),
    textCell(source.publisher),
    textCell(source.published),
    textCell(row.section),
    row.line === null ? textCell('') : valueCell(String(row.line), row.line),
    textCell(row.cell),
    textCell(row.note),
    valueCell(String(row.row), row.row)
  ];
}

/** A number as the table has it, without its unit; empty where there is none. */
function bare(value: number | null): TableCell {
  return value === null ? textCell('') : valueCell(formatNumber(value, { decimals: null }), value);
}
