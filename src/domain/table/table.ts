/**
 * The table twin of a chart: the same rows in the same order with the same rounding, and what the chart leaves out
 * as rows of its own. Each answer's table stands beside the answer; here are the types and the makers of cells.
 */
import type { SourceLine } from '../evidence/citation';
import type { LightLevel } from '../lights/rule';
import type { Observation, ProgressRow } from '../model/records';
import { formatNumber } from '../wording/format';
import type { Note } from '../wording/note';
import { partsText } from '../wording/interval';
import { withoutFullStop } from '../wording/withoutFullStop';

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
  readonly sources?: readonly SourceLine[];
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
  return [o.status === '实际' ? '' : o.status === '预计' ? '预计数' : o.status, partsText(o), o.note];
}

/** Titles with their grade, each once. */
export function titles(rows: readonly (Observation | ProgressRow)[]): string {
  return [...new Set(rows.map(({ source }) => `${source.title}（${source.grade}级）`))].join('；');
}

export function remarks(parts: readonly string[]): string {
  return [...new Set(parts.map(withoutFullStop).filter(Boolean))].join('；');
}

export function figure(value: number | null, style: Parameters<typeof formatNumber>[1]): TableCell {
  return value === null ? words('') : number(formatNumber(value, style), value);
}

export function number(text: string, value: number | null): TableCell {
  return { text, value };
}

/** The cell with where its figure stands; an empty cell stands nowhere. */
export function stands(cell: TableCell, sources: readonly SourceLine[]): TableCell {
  return cell.text === '' || sources.length === 0 ? cell : { ...cell, sources };
}

export function words(text: string): TableCell {
  return { text, value: null };
}

export function blanks(n: number): TableCell[] {
  return Array.from({ length: n }, () => words(''));
}

export function left(key: string, title: string): TableColumn {
  return { key, title, align: '左' };
}

export function right(key: string, title: string): TableColumn {
  return { key, title, align: '右' };
}
