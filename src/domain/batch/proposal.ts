/** Rows that a file proposes, before anything is kept: every door (workbook, report, form, package) ends here. */
import type { TableName } from '../model/tableName';
import type { Decision, TableRow } from './batch';

/** Where in a file something stands. */
export interface Origin {
  readonly file: string;
  /** Name of the worksheet; empty for a text. */
  readonly sheet: string;
  /** `D7`; empty where a whole row or sheet is meant. */
  readonly cell: string;
  /** The text that the cell shows. */
  readonly shown: string;
}

export interface ProposedRow {
  readonly table: TableName;
  readonly row: TableRow;
  readonly origin: Origin;
}

/** Something in a file that isn't taken, or that has to be looked at. */
export interface Remark {
  /** 未采用: the number is left out; 提醒: it is taken. */
  readonly level: '未采用' | '提醒';
  readonly origin: Origin;
  /** Short name of the rule. */
  readonly rule: string;
  /** One Chinese sentence each: why, and what to do. */
  readonly why: string;
  readonly todo: string;
}

export interface Proposal {
  readonly rows: readonly ProposedRow[];
  readonly remarks: readonly Remark[];
  readonly decisions: readonly Decision[];
}
