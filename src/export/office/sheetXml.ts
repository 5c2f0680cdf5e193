/** One sheet of a workbook as SpreadsheetML, ready for paper: title whole, head repeated, as wide as the paper, pages numbered. */
import { isSentence } from '../plan/cellWidth';
import { columnLetters } from '../plan/columnName';
import { partWidth, type PageSetup } from '../plan/pageSetup';
import { ROW, rowHeight } from '../plan/rowHeight';
import type { CellCheck, WorkbookCell, SheetPlan } from '../plan/sheetPlan';
import { xmlText } from './xmlText';

/** Numbers by which SpreadsheetML knows papers. */
const PAPER = { A3: 8, A4: 9 } as const;

const EMPTY: WorkbookCell = { value: '', style: 'plain', align: '左' };

/** Everything before the first row. */
export function sheetHead(sheet: SheetPlan, setup: PageSetup, selected: boolean): string {
  const cell = `A${sheet.frozen + 1}`;
  const widths = setup.widths.map(
    (width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`
  );
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">',
    setup.scale ? '' : '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
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
  setup: PageSetup,
  textId: (text: string) => number,
  styleId: (cell: WorkbookCell) => number
): string {
  const isOfTable = number > sheet.frozen && number <= sheet.frozen + sheet.tableRows;
  const cells = (isOfTable ? setup.widths.map((_, i) => row[i] ?? null) : row).map((cell, i) => {
    // An empty cell of the table has its lines too.
    if (!cell) return isOfTable ? `<c r="${columnLetters(i)}${number}" s="${styleId(EMPTY)}"/>` : '';
    const cellAttributes = `r="${columnLetters(i)}${number}" s="${styleId(cell)}"`;
    return typeof cell.value === 'number'
      ? `<c ${cellAttributes}>${cell.formula ? `<f>${xmlText(cell.formula)}</f>` : ''}<v>${cell.value}</v></c>`
      : `<c ${cellAttributes} t="s"><v>${textId(cell.value)}</v></c>`;
  });
  const { height, isMerged } = rowHeight(row, setup.widths, partWidth(setup.widths, setup.parts[0]!));
  const heightAttribute = height > ROW ? ` ht="${height}"${isMerged ? ' customHeight="1"' : ''}` : '';
  return `<row r="${number}"${heightAttribute}>${cells.join('')}</row>`;
}

/** Everything after the last row. */
export function sheetFoot(sheet: SheetPlan, setup: PageSetup): string {
  // A sentence is whole on the first page, wherever the table is cut.
  const over = setup.parts[0]![1];
  const last = columnLetters(over);
  const merged =
    over > 0
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
    pageSetupXml(setup),
    '<headerFooter><oddFooter>&amp;L&amp;A&amp;R第&amp;P页，共&amp;N页</oddFooter></headerFooter>',
    sheet.charts?.length ? '<drawing r:id="rId1"/>' : '',
    '</worksheet>'
  ].join('');
}

function pageSetupXml({ paper, scale, tall }: PageSetup): string {
  const size = scale
    ? `scale="${scale}" orientation="landscape"`
    : `orientation="landscape" fitToWidth="1" fitToHeight="${tall}"`;
  return `<pageSetup paperSize="${PAPER[paper]}" ${size}/>`;
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

/** `A3:H24`: the head and its rows; empty without rows. */
export function filterRange({ frozen, tableRows, widths }: SheetPlan): string {
  return tableRows > 0 ? `A${frozen}:${columnLetters(widths.length - 1)}${frozen + tableRows}` : '';
}

/** What is repeated on every page of paper: the head, and where the table is cut the columns that say what a row is. */
export function printTitles(sheet: SheetPlan, { heads }: PageSetup): string {
  const rows = `${quotedName(sheet)}!$${sheet.frozen}:$${sheet.frozen}`;
  return heads > 0 ? `${quotedName(sheet)}!$A:$${columnLetters(heads - 1)},${rows}` : rows;
}

/**
 * What is printed, a range a page where the table is cut: the first with the sentences, the others from the head to
 * the last row of the table. Empty for all there is.
 */
export function printArea(sheet: SheetPlan, { parts }: PageSetup): string {
  const rows = sheet.rows.length + (sheet.more?.count ?? 0);
  if (parts.length === 1 && !sheet.charts?.length) return '';
  const end = sheet.tableRows > 0 ? sheet.frozen + sheet.tableRows : rows;
  return parts
    .map(([first, last], at) => {
      const [from, to] = at === 0 ? [1, rows] : [sheet.frozen, end];
      return `${quotedName(sheet)}!$${columnLetters(first)}$${from}:$${columnLetters(last)}$${to}`;
    })
    .join(',');
}

function quotedName({ name }: SheetPlan): string {
  return `'${name.replace(/'/g, "''")}'`;
}

/** `'名'!$A$3:$H$24` for the hidden name that keeps a filter. */
export function filterName(sheet: SheetPlan): string {
  return `${quotedName(sheet)}!${filterRange(sheet).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2')}`;
}

/** `<si>` of a shared text; spaces at the ends and line ends are kept. */
export function sharedText(text: string): string {
  return `<si><t xml:space="preserve">${xmlText(text)}</t></si>`;
}
