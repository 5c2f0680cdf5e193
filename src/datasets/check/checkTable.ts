/** Raw rows to typed rows by the rules of the schema. A bad row is reported, cell by cell, and left out. */
import { shortValue } from '../../domain/model/issue';
import { parsePeriod } from '../../domain/time/parsePeriod';
import type { Cell, CheckedRow } from './cell';
import { readNumber, type NumberFault } from './checkNumber';
import type { IssueList } from '../read/issueList';
import type { ColumnPositions } from './matchHeader';
import type { RawRow } from '../read/rowTaker';
import { ROW_RULES } from './rowRules';
import type { Field, TableSchema } from './schema';

/** Why a cell is refused. */
class Refusal {
  constructor(
    readonly rule: string,
    readonly fault: NumberFault
  ) {}
}

type Reader = (text: string) => Cell | Refusal;

const PERIOD_TODO =
  '请写成2020、2020-H1、2020-Q3、2020-10、2020-01/2020-09、2020-01-01/2020-10-26或2020-10-31这样的形式。';
// Tab and line ends belong in text; the others come from a broken export and can't be seen.
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;
const CONTROL_OR_DAMAGE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffd]/;

/** Whether a text has no control character and no `�`: then no cell of it needs to be looked through for them. */
export function isCleanText(text: string): boolean {
  return !CONTROL_OR_DAMAGE.test(text);
}

/** The rows that keep every rule of the schema, typed, in file order. Never throws, whatever the cells hold. */
export function checkTable(
  rows: readonly RawRow[],
  schema: TableSchema,
  positions: ColumnPositions,
  issues: IssueList
): CheckedRow[] {
  return tableChecker(schema, positions, issues)(rows);
}

/**
 * `checkTable` for a table that comes in parts: what was read of one part is remembered for the next.
 * @param isClean whether all cells are of a text that `isCleanText`
 */
export function tableChecker(
  schema: TableSchema,
  positions: ColumnPositions,
  issues: IssueList,
  isClean = false
): (rows: readonly RawRow[]) => CheckedRow[] {
  const names = schema.fields.map((field) => field.name);
  const readers = schema.fields.map((field) => readerOf(field, schema, isClean));
  const rules = schema.rules.map((name) => ROW_RULES[name]!);
  const hasMarks = schema.missing.size > 1;
  // Rows that begin as copies of one object have one form, so that engines reach their cells at once.
  const blank: Readonly<Record<string, Cell>> = Object.fromEntries(names.map((name) => [name, null]));
  // The row before, if nothing was to be said of its cells: where this one has the same text it has the same cell.
  let above: { readonly texts: readonly string[]; readonly cells: Readonly<Record<string, Cell>> } | undefined;
  const checkRow = (row: RawRow): CheckedRow | undefined => {
    const texts = row.cells;
    const cells: Record<string, Cell> = { ...(above ? above.cells : blank) };
    let good = true;
    let plain = true;
    for (let i = 0; i < names.length; i++) {
      const position = positions[i]!;
      const written = position < 0 ? undefined : texts[position];
      if (above && (position < 0 || written === above.texts[position])) continue;
      const text = written === undefined ? '' : written.trim();
      const cell = readers[i]!(hasMarks && schema.missing.has(text) ? '' : text);
      if (cell instanceof Refusal) {
        plain = false;
        const { lenient } = schema.fields[i]!;
        if (!lenient) good = false;
        const level = lenient ? '提醒' : '错误';
        const value = text === '' ? {} : { value: shortValue(text) };
        issues.add({ level, row: row.line, column: names[i]!, ...value, rule: cell.rule, ...cell.fault });
        cells[names[i]!] = null;
      } else cells[names[i]!] = cell;
      if (!isClean && text.includes('\uFFFD')) {
        plain = false;
        remindOfDamage(issues, row.line, names[i]!, text);
      }
    }
    above = plain ? { texts, cells } : undefined;
    if (!good) return undefined;
    const fault = firstFault(rules, cells);
    if (!fault) return { line: row.line, cells };
    issues.add({ level: '错误', row: row.line, ...fault });
    return undefined;
  };
  return (rows) => {
    const kept: CheckedRow[] = [];
    for (const row of rows) {
      const checked = checkRow(row);
      if (checked) kept.push(checked);
    }
    return kept;
  };
}

function firstFault(
  rules: readonly (typeof ROW_RULES)[string][],
  cells: Record<string, Cell>
): ReturnType<(typeof ROW_RULES)[string]> {
  for (const rule of rules) {
    const fault = rule(cells);
    if (fault) return fault;
  }
  return undefined;
}

function remindOfDamage(issues: IssueList, row: number, column: string, text: string): void {
  issues.add({
    level: '提醒',
    row,
    column,
    value: shortValue(text),
    rule: '乱码',
    why: '有认不出的字，显示为“�”',
    todo: '请对照原表改正这个单元格，再存为 UTF-8。'
  });
}

/** So many different texts of a column are remembered. */
const MOST_KNOWN = 10_000;
/** After so many cells it shows whether a column repeats itself. */
const TRIAL_CELLS = 4_000;

/** One reader a column, made once: most columns repeat themselves, so their readings are remembered. */
function readerOf(field: Field, schema: TableSchema, isClean: boolean): Reader {
  const empty: Cell | Refusal = field.required
    ? new Refusal('必填', { why: '这一格必须填，却是空的', todo: `请补上${field.title}。` })
    : field.type === 'string' || field.type === 'date'
      ? ''
      : null;
  const typed = TYPES[field.type](field, schema);
  const read: Reader = (text) => {
    if (!isClean && CONTROL.test(text))
      return new Refusal('字符', { why: '有看不见的控制字符', todo: '请清空这个单元格，重新输入一遍。' });
    const fault = textFault(field, text);
    if (fault) return fault;
    const cell = typed(text);
    return cell instanceof Refusal ? cell : (rangeFault(field, cell) ?? cell);
  };
  const known = new Map<string, Cell | Refusal>();
  let cells = 0;
  let repeated = 0;
  return (text) => {
    if (text === '') return empty;
    if (cells > TRIAL_CELLS && repeated < cells / 2) return read(text);
    cells++;
    const before = known.get(text);
    if (before !== undefined) {
      repeated++;
      return before;
    }
    const cell = read(text);
    if (known.size < MOST_KNOWN) known.set(text, cell);
    return cell;
  };
}

const TYPES: Readonly<Record<Field['type'], (field: Field, schema: TableSchema) => Reader>> = {
  string: () => (text) => text,
  number: numberReader,
  integer: numberReader,
  date: () => (text) => {
    const day = parsePeriod(text);
    if (day?.kind === '时点') return day.start;
    const why = `“${shortValue(text)}”不是存在的日期`;
    return new Refusal('日期', { why, todo: '请写成2020-10-31这样的年-月-日。' });
  },
  period: () => (text) => {
    const why = `“${shortValue(text)}”不是认得的时期，或者日子不存在`;
    return parsePeriod(text) ?? new Refusal('时期', { why, todo: PERIOD_TODO });
  }
};

function numberReader(field: Field, schema: TableSchema): Reader {
  const setting = {
    integer: field.type === 'integer',
    needsReason: schema.rules.includes('valueOrReason') && field.name === 'value',
    hasQualifier: schema.fields.some((f) => f.name === 'qualifier') && !field.required,
    required: field.required
  };
  return (text) => {
    const reading = readNumber(text, setting);
    return 'value' in reading ? reading.value : new Refusal('类型', reading.fault);
  };
}

function textFault(field: Field, text: string): Refusal | undefined {
  if (field.enum && !field.enum.includes(text)) {
    const todo = `只能填：${field.enum.join('、')}${field.required ? '' : '，或留空'}。`;
    return new Refusal('枚举', { why: `“${shortValue(text)}”不在可填的值里`, todo });
  }
  if (field.pattern && !field.pattern.test(text)) {
    const todo = `请照数据说明改写${field.hint === '' ? '。' : `。${field.title}：${field.hint}`}`;
    return new Refusal('格式', { why: `“${shortValue(text)}”不合${field.title}的格式`, todo });
  }
  return undefined;
}

function rangeFault(field: Field, cell: Cell): Refusal | undefined {
  if (typeof cell !== 'number') return undefined;
  if (field.minimum !== null && cell < field.minimum) {
    return new Refusal('范围', { why: `${cell}小于允许的最小值${field.minimum}`, todo: '请核对这个数字。' });
  }
  if (field.maximum !== null && cell > field.maximum) {
    return new Refusal('范围', { why: `${cell}大于允许的最大值${field.maximum}`, todo: '请核对这个数字。' });
  }
  return undefined;
}
