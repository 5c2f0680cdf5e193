/**
 * Text to rows, with the line each record starts on as an editor shows it.
 * PapaParse reads the whole text at once (its chunked reading splits Chinese characters). It doesn't skip
 * blank lines, because its row numbers would then be wrong; they are skipped here.
 */
import Papa from 'papaparse';
import { finish, STEP_ROWS, type Steps } from '../../domain/steps/steps';
import { type Issue, shortValue } from '../../domain/model/issue';
import { IssueList } from './issueList';
import { looksSwallowed, MAX_ROW_CHARS, readLineByLine } from './brokenQuotes';

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

export type Opened =
  | { readonly kind: 'open'; readonly table: OpenTable }
  | { readonly kind: 'refused'; readonly issue: Issue };

/** A header longer than this isn't one: the file is nonsense. */
const HEADER_CHARS = 65_536;

/**
 * Reads the header only, so that nonsense is refused before all of it is parsed.
 * The delimiter is the comma; a header without any comma may be split by `;` or tab.
 */
export function openTable(source: string, file: string): Opened {
  const text = (source.includes('\r') ? source.replace(/\r\n?/g, '\n') : source).replace(/^\uFEFF/, '');
  const refuse = (rule: string, why: string, todo: string): Opened => ({
    kind: 'refused',
    issue: { level: '错误', file, rule, why, todo }
  });
  const start = text.search(/[^\s]/);
  if (start < 0) return refuse('空文件', '文件里没有任何内容', '请检查文件是否存全，重新放一份完整的文件。');
  const lineStart = text.lastIndexOf('\n', start) + 1;
  const head = text.slice(lineStart, lineStart + HEADER_CHARS);
  if (!head.includes('\n') && text.length > lineStart + HEADER_CHARS) {
    return refuse('表头', '第一行太长，不像表头，文件可能不是表格', '请换成正确的 CSV 文件。');
  }
  const delimiter = delimiterOf(head.split('\n', 1)[0]!);
  const cells = Papa.parse<string[]>(head, { delimiter, newline: '\n', preview: 1 }).data[0] ?? [];
  const headerLine = countNewlines(text.slice(0, lineStart)) + 1;
  const lines = linesOf(cells);
  return {
    kind: 'open',
    table: {
      file,
      header: withoutTrailingBlanks(cells.map((cell) => cell.trim())),
      headerLine,
      delimiter,
      body: text.slice(afterLines(text, lineStart, lines)),
      bodyLine: headerLine + lines
    }
  };
}

export interface RawRows {
  readonly rows: RawRow[];
  /** How many rows were reported and left out for their shape. */
  readonly rejected: number;
}

/** So much of a big file is tried first; so many rows of it without a single good one, and it is nonsense. */
const TRIAL_CHARS = 1_000_000;
const TRIAL_ROWS = 1_000;

/**
 * The data rows, each as wide as the header. Blank lines are skipped. A row too short or too long and a
 * row with a lone quote are reported to `issues` and left out; the rows after it are kept.
 * Undefined, with the reason in `issues`, where the beginning of a big file holds no row of this width.
 */
export function readRows(table: OpenTable, issues: IssueList): RawRows | undefined {
  return finish(rowsInSteps(table, issues));
}

/** `readRows` in parts. */
export function* rowsInSteps(table: OpenTable, issues: IssueList): Steps<RawRows | undefined> {
  if (table.body.length > TRIAL_CHARS) {
    const start = table.body.slice(0, table.body.lastIndexOf('\n', TRIAL_CHARS) + 1);
    const trial = finish(readBody({ ...table, body: start }, new IssueList(table.file, 0)));
    if (trial.rows.length === 0 && trial.rejected >= TRIAL_ROWS) {
      issues.add({
        level: '错误',
        rule: '列数',
        why: `开头${trial.rejected}行没有一行像这张表的数据，后面没有再读`,
        todo: '请检查是否放错了文件，或文件是否已经损坏。',
        wholeFile: true
      });
      return undefined;
    }
  }
  return yield* readBody(table, issues);
}

function* readBody(table: OpenTable, issues: IssueList): Steps<RawRows> {
  const { body, delimiter, header } = table;
  const width = header.length;
  const rows: RawRow[] = [];
  let rejectedCount = 0;
  const reject = (line: number, text: string, rule: string, why: string, todo: string): void => {
    rejectedCount++;
    issues.add({ level: '错误', row: line, value: shortValue(text), rule, why, todo });
  };
  const keep = (line: number, cells: string[]): void => {
    if (isBlank(cells)) return;
    const fault = widthFault(cells, width);
    if (fault) reject(line, cells.join(delimiter), '列数', fault.why, fault.todo);
    else rows.push({ line, cells: cells.length > width ? cells.slice(0, width) : cells });
  };
  const whole = yield* readWhole(body, delimiter, width);
  if (whole) {
    const isPlain = !body.includes('"');
    let line = table.bodyLine;
    for (const [at, cells] of whole.entries()) {
      keep(line, cells);
      line += isPlain ? 1 : linesOf(cells);
      if (at % STEP_ROWS === 0) yield at;
    }
    return { rows, rejected: rejectedCount };
  }
  readLineByLine(body.split('\n'), delimiter, width, {
    row: (index, cells) => keep(table.bodyLine + index, cells),
    broken: (index, line) =>
      reject(
        table.bodyLine + index,
        line,
        '引号',
        '英文双引号没有成对，分不清这一行有几列',
        '请补上缺的双引号或删掉多余的；单元格里要写双引号时，请连写两个。'
      ),
    endless: (index, line) =>
      reject(
        table.bodyLine + index,
        line,
        '列数',
        `这一行长达${line.length}个字，不像一行数据`,
        '请检查文件是否损坏，或是否缺了换行。'
      )
  });
  return { rows, rejected: rejectedCount };
}

/** Characters that are read at once: a few milliseconds' worth. */
const PART_CHARS = 250_000;

/**
 * A text in parts of whole lines, each without its last line end. Where quotes are in pairs each part ends with a record:
 * it is as long as it takes for its own to be.
 */
function* partsOf(body: string): Generator<string, void, void> {
  for (let from = 0; from < body.length;) {
    let [end, counted, quotes] = [from + PART_CHARS, from, 0];
    do {
      end = body.indexOf('\n', end);
      const to = end < 0 ? body.length : end;
      for (let at = body.indexOf('"', counted); at >= 0 && at < to; at = body.indexOf('"', at + 1)) quotes++;
      counted = to;
      if (end >= 0) end++;
    } while (end >= 0 && quotes % 2 === 1);
    yield body.slice(from, end < 0 ? undefined : end - 1);
    if (end < 0) return;
    from = end;
  }
}

/** All records, or undefined where a quote is broken or seems to have swallowed whole rows, or a line has no end. */
function* readWhole(body: string, delimiter: string, width: number): Steps<string[][] | undefined> {
  if (body.trim() === '') return [];
  if (hasEndlessLine(body)) return undefined;
  const all: string[][] = [];
  for (const part of partsOf(body)) {
    const records = recordsOf(part, delimiter, width);
    // An odd quote within a cell puts the ends of parts into the middle of others: all at once then.
    if (!records) return part === body ? undefined : recordsOf(body, delimiter, width);
    for (const cells of records) all.push(cells);
    yield 0;
  }
  return all;
}

/** The records of a text; undefined where a quote is broken or seems to have swallowed whole rows. */
function recordsOf(text: string, delimiter: string, width: number): string[][] | undefined {
  if (!text.includes('"')) return text.split('\n').map((line) => line.split(delimiter));
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, newline: '\n' });
  if (errors.some((error) => error.type === 'Quotes')) return undefined;
  return data.some((cells) => looksSwallowed(cells, delimiter, width)) ? undefined : data;
}

function hasEndlessLine(text: string): boolean {
  let start = 0;
  while (text.length - start > MAX_ROW_CHARS) {
    const end = text.indexOf('\n', start);
    if (end < 0 || end - start > MAX_ROW_CHARS) return true;
    start = end + 1;
  }
  return false;
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

/** The comma where the header has one; otherwise whichever of `;` and tab it has more of. */
function delimiterOf(headerLine: string): string {
  const plain = headerLine.replace(/"[^"]*"/g, '');
  const count = (mark: string): number => plain.split(mark).length - 1;
  if (count(',') > 0) return ',';
  if (count('\t') === 0 && count(';') === 0) return ',';
  return count('\t') >= count(';') ? '\t' : ';';
}

function withoutTrailingBlanks(cells: string[]): string[] {
  let end = cells.length;
  while (end > 1 && cells[end - 1] === '') end--;
  return cells.slice(0, end);
}

/** Physical lines of one record: only quoted cells hold line ends, and Papa keeps them. */
function linesOf(cells: readonly string[]): number {
  let lines = 1;
  for (const cell of cells) if (cell.includes('\n')) lines += countNewlines(cell);
  return lines;
}

function countNewlines(text: string): number {
  let count = 0;
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) count++;
  return count;
}

/** Offset just after `lines` line ends counted from `from`; the end of the text where there are fewer. */
function afterLines(text: string, from: number, lines: number): number {
  let at = from;
  for (let i = 0; i < lines; i++) {
    const end = text.indexOf('\n', at);
    if (end < 0) return text.length;
    at = end + 1;
  }
  return at;
}
