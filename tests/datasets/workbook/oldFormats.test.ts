import { describe, expect, it } from 'vitest';
import { readFile } from '../../../src/datasets/workbook/readFile';
import { workbook } from '../../fixtures/sheets/workbook';

async function told(bytes: Uint8Array, name: string): Promise<string[][]> {
  const read = await readFile(bytes, name);
  if (read.kind === 'refused') throw new Error(read.remark.why);
  return read.sheets.flatMap(({ rows }) => rows.map((row) => row.map((cell) => cell?.shown ?? '')));
}

/** Excel 5 says its text by code page: 1252 here is made 936, and four letters two characters of GBK. */
function inChinese(bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice();
  const replace = (from: readonly number[], to: readonly number[]): void => {
    for (let at = 0; at + from.length <= copy.length; at++) {
      if (from.every((byte, i) => copy[at + i] === byte)) copy.set(to, at);
    }
  };
  replace([0x42, 0x00, 0x02, 0x00, 0xe4, 0x04], [0x42, 0x00, 0x02, 0x00, 0xa8, 0x03]);
  replace(
    Array.from('QQQQ', (char) => char.charCodeAt(0)),
    [0xcf, 0xf3, 0xc9, 0xbd]
  );
  return copy;
}

describe('old formats', () => {
  it('.xls of Excel 5 with text in GBK', async () => {
    const bytes = inChinese(workbook([{ name: 's', rows: [['QQQQ', 5]] }], 'biff5'));
    expect(await told(bytes, 'a.xls')).toEqual([['象山', '5']]);
  });

  it('XML Spreadsheet 2003, as many systems export it under the name .xls', async () => {
    const xml =
      '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="表"><Table><Row><Cell><Data ss:Type="String">单位&amp;</Data></Cell><Cell><Data ss:Type="Number">12.5</Data></Cell></Row></Table></Worksheet></Workbook>';
    expect(await told(new TextEncoder().encode(xml), '导出.xls')).toEqual([['单位&', '12.5']]);
  });
});
