/** One sheet of a workbook as SpreadsheetML, ready for A4: title whole, head repeated, as wide as the paper, pages numbered. */
import { columnName } from '../plan/columnName';
import type { CellCheck, SheetCell, SheetPlan } from '../plan/sheetPlan';
import { xmlText } from './xmlText';

/** Characters of a digit's width that stay readable across A4; a wider sheet takes more pages side by side. */
const PAGE_CHARACTERS = 200;
/** Height of a line of 11 pt and of 14 pt, in pt. */
const LINE = { soft: 16.5, title: 20 } as const;

/** Everything before the first row. */
export function sheetHead(sheet: SheetPlan, selected: boolean): string {
  const cell = `A${sheet.frozen + 1}`;
  const widths = sheet.widths.map(
    (width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`
  );
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">',
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<sheetViews><sheetView${selected ? ' tabSelected="1"' : ''} workbookViewId="0"><pane ySplit="${sheet.frozen}" topLeftCell="${cell}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="${cell}" sqref="${cell}"/></sheetView></sheetViews>`,
    '<sheetFormatPr defaultRowHeight="16.5"/>',
    widths.length > 0 ? `<cols>${widths.join('')}</cols>` : '',
    '<sheetData>'
  ].join('');
}

/**
 * One row.
 * @param number 1-based
 * @param textId number of a shared text
 * @param styleId number of a cell's style
 */
export function rowXml(
  row: SheetPlan['rows'][number],
  number: number,
  sheet: SheetPlan,
  textId: (text: string) => number,
  styleId: (cell: SheetCell) => number
): string {
  const cells = row.map((cell, i) => {
    if (!cell) return '';
    const cellAttributes = `r="${columnName(i)}${number}" s="${styleId(cell)}"`;
    return typeof cell.value === 'number'
      ? `<c ${cellAttributes}>${cell.formula ? `<f>${xmlText(cell.formula)}</f>` : ''}<v>${cell.value}</v></c>`
      : `<c ${cellAttributes} t="s"><v>${textId(cell.value)}</v></c>`;
  });
  const merged = mergedHeight(row, sheet);
  const height = merged || wrappedHeight(row, sheet);
  const heightAttribute = height ? ` ht="${height}"${merged ? ' customHeight="1"' : ''}` : '';
  return `<row r="${number}"${heightAttribute}>${cells.join('')}</row>`;
}

/** As high as the cell with most lines; 0 where all stand in one. Programs that don't work it out show the first line only. */
function wrappedHeight(row: SheetPlan['rows'][number], { widths }: SheetPlan): number {
  const lines = row.reduce((most, cell, i) => {
    if (typeof cell?.value !== 'string') return most;
    const room = Math.max(4, (widths[i] ?? 8) - 1.5);
    const own = cell.value.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(characters(line) / room)), 0);
    return Math.max(most, own);
  }, 1);
  return lines > 1 ? Math.min(409, lines * LINE.soft + 2) : 0;
}

/** A sentence over the whole table. Programs don't work out the height of a merged row by themselves. */
function mergedHeight(row: SheetPlan['rows'][number], sheet: SheetPlan): number {
  const [first] = row;
  if (!isSentence(row) || typeof first?.value !== 'string') return 0;
  const title = first.style === 'title';
  const room = tableWidth(sheet) * (title ? 0.76 : 0.96);
  const lines = first.value.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(characters(line) / room)), 0);
  // Excel's highest row.
  return Math.min(409, lines * (title ? LINE.title : LINE.soft) + (title ? 6 : 2));
}

function isSentence(row: SheetPlan['rows'][number]): boolean {
  return row.length === 1 && (row[0]?.style === 'title' || row[0]?.style === 'soft');
}

/** A wide character is as wide as two digits. */
function characters(text: string): number {
  return [...text].reduce((n, c) => n + (c.charCodeAt(0) > 0x2e7f ? 2 : 1.1), 0);
}

function tableWidth(sheet: SheetPlan): number {
  return sheet.widths.reduce((sum, width) => sum + width, 0);
}

/** Everything after the last row. */
export function sheetFoot(sheet: SheetPlan): string {
  const columns = sheet.widths.length;
  const last = columnName(columns - 1);
  const merged =
    columns > 1
      ? sheet.rows.flatMap((row, i) => (isSentence(row) ? [`<mergeCell ref="A${i + 1}:${last}${i + 1}"/>`] : []))
      : [];
  merged.push(...(sheet.merges ?? []).map((range) => `<mergeCell ref="${range}"/>`));
  const filter = filterRange(sheet);
  return [
    '</sheetData>',
    sheet.locked ? PROTECTION : '',
    filter ? `<autoFilter ref="${filter}"/>` : '',
    merged.length > 0 ? `<mergeCells count="${merged.length}">${merged.join('')}</mergeCells>` : '',
    checksXml(sheet.checks ?? []),
    '<printOptions horizontalCentered="1"/>',
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="9" orientation="landscape" fitToWidth="${pagesAcross(sheet)}" fitToHeight="0"/>`,
    '<headerFooter><oddFooter>&amp;L&amp;A&amp;R第&amp;P页，共&amp;N页</oddFooter></headerFooter>',
    sheet.charts?.length ? '<drawing r:id="rId1"/>' : '',
    '</worksheet>'
  ].join('');
}

/** Cells can be chosen, columns made wider and the filter used; there is no password. */
const PROTECTION =
  '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0" sort="0" autoFilter="0"/>';

/** Any number where no bounds are given: Excel wants two, these no figure reaches. */
const BOUND = 1e15;

function checksXml(checks: readonly CellCheck[]): string {
  if (checks.length === 0) return '';
  const each = checks.map(
    ({ range, least = -BOUND, most = BOUND, message }) =>
      `<dataValidation type="decimal" operator="between" allowBlank="1" showErrorMessage="1" errorTitle="请填数字" error="${xmlText(message)}" sqref="${range}"><formula1>${least}</formula1><formula2>${most}</formula2></dataValidation>`
  );
  return `<dataValidations count="${each.length}">${each.join('')}</dataValidations>`;
}

function pagesAcross(sheet: SheetPlan): number {
  return Math.max(1, Math.ceil(tableWidth(sheet) / PAGE_CHARACTERS));
}

/** `A3:H24`: the head and its rows; empty without rows. */
export function filterRange({ frozen, tableRows, widths }: SheetPlan): string {
  return tableRows > 0 ? `A${frozen}:${columnName(widths.length - 1)}${frozen + tableRows}` : '';
}

/** What is repeated on every page of paper: the head, and the first column where a page doesn't hold all. */
export function printTitles(sheet: SheetPlan): string {
  const name = `'${sheet.name.replace(/'/g, "''")}'`;
  const rows = `${name}!$${sheet.frozen}:$${sheet.frozen}`;
  return pagesAcross(sheet) > 1 ? `${name}!$A:$A,${rows}` : rows;
}

/** What is printed where charts stand beside the table: the table with its sentences; empty for all. */
export function printArea(sheet: SheetPlan): string {
  const rows = sheet.rows.length + (sheet.more?.count ?? 0);
  return sheet.charts?.length
    ? `'${sheet.name.replace(/'/g, "''")}'!$A$1:$${columnName(sheet.widths.length - 1)}$${rows}`
    : '';
}

/** `'名'!$A$3:$H$24` for the hidden name that keeps a filter. */
export function filterName(sheet: SheetPlan): string {
  return `'${sheet.name.replace(/'/g, "''")}'!${filterRange(sheet).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2')}`;
}

/** `<si>` of a shared text; spaces at the ends and line ends are kept. */
export function sharedText(text: string): string {
  return `<si><t xml:space="preserve">${xmlText(text)}</t></si>`;
}
