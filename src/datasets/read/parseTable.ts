/**
 * Text to rows, with the line each record starts on as an editor shows it.
 * PapaParse reads the whole text at once (its chunked reading splits Chinese characters). It doesn't skip
 * blank lines, because its row numbers would then be wrong; they are skipped here.
 */
import Papa from 'papaparse';
import { finish, type Steps } from '../../domain/steps/steps';
import type { Issue } from '../../domain/model/issue';
import { IssueList } from './issueList';
import { looksSwallowed, MAX_ROW_CHARS, readLineByLine } from './brokenQuotes';
import { plainRecords } from './plainRecords';
import { countNewlines, linesOf, type OpenTable, type RawRow, RowTaker } from './rowTaker';

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
const FEW_CHARS = 10_000;

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
  return refuseNonsense(table, issues) ? undefined : yield* readBody(table, issues);
}

/** Whether the beginning of a big file holds no row of this width; `issues` then has the reason. */
export function refuseNonsense(table: OpenTable, issues: IssueList): boolean {
  if (table.body.length <= TRIAL_CHARS) return false;
  const trial = beginningOf(table);
  if (trial.rows.length > 0 || trial.rejected < TRIAL_ROWS) return false;
  issues.add({
    level: '错误',
    rule: '列数',
    why: `开头${trial.rejected}行没有一行像这张表的数据，后面没有再读`,
    todo: '请检查是否放错了文件，或文件是否已经损坏。',
    wholeFile: true
  });
  return true;
}

/**
 * What a big file begins with: no more of it than one good row takes. Where a quoted cell is cut at the end of the few and
 * its lines look like rows, a hopeless file may be read whole: every row of it is named then.
 */
function beginningOf(table: OpenTable): RawRows {
  const read = (to: number): RawRows =>
    finish(
      readBody({ ...table, body: table.body.slice(0, table.body.lastIndexOf('\n', to) + 1) }, new IssueList(table.file))
    );
  const few = read(FEW_CHARS);
  return few.rows.length > 0 ? few : read(TRIAL_CHARS);
}

function* readBody(table: OpenTable, issues: IssueList): Steps<RawRows> {
  const said = new IssueList(table.file);
  const rows: RawRow[] = [];
  const parts = rowParts(table, said);
  let step = parts.next();
  for (; !step.done; step = parts.next()) {
    for (const row of step.value) rows.push(row);
    yield 0;
  }
  if (step.value === undefined) return rowsAtOnce(table, issues);
  issues.append(said);
  return { rows, rejected: step.value };
}

/**
 * The data rows of a table as `readRows` has them, some thousand at a time, so that what they are made of needn't be kept.
 * @returns how many were reported and left out for their shape; undefined where the text can't be read in parts: what was
 *   given and reported is then void, and `rowsAtOnce` reads it
 */
export function* rowParts(table: OpenTable, issues: IssueList): Generator<readonly RawRow[], number | undefined, void> {
  const { body, delimiter, header } = table;
  if (hasEndlessLine(body)) return undefined;
  const taker = new RowTaker(table, issues);
  let line = table.bodyLine;
  for (const part of partsOf(body)) {
    const records = recordsOf(part, delimiter, header.length);
    // An odd quote within a cell puts the ends of parts into the middle of others.
    if (!records) return undefined;
    line = taker.takeAll(line, part, records);
    yield taker.rows;
    taker.rows = [];
  }
  return taker.rejected;
}

/** The data rows of a text that can't be read in parts: as one, or line by line where a quote is broken. */
export function rowsAtOnce(table: OpenTable, issues: IssueList): RawRows {
  const { body, delimiter, header, bodyLine } = table;
  const taker = new RowTaker(table, issues);
  const width = header.length;
  const whole = body.trim() === '' ? [] : hasEndlessLine(body) ? undefined : recordsOf(body, delimiter, width);
  if (whole) taker.takeAll(bodyLine, body, whole);
  else
    readLineByLine(body.split('\n'), delimiter, width, {
      row: (index, cells) => taker.take(bodyLine + index, cells),
      broken: (index, line) =>
        taker.reject(
          bodyLine + index,
          line,
          '引号',
          '英文双引号没有成对，分不清这一行有几列',
          '请补上缺的双引号或删掉多余的；单元格里要写双引号时，请连写两个。'
        ),
      endless: (index, line) =>
        taker.reject(
          bodyLine + index,
          line,
          '列数',
          `这一行长达${line.length}个字，不像一行数据`,
          '请检查文件是否损坏，或是否缺了换行。'
        )
    });
  return { rows: taker.rows, rejected: taker.rejected };
}

/** Characters that are read at once: a few milliseconds' worth. */
const PART_CHARS = 250_000;

/**
 * A text in parts of whole lines, each without its last line end. Where quotes are in pairs each part ends with a record:
 * it is as long as it takes for its own to be.
 */
function* partsOf(body: string): Generator<string, void, void> {
  const hasQuotes = body.includes('"');
  for (let from = 0; from < body.length;) {
    let [end, counted, quotes] = [from + PART_CHARS, from, 0];
    do {
      end = body.indexOf('\n', end);
      const to = end < 0 ? body.length : end;
      if (hasQuotes)
        for (let at = body.indexOf('"', counted); at >= 0 && at < to; at = body.indexOf('"', at + 1)) quotes++;
      counted = to;
      if (end >= 0) end++;
    } while (end >= 0 && quotes % 2 === 1);
    yield body.slice(from, end < 0 ? undefined : end - 1);
    if (end < 0) return;
    from = end;
  }
}

/** The records of a text; undefined where a quote is broken or seems to have swallowed whole rows. */
function recordsOf(text: string, delimiter: string, width: number): string[][] | undefined {
  if (!text.includes('"')) return plainRecords(text, delimiter);
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
