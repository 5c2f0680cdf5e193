/**
 * The rows of 数据 as files have them: every column there is, numbers bare with their unit in a column of its own. Cells
 * are made row by row when they are asked for, so that 200,000 rows need no memory of theirs.
 */
import type { Dataset } from '../model/dataset';
import type { Observation, ProgressRow, Source } from '../model/records';
import { filterTexts, orderText } from '../rows/filterText';
import type { RowFilter } from '../rows/filterRows';
import type { RowOrder } from '../rows/order';
import { QUALIFIER_WORDS } from '../rows/rowFields';
import { periodLabel } from '../time/periodLabel';
import { formatNumber } from '../wording/format';
import { statusText } from '../wording/observationText';
import { placeLabel } from '../wording/placeLabel';
import { left, number, right, type TableCell, type TableColumn, words } from './table';

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
      left('indicator', '指标'),
      left('theme', '主题'),
      left('place', '地区'),
      left('part', '分组'),
      left('period', '时期'),
      left('measure', '类别'),
      left('status', '状态'),
      left('qualifier', '限定'),
      right('value', '数值'),
      left('unit', '单位'),
      right('lower', '置信下限'),
      right('upper', '置信上限'),
      right('numerator', '分子'),
      right('denominator', '分母'),
      left('group', '口径组'),
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
      left('programme', '任务'),
      left('theme', '主题'),
      left('place', '地区'),
      left('period', '时期'),
      left('asOf', '截至'),
      right('target', '目标'),
      right('done', '完成'),
      left('unit', '单位'),
      right('rate', '完成率（%）'),
      left('status', '状态'),
      left('qualifier', '限定'),
      ...EVIDENCE
    ],
    count: rows.length,
    cells: (at) => taskCells(dataset.progress[rows[at]!]!),
    filters: filterTexts(dataset, filter),
    order: orderText(order)
  };
}

const EVIDENCE: readonly TableColumn[] = [
  left('written', '原文写作'),
  left('source', '来源'),
  left('grade', '级别'),
  left('publisher', '发布单位'),
  left('published', '发布日期'),
  left('section', '章节'),
  right('line', '行'),
  left('cell', '单元格'),
  left('note', '说明'),
  right('row', '数据表行')
];

function observationCells(o: Observation): TableCell[] {
  return [
    words(o.indicator.name),
    words(o.indicator.theme),
    words(placeLabel(o.place)),
    words(o.part),
    words(periodLabel(o.period)),
    words(o.measure),
    words(statusText(o)),
    words(QUALIFIER_WORDS[o.qualifier]),
    bare(o.value),
    words(o.indicator.unit),
    bare(o.lower),
    bare(o.upper),
    bare(o.numerator),
    bare(o.denominator),
    words(o.indicator.group),
    ...evidenceCells(o, o.source)
  ];
}

function taskCells(row: ProgressRow): TableCell[] {
  return [
    words(row.programme.name),
    words(row.programme.theme),
    words(placeLabel(row.place)),
    words(periodLabel(row.period)),
    words(row.asOf),
    bare(row.target),
    bare(row.done),
    words(row.unit),
    bare(row.rate),
    words(row.status),
    words(QUALIFIER_WORDS[row.qualifier]),
    ...evidenceCells(row, row.source)
  ];
}

function evidenceCells(row: Observation | ProgressRow, source: Source): TableCell[] {
  return [
    words(row.written),
    words(source.title),
    words(`${source.grade}级`),
    words(source.publisher),
    words(source.published),
    words(row.section),
    row.line === null ? words('') : number(String(row.line), row.line),
    words(row.cell),
    words(row.note),
    number(String(row.row), row.row)
  ];
}

/** A number as the table has it, without its unit; empty where there is none. */
function bare(value: number | null): TableCell {
  return value === null ? words('') : number(formatNumber(value, { decimals: null }), value);
}
