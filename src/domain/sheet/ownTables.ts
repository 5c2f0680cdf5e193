/** Our own tables, from a file of ours or a sheet with their heads: their rows go straight through. */
import { finish, type Steps, STEP_ROWS } from '../steps/steps';
import type { TableRow } from '../batch/batch';
import type { Proposal, ProposedRow, Remark } from '../batch/proposal';
import type { TableName } from '../model/tableName';
import { cellName } from './grid';
import type { SheetCell, Worksheet } from './worksheet';
import { withoutNoise } from '../number/rounding';

/** Columns of a table by the names and titles that a head may have, in lower case. */
export type ColumnNames = ReadonlyMap<string, string>;

/** Heads without which a sheet isn't the table; no two tables have the same. */
const MARKS: Readonly<Record<TableName, readonly string[]>> = {
  sources: ['source', 'title', 'grade'],
  places: ['place', 'name', 'level'],
  indicators: ['indicator', 'name', 'unit', 'kind', 'basis'],
  observations: ['indicator', 'place', 'period', 'measure', 'value'],
  programmes: ['programme', 'name', 'unit', 'schedule'],
  progress: ['programme', 'place', 'period', 'target', 'done'],
  relations: ['relation', 'kind', 'role'],
  annotations: ['kind', 'date', 'text', 'author']
};

/** Which table of ours a sheet is, told from its first row that isn't blank; undefined for any other sheet. */
export function ownTable(sheet: Worksheet, columns: Readonly<Record<TableName, ColumnNames>>): TableName | undefined {
  const head = sheet.rows[headRow(sheet)];
  if (!head) return undefined;
  const heads = head.map(nameIn);
  return (Object.keys(MARKS) as TableName[]).find((table) => {
    const named = heads.map((each) => columns[table].get(each));
    return MARKS[table].every((mark) => named.includes(mark));
  });
}

/** The rows of a sheet that is a table of ours, as texts; a cell beyond its columns is a remark. */
export function ownProposal(sheet: Worksheet, table: TableName, columns: ColumnNames): Proposal {
  return finish(ownProposalSteps(sheet, table, columns));
}

/** The same in parts. */
export function* ownProposalSteps(sheet: Worksheet, table: TableName, columns: ColumnNames): Steps<Proposal> {
  const top = headRow(sheet);
  const heads = (sheet.rows[top] ?? []).map(nameIn);
  const names = heads.map((head) => columns.get(head));
  const remarks: Remark[] = [];
  const remark = (row: number, column: number, level: Remark['level'], why: string, todo: string): void => {
    const shown = sheet.rows[row]?.[column]?.shown ?? '';
    remarks.push({
      level,
      origin: { file: sheet.file, sheet: sheet.name, cell: cellName(row, column), shown },
      rule: '表头',
      why,
      todo
    });
  };
  heads.forEach((head, c) => {
    if (head !== '' && names[c] === undefined)
      remark(top, c, '提醒', `没有“${head}”这一列，这一列没有读`, '请核对列名；不用的可以不管。');
    else if (names[c] !== undefined && names.indexOf(names[c]) < c)
      remark(top, c, '提醒', `“${head}”出现了两次，只读左边的一列`, '请删去多余的一列。');
  });
  const rows: ProposedRow[] = [];
  for (let r = top + 1; r < sheet.rows.length; r++) {
    if (r % STEP_ROWS === 0) yield r;
    const cells = sheet.rows[r]!;
    const row: Record<string, string> = {};
    cells.forEach((cell, c) => {
      const name = names[c];
      if (cell && name !== undefined && row[name] === undefined) row[name] = textOf(cell);
      else if (cell && c >= heads.length)
        remark(r, c, '提醒', '这个单元格在表头之外，没有读', '请补上列名，或删去它。');
    });
    if (Object.keys(row).length === 0) continue;
    const origin = { file: sheet.file, sheet: sheet.name, cell: cellName(r, 0), shown: cells[0]?.shown ?? '' };
    rows.push({ table, row: row as TableRow, origin });
  }
  return {
    rows,
    remarks,
    decisions: [{ question: `${sheet.name}是什么表`, answer: `看板自己的表 ${table}，原样采用`, automatic: true }]
  };
}

function headRow(sheet: Worksheet): number {
  return sheet.rows.findIndex((row) => row.some((cell) => cell !== undefined));
}

function nameIn(cell: SheetCell | undefined): string {
  return cell?.shown.trim().toLowerCase() ?? '';
}

/** As the table writes it: numbers without separators, days in ISO form, text as it stands. */
function textOf({ kind, shown, value, date }: SheetCell): string {
  if (kind === 'date') return date;
  if (kind === 'percent') return String(withoutNoise(value! * 100));
  return kind === 'number' ? String(withoutNoise(value!, 15)) : shown;
}
