/** Raw rows to typed rows by the rules of the schema. A bad row is reported, cell by cell, and left out. */
import { shortValue } from '../../domain/model/issue';
import { parsePeriod } from '../../domain/time/parsePeriod';
import type { Cell, CheckedRow } from './cell';
import { readNumber, type NumberFault } from './checkNumber';
import type { IssueList } from '../read/issueList';
import type { ColumnPositions } from './matchHeader';
import type { RawRow } from '../read/parseTable';
import { ROW_RULES } from './rowRules';
import type { Field, TableSchema } from './schema';

type CellReading = { readonly cell: Cell } | { readonly rule: string; readonly fault: NumberFault };
type Reader = (text: string) => CellReading;

const PERIOD_TODO =
  '请写成2020、2020-H1、2020-Q3、2020-10、2020-01/2020-09、2020-01-01/2020-10-26或2020-10-31这样的形式。';
// Tab and line ends belong in text; the others come from a broken export and can't be seen.

const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** The rows that keep every rule of the schema, typed, in file order. Never throws, whatever the cells hold. */
export function checkTable(
  rows: readonly RawRow[],
  schema: TableSchema,
  positions: ColumnPositions,
  issues: IssueList
): CheckedRow[] {
  const readers = schema.fields.map((field) => readerOf(field, schema));
  const rules = schema.rules.map((name) => ROW_RULES[name]!);
  const kept: CheckedRow[] = [];
  for (const row of rows) {
    const cells: Record<string, Cell> = {};
    let good = true;
    schema.fields.forEach((field, i) => {
      const position = positions[i]!;
      const text = position < 0 ? '' : (row.cells[position] ?? '').trim();
      const reading = readers[i]!(schema.missing.has(text) ? '' : text);
      if ('cell' in reading) cells[field.name] = reading.cell;
      else {
        good = false;
        const value = text === '' ? {} : { value: shortValue(text) };
        issues.add({
          level: '错误',
          row: row.line,
          column: field.name,
          ...value,
          rule: reading.rule,
          ...reading.fault
        });
      }
      if (text.includes('\uFFFD')) remindOfDamage(issues, row.line, field.name, text);
    });
    if (!good) continue;
    const fault = firstFault(rules, cells);
    if (fault) issues.add({ level: '错误', row: row.line, ...fault });
    else kept.push({ line: row.line, cells });
  }
  return kept;
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

/** One reader a column, made once: periods and coded values repeat, so their readings are remembered. */
function readerOf(field: Field, schema: TableSchema): Reader {
  const empty: CellReading = field.required
    ? { rule: '必填', fault: { why: '这一格必须填，却是空的', todo: `请补上${field.title}。` } }
    : { cell: field.type === 'string' || field.type === 'date' ? '' : null };
  const typed = TYPES[field.type](field, schema);
  const read = (text: string): CellReading => {
    if (CONTROL.test(text)) {
      return { rule: '字符', fault: { why: '有看不见的控制字符', todo: '请清空这个单元格，重新输入一遍。' } };
    }
    const fault = textFault(field, text);
    if (fault) return fault;
    const reading = typed(text);
    return 'cell' in reading ? (rangeFault(field, reading.cell) ?? reading) : reading;
  };
  if (field.type !== 'period' && field.enum === null) return (text) => (text === '' ? empty : read(text));
  const known = new Map<string, CellReading>();
  return (text) => {
    if (text === '') return empty;
    const before = known.get(text);
    if (before) return before;
    const reading = read(text);
    if (known.size < 10_000) known.set(text, reading);
    return reading;
  };
}

const TYPES: Readonly<Record<Field['type'], (field: Field, schema: TableSchema) => Reader>> = {
  string: () => (text) => ({ cell: text }),
  number: numberReader,
  integer: numberReader,
  date: () => (text) => {
    const day = parsePeriod(text);
    if (day?.kind === '时点') return { cell: day.start };
    return {
      rule: '日期',
      fault: { why: `“${shortValue(text)}”不是存在的日期`, todo: '请写成2020-10-31这样的年-月-日。' }
    };
  },
  period: () => (text) => {
    const period = parsePeriod(text);
    if (period) return { cell: period };
    return { rule: '时期', fault: { why: `“${shortValue(text)}”不是认得的时期，或者日子不存在`, todo: PERIOD_TODO } };
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
    return 'value' in reading ? { cell: reading.value } : { rule: '类型', fault: reading.fault };
  };
}

function textFault(field: Field, text: string): CellReading | undefined {
  if (field.enum && !field.enum.includes(text)) {
    const todo = `只能填：${field.enum.join('、')}${field.required ? '' : '，或留空'}。`;
    return { rule: '枚举', fault: { why: `“${shortValue(text)}”不在可填的值里`, todo } };
  }
  if (field.pattern && !field.pattern.test(text)) {
    const todo = `请照数据说明改写${field.hint === '' ? '。' : `。${field.title}：${field.hint}`}`;
    return { rule: '格式', fault: { why: `“${shortValue(text)}”不合${field.title}的格式`, todo } };
  }
  return undefined;
}

function rangeFault(field: Field, cell: Cell): CellReading | undefined {
  if (typeof cell !== 'number') return undefined;
  if (field.minimum !== null && cell < field.minimum) {
    return { rule: '范围', fault: { why: `${cell}小于允许的最小值${field.minimum}`, todo: '请核对这个数字。' } };
  }
  if (field.maximum !== null && cell > field.maximum) {
    return { rule: '范围', fault: { why: `${cell}大于允许的最大值${field.maximum}`, todo: '请核对这个数字。' } };
  }
  return undefined;
}
