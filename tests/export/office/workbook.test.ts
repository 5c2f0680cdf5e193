import JSZip from 'jszip';
import readExcelFile from 'read-excel-file/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { sheetNames, workbookPlan } from '../../../src/export/plan/workbookPlan';
import { writeWorkbook } from '../../../src/export/office/writeWorkbook';
import { excelText } from './excelText';
import { figures, type NamedFigure } from '../figures';

async function bytesOf(blob: Blob): Promise<Buffer> {
  return Buffer.from(await blob.arrayBuffer());
}

describe('the workbook of some figures', () => {
  let all: NamedFigure[];
  beforeAll(async () => {
    all = await figures();
  });

  it('has a sheet a figure, then 口径 and 出处', () => {
    const plan = workbookPlan([all[1]!.figure, all[9]!.figure]);
    expect(plan.map((s) => s.name)).toEqual(['严重精神障碍患者规范管理率', '督办清单', '口径', '出处']);
  });

  it('prints every number as the screen does, and keeps it a number', () => {
    let numbers = 0;
    for (const { address, figure } of all) {
      const [sheet] = workbookPlan([figure]);
      figure.table.rows.forEach((row, r) =>
        row.forEach((cell, c) => {
          const written = sheet!.rows[r + sheet!.frozen]![c];
          if (cell.text === '') expect(written).toBeNull();
          else if (cell.value === null) expect(written!.value).toBe(cell.text);
          else {
            numbers += 1;
            expect([address, typeof written!.value]).toEqual([address, 'number']);
            expect([address, excelText(written!.value as number, written!.format!)]).toEqual([address, cell.text]);
          }
        })
      );
    }
    expect(numbers).toBeGreaterThan(1000);
  });

  it('reads back as the table, numbers not rounded, with every note', async () => {
    for (const { figure } of all.filter((_, i) => [1, 2, 5, 9].includes(i))) {
      const file = await bytesOf(await writeWorkbook(workbookPlan([figure])));
      const rows = (await readExcelFile(file))[0]!.data;
      expect(rows[0]![0]).toBe(figure.verdict);
      expect(rows[2]!.slice(0, figure.table.columns.length)).toEqual(figure.table.columns.map((c) => c.title));
      figure.table.rows.forEach((row, r) =>
        row.forEach((cell, c) => {
          const read = rows[r + 3]![c];
          if (cell.text === '') expect(read).toBeNull();
          else if (cell.value === null) expect(read).toBe(cell.text);
          else expect(read).toBeCloseTo(cell.text.includes('%') ? cell.value / 100 : cell.value, 9);
        })
      );
      const said = rows.slice(figure.table.rows.length + 3).map((row) => row[0]);
      expect(said).toEqual(expect.arrayContaining(figure.notes.map((n) => `说明：${n.text}`)));
    }
  });

  it('freezes the head, sets widths, and types a text as a text whatever it begins with', async () => {
    const { figure } = all[1]!;
    const hostile = {
      ...figure,
      table: { ...figure.table, rows: [[...figure.table.rows[0]!.slice(0, -1), { text: '=1+1', value: null }]] }
    };
    const zip = await JSZip.loadAsync(await bytesOf(await writeWorkbook(workbookPlan([hostile]))));
    const sheet = await zip.file('xl/worksheets/sheet1.xml')!.async('text');
    expect(sheet).toMatch(/<pane[^>]*ySplit="3"[^>]*state="frozen"/);
    expect(sheet).toMatch(/<cols><col [^>]*width="\d+/);
    expect(sheet).not.toContain('<f>');
    const strings = await zip.file('xl/sharedStrings.xml')!.async('text');
    expect(strings).toContain('=1+1');
    const styles = await zip.file('xl/styles.xml')!.async('text');
    expect(styles).toContain('formatCode="0.0%"');
  });

  it('explains the indicators and lists each figure’s line', () => {
    const { figure } = all[1]!;
    const [, basis, sources] = workbookPlan([figure]);
    expect(basis!.rows.map((row) => row[1]?.value)).toEqual(expect.arrayContaining(['定义', '单位', '口径组']));
    expect(sources!.rows).toHaveLength(
      new Set(
        figure.sourceLines.map((l) =>
          JSON.stringify([l.place, l.what, l.written, l.source.id, l.line, l.section, l.note])
        )
      ).size + 1
    );
    expect(sources!.rows[1]!.map((cell) => cell?.value)).toEqual(
      expect.arrayContaining([figure.sourceLines[0]!.written, figure.sourceLines[0]!.line])
    );
  });
});

describe('sheetNames(wanted)', () => {
  it('takes away what Excel refuses, cuts at 31 characters, and gives no name twice', () => {
    expect(sheetNames(['a/b:c[d]', "'引号'", '', '口径', '长'.repeat(40), '长'.repeat(40), 'ABC', 'abc'])).toEqual([
      'a-b-c-d-',
      '引号',
      '数据',
      '口径（2）',
      '长'.repeat(31),
      `${'长'.repeat(28)}（2）`,
      'ABC',
      'abc（2）'
    ]);
  });
});
