import JSZip from 'jszip';
import readExcelFile from 'read-excel-file/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { fileTable } from '../../../src/export/plan/fileTable';
import { validSheetNames, workbookPlan } from '../../../src/export/plan/workbookPlan';
import { writeWorkbook } from '../../../src/export/office/writeWorkbook';
import { standingStep } from '../../../src/domain/compare/heatTable';
import type { TableCell } from '../../../src/domain/table/table';
import type { Figure } from '../../../src/figures/figure';
import { excelText } from './excelText';
import { xmlFault } from './xmlFault';
import { figures, type NamedFigure } from '../figures';
import { figureOf, words } from './tableFigure';

async function bytesOf(blob: Blob): Promise<Buffer> {
  return Buffer.from(await blob.arrayBuffer());
}

let known: NamedFigure[];
const all = () => known;
beforeAll(async () => {
  known = await figures();
});

describe('the workbook of some figures', () => {
  it('has a sheet a figure, then 口径, 出处 and the numbers of the charts', () => {
    const plan = workbookPlan([all()[1]!.figure, all()[9]!.figure]);
    expect(plan.map((s) => s.name)).toEqual(['严重精神障碍患者规范管理率', '督办清单', '口径', '出处', '图的数据']);
    expect(workbookPlan([all()[9]!.figure]).map((s) => s.name)).toEqual(['督办清单', '口径', '出处']);
  });

  it('prints every number as the screen does, and keeps it a number', () => {
    let numbers = 0;
    for (const { address, figure } of all()) {
      const [sheet] = workbookPlan([figure]);
      fileTable(figure, { remarksBeside: true }).rows.forEach((row, r) =>
        row.forEach((cell, c) => {
          const written = sheet!.rows[r + sheet!.frozen]![c];
          if (cell.text === '') expect(written).toBeNull();
          else if (cell.value === null && /^\d{4}年\d+月\d+日$/.test(cell.text) && typeof written!.value === 'number')
            expect(written!.format).toBe('yyyy"年"m"月"d"日"');
          else if (cell.value === null) expect(written!.value).toBe(cell.text);
          else {
            numbers += 1;
            expect([address, typeof written!.value]).toEqual([address, 'number']);
            // The column has one number of decimals: more zeros than on the screen, never fewer digits.
            const shown = excelText(written!.value as number, written!.format!);
            if (shown === cell.text) return;
            const whole = /\d[\d,]*(?:\.\d+)?/;
            expect([address, shown.replace(whole, '')]).toEqual([address, cell.text.replace(whole, '')]);
            const [here = '', there = ''] = [whole.exec(shown)?.[0], whole.exec(cell.text)?.[0]];
            const decimals = there.split('.')[1]?.length ?? 0;
            expect([address, Number(here.replace(/,/g, '')).toFixed(decimals)]).toEqual([
              address,
              there.replace(/,/g, '')
            ]);
          }
        })
      );
    }
    expect(numbers).toBeGreaterThan(1000);
  });

  it('reads back as the table, numbers not rounded, with every note', async () => {
    for (const { figure } of all().filter((_, i) => [1, 2, 5, 9].includes(i))) {
      const file = await bytesOf(await writeWorkbook(workbookPlan([figure])));
      const rows = (await readExcelFile(file))[0]!.data;
      const table = fileTable(figure, { remarksBeside: true });
      expect(rows[0]![0]).toBe(figure.verdict);
      expect(rows[2]!.slice(0, table.columns.length)).toEqual(table.columns.map((c) => c.title));
      fileTable(figure, { remarksBeside: true }).rows.forEach((row, r) =>
        row.forEach((cell, c) => {
          const read = rows[r + 3]![c];
          if (cell.text === '') expect(read).toBeNull();
          else if (read instanceof Date)
            expect(`${read.getUTCFullYear()}年${read.getUTCMonth() + 1}月${read.getUTCDate()}日`).toBe(cell.text);
          else if (cell.value === null) expect(read).toBe(cell.text);
          else expect(read).toBeCloseTo(cell.text.includes('%') ? cell.value / 100 : cell.value, 9);
        })
      );
      const said = rows.slice(figure.table.rows.length + 3).map((row) => row[0]);
      expect(said).toEqual(expect.arrayContaining(figure.notes.map((n) => `说明：${n.text}`)));
    }
  });

  it('freezes the head, sets widths, and types a text as a text whatever it begins with', async () => {
    const { figure } = all()[1]!;
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
    const { figure } = all()[1]!;
    const [, basis, sources] = workbookPlan([figure]);
    expect(basis!.rows.map((row) => row[1]?.value)).toEqual(expect.arrayContaining(['定义', '单位', '口径组']));
    expect(sources!.rows).toHaveLength(
      new Set(
        figure.citations.map((l) =>
          JSON.stringify([l.place, l.what, l.written, l.source.id, l.line, l.section, l.note])
        )
      ).size + 1
    );
    expect(sources!.rows[1]!.map((cell) => cell?.value)).toEqual(
      expect.arrayContaining([figure.citations[0]!.written, figure.citations[0]!.line])
    );
  });
});

describe('a row of a workbook', () => {
  it('is as high as its longest text needs in its column', async () => {
    const rows = [[words('短')], [words('一句很长的说明。'.repeat(30))]];
    const file = await bytesOf(await writeWorkbook(workbookPlan([figureOf(['甲'], rows)])));
    const sheet = await (await JSZip.loadAsync(file)).file('xl/worksheets/sheet1.xml')!.async('text');
    expect(sheet).toContain('<row r="4"><c');
    // 240 characters of 1.9 are 456; a column of 90, the widest, loses 1.5 to its edges: six lines of 16.5 pt, and 2.
    expect(sheet).toContain('<row r="5" ht="101"><c');
  });
});

describe('writeWorkbook(plan, job)', () => {
  it('tells how far it is and stops where it is told to', async () => {
    const rows = Array.from({ length: 1000 }, (_, i) => [words(String(i))]);
    const plan = workbookPlan([figureOf(['甲'], rows)]);
    const seen: number[] = [];
    await writeWorkbook(plan, { onProgress: (done) => seen.push(done) });
    // Title, subtitle, head and rows, then a head each of 口径 and 出处.
    expect(seen).toEqual([0, 200, 400, 600, 800, 1000, 1005]);
    let pauses = 0;
    await expect(
      writeWorkbook(plan, {
        pause: () => ((pauses += 1) > 2 ? Promise.reject(new Error('停')) : Promise.resolve())
      })
    ).rejects.toThrow('停');
  });
});

describe('the files of a light', () => {
  it('wear its colour in the palette of the figure; no light has none', () => {
    const lit = (light: 'bad' | 'middling' | 'good' | 'none'): TableCell => ({ text: light, value: null, light });
    const cells = [[lit('bad'), lit('middling'), lit('good'), lit('none')]];
    const colours = (figure: Figure) => workbookPlan([figure])[0]!.rows[3]!.map((cell) => cell!.colour);
    const figure = figureOf(['甲', '乙', '丙', '丁'], cells);
    expect(colours(figure)).toEqual(['#b3261e', '#a46300', '#14532d', undefined]);
    expect(colours({ ...figure, lights: '色盲安全' })).toEqual(['#4a1259', '#b35c00', '#0061a8', undefined]);
  });

  it('of a heat table keep each value’s period and shade', () => {
    const heat = all().find(({ figure }) => figure.body.kind === 'heat')!.figure;
    const table = fileTable(heat);
    expect(table.columns.length).toBe(heat.table.columns.length * 2 - 1);
    expect(table.columns.slice(0, 3).map((c) => c.title)).toEqual(['指标', '中方县', '中方县·时期']);
    const filled = table.rows.flatMap((row) => row.filter((cell) => cell.fill));
    const shades =
      heat.body.kind === 'heat'
        ? heat.body.answer.rows.flatMap((r) => r.cells.filter((c) => standingStep(c) !== null))
        : [];
    expect(filled.length).toBe(shades.length);
    expect(filled.length).toBeGreaterThan(10);
    table.rows.forEach((row) => {
      for (let at = 1; at < row.length; at += 2)
        if (row[at]!.value !== null) expect(row[at + 1]!.text).toMatch(/\d{4}年/);
    });
  });
});

describe('validSheetNames(wanted)', () => {
  it('takes away what Excel refuses, cuts at 31 characters with an ellipsis, and gives no name twice', () => {
    expect(validSheetNames(['a/b:c[d]', "'引号'", '', '口径', '长'.repeat(40), '长'.repeat(40), 'ABC', 'abc'])).toEqual(
      ['a-b-c-d-', '引号', '数据', '口径（2）', `${'长'.repeat(30)}…`, `${'长'.repeat(27)}…（2）`, 'ABC', 'abc（2）']
    );
  });
});

describe('charts beside the tables', () => {
  let zip: JSZip;
  let picked: Figure[];
  const read = (path: string) => zip.file(path)!.async('text');
  beforeAll(async () => {
    // Bars with a reference line, a table without a chart, lines, bullets.
    picked = [1, 9, 15, 5].map((i) => all()[i]!.figure);
    zip = await JSZip.loadAsync(await bytesOf(await writeWorkbook(workbookPlan(picked))));
  });

  it('are parts that the file names, each related to from its sheet, all well-formed', async () => {
    const types = await read('[Content_Types].xml');
    const named = [...types.matchAll(/PartName="\/([^"]+)"/g)].map((m) => m[1]!);
    expect(named.filter((path) => !zip.file(path))).toEqual([]);
    for (const path of Object.keys(zip.files).filter((name) => /\.(xml|rels)$/.test(name))) {
      expect([path, xmlFault(await read(path))]).toEqual([path, '']);
      if (/^xl\/(charts|drawings|theme|worksheets)\/[^/]+$/.test(path)) expect(named).toContain(path);
      if (!path.endsWith('.rels')) continue;
      const folder = path.replace(/_rels\/[^/]+$/, '');
      for (const [, target] of (await read(path)).matchAll(/Target="([^"]+)"/g))
        expect([path, target, zip.file(new URL(target!, `file:///${folder}`).pathname.slice(1)) !== null]).toEqual([
          path,
          target,
          true
        ]);
    }
    expect(Object.keys(zip.files).filter((name) => /^xl\/charts\/chart\d+\.xml$/.test(name))).toHaveLength(3);
    for (const [sheet, has] of [
      [1, true],
      [2, false],
      [3, true],
      [4, true]
    ] as const)
      expect((await read(`xl/worksheets/sheet${sheet}.xml`)).endsWith('<drawing r:id="rId1"/></worksheet>')).toBe(has);
  });

  it('refer to cells that hold their numbers', async () => {
    const file = await bytesOf(await writeWorkbook(workbookPlan(picked)));
    const data = (await readExcelFile(file)).find(({ sheet }) => sheet === '图的数据')!.data;
    for (const n of [1, 2, 3]) {
      const xml = await read(`xl/charts/chart${n}.xml`);
      expect(xml).not.toContain('externalData');
      const series = [...xml.matchAll(/<c:ser>.*?<\/c:ser>/g)].map((m) => m[0]);
      expect(series.length).toBeGreaterThan(0);
      for (const one of series) {
        const [, column, row] = /<c:f>'图的数据'!\$([A-Z]+)\$(\d+)<\/c:f>/.exec(one)!;
        const at = column!.charCodeAt(0) - 65;
        expect(data[Number(row) - 1]![at]).toBe(unescaped(/<c:tx>.*?<c:v>([^<]*)</.exec(one)![1]!));
        const [, from, to] = /<c:val><c:numRef><c:f>'图的数据'!\$[A-Z]+\$(\d+):\$[A-Z]+\$(\d+)</.exec(one)!;
        expect(Number(from)).toBe(Number(row) + 1);
        const cache = /<c:val>.*?<\/c:val>/.exec(one)![0];
        const points = new Map(
          [...cache.matchAll(/<c:pt idx="(\d+)"><c:v>([^<]*)</g)].map((m) => [Number(m[1]), Number(m[2])])
        );
        for (let i = 0; i <= Number(to) - Number(from); i += 1)
          expect(data[Number(from) - 1 + i]![at] ?? undefined).toEqual(points.get(i));
      }
    }
  });

  it('stand right of the table and out of what is printed, one group each with its key and strokes', async () => {
    const drawing = await read('xl/drawings/drawing1.xml');
    const columns = fileTable(picked[0]!).columns.length;
    expect(drawing).toContain(`<xdr:from><xdr:col>${columns + 1}</xdr:col>`);
    expect(drawing.match(/<xdr:grpSp>/g)).toHaveLength(1);
    // The reference line is a series of the chart; its words stand over it.
    expect(drawing).not.toContain('<xdr:cxnSp ');
    expect(drawing).toContain('各地平均（没有人口数，大小地区同样算）');
    const ids = [...drawing.matchAll(/<xdr:cNvPr id="(\d+)"/g)].map((m) => m[1]);
    expect(new Set(ids).size).toBe(ids.length);
    const book = await read('xl/workbook.xml');
    const rows = workbookPlan(picked)[0]!.rows.length;
    expect(book).toContain(
      `<definedName name="_xlnm.Print_Area" localSheetId="0">'严重精神障碍患者规范管理率'!$A$1:$${String.fromCharCode(64 + columns)}$${rows}</definedName>`
    );
    expect(book.match(/_xlnm\.Print_Area/g)).toHaveLength(3);
  });
});

function unescaped(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}
