/** What has to be known of an .ods before the library reads it: cells that repeat, and what is hidden. */
import type { Worksheet } from '../../domain/sheet/worksheet';
import { Refusal } from './refusal';

export type Hidden = Pick<Worksheet, 'hidden' | 'hiddenRows' | 'hiddenColumns'>;

export interface CleanContent {
  readonly text: string;
  readonly hidden: ReadonlyMap<string, Hidden>;
}

/** More cells than this come from repeated cells only, some bytes that stand for millions. */
const MAX_CELLS = 4_000_000;
const MAX_ROWS = 1_048_576;
const ELEMENT = /<table:(table(?:-row|-column|-cell)?)(?![-\w])([^>]*?)(\/?)>/g;

/**
 * content.xml without formats that depend on the value (the library prints a warning for each), and what it hides.
 * @throws Refusal where a few bytes stand for millions of cells
 */
export function cleanContent(text: string): CleanContent {
  const unseen = new Set<string>();
  for (const [, style, inner] of text.matchAll(
    /<style:style style:name="([^"]*)" style:family="table"[^>]*>(.*?)<\/style:style>/gs
  )) {
    if (/table:display="false"/.test(inner!)) unseen.add(style!);
  }
  const hidden = new Map<string, { hidden: boolean; hiddenRows: Set<number>; hiddenColumns: Set<number> }>();
  let sheet = { hidden: false, hiddenRows: new Set<number>(), hiddenColumns: new Set<number>() };
  let [row, column, rows, cells] = [0, 0, 1, 0];
  for (const [, element, attributes, alone] of text.matchAll(ELEMENT)) {
    const times = Math.min(MAX_ROWS, Number(/number-(?:rows|columns)-repeated="(\d+)"/.exec(attributes!)?.[1] ?? 1));
    const collapsed = /visibility="(?:collapse|filter)"/.test(attributes!);
    if (element === 'table') {
      const style = /table:style-name="([^"]*)"/.exec(attributes!)?.[1] ?? '';
      sheet = { hidden: unseen.has(style), hiddenRows: new Set(), hiddenColumns: new Set() };
      hidden.set(unescapeXml(/table:name="([^"]*)"/.exec(attributes!)?.[1] ?? ''), sheet);
      [row, column] = [0, 0];
    } else if (element === 'table-column') {
      if (collapsed) addRange(sheet.hiddenColumns, column, Math.min(times, 1_000));
      column += times;
    } else if (element === 'table-row') {
      rows = times;
      if (collapsed) addRange(sheet.hiddenRows, row, times);
      row += times;
    } else if (alone === '' || /office:(?:\w+-)?value/.test(attributes!)) cells += rows * times;
    if (cells > MAX_CELLS || row > MAX_ROWS * 4) {
      throw new Refusal('过大', '表格里有单元格声明重复几百万次', '请打开检查，删去表外多余的内容，另存后再放进来。');
    }
  }
  return { text: cleanStyles(text), hidden };
}

/** Styles without maps from values to other formats. */
export function cleanStyles(text: string): string {
  return text.replace(/<style:map\b[^>]*\/>/g, '');
}

function addRange(set: Set<number>, from: number, count: number): void {
  for (let i = from; i < from + count; i++) set.add(i);
}

/** Text with the five entities that XML knows of itself. */
export function unescapeXml(text: string): string {
  const marks: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return text.replace(/&(\w+);/g, (whole, name: string) => marks[name] ?? whole);
}
