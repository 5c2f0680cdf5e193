/**
 * The table of a chart: the same rows in the same order with the same rounding, and what the chart leaves out
 * as rows of its own. Each answer's table stands beside the answer; here are the types and the makers of cells.
 */
import type { Citation } from '../evidence/citation';
import type { LightLevel } from '../lights/rule';
import type { Observation, Source } from '../model/records';
import { formatNumber } from '../wording/format';
import type { Note } from '../wording/note';
import { partsText } from '../wording/interval';
import { withoutFullStop } from '../wording/withoutFullStop';
import { gradedTitle } from '../wording/position';

export interface TableColumn {
  readonly key: string;
  readonly title: string;
  readonly align: '左' | '右';
}

export interface TableCell {
  readonly text: string;
  /** The number behind the text, not rounded; null where the cell isn't a number. */
  readonly value: number | null;
  /** Where the figure stands in the reports; absent where the cell isn't one. */
  readonly sources?: readonly Citation[];
  /** The light it tells, whose colour it may wear; absent where it tells none. */
  readonly light?: LightLevel;
}

export interface Table {
  readonly caption: string;
  readonly columns: readonly TableColumn[];
  /** One cell a column. */
  readonly rows: readonly (readonly TableCell[])[];
  readonly notes: readonly Note[];
}

/** What a figure's own row says about it. */
export function observationRemarks(o: Observation): string[] {
  return [
    o.status === '实际' ? '' : o.status === '预计' ? '预计数' : o.status,
    o.smallBase === undefined ? '' : `基数小（分母不足${o.smallBase}）`,
    partsText(o),
    o.note
  ];
}

/** Titles with their grade, each once. */
export function sourceTitles(rows: readonly { readonly source: Source }[]): string {
  return [...new Set(rows.map(({ source }) => gradedTitle(source)))].join('；');
}

export function joinedRemarks(parts: readonly string[]): string {
  return [...new Set(parts.map(withoutFullStop).filter(Boolean))].join('；');
}

export function numberCell(value: number | null, style: Parameters<typeof formatNumber>[1]): TableCell {
  return value === null ? textCell('') : valueCell(formatNumber(value, style), value);
}

export function valueCell(text: string, value: number | null): TableCell {
  return { text, value };
}

/** The cell with where its figure stands; an empty cell stands nowhere. */
export function withSources(cell: TableCell, sources: readonly Citation[]): TableCell {
  return cell.text === '' || sources.length === 0 ? cell : { ...cell, sources };
}

export function textCell(text: string): TableCell {
  return { text, value: null };
}

export function emptyCells(n: number): TableCell[] {
  return Array.from({ length: n }, () => textCell(''));
}

export function textColumn(key: string, title: string): TableColumn {
  return { key, title, align: '左' };
}

export function numberColumn(key: string, title: string): TableColumn {
  return { key, title, align: '右' };
}
