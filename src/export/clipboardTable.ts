/** A table for the clipboard: as text between tabs, and as HTML that office programs paste as a table. */
import type { Table } from '../domain/table';
import { harmless } from './cellGuard';
import { xmlText } from './xmlText';

/** Rows between line ends, cells between tabs; line ends and tabs inside a cell become spaces. */
export function tableText(table: Table): string {
  const line = (cells: readonly string[]) => cells.map((text) => harmless(text).replace(/[\t\r\n]+/g, ' ')).join('\t');
  return [line(table.columns.map((c) => c.title)), ...table.rows.map((row) => line(row.map((cell) => cell.text)))].join('\r\n');
}

/** The table with its caption as a heading cell row of HTML; every text escaped. */
export function tableHtml(table: Table): string {
  const align = table.columns.map((c) => (c.align === '右' ? ' align="right"' : ''));
  const head = table.columns.map((c, at) => `<th${align[at]}>${xmlText(c.title)}</th>`).join('');
  const rows = table.rows.map((row) => `<tr>${row.map((cell, at) => `<td${align[at]}>${xmlText(harmless(cell.text))}</td>`).join('')}</tr>`);
  return `<meta charset="utf-8"><table border="1"><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

/**
 * Puts both forms on the clipboard. By `execCommand` and a copy event: `navigator.clipboard` is absent on the
 * plain http of an intranet, and where it is present this works as well.
 * @returns whether the browser did it
 */
export function copyTable(table: Table, page: Document = document): boolean {
  let taken = false;
  const fill = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', tableText(table));
    event.clipboardData?.setData('text/html', tableHtml(table));
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
