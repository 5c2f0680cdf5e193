/**
 * What a table of a worksheet means: which rows are heads, what each column holds. A plain JSON value, so that it can
 * be kept, handed to a colleague and put on next month's file of the same shape.
 */
export const COLUMN_ROLES = ['地区', '项目', '分组', '度量', '时期', '单位', '备注', '数字', '不读'] as const;

/**
 * 项目 is an indicator or a task; 分组 a word over several rows, as merged cells on the left are; 度量 says of a row
 * what its figures are (目标, 完成 …); 单位 the unit they are in.
 */
export type ColumnRole = (typeof COLUMN_ROLES)[number];

export const SHEET_MEASURES = ['value', 'target', 'done', 'rate', 'yoy', 'yoy_pp', 'rank', 'share', 'change'] as const;

/** `change` is a rise or fall in the figure's own unit, for which the tables have no place. */
export type SheetMeasure = (typeof SHEET_MEASURES)[number];

export const MEASURE_LABELS: Readonly<Record<SheetMeasure, string>> = {
  value: '数值',
  target: '目标',
  done: '完成',
  rate: '完成率',
  yoy: '同比（%）',
  yoy_pp: '同比（百分点）',
  rank: '位次',
  share: '占比',
  change: '增减数'
};

export interface LayoutColumn {
  /** What the heads say, one level after the other, joined by ` / `; empty where they say nothing. */
  readonly head: string;
  readonly role: ColumnRole;
  /** For 数字: what the person says of the column; empty where heads, row and title say it. */
  readonly measure: SheetMeasure | '';
  readonly item: string;
  readonly place: string;
  readonly period: string;
  readonly unit: string;
}

/** What the words of a row of heads name, times, units and measures aside. */
export type HeadNames = '项目' | '地区';

export interface SheetLayout {
  readonly form: 1;
  /** Equal for tables of one shape: the words of the heads without times. */
  readonly signature: string;
  /** First row of the heads, and what each of their rows names. */
  readonly first: number;
  readonly heads: readonly HeadNames[];
  /** Last row; null where the table ends by itself. */
  readonly last: number | null;
  /** Column of `columns[0]`. */
  readonly left: number;
  readonly columns: readonly LayoutColumn[];
  /** What the sheet's name says of all its figures. */
  readonly sheetName: '' | '地区' | '时期' | '项目';
  /** Said by the person of all figures; empty where the title or the sheet's name says it. */
  readonly fixed: { readonly place: string; readonly item: string; readonly period: string; readonly unit: string };
}
