/** A text table (commas, semicolons, tabs) as a worksheet: cells are texts, as they stand. */
import Papa from 'papaparse';
import type { Remark } from '../../domain/batch/proposal';
import type { SheetCell, Worksheet } from '../../domain/sheet/worksheet';
import { finish, type Steps } from '../../domain/steps/steps';
import { MAX_ROW_CHARS, readLineByLine } from '../read/brokenQuotes';
import { shortValue } from '../../domain/model/issue';

export interface TextSheet {
  readonly sheet: Worksheet;
  readonly remarks: readonly Remark[];
}

type Row = Worksheet['rows'][number];

const EMPTY: Row = [];
/** Characters that are parsed at a time, and on to the end of the line. */
const STEP_CHARS = 131_072;
/** Lines that are looked at to find out what divides the cells. */
const SAMPLE_LINES = 50;
const MAX_REMARKS = 1_000;

/**
 * The table of a text. A row in a text editor and a row of the sheet are the same where no cell holds a line end.
 * A line whose quotes don't close is a remark; the lines after it are read.
 * @param name of the worksheet
 */
export function textSheet(source: string, file: string, name: string, delimiter?: string): TextSheet {
  return finish(textSheetSteps(source, file, name, delimiter));
}

/** The same in parts. */
export function* textSheetSteps(source: string, file: string, name: string, delimiter?: string): Steps<TextSheet> {
  const text = (source.includes('\r') ? source.replace(/\r\n?/g, '\n') : source).replace(/^\uFEFF/, '');
  const by = delimiter ?? delimiterOf(text);
  const whole = yield* wholeRows(text, by);
  const { rows, remarks } = whole ? { rows: whole, remarks: [] } : brokenRows(text, by, file, name);
  while (rows.length > 0 && rows[rows.length - 1]!.length === 0) rows.pop();
  return {
    sheet: {
      file,
      name,
      hidden: false,
      rows,
      merges: [],
      hiddenRows: new Set(),
      hiddenColumns: new Set()
    },
    remarks
  };
}

/** The rows of a text with quotes that don't close, line by line. */
function brokenRows(text: string, by: string, file: string, name: string): { rows: Row[]; remarks: Remark[] } {
  const rows: Row[] = [];
  const remarks: Remark[] = [];
  const cellOf = cellMaker();
  const reject = (index: number, line: string, rule: string, why: string) => {
    // The place is kept, so that the rows after it stand where they stand in the file.
    rows[index] = EMPTY;
    const origin = { file, sheet: name, cell: `A${index + 1}`, shown: shortValue(line) };
    if (remarks.length < MAX_REMARKS)
      remarks.push({ level: '未采用', origin, rule, why, todo: '请改好这一行再放进来。' });
  };
  const lines = text.split('\n');
  readLineByLine(lines, by, widthOf(lines, by), {
    row: (index, cells) => (rows[index] = rowOf(cells, cellOf)),
    broken: (index, line) => reject(index, line, '引号', '英文双引号没有成对，分不清这一行有几列'),
    endless: (index, line) => reject(index, line, '列数', `这一行长达${line.length}个字，不像一行数据`)
  });
  for (let i = 0; i < rows.length; i++) rows[i] ??= EMPTY;
  return { rows, remarks };
}

/** Cells that say the same are one object: a table of a million rows has few different words. */
function cellMaker(): (shown: string) => SheetCell | undefined {
  const known = new Map<string, SheetCell>();
  return (shown) => {
    if (shown.trim() === '') return undefined;
    const found = known.get(shown);
    if (found) return found;
    const cell: SheetCell = { kind: 'text', shown, value: null, date: '', formula: false };
    if (known.size < 200_000) known.set(shown, cell);
    return cell;
  };
}

function rowOf(cells: readonly string[], cellOf: (shown: string) => SheetCell | undefined): Row {
  let end = cells.length;
  while (end > 0 && cells[end - 1]!.trim() === '') end--;
  return end === 0 ? EMPTY : cells.slice(0, end).map(cellOf);
}

/**
 * The rows of a text in good order, some lines at a time: neither the whole text nor the parser's own rows of all of it
 * are held beside the result. Undefined where quotes don't close, or a line is no line of a table.
 */
function* wholeRows(text: string, delimiter: string): Steps<Row[] | undefined> {
  const rows: Row[] = [];
  if (text.trim() === '') return rows;
  const cellOf = cellMaker();
  let from = 0;
  while (from < text.length) {
    let to = lineEnd(text, from + STEP_CHARS);
    let cells = parse(text.slice(from, to), delimiter);
    // A cell that holds line ends may begin in one part and end in the next.
    while (cells === undefined && to < text.length && to - from < STEP_CHARS + 2 * MAX_ROW_CHARS) {
      to = lineEnd(text, to + MAX_ROW_CHARS);
      cells = parse(text.slice(from, to), delimiter);
    }
    if (cells === undefined) return undefined;
    for (const row of cells) rows.push(rowOf(row, cellOf));
    yield rows.length;
    from = to + 1;
  }
  return rows;
}

/** Where the line ends that holds character `at`; the end of the text for the last line. */
function lineEnd(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

function parse(text: string, delimiter: string): string[][] | undefined {
  if (text.length > MAX_ROW_CHARS && text.split('\n').some((line) => line.length > MAX_ROW_CHARS)) return undefined;
  if (text === '') return [[]];
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, newline: '\n' });
  return errors.some((error) => error.type === 'Quotes') ? undefined : data;
}

/** Which of comma, tab and semicolon the first lines have most evenly: titles and notes have none, or one by chance. */
function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 200_000)
    .split('\n', SAMPLE_LINES)
    .map((line) => line.replace(/"[^"]*"/g, ''));
  let best = ',';
  let most = 0;
  for (const mark of [',', '\t', ';']) {
    const counts = lines.map((line) => line.split(mark).length - 1).filter((count) => count > 0);
    const common = modeOf(counts);
    const score = counts.filter((count) => count === common).length * Math.min(common, 3);
    if (score > most) [best, most] = [mark, score];
  }
  return best;
}

function widthOf(lines: readonly string[], delimiter: string): number {
  return modeOf(lines.slice(0, SAMPLE_LINES).map((line) => line.split(delimiter).length));
}

/** The commonest of some counts; 0 of none. */
function modeOf(counts: readonly number[]): number {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  let best = 0;
  for (const [count, n] of times)
    if (n > (times.get(best) ?? 0) || (n === times.get(best) && count > best)) best = count;
  return best;
}
