/** Makes a file of the rows of 数据: those that answer the filters, in the order of the screen. */
import { saveBlob } from '../browser/saveFile';
import { markedName } from '../domain/model/fictional';
import type { RowList } from '../domain/table/rowList';
import type { TableCell } from '../domain/table/table';
import { formatNumber } from '../domain/wording/format';
import { fileName } from '../figures/fileName';
import { pauseFor, type ExportJob } from './job';
import { xlsxLibrary } from './libraries';
import { askedText, listTitle, MOST_SHEET_ROWS, rowsSheet } from './plan/rowsSheet';
import { escapeFormula } from './text/formulaInjection';
import { BYTE_ORDER_MARK, csvLine } from './text/tableCsv';

export type RowsFormat = 'xlsx' | 'csv';

/** Rows that are text at one time; what is done is handed to the browser. */
const CHUNK = 500;

/** @returns what became of it, one sentence; rejects with a Chinese reason */
export async function exportRows(format: RowsFormat, list: RowList, job: ExportJob = {}): Promise<string> {
  const name = `${fileName([markedName(list, list.name), list.filters.join('、') || '全部'])}.${format}`;
  saveBlob(name, format === 'xlsx' ? await workbookOf(list, job) : await csvOfRows(list, job));
  return `已导出 ${name}，${formatNumber(list.count)}行。`;
}

async function workbookOf(list: RowList, job: ExportJob): Promise<Blob> {
  if (list.count > MOST_SHEET_ROWS)
    throw new Error(
      `有${formatNumber(list.count)}行，XLSX 一张表最多${formatNumber(MOST_SHEET_ROWS)}行，请先筛选，或改用 CSV`
    );
  const pause = pauseFor(job.signal);
  const { writeWorkbook } = await xlsxLibrary();
  return writeWorkbook([rowsSheet(list, job.stamp)], { onProgress: job.onProgress, pause });
}

/** Head and rows, then after an empty line what was asked for. UTF-8 with BOM, CRLF. */
export async function csvOfRows(list: RowList, job: ExportJob = {}): Promise<Blob> {
  const pause = pauseFor(job.signal);
  const parts: Blob[] = [];
  const push = (lines: readonly string[]) => parts.push(new Blob([lines.map((line) => `${line}\r\n`).join('')]));
  push([BYTE_ORDER_MARK + csvLine(list.columns.map((column) => column.title))]);
  for (let from = 0; from < list.count; from += CHUNK) {
    job.onProgress?.(from, list.count);
    await pause();
    const length = Math.min(CHUNK, list.count - from);
    push(Array.from({ length }, (_, i) => csvLine(list.cells(from + i).map(field))));
  }
  push([
    '',
    csvLine(['标题', listTitle(list)]),
    csvLine(['说明', escapeFormula(askedText(list))]),
    ...(job.stamp ? [csvLine(['导出', job.stamp])] : [])
  ]);
  job.onProgress?.(list.count, list.count);
  return new Blob(parts, { type: 'text/csv;charset=utf-8' });
}

/** These are the data themselves: a number isn't rounded. */
function field({ text, value }: TableCell): string {
  return value === null ? escapeFormula(text) : String(value);
}
