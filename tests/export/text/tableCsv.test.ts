import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Table } from '../../../src/domain/table/table';
import { csvOf, csvRows } from '../../../src/export/text/tableCsv';
import { figures, type NamedFigure } from '../figures';

const table = (titles: readonly string[], ...rows: readonly (readonly [string, number | null])[][]): Table => ({
  caption: '',
  columns: titles.map((title) => ({ key: title, title, align: '左' })),
  notes: [],
  rows: rows.map((row) => row.map(([text, value]) => ({ text, value })))
});

describe('csvRows(table)', () => {
  it('gives numbers plain where the heading names the unit', () => {
    expect(
      csvRows(
        table(
          ['地区', '数值（%）'],
          [
            ['甲县', null],
            ['96.2%', 96.2]
          ],
          [
            ['乙县', null],
            ['1,234%', 1234]
          ]
        )
      )
    ).toEqual([
      ['地区', '数值（%）'],
      ['甲县', '96.2'],
      ['乙县', '1234']
    ]);
  });

  it('puts what the screen says more into a column beside it', () => {
    expect(
      csvRows(
        table(
          ['任务', '完成数', '快慢'],
          [
            ['筛查', null],
            ['2,707例', 2707],
            ['慢14.3个百分点', -14.29]
          ],
          [
            ['讲座', null],
            ['约80场', 80],
            ['与序时持平', 0]
          ]
        )
      )
    ).toEqual([
      ['任务', '完成数', '完成数·原样', '快慢', '快慢·原样'],
      ['筛查', '2707', '2,707例', '-14.3', '慢14.3个百分点'],
      ['讲座', '80', '约80场', '0', '与序时持平']
    ]);
  });

  it('takes the unit from the head of the row in a table of indicators', () => {
    expect(
      csvRows(
        table(
          ['指标', '甲县'],
          [
            ['门诊人次（人次）', null],
            ['5人次', 5]
          ]
        )
      )
    ).toEqual([
      ['指标', '甲县'],
      ['门诊人次（人次）', '5']
    ]);
  });

  it('lets no text become a formula, and leaves negative numbers alone', () => {
    const rows = csvRows(
      table(
        ['=名', '数'],
        ...['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1'].map((text): [string, number | null][] => [
          [text, null],
          ['-5', -5]
        ])
      )
    );
    expect(rows.map((row) => row[0])).toEqual(["'=名", "'=1+1", "'+1", "'-1", "'@SUM(A1)", "'\t=1", "'\r=1", "'＝1"]);
    expect(rows.slice(1).every((row) => row[1] === '-5')).toBe(true);
  });
});

describe('csvOf(figure)', () => {
  let all: NamedFigure[];
  beforeAll(async () => {
    all = await figures();
  });

  it('of a heat table names the period of each value in a column beside it', async () => {
    const { figure } = (await figures()).find(({ address }) => address === '实 /places?tab=heat')!;
    const [head] = Papa.parse<string[]>(csvOf(figure).slice(1)).data;
    expect(head).toContain('中方县·时期');
  });

  it('is UTF-8 with a byte order mark and CRLF', () => {
    const text = csvOf(all[1]!.figure);
    expect(text.charCodeAt(0)).toBe(0xfeff);
    expect(text.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
    expect(text.endsWith('\r\n')).toBe(true);
  });

  it('reads back as the table of every figure: same rows, order, rounding, and the notes', () => {
    for (const { address, figure } of all) {
      const rows = Papa.parse<string[]>(csvOf(figure).slice(1)).data;
      const titles = rows[0]!;
      const { columns } = figure.table;
      const read = rows.slice(1, 1 + figure.table.rows.length);
      figure.table.rows.forEach((row, r) => {
        row.forEach((cell, c) => {
          const at = titles.indexOf(columns[c]!.title);
          const plain = read[r]![at]!;
          const asShown = titles[at + 1] === `${columns[c]!.title}·原样` ? read[r]![at + 1]! : undefined;
          if (cell.value === null) expect([address, plain]).toEqual([address, cell.text]);
          else if (asShown !== undefined) expect([address, asShown]).toEqual([address, cell.text]);
          else expect([address, cell.text.replace(/,/g, '').startsWith(plain)]).toEqual([address, true]);
          if (cell.value !== null) expect([address, Number.isFinite(Number(plain))]).toEqual([address, true]);
        });
      });
      const tail = rows.slice(2 + figure.table.rows.length);
      expect(tail.filter(([head]) => head === '说明').map(([, text]) => text)).toEqual(
        expect.arrayContaining(figure.notes.map((n) => n.text))
      );
      expect(tail).toContainEqual(['标题', figure.verdict]);
    }
  });
});
