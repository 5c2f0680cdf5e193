import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import type { TableCell } from '../../../src/domain/table/table';
import { writeWorkbook } from '../../../src/export/office/writeWorkbook';
import { workbookPlan } from '../../../src/export/plan/workbookPlan';
import type { Figure } from '../../../src/figures/figure';
import { figureOf, words } from './tableFigure';
import { xmlFault } from './xmlFault';

const number = (text: string, value: number): TableCell => ({ text, value });
const NOTED = { notes: [{ level: '说明' as const, text: '一句说明。' }] };

async function written(figure: Figure) {
  const file = await (await writeWorkbook(workbookPlan([figure]))).arrayBuffer();
  const zip = await JSZip.loadAsync(Buffer.from(file));
  for (const path of Object.keys(zip.files).filter((name) => /\.(xml|rels)$/.test(name)))
    expect([path, xmlFault(await zip.file(path)!.async('text'))]).toEqual([path, '']);
  const read = (path: string) => zip.file(path)!.async('text');
  return { sheet: await read('xl/worksheets/sheet1.xml'), book: await read('xl/workbook.xml') };
}

describe('a printed workbook', () => {
  it('fits A4 across, repeats its head, numbers its pages and can be filtered', async () => {
    const rows = Array.from({ length: 60 }, (_, i) => [words(`第${i}行`), words('内容')]);
    const { sheet, book } = await written(figureOf(['甲', '乙'], rows, '一个很长的标题，'.repeat(12)));
    expect(sheet).toContain('<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>');
    expect(sheet).toContain('<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>');
    expect(sheet).toContain('<autoFilter ref="A3:B63"/>');
    expect(sheet).toContain('<mergeCell ref="A1:B1"/>');
    expect(sheet).toContain('第&amp;P页，共&amp;N页');
    expect(book).toContain(`<definedName name="_xlnm.Print_Titles" localSheetId="0">'表'!$3:$3</definedName>`);
    expect(book).toContain(
      `<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">'表'!$A$3:$B$63</definedName>`
    );
    expect(book).not.toContain('Print_Area');
  });

  it('lies on A3 where the columns of a table are too many for A4', async () => {
    const titles = Array.from({ length: 15 }, (_, i) => `第${i}列`);
    const { sheet } = await written(figureOf(titles, [titles.map(() => words('2024年12月31日'))]));
    expect(sheet).toContain('<pageSetup paperSize="8" orientation="landscape" fitToWidth="1" fitToHeight="0"/>');
    // The day as a number that prints 2024年12月31日: 8 × 1.1 + 3 × 1.9 + 1.5 = 16.
    expect(sheet.match(/<col min="\d+" max="\d+" width="16" customWidth="1"\/>/g)).toHaveLength(15);
  });

  it('cuts a table that fits neither: title and remarks whole on the first page, names and head on each', async () => {
    const titles = ['指标', ...Array.from({ length: 20 }, (_, i) => `第${i}县`)];
    const row = [words('严重精神障碍患者'), ...Array.from({ length: 20 }, () => words('2024年12月31日'))];
    const { sheet, book } = await written({ ...figureOf(titles, [row, row]), ...NOTED });
    // Head in row 3, the table to row 5, an empty row, the remark in row 7; ten places a page.
    expect(book).toContain(
      `<definedName name="_xlnm.Print_Area" localSheetId="0">'表'!$A$1:$K$7,'表'!$L$3:$U$5</definedName>`
    );
    expect(book).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="0">'表'!$A:$A,'表'!$3:$3</definedName>`
    );
    expect(sheet).toContain('<mergeCell ref="A1:K1"/><mergeCell ref="A2:K2"/><mergeCell ref="A7:K7"/>');
    expect(sheet).toContain('<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>');
  });

  it('gives numbers the room that their formats take', async () => {
    const cells = [number('≥1,234,567.5万元', 1234567.5), number('73%', 73), number('慢14.3个百分点', -14.3)];
    const { sheet } = await written(figureOf(['数', '率', '快慢'], [cells]));
    // 1.9 + 11 × 1.1 + 2 × 1.9 + 1.5 = 19.3; 2 × 1.1 + 1.7 + 1.5 = 5.4, less than the least; 5 × 1.9 + 4 × 1.1 + 1.5 = 15.4.
    expect([...sheet.matchAll(/<col [^>]*width="(\d+)"/g)].map((m) => Number(m[1]))).toEqual([20, 8, 16]);
  });

  it('draws the lines of an empty cell of the table too', async () => {
    const { sheet } = await written(figureOf(['甲', '乙'], [[words('有'), words('')]]));
    expect(sheet).toMatch(/<c r="A4" s="(\d+)" t="s"><v>\d+<\/v><\/c><c r="B4" s="\1"\/><\/row>/);
  });
});
