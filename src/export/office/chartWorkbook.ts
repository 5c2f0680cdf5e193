/** The workbook behind a chart of a slide. */
import type { NativeChart } from '../../charts/office/nativeChart';
import { columnLetters } from '../plan/columnName';
import { xmlText } from './xmlText';

/** The workbook that `编辑数据` opens: names in column A, one series a column, gaps empty. Path → text. */
export function chartWorkbook(chart: NativeChart): Record<string, string> {
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const ns = 'http://schemas.openxmlformats.org';
  const textCell = (at: string, value: string) => `<c r="${at}" t="inlineStr"><is><t>${xmlText(value)}</t></is></c>`;
  const first = chart.series.map((s, i) => textCell(`${columnLetters(i + 1)}1`, s.name)).join('');
  const rows = chart.categories.map((name, r) => {
    const numbers = chart.series.map((s, i) => {
      const p = s.points[r];
      const formula = s.formula?.((other) => `${columnLetters(other + 1)}${r + 2}`);
      if (formula)
        return `<c r="${columnLetters(i + 1)}${r + 2}"><f>${xmlText(formula)}</f><v>${p?.value ?? 0}</v></c>`;
      return p ? `<c r="${columnLetters(i + 1)}${r + 2}"><v>${p.value}</v></c>` : '';
    });
    return `<row r="${r + 2}">${name ? textCell(`A${r + 2}`, name) : ''}${numbers.join('')}</row>`;
  });
  return {
    '[Content_Types].xml': `${head}<Types xmlns="${ns}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="${ns}/package/2006/relationships"><Relationship Id="rId1" Type="${ns}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${head}<workbook xmlns="${ns}/spreadsheetml/2006/main" xmlns:r="${ns}/officeDocument/2006/relationships"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${ns}/package/2006/relationships"><Relationship Id="rId1" Type="${ns}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `${head}<worksheet xmlns="${ns}/spreadsheetml/2006/main"><cols><col min="1" max="1" width="36" customWidth="1"/></cols><sheetData><row r="1">${first}</row>${rows.join('')}</sheetData></worksheet>`
  };
}
