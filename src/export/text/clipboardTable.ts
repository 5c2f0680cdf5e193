/** A table for the clipboard: as text between tabs, and as HTML that office programs paste as a table. */
import type { Table, TableCell } from '../../domain/table/table';
import { escapeFormula } from './formulaInjection';
import { xmlText } from '../office/xmlText';

/**
 * Rows between line ends, cells between tabs; line ends and tabs inside a cell become spaces.
 * @param after lines that follow the table after an empty one
 */
export function tableText(table: Table, after: readonly string[] = []): string {
  const line = (cells: readonly string[]) => cells.map((text) => text.replace(/[\t\r\n]+/g, ' ')).join('\t');
  return [
    line(table.columns.map((c) => escapeFormula(c.title))),
    ...table.rows.map((row) => line(row.map((cell) => cellText(cell)))),
    ...(after.length > 0 ? ['', ...after.map((text) => line([escapeFormula(text)]))] : [])
  ].join('\r\n');
}

/** With the sign of a negative number that a spreadsheet counts with: a number alone is no formula. */
function cellText({ text, value }: TableCell): string {
  const plain = value === null ? text : text.replace(/^−(?=\d)/, '-');
  return value !== null && /^-\d[\d,]*(?:\.\d+)?%?$/.test(plain) ? plain : escapeFormula(plain);
}

/** The table with its caption as a heading cell row of HTML; every text escaped. */
export function tableHtml(table: Table, after: readonly string[] = []): string {
  const align = table.columns.map((c) => (c.align === '右' ? ' align="right"' : ''));
  const head = table.columns.map((c, at) => `<th${align[at]}>${xmlText(c.title)}</th>`).join('');
  const rows = table.rows.map(
    (row) => `<tr>${row.map((cell, at) => `<td${align[at]}>${xmlText(cellText(cell))}</td>`).join('')}</tr>`
  );
  return `<meta charset="utf-8"><table border="1"><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>${after.map((text) => `<p>${xmlText(text)}</p>`).join('')}`;
}

/**
 * Puts both forms on the clipboard. By `execCommand` and a copy event: `navigator.clipboard` is absent on the
 * plain http of an intranet, and where it is present this works as well.
 * @param after lines that follow the table: what its figures mean
 * @returns whether the browser did it
 */
export function copyTable(table: Table, after: readonly string[] = [], page: Document = document): boolean {
  return copyForms({ 'text/plain': tableText(table, after), 'text/html': tableHtml(table, after) }, page);
}

/** Puts a text on the clipboard, in the same way. @returns whether the browser did it */
export function copyText(text: string, page: Document = document): boolean {
  return copyForms({ 'text/plain': text }, page);
}

function copyForms(forms: Readonly<Record<string, string>>, page: Document): boolean {
  let taken = false;
  const fill = (event: ClipboardEvent) => {
    for (const [type, text] of Object.entries(forms)) event.clipboardData?.setData(type, text);
    event.preventDefault();
    // Other handlers would put the selection there.
    event.stopImmediatePropagation();
    taken = event.clipboardData !== null;
  };
  page.addEventListener('copy', fill, true);
  try {
    return page.execCommand('copy') && taken;
  } finally {
    page.removeEventListener('copy', fill, true);
  }
}
