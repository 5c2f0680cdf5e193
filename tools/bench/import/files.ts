/** Files as large as anybody brings, the same each time: a number a row, of invented places and indicators. */
import { strToU8, zipSync } from 'fflate';
import { Chance } from '../../fuzz/chance.ts';

const HEADS = ['地区', '指标', '时期', '数值', '单位', '备注'];
const NOTES = ['', '', '', '核实', '补报'];

/** The rows, each figure of another place, indicator or month; the first is the heads. */
function* rowsOf(count: number): Generator<readonly (string | number)[]> {
  const chance = new Chance(11);
  yield HEADS;
  for (let i = 0; i < count; i++) {
    const month = Math.floor(i / 10_000);
    const year = 2024 - Math.floor(month / 12);
    yield [
      `测算${i % 200}县`,
      `测算指标${Math.floor(i / 200) % 50}`,
      `${year}年${(month % 12) + 1}月`,
      chance.below(1_000_000) / 10,
      '人',
      chance.pick(NOTES)
    ];
  }
}

/** `count` rows as UTF-8 text. */
export function csvOf(count: number): Uint8Array {
  const lines: string[] = [];
  for (const row of rowsOf(count)) lines.push(row.join(','));
  return strToU8(lines.join('\r\n') + '\r\n');
}

/** `count` rows as a workbook: texts in the common list, as Excel and WPS write them. */
export function xlsxOf(count: number): Uint8Array {
  const texts = new Map<string, number>();
  const textAt = (text: string): number => {
    const known = texts.get(text) ?? texts.size;
    texts.set(text, known);
    return known;
  };
  const rows: string[] = [];
  for (const row of rowsOf(count)) {
    const at = rows.length + 1;
    const cells = row.map((value, c) => {
      if (value === '') return '';
      const name = `${String.fromCharCode(65 + c)}${at}`;
      return typeof value === 'number'
        ? `<c r="${name}"><v>${value}</v></c>`
        : `<c r="${name}" t="s"><v>${textAt(value)}</v></c>`;
    });
    rows.push(`<row r="${at}">${cells.join('')}</row>`);
  }
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const types = 'http://schemas.openxmlformats.org/package/2006/content-types';
  const links = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const strings = [...texts.keys()].map((text) => `<si><t>${text}</t></si>`).join('');
  const xml = (text: string) => strToU8(`<?xml version="1.0" encoding="UTF-8"?>\n${text}`);
  return zipSync({
    '[Content_Types].xml': xml(
      `<Types xmlns="${types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${kind}.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${kind}.sharedStrings+xml"/></Types>`
    ),
    '_rels/.rels': xml(
      `<Relationships xmlns="${links}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`
    ),
    'xl/workbook.xml': xml(
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="明细" sheetId="1" r:id="rId1"/></sheets></workbook>`
    ),
    'xl/_rels/workbook.xml.rels': xml(
      `<Relationships xmlns="${links}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`
    ),
    'xl/sharedStrings.xml': xml(`<sst xmlns="${main}">${strings}</sst>`),
    'xl/worksheets/sheet1.xml': xml(`<worksheet xmlns="${main}"><sheetData>${rows.join('')}</sheetData></worksheet>`)
  });
}
