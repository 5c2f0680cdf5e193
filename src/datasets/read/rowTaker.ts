/** Records of a table to its rows, each with its line; what is no row is reported. */
import { shortValue } from '../../domain/model/issue';
import type { IssueList } from './issueList';

export interface RawRow {
  /** Line in the file where the record starts; the file begins with line 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface OpenTable {
  readonly file: string;
  /** Header cells, blanks around them removed; unnamed trailing columns are dropped. */
  readonly header: readonly string[];
  readonly headerLine: number;
  readonly delimiter: string;
  /** What follows the header, line ends normalised, and the line it begins with. */
  readonly body: string;
  readonly bodyLine: number;
}

/** Takes records for rows: those of the header's width, and no blank ones. */
export class RowTaker {
  rejected = 0;
  rows: RawRow[] = [];

  constructor(
    private readonly table: OpenTable,
    private readonly issues: IssueList
  ) {}

  reject(line: number, text: string, rule: string, why: string, todo: string): void {
    this.rejected++;
    this.issues.add({ level: '错误', row: line, value: shortValue(text), rule, why, todo });
  }

  take(line: number, cells: string[]): void {
    if (isBlank(cells)) return;
    const { delimiter, header } = this.table;
    const width = header.length;
    const fault = widthFault(cells, width);
    if (fault) this.reject(line, cells.join(delimiter), '列数', fault.why, fault.todo);
    else this.rows.push({ line, cells: cells.length > width ? cells.slice(0, width) : cells });
  }

  /** @returns the line after the last of them */
  takeAll(line: number, text: string, records: readonly string[][]): number {
    const isPlain = !text.includes('"');
    let at = line;
    for (const cells of records) {
      this.take(at, cells);
      at += isPlain ? 1 : linesOf(cells);
    }
    return at;
  }
}

/** An empty line, or a row of empty cells as spreadsheets leave behind; a quoted line end alone is neither. */
function isBlank(cells: readonly string[]): boolean {
  // No need to look for blanks in what begins with a letter or figure.
  const first = cells[0]!.charCodeAt(0);
  if (first > 0x20 && first < 0x7f) return false;
  return cells.every((cell) => cell.trim() === '') && !(cells.length === 1 && cells[0]!.includes('\n'));
}

function widthFault(cells: readonly string[], width: number): { why: string; todo: string } | undefined {
  if (cells.length === width) return undefined;
  if (cells.length < width) {
    return {
      why: `这一行只有${cells.length}列，表头有${width}列`,
      todo: '请对照表头补齐，空的单元格也要用逗号占位。'
    };
  }
  // A spreadsheet often leaves empty cells to the right.
  if (cells.slice(width).every((cell) => cell.trim() === '')) return undefined;
  return {
    why: `这一行有${cells.length}列，比表头的${width}列多`,
    todo: '单元格里本来就有逗号的，请用英文双引号把整个单元格括起来；多余的内容请删掉。'
  };
}

/** Physical lines of one record: only quoted cells hold line ends, and Papa keeps them. */
export function linesOf(cells: readonly string[]): number {
  let lines = 1;
  for (const cell of cells) if (cell.includes('\n')) lines += countNewlines(cell);
  return lines;
}

export function countNewlines(text: string): number {
  let count = 0;
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) count++;
  return count;
}
