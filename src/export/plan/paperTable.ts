/** The table of a figure on upright paper: as many columns and rows as are read there; what is left out is said. */
import { textWidth } from '../../charts/drawing';
import type { Figure } from '../../figures/figure';

export interface PaperTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Whether a column is set to the right. */
  readonly right: readonly boolean[];
  /** Shares of the width of the text; their sum is 1. */
  readonly widths: readonly number[];
  /** What isn't in it, one sentence; empty for a whole table. */
  readonly remark: string;
}

const MOST_COLUMNS = 7;
/** Beside a chart the table is an addition; without one it is what the reader came for. */
const MOST_ROWS = { beside: 12, alone: 40 };
/** Where they come from is said by footnotes. */
const SOURCE_COLUMNS = /^(来源|出处|等级)$/;

/** The table of a figure for upright paper: its first rows, and the columns in which something stands. */
export function paperTable(figure: Figure): PaperTable {
  const { columns, rows } = figure.table;
  const most = figure.body.kind === 'chart' || figure.body.kind === 'cards' ? MOST_ROWS.beside : MOST_ROWS.alone;
  const kept = columnsKept(figure, rows.slice(0, most));
  const shown = rows.slice(0, most).map((row) => kept.map((at) => row[at]!.text));
  const head = kept.map((at) => columns[at]!.title);
  const left = columns.filter((_, at) => !kept.includes(at)).map(({ title }) => title);
  const remarks = [
    rows.length > most ? `表中是前${most}行，共${rows.length}行` : '',
    left.length > 6 ? `另有${left.length}列没有列出` : left.length > 0 ? `没有列出：${left.join('、')}` : ''
  ].filter(Boolean);
  return {
    head,
    rows: shown,
    right: kept.map((at) => columns[at]!.align === '右'),
    widths: shares(head, shown),
    remark: remarks.length > 0 ? `${remarks.join('；')}。全部的数见导出的XLSX或CSV。` : ''
  };
}

/** Those the wall shows where it has chosen; else the first that aren't about sources. A column without a text is left out. */
function columnsKept({ body, table }: Figure, rows: Figure['table']['rows']): number[] {
  const all = body.kind === 'table' ? [...body.columns] : table.columns.map((_, at) => at);
  const said = all.filter((at) => rows.some((row) => row[at]!.text.trim() !== ''));
  const own = said.filter((at) => !SOURCE_COLUMNS.test(table.columns[at]!.title));
  return own.slice(0, MOST_COLUMNS);
}

/** What a line of the table holds, in ems of its type, and what the cell needs beside its text. */
const LINE = 49;
const CELL = 1;
/** Up to this a column stays in one line: numbers, lights, dates. */
const SHORT = 8.5;
const LEAST = 7;

/** Short columns take what they need; those of sentences share the rest and take lines, not the page. */
function shares(head: readonly string[], rows: readonly (readonly string[])[]): number[] {
  const wanted = head.map((title, at) => {
    const widths = rows.map((row) => Math.max(...row[at]!.split('\n').map((line) => textWidth(line, 1))));
    return Math.max(Math.min(textWidth(title, 1), 4), ...widths) + CELL;
  });
  const total = (widths: readonly number[]) => widths.reduce((sum, width) => sum + width, 0);
  const long = wanted.filter((width) => width > SHORT);
  const room = LINE - (total(wanted) - total(long));
  const fitted = wanted.map((width) =>
    width > SHORT && total(long) > room ? Math.max(LEAST, (width / total(long)) * room) : width
  );
  return fitted.map((width) => width / total(fitted));
}
