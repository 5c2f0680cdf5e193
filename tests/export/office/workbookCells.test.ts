import readExcelFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { workbookPlan } from '../../../src/export/plan/workbookPlan';
import { writeWorkbook } from '../../../src/export/office/writeWorkbook';
import type { TableCell } from '../../../src/domain/table/table';
import { figureOf, words } from './tableFigure';

async function bytesOf(blob: Blob): Promise<Buffer> {
  return Buffer.from(await blob.arrayBuffer());
}

describe('a column', () => {
  it('of days holds dates; one text among them leaves all as texts', () => {
    const [sheet] = workbookPlan([
      figureOf(
        ['甲', '乙'],
        [
          [words('2020年10月26日'), words('2020年10月26日')],
          [words('2020年2月29日'), words('2020年')]
        ]
      )
    ]);
    expect(sheet!.rows.slice(3, 5).map((row) => row.map((cell) => [cell!.value, cell!.format]))).toEqual([
      [
        [44130, 'yyyy"年"m"月"d"日"'],
        ['2020年10月26日', undefined]
      ],
      [
        [43890, 'yyyy"年"m"月"d"日"'],
        ['2020年', undefined]
      ]
    ]);
  });

  it('leaves a day that never was, and one before Excel counts right, as a text', () => {
    const [sheet] = workbookPlan([figureOf(['甲', '乙'], [[words('2021年2月29日'), words('1899年1月1日')]])]);
    expect(sheet!.rows[3]!.map((cell) => cell!.value)).toEqual(['2021年2月29日', '1899年1月1日']);
  });

  it('has one number of decimals for each unit', () => {
    const number = (text: string, value: number): TableCell => ({ text, value });
    const [sheet] = workbookPlan([
      figureOf(
        ['率', '数', '快慢'],
        [
          [number('73%', 73), number('2,707例', 2707), number('慢14.3个百分点', -14.3)],
          [number('67.68%', 67.68), number('3.5万元', 3.5), number('快5个百分点', 5)],
          [number('≥95.0%', 95), number('9例', 9), number('持平', 0)]
        ]
      )
    ]);
    expect(sheet!.rows.slice(3, 6).map((row) => row.map((cell) => cell!.format))).toEqual([
      ['0.00%', '#,##0"例"', '"慢"#,##0.0"个百分点";"慢"#,##0.0"个百分点"'],
      ['0.00%', '#,##0.0"万元"', '"快"#,##0.0"个百分点"'],
      ['"≥"0.00%', '#,##0"例"', '"持平";"持平";"持平"']
    ]);
  });
});

describe('what a cell can’t hold', () => {
  it('is cut at 32,767 characters between two characters, and says so', () => {
    const [sheet] = workbookPlan([
      figureOf(['甲'], [[words('长'.repeat(40_000))], [words(`${'a'.repeat(32_000)}${'👍'.repeat(1000)}`)]])
    ]);
    const [long, emoji] = sheet!.rows.slice(3, 5).map((row) => String(row[0]!.value));
    expect(long!.length).toBe(32_767);
    expect(long!.endsWith('长……（全文40000字，一格放不下，见CSV）')).toBe(true);
    expect(emoji!.length).toBeLessThanOrEqual(32_767);
    expect(emoji!.endsWith('👍……（全文34000字，一格放不下，见CSV）')).toBe(true);
  });

  it('is dropped where XML has no place for it; a text is never looked up among the members of objects', async () => {
    const figure = figureOf(
      ['constructor', '__proto__'],
      [
        [words('__proto__'), words('a\ufffe\ud800b')],
        [words('constructor'), words('')]
      ]
    );
    const file = await bytesOf(await writeWorkbook(workbookPlan([figure])));
    const rows = (await readExcelFile(file))[0]!.data;
    expect(rows.slice(2)).toEqual([
      ['constructor', '__proto__'],
      ['__proto__', 'ab'],
      ['constructor', null]
    ]);
  });
});
