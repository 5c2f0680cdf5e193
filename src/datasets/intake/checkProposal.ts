/**
 * Proposed rows against the rules of the tables: the same checks as for a package beside the page, each fault named by
 * the file, sheet and cell that the row came from.
 */
import { cellOf } from '../../domain/batch/statedFigure';
import type { Tables } from '../../domain/batch/keys';
import type { ProposedRow, Remark } from '../../domain/batch/proposal';
import { finish, type Steps, STEP_ROWS } from '../../domain/steps/steps';
import type { Issue } from '../../domain/model/issue';
import { TABLE_NAMES } from '../../domain/model/tableName';
import { checkTable } from '../check/checkTable';
import type { ForeignKey, TableSchema } from '../check/schema';
import { IssueList } from '../read/issueList';

export interface CheckedProposal {
  /** Rows that keep every rule, in their order. */
  readonly rows: readonly ProposedRow[];
  /** One for each fault of the others (未采用), and remarks on rows that are taken (提醒). */
  readonly remarks: readonly Remark[];
}

/**
 * Keeps the rows that the schema accepts and that point at rows which are there or are proposed too. Never throws.
 * @param tables the rows as they are shown now
 */
export function checkProposal(
  rows: readonly ProposedRow[],
  schemas: readonly TableSchema[],
  tables: Tables
): CheckedProposal {
  return finish(checkProposalSteps(rows, schemas, tables));
}

/** The same in parts. */
export function* checkProposalSteps(
  rows: readonly ProposedRow[],
  schemas: readonly TableSchema[],
  tables: Tables
): Steps<CheckedProposal> {
  const remarks: Remark[] = [];
  const good = new Uint8Array(rows.length);
  // Tables that others point at come first.
  for (const name of TABLE_NAMES) {
    yield 0;
    const own: number[] = [];
    for (let i = 0; i < rows.length; i++) if (rows[i]!.table === name) own.push(i);
    if (own.length === 0) continue;
    const schema = schemas.find((each) => each.name === name);
    if (!schema) {
      for (const i of own) remarks.push(unknownTable(rows[i]!));
      continue;
    }
    yield* markAcceptable(rows, own, schema, good, remarks);
    yield* dropOrphans({ rows, own, good, schema }, tables, remarks);
  }
  return { rows: rows.filter((_, i) => good[i] === 1), remarks };
}

/** Lines stand for the rows: the row at place 0 of `rows` is line 1. */
function* markAcceptable(
  rows: readonly ProposedRow[],
  own: readonly number[],
  schema: TableSchema,
  good: Uint8Array,
  remarks: Remark[]
): Steps<void> {
  const issues = new IssueList(schema.file, Infinity);
  const columns = schema.fields.map(({ name }) => name);
  const positions = columns.map((_, i) => i);
  for (let from = 0; from < own.length; from += STEP_ROWS) {
    const raw = own.slice(from, from + STEP_ROWS).map((i) => ({
      line: i + 1,
      cells: columns.map((column) => rows[i]!.row[column] ?? '')
    }));
    for (const { line } of checkTable(raw, schema, positions, issues)) good[line - 1] = 1;
    yield from;
  }
  for (const issue of issues.all()) remarks.push(remarkOf(issue, rows[issue.row! - 1]!, schema));
}

function remarkOf(issue: Issue, { origin }: ProposedRow, schema: TableSchema): Remark {
  const title = schema.fields.find(({ name }) => name === issue.column)?.title;
  const about = title === undefined ? '' : `${title}：`;
  return {
    level: issue.level === '错误' ? '未采用' : '提醒',
    origin,
    rule: issue.rule,
    why: `${about}${issue.why}`,
    todo: issue.todo
  };
}

/** Rows of one table, and which of all rows are good. */
interface OwnRows {
  readonly rows: readonly ProposedRow[];
  /** Places of the table's rows among them. */
  readonly own: readonly number[];
  readonly good: Uint8Array;
  readonly schema: TableSchema;
}

/** Rows that point at nothing are left out, and then those of the same table that pointed at them. */
function* dropOrphans({ rows, own, good, schema }: OwnRows, tables: Tables, remarks: Remark[]): Steps<void> {
  for (let dropped = true; dropped;) {
    dropped = false;
    for (const key of schema.foreignKeys) {
      const ids = yield* idsOf(key, rows, good, tables);
      for (const [at, i] of own.entries()) {
        if (at % STEP_ROWS === 0) yield at;
        const id = good[i] === 1 ? cellOf(rows[i]!.row, key.field) : '';
        if (id === '' || ids.has(id)) continue;
        good[i] = 0;
        remarks.push(orphan(rows[i]!, key, schema, id));
        dropped ||= key.table === schema.name;
      }
    }
  }
}

function* idsOf(
  { table, target }: ForeignKey,
  rows: readonly ProposedRow[],
  good: Uint8Array,
  tables: Tables
): Steps<Set<string>> {
  const ids = new Set<string>();
  for (const [at, row] of (tables.get(table) ?? []).entries()) {
    if (at % STEP_ROWS === 0) yield at;
    ids.add(cellOf(row, target));
  }
  for (const [i, proposed] of rows.entries()) {
    if (i % STEP_ROWS === 0) yield i;
    if (good[i] === 1 && proposed.table === table) ids.add(cellOf(proposed.row, target));
  }
  return ids;
}

function orphan({ origin }: ProposedRow, { field }: ForeignKey, { fields }: TableSchema, id: string): Remark {
  const title = fields.find(({ name }) => name === field)?.title ?? field;
  return {
    level: '未采用',
    origin,
    rule: '外键',
    why: `${title}“${id}”不在表里，也不在这次放进来的表里`,
    todo: '请核对编号，或把它所在的表一起放进来。'
  };
}

function unknownTable({ origin, table }: ProposedRow): Remark {
  return {
    level: '未采用',
    origin,
    rule: '没有这张表',
    why: `这个数据集没有“${table}”这张表`,
    todo: '请网管在 datapackage.json 里补上这张表的说明。'
  };
}
