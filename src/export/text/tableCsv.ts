/**
 * CSV for machines that people open too: numbers as plain numbers rounded as on the screen, and where the
 * screen says more than the number (`≥95%`, `2,707例`, `慢14.3个百分点`) a column beside it that says it.
 */
import type { Table, TableCell } from '../../domain/table/table';
import { shownNumber } from '../../domain/wording/spreadsheetNumber';
import type { Figure } from '../../figures/figure';
import { escapeFormula } from './formulaInjection';
import { fileTable } from '../plan/fileTable';
import { cardTexts, noteTexts, sourceText, figureSourceTitles } from '../plan/figureTexts';

export const BYTE_ORDER_MARK = '\ufeff';

/** The whole file: header, rows, then after an empty line title, notes and sources. UTF-8 with BOM, CRLF. */
export function csvOf(figure: Figure, stamp = ''): string {
  const tail = [
    ['标题', figure.verdict],
    ['副题', figure.subtitle],
    ...noteTexts(figure).map((text) => ['说明', text]),
    ...cardTexts(figure).map((text) => ['口径', text]),
    ['出处', sourceText(figure)],
    ...figureSourceTitles(figure).map((title) => ['来源', title]),
    ['导出', stamp]
  ];
  const rows = [
    ...csvRows(fileTable(figure)),
    [],
    ...tail.filter(([, text]) => text).map((row) => row.map(escapeFormula))
  ];
  return BYTE_ORDER_MARK + rows.map(csvLine).join('\r\n') + '\r\n';
}

/** Header and rows of a table as CSV fields, not yet quoted. */
export function csvRows(table: Table): string[][] {
  const worded = table.columns.map((column, at) =>
    table.rows.some((row) => saysMore(row[at]!, `${column.title}${row[0]!.text}`))
  );
  const header = table.columns
    .flatMap(({ title }, at) => (worded[at] ? [title, `${title}·原样`] : [title]))
    .map(escapeFormula);
  const rows = table.rows.map((row) =>
    row.flatMap((cell, at) => (worded[at] ? [numberOrText(cell), escapeFormula(cell.text)] : [numberOrText(cell)]))
  );
  return [header, ...rows];
}

/** Whether the cell says more than its number and the unit that its heading, or the head of its row, names. */
function saysMore(cell: TableCell, heading: string): boolean {
  if (cell.value === null) return false;
  const shown = shownNumber(cell.value, cell.text);
  if (!shown) return true;
  return shown.before !== '' || (shown.after !== '' && !heading.includes(`（${shown.after}）`));
}

/** `12345.6`: no commas, rounded as printed, its own sign. A number printed in words (`持平`) is given as it is. */
function numberOrText(cell: TableCell): string {
  if (cell.value === null) return escapeFormula(cell.text);
  const shown = shownNumber(cell.value, cell.text);
  if (!shown) return String(cell.value);
  const digits = shown.digits.replace(/[-−,]/g, '');
  return cell.value < 0 && Number(digits) !== 0 ? `-${digits}` : digits;
}

/** Fields as one line, without its end. */
export function csvLine(fields: readonly string[]): string {
  return fields.map(quoted).join(',');
}

/** Quoted where it has to be; spaces at the ends too, which some readers drop. */
function quoted(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}
