/** Tables pasted into a report's text: runs of lines whose cells tabs, bars or wide blanks divide. */
import type { ReportLine } from './lines';
import { numbersIn, type NumberToken } from './numbers';

export interface BlockCell {
  readonly text: string;
  readonly plain: string;
  /** Where the cell's words begin in the line, blanks aside. */
  readonly offset: number;
}

export interface BlockRow {
  readonly line: number;
  readonly cells: readonly BlockCell[];
}

export interface TableBlock {
  readonly rows: readonly BlockRow[];
  /** How many of the rows are the head. */
  readonly heads: number;
  /** The lines above the table, nearest last: its title, its unit. */
  readonly above: readonly string[];
}

export const NUMERIC =
  /^(?:约|近|超过?|不低于|不少于|[≥≤<>↑↓▲▼])?[-+]?\d[\d,]*(?:\.\d+)?\s*(?:[余多万亿千]*)(?:%|‰|[一-龥㎡]{0,4})?(?:以[上下内]|左右)?$/;
const TIME = /^(?:(?:19|20)\d{2}(?:年度?)?|(?:\d{4}年)?\d{1,2}(?:-\d{1,2})?月份?|第?[一二三四1-4]季度|(?:上|下)半年)$/;

/** The tables of a report. A table has a head without figures and at least one row with one. */
export function reportTables(lines: readonly ReportLine[]): TableBlock[] {
  const rows = lines.map((line) => rowOf(line));
  const tables: TableBlock[] = [];
  for (let i = 0; i < rows.length; i++) {
    if (!rows[i]) continue;
    let to = i;
    while (rows[to + 1] && rows[to + 1]!.by === rows[i]!.by) to++;
    const table = tableOf(
      rows.slice(i, to + 1).map((row) => row!.row),
      lines.slice(Math.max(0, i - 3), i)
    );
    if (table) tables.push(table);
    i = to;
  }
  return tables;
}

interface Divided {
  readonly row: BlockRow;
  readonly by: 'tab' | 'bar' | 'blank';
}

function rowOf(line: ReportLine): Divided | undefined {
  const { text, plain } = line;
  if (text.includes('\t')) return divided(line, /\t/g, 'tab');
  if ((plain.match(/\|/g) ?? []).length >= 2) return divided(line, /\|/g, 'bar');
  if (!/\S(?:\u3000| {2,}|\u2003)/.test(text) || /[。;]/.test(plain)) return undefined;
  const row = divided(line, /[\u3000\u2003]+ *| {2,}/g, 'blank');
  // Two words set apart are a signature or an address, not a row.
  return row.row.cells.length >= 2 && row.row.cells.every(({ plain: cell }) => cell.length <= 24) ? row : undefined;
}

function divided(line: ReportLine, mark: RegExp, by: Divided['by']): Divided {
  const cells: BlockCell[] = [];
  let from = 0;
  const add = (to: number) => {
    const raw = line.text.slice(from, to);
    const lead = raw.length - raw.replace(/^\s+/, '').length;
    const text = raw.trim();
    cells.push({ text, plain: line.plain.slice(from + lead, from + lead + text.length), offset: from + lead });
  };
  mark.lastIndex = 0;
  for (let m = mark.exec(line.text); m; m = mark.exec(line.text)) {
    add(m.index);
    from = m.index + m[0].length;
  }
  add(line.text.length);
  // Bars stand on the outside too, and indents aren't cells.
  if (by !== 'tab' && cells[0]?.text === '') cells.shift();
  if (by !== 'tab' && cells[cells.length - 1]?.text === '') cells.pop();
  return { row: { line: line.line, cells }, by };
}

function tableOf(all: readonly BlockRow[], above: readonly ReportLine[]): TableBlock | undefined {
  const rows = all.filter(({ cells }) => !cells.every(({ plain }) => /^[-:\s]*$/.test(plain)));
  const heads = rows.findIndex(({ cells }) => isData(cells));
  if (heads < 1 || rows.length <= heads) return undefined;
  const words = above.map(({ plain }) => plain.trim()).filter((text) => text !== '' && text.length <= 60);
  return { rows, heads, above: words };
}

/** Whether a cell says a time and no amount: 2022年, 1-9月. */
export function isTime(plain: string): boolean {
  return TIME.test(plain);
}

/** The number that a cell is; undefined where it is more than one number, a range, or words. */
export function wholeNumber(plain: string): NumberToken | undefined {
  if (!NUMERIC.test(plain)) return undefined;
  const [token, ...more] = numbersIn(plain);
  if (!token || more.length > 0 || token.range) return undefined;
  return plain.slice(token.writtenEnd).trim() === '' ? token : undefined;
}

/** A row of figures: some cell after the first is a figure, and not all of these are times. */
function isData(cells: readonly BlockCell[]): boolean {
  const figures = cells.slice(1).filter(({ plain }) => NUMERIC.test(plain) && /\d/.test(plain));
  return figures.length > 0 && !figures.every(({ plain }) => isTime(plain));
}
