/**
 * Writes a workbook. Built as a script of its own (assets/xlsx.js), loaded when the first .xlsx is asked for.
 *
 * Row by row into the zip, in this thread: it tells how far it is, can be stopped, and waits for nothing that might
 * not answer.
 */
import { Register, StyleTable } from './stylesXml';
import { filterName, filterRange, printArea, printTitles, rowXml, sharedText, sheetFoot, sheetHead } from './sheetXml';
import { chartXml } from './chartXml';
import { sheetChartRoom, sheetDrawingXml } from './sheetDrawing';
import { themeXml } from './themeXml';
import { ZipWriter } from './zipWriter';
import { pageSetup, type PageSetup } from '../plan/pageSetup';
import type { SheetPlan } from '../plan/sheetPlan';
import { xmlText } from './xmlText';

export interface WorkbookJob {
  /** Rows written, of how many. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Called every some rows, so that the page lives; rejects where the work is to stop. */
  readonly pause?: () => Promise<void>;
}

/** Rows between two pauses. */
const ROWS = 200;
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET_ML = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** The .xlsx for a plan. Rejects with what `pause` rejects with. */
export async function writeWorkbook(plan: readonly SheetPlan[], job: WorkbookJob = {}): Promise<Blob> {
  const zip = new ZipWriter();
  const styles = new StyleTable();
  const texts = new Register();
  const setups: PageSetup[] = [];
  for (const sheet of plan) {
    setups.push(pageSetup(sheet));
    await job.pause?.();
  }
  const total = plan.reduce((sum, sheet) => sum + rowsOf(sheet), 0);
  let done = 0;
  zip.add('[Content_Types].xml', contentTypes(plan));
  zip.add('_rels/.rels', rootRelations());
  zip.add('xl/workbook.xml', workbookXml(plan, setups));
  zip.add('xl/_rels/workbook.xml.rels', workbookRelations(plan));
  zip.add('xl/theme/theme1.xml', themeXml());
  for (const [index, sheet] of plan.entries()) {
    const setup = setups[index]!;
    const entry = zip.open(`xl/worksheets/sheet${index + 1}.xml`);
    entry.push(sheetHead(sheet, setup, index === 0));
    for (let row = 0; row < rowsOf(sheet); row += 1) {
      if (done % ROWS === 0) {
        job.onProgress?.(done, total);
        await job.pause?.();
      }
      entry.push(
        rowXml(
          sheet.rows[row] ?? sheet.more!.row(row - sheet.rows.length),
          row + 1,
          sheet,
          setup,
          (text) => texts.id(text),
          (cell) => styles.of(cell)
        )
      );
      done += 1;
    }
    entry.push(sheetFoot(sheet, setup));
    entry.close();
  }
  addCharts(zip, plan);
  await writeTexts(zip, texts.all(), job);
  zip.add('xl/styles.xml', styles.xml());
  job.onProgress?.(total, total);
  return new Blob(zip.end() as Uint8Array<ArrayBuffer>[], { type: `${SHEET_ML}.sheet` });
}

/** Workbooks together in one .zip, by the names of their files. */
export async function zipBooks(books: ReadonlyMap<string, Blob>): Promise<Blob> {
  const zip = new ZipWriter();
  for (const [name, book] of books) zip.store(name, new Uint8Array(await book.arrayBuffer()));
  return new Blob(zip.end() as Uint8Array<ArrayBuffer>[], { type: 'application/zip' });
}

/** The sheets that have charts, with their numbers (1-based) and how many charts there are before each. */
function drawnSheets(plan: readonly SheetPlan[]): { sheet: SheetPlan; number: number; before: number }[] {
  let before = 0;
  return plan.flatMap((sheet, i) => {
    const own = sheet.charts?.length ?? 0;
    if (own === 0) return [];
    before += own;
    return [{ sheet, number: i + 1, before: before - own }];
  });
}

function addCharts(zip: ZipWriter, plan: readonly SheetPlan[]): void {
  for (const [at, { sheet, number, before }] of drawnSheets(plan).entries()) {
    const charts = sheet.charts!;
    const relation = (id: number, type: string, target: string) =>
      `<Relationship Id="rId${id}" Type="${RELATIONS}/${type}" Target="../${target}.xml"/>`;
    const relations = (inside: string) =>
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${inside}</Relationships>`;
    zip.add(
      `xl/worksheets/_rels/sheet${number}.xml.rels`,
      relations(relation(1, 'drawing', `drawings/drawing${at + 1}`))
    );
    zip.add(`xl/drawings/drawing${at + 1}.xml`, sheetDrawingXml(charts));
    zip.add(
      `xl/drawings/_rels/drawing${at + 1}.xml.rels`,
      relations(charts.map((_, i) => relation(i + 1, 'chart', `charts/chart${before + i + 1}`)).join(''))
    );
    charts.forEach((one, i) =>
      zip.add(`xl/charts/chart${before + i + 1}.xml`, chartXml(one.chart, sheetChartRoom(one)))
    );
  }
}

function rowsOf({ rows, more }: SheetPlan): number {
  return rows.length + (more?.count ?? 0);
}

async function writeTexts(zip: ZipWriter, texts: readonly string[], job: WorkbookJob): Promise<void> {
  const entry = zip.open('xl/sharedStrings.xml');
  entry.push(`${HEAD}<sst xmlns="${MAIN}" uniqueCount="${texts.length}">`);
  for (const [i, text] of texts.entries()) {
    if (i % (ROWS * 10) === 0) await job.pause?.();
    entry.push(sharedText(text));
  }
  entry.push('</sst>');
  entry.close();
}

function contentTypes(plan: readonly SheetPlan[]): string {
  const part = (path: string, type: string) =>
    `<Override PartName="/xl/${path}.xml" ContentType="${SHEET_ML}.${type}+xml"/>`;
  const other = (path: string, type: string) =>
    `<Override PartName="/xl/${path}.xml" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>`;
  return [
    `${HEAD}<Types xmlns="${PACKAGE}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>',
    part('workbook', 'sheet.main'),
    part('styles', 'styles'),
    part('sharedStrings', 'sharedStrings'),
    ...plan.map((_, i) => part(`worksheets/sheet${i + 1}`, 'worksheet')),
    other('theme/theme1', 'theme'),
    ...drawnSheets(plan).flatMap(({ sheet, before }, at) => [
      other(`drawings/drawing${at + 1}`, 'drawing'),
      ...sheet.charts!.map((_, i) => other(`charts/chart${before + i + 1}`, 'drawingml.chart'))
    ]),
    '</Types>'
  ].join('');
}

function rootRelations(): string {
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;
}

function workbookRelations(plan: readonly SheetPlan[]): string {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}.xml"/>`;
  return [
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">`,
    ...plan.map((_, i) => relation(`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}`)),
    relation(`rId${plan.length + 1}`, 'styles', 'styles'),
    relation(`rId${plan.length + 2}`, 'sharedStrings', 'sharedStrings'),
    relation(`rId${plan.length + 3}`, 'theme', 'theme/theme1'),
    '</Relationships>'
  ].join('');
}

function workbookXml(plan: readonly SheetPlan[], setups: readonly PageSetup[]): string {
  const named = (name: string, index: number, range: string, hidden = '') =>
    `<definedName name="_xlnm.${name}" localSheetId="${index}"${hidden}>${xmlText(range)}</definedName>`;
  return [
    `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><bookViews><workbookView/></bookViews><sheets>`,
    ...plan.map(
      (sheet, i) =>
        `<sheet name="${xmlText(sheet.name)}" sheetId="${i + 1}"${sheet.hidden ? ' state="hidden"' : ''} r:id="rId${i + 1}"/>`
    ),
    '</sheets><definedNames>',
    ...plan.map((sheet, i) =>
      filterRange(sheet) ? named('_FilterDatabase', i, filterName(sheet), ' hidden="1"') : ''
    ),
    ...plan.map((sheet, i) => {
      const area = printArea(sheet, setups[i]!);
      return area ? named('Print_Area', i, area) : '';
    }),
    ...plan.map((sheet, i) => named('Print_Titles', i, printTitles(sheet, setups[i]!))),
    '</definedNames></workbook>'
  ].join('');
}
