/** A file on its way in: its tables with what each is read as, and what they propose together. */
import type { BatchFile, TableRow } from '../../domain/batch/batch';
import { FORM_SHEET } from '../../domain/sheet/form';
import type { Proposal, ProposedRow, Remark } from '../../domain/batch/proposal';
import { finish, type Steps } from '../../domain/steps/steps';
import { isUnmarked, mixFault } from '../../domain/model/fictional';
import type { TableName } from '../../domain/model/tableName';
import type { Known } from '../../domain/sheet/columnRoles';
import type { SheetLayout } from '../../domain/sheet/layout';
import { type Mapping, parseMapping } from '../../domain/sheet/mapping';
import type { Answers } from '../../domain/sheet/matching';
import { type ColumnNames, ownProposalSteps, ownTable } from '../../domain/sheet/ownTables';
import type { TableReading } from '../../domain/sheet/readTable';
import { proposalSteps } from '../../domain/sheet/sheetProposal';
import { type SheetTable, sheetTablesSteps } from '../../domain/sheet/sheetTables';
import { REMARKS_SHEET, type Worksheet } from '../../domain/sheet/worksheet';
import type { FileReading } from '../workbook/readFile';
import { remarkOn } from '../workbook/refusal';

/** Sheets that we wrote and that hold no figures. */
const OUR_SHEETS: readonly string[] = [REMARKS_SHEET, FORM_SHEET];

/** One table of a worksheet, what it is read as, and whether it is taken. */
export interface IntakeTable extends SheetTable {
  readonly key: string;
  readonly taken: boolean;
}

export interface IntakeFile {
  readonly key: number;
  readonly file: BatchFile;
  /** Why nothing of it can be read; null where it can. */
  readonly refused: Remark | null;
  readonly remarks: readonly Remark[];
  /** It doesn't say what it is, and all that is there is invented: whether it may be put in is a person's to say. */
  readonly unmarked: boolean;
  readonly sheets: readonly Worksheet[];
  /** Those in which tables are looked for. */
  readonly read: readonly Worksheet[];
  readonly tables: readonly IntakeTable[];
  /** Sheets that are tables of our own. */
  readonly own: readonly { readonly sheet: Worksheet; readonly table: TableName }[];
  /** Names of sheets that hold something, and no table; there is a remark on each. */
  readonly without: readonly string[];
  /** Which records its names are, where it is a form of ours. */
  readonly answers: Answers;
}

/** What is there already, and whether all of it is invented. */
export type KnownDataset = Known & { readonly fictional: boolean };

export type TableColumns = Readonly<Record<TableName, ColumnNames>>;

/**
 * A file with its tables as they are guessed, or as an earlier file of the same shape was read. Hidden sheets wait to
 * be taken.
 */
export function intakeFile(
  key: number,
  reading: FileReading,
  known: KnownDataset,
  columns: TableColumns,
  layouts: readonly SheetLayout[]
): IntakeFile {
  return finish(intakeFileSteps(key, reading, known, columns, layouts));
}

/** The same in parts. */
export function* intakeFileSteps(
  key: number,
  reading: FileReading,
  known: KnownDataset,
  columns: TableColumns,
  layouts: readonly SheetLayout[]
): Steps<IntakeFile> {
  if (reading.kind === 'refused') return refusedFile(key, reading.file, reading.remark);
  const mixing = reading.fictional === null ? '' : mixFault(known, { fictional: reading.fictional });
  if (mixing !== '') {
    const [why = '', todo = ''] = mixing.split('；');
    return refusedFile(key, reading.file, remarkOn(reading.file.name, '', '示例', why, todo, '未采用'));
  }
  const unmarked = isUnmarked(known, reading.fictional);
  const form = mappingOfForm(reading.sheets);
  const own = reading.sheets.flatMap((sheet) => {
    const table = ownTable(sheet, columns);
    return table ? [{ sheet, table }] : [];
  });
  const sheets = reading.sheets.filter(
    (sheet) =>
      !OUR_SHEETS.includes(sheet.name) && sheet.name !== FORM_SHEET && !own.some((each) => each.sheet === sheet)
  );
  const tables = yield* tablesOf(key, sheets, known, form?.layouts ?? layouts);
  const without = sheets
    .filter((sheet) => sheet.rows.length > 0 && !tables.some((table) => table.sheet === sheet))
    .map(({ name }) => name);
  return {
    key,
    file: reading.file,
    refused: null,
    remarks: [
      ...(unmarked ? [looksReal(reading.file.name)] : []),
      ...reading.remarks,
      ...without.map((sheet) => noTable(reading.file.name, sheet))
    ],
    unmarked,
    sheets: reading.sheets,
    read: sheets,
    tables,
    own,
    without,
    answers: form?.answers ?? {}
  };
}

function looksReal(file: string): Remark {
  const why = '现在打开的是示例（虚构）数据，这个文件没有标明示例，像是真实数据';
  return remarkOn(file, '', '示例', why, '示例里不放真数；请先切换到自己的数据，再放进来。', '提醒');
}

function noTable(file: string, sheet: string): Remark {
  const why = '这张工作表里没有找到带表头的数字';
  return remarkOn(file, sheet, '没有表', why, '请给表格加上一行表头；不用的可以不管。', '未采用');
}

function refusedFile(key: number, file: BatchFile, refused: Remark): IntakeFile {
  const nothing = { remarks: [], sheets: [], read: [], tables: [], own: [], without: [], answers: {} };
  return { key, file, refused, unmarked: false, ...nothing };
}

/** How a form says that it is to be read; undefined where the file is none, or its hidden sheet was changed. */
function mappingOfForm(sheets: readonly Worksheet[]): Mapping | undefined {
  const formSheet = sheets.find(({ name }) => name === FORM_SHEET);
  if (!formSheet) return undefined;
  const read = parseMapping(formSheet.rows.map((row) => row[0]?.shown ?? '').join(''));
  return read.kind === 'mapping' ? read.mapping : undefined;
}

function* tablesOf(
  key: number,
  sheets: readonly Worksheet[],
  known: Known,
  layouts: readonly SheetLayout[]
): Steps<IntakeTable[]> {
  const tables: IntakeTable[] = [];
  for (const [at, sheet] of sheets.entries()) {
    for (const [nth, table] of (yield* sheetTablesSteps(sheet, known, layouts)).entries())
      tables.push({ ...table, key: `${key}-${at}-${nth}`, taken: !sheet.hidden });
  }
  return tables;
}

/** The file read anew with other remembered layouts. */
export function* readAgain(file: IntakeFile, known: Known, layouts: readonly SheetLayout[]): Steps<IntakeFile> {
  return { ...file, tables: yield* tablesOf(file.key, file.read, known, layouts) };
}

/** A table that is taken, read. */
export type KeyedReading = TableReading & { readonly key: string };

/** What one file proposes. */
export interface FileProposal {
  readonly file: BatchFile;
  readonly proposal: Proposal;
}

/** All that each file proposes, with what it can't say; a file that was refused proposes nothing. */
export function proposalsOfFiles(
  files: readonly IntakeFile[],
  readings: readonly KeyedReading[],
  answers: Answers,
  known: Known,
  columns: TableColumns
): FileProposal[] {
  return finish(proposalsSteps(files, readings, answers, known, columns));
}

/** The same in parts. */
export function* proposalsSteps(
  files: readonly IntakeFile[],
  readings: readonly KeyedReading[],
  answers: Answers,
  known: Known,
  columns: TableColumns
): Steps<FileProposal[]> {
  const proposals: FileProposal[] = [];
  for (const { file, refused, tables, own, remarks } of files) {
    const taken = tables.filter((table) => table.taken);
    const read = readings.filter(({ key }) => taken.some((table) => table.key === key));
    const facts = read.length === 1 ? read[0]!.facts : read.flatMap((each) => each.facts);
    const title = read.find((each) => each.title !== '')?.title;
    const source: TableRow = title === undefined ? {} : { title };
    const parts: Proposal[] = [
      { rows: [], remarks: refused ? [refused] : remarks, decisions: taken.flatMap((table) => table.decisions) },
      ...read.map((each): Proposal => ({ rows: [], remarks: each.remarks, decisions: each.decisions }))
    ];
    if (facts.length > 0) parts.push(yield* proposalSteps({ file, facts, answers, known, source }));
    for (const { sheet, table } of own) parts.push(yield* ownProposalSteps(sheet, table, columns[table]));
    proposals.push({ file, proposal: joined(parts) });
  }
  return proposals;
}

function joined(parts: readonly Proposal[]): Proposal {
  const lists = parts.map((part) => part.rows).filter((rows) => rows.length > 0);
  return {
    // A list of a million rows isn't copied where it is the only one.
    rows: lists.length === 1 ? lists[0]! : lists.reduce<ProposedRow[]>((all, rows) => all.concat(rows), []),
    remarks: parts.flatMap((part) => part.remarks),
    decisions: parts.flatMap((part) => part.decisions)
  };
}
