/**
 * A batch as text: what the store keeps (the body), and a file to take away (a line with format, version, length and
 * SHA-256, then the body). Strict: what isn't whole is refused, never half read.
 */
import type { Batch, BatchFile, BatchKind, Decision, RowChange, TableRow } from '../../domain/batch/batch';
import { type Fields, isFields, parseJson } from '../../domain/model/fields';
import { TABLE_NAMES, type TableName } from '../../domain/model/tableName';
import { sha256 } from '../read/sha256';

/** What a file of a batch calls itself. */
export const FORMAT = 'kanban-batch';
const VERSION = 1;

export type BatchReading =
  | { readonly kind: 'batch'; readonly batch: Batch }
  /** `why` is a Chinese clause without a full stop. */
  | { readonly kind: 'refused'; readonly why: string };

/** The file form. @param dataset name of the package that the batch is for */
export function writeBatch(batch: Batch, dataset: string): string {
  const body = batchBody(batch);
  const bytes = new TextEncoder().encode(`${dataset}\n${body}`);
  const head = { format: FORMAT, version: VERSION, dataset, bytes: bytes.length, sha256: sha256(bytes) };
  return `${JSON.stringify(head)}\n${body}\n`;
}

/**
 * A batch of its file form. A mark at the beginning and line ends of another system are no fault.
 * @param dataset name of the package that it is wanted for; one of another package is refused
 */
export function readBatch(text: string, dataset: string): BatchReading {
  const [first = '', ...rest] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const head = parseJson(first);
  if (!isFields(head) || head.format !== FORMAT) return refused('这不是批次文件');
  if (head.version !== VERSION) return refused('这个批次文件由别的版本保存，请用最新的看板打开');
  const body = rest.join('\n').replace(/\n$/, '');
  const bytes = new TextEncoder().encode(`${String(head.dataset)}\n${body}`);
  if (bytes.length !== head.bytes)
    return refused(`批次文件不完整：应有${String(head.bytes)}字节，只有${bytes.length}字节`);
  if (sha256(bytes) !== head.sha256) return refused('批次文件的内容与校验值不一致，可能改过或没有存好');
  const stranger = strangerReason(head.dataset, dataset);
  return stranger === undefined ? readBatchBody(body) : refused(stranger);
}

/** Why a file that states `stated` isn't one for the package `wanted`, or undefined. */
export function strangerReason(stated: unknown, wanted: string): string | undefined {
  if (typeof stated !== 'string' || stated === '') return '这个批次文件没有写明是哪套数据的';
  return stated === wanted ? undefined : `这是另一套数据（${stated}）的批次`;
}

/** Changes of one table that follow each other, each row as a list of cells. */
export interface ChangeRun {
  readonly table: TableName;
  readonly columns: readonly string[];
  readonly changes: readonly (readonly [before: Cells, after: Cells])[];
}
type Cells = readonly string[] | null;

/** One line of JSON. Empty cells are as good as absent ones, and are absent when it is read. */
export function batchBody(batch: Batch): string {
  const { changes, ...about } = batch;
  return JSON.stringify({ ...about, tables: runsOf(changes) });
}

/** The changes as they are written. */
export function runsOf(changes: readonly RowChange[]): ChangeRun[] {
  const runs: ChangeRun[] = [];
  for (let from = 0; from < changes.length;) {
    const { table } = changes[from]!;
    let to = from;
    while (to < changes.length && changes[to]!.table === table) to++;
    const part = changes.slice(from, to);
    const columns = columnsOf(part);
    const cells = (row: TableRow | null): Cells => row && columns.map((column) => row[column] ?? '');
    runs.push({ table, columns, changes: part.map(({ before, after }) => [cells(before), cells(after)] as const) });
    from = to;
  }
  return runs;
}

function columnsOf(changes: readonly RowChange[]): string[] {
  const columns = new Set<string>();
  for (const { before, after } of changes)
    for (const row of [before, after]) if (row) Object.keys(row).forEach((column) => columns.add(column));
  return [...columns];
}

/** A batch of what the store keeps. */
export function readBatchBody(text: string): BatchReading {
  const body = parseJson(text);
  if (!isFields(body)) return refused('批次的内容不是合格的 JSON');
  const about = aboutIn(body);
  if (typeof about === 'string') return refused(`批次的内容读不成：${about}`);
  if (!areRuns(body.tables)) return refused(`批次的内容读不成：${BAD_RUNS}`);
  return { kind: 'batch', batch: { ...about, changes: runChanges(body.tables) } };
}

/**
 * The changes as they are worked with.
 * @param share gives the same text as one object, by column; left out, each stays what it is
 */
export function runChanges(
  runs: readonly ChangeRun[],
  share: (column: string, text: string) => string = (_, text) => text
): RowChange[] {
  const changes: RowChange[] = [];
  for (const { table, columns, changes: list } of runs) {
    const row = (cells: Cells): TableRow | null => {
      if (!cells) return null;
      const made: Record<string, string> = {};
      columns.forEach((column, i) => {
        if (cells[i] !== '') made[column] = share(column, cells[i]!);
      });
      return made;
    };
    for (const [before, after] of list) changes.push({ table, before: row(before), after: row(after) });
  }
  return changes;
}

const KINDS: readonly BatchKind[] = ['上新', '读报告', '填报表', '数据包', '改正', '加说明'];

/** All but the changes, without what else the text may hold; what is wrong with it where something is. */
export function aboutIn(body: Fields): Omit<Batch, 'changes'> | string {
  const { id, made, title, files, base, decisions } = body;
  if (!isText(id) || id === '' || !isText(made) || !isText(title) || !isText(base))
    return '缺少编号、时间、名称或数据版本';
  const kind = KINDS.find((one) => one === body.kind);
  if (!kind) return '不认识它的种类';
  if (!isListOf(files, isFile)) return '文件清单不对';
  if (!isListOf(decisions, isDecision)) return '决定清单不对';
  return { id, made, kind, title, files, base, decisions };
}

/** What is said of changes that aren't. */
export const BAD_RUNS = '各行的变动不对';

/** Whether a value is changes as they are written. */
export function areRuns(value: unknown): value is readonly ChangeRun[] {
  return isListOf(value, isRun);
}

function isListOf<T>(value: unknown, isItem: (item: unknown) => item is T): value is readonly T[] {
  return Array.isArray(value) && value.every(isItem);
}

const isText = (value: unknown): value is string => typeof value === 'string';

function isFile(value: unknown): value is BatchFile {
  return isFields(value) && isText(value.name) && typeof value.bytes === 'number' && isText(value.sha256);
}

function isDecision(value: unknown): value is Decision {
  return isFields(value) && isText(value.question) && isText(value.answer) && typeof value.automatic === 'boolean';
}

function isRun(value: unknown): value is ChangeRun {
  if (!isFields(value) || !TABLE_NAMES.some((name) => name === value.table)) return false;
  const { columns } = value;
  if (!Array.isArray(columns) || !columns.every((name) => isText(name) && !(name in Object.prototype))) return false;
  if (new Set(columns).size !== columns.length) return false;
  const isCells = (cells: unknown): boolean =>
    cells === null || (Array.isArray(cells) && cells.length === columns.length && cells.every(isText));
  const isPair = (pair: unknown): boolean =>
    Array.isArray(pair) && pair.length === 2 && pair.every(isCells) && (pair[0] !== null || pair[1] !== null);
  return Array.isArray(value.changes) && value.changes.every(isPair);
}

/** @param why a Chinese sentence without a full stop */
export function refused(why: string): BatchReading {
  return { kind: 'refused', why };
}
