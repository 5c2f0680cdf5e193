/** Where a figure stands in its source, and the words of that. */
import type { Observation, Source } from '../model/records';

/** A line of a text, or a cell of a table. */
export type SourcePosition = Pick<Observation, 'line' | 'cell'>;

/** `第7行`, `单元格Sheet1!D7`; empty where neither is known. */
export function positionText({ line, cell }: SourcePosition): string {
  if (line !== null) return `第${line}行`;
  return cell === '' ? '' : `单元格${cell}`;
}

/** Equal where two figures stand in one line, or in one cell, of one source. */
export function positionKey({ line, cell, source }: SourcePosition & Pick<Observation, 'source'>): string {
  return `${source.id} ${line ?? cell}`;
}

/** `甲县2020年总结（A级）`. */
export function gradedTitle({ title, grade }: Pick<Source, 'title' | 'grade'>): string {
  return `${title}（${grade}级）`;
}

/** `甲县2020年总结（A级）第7行`: where a figure stands. */
export function statedAt(row: SourcePosition & { readonly source: Pick<Source, 'title' | 'grade'> }): string {
  return `${gradedTitle(row.source)}${positionText(row)}`;
}
