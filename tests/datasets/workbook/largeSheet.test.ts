import { describe, expect, it } from 'vitest';
import { readFile, readFileSteps } from '../../../src/datasets/workbook/readFile';
import { textSheet } from '../../../src/datasets/workbook/textSheet';
import { altered, workbook, type CellInput } from '../../fixtures/sheets/workbook';

/** 2.4 MB as XML: three parts of a worksheet. */
const ROWS = 12_000;
const TEXTS = ['象山县', ' 两边有空 ', 'a<b>&"c"', '_x005F_x0041_', '第一行\n第二行', '&lt;不是标签&gt;', '１２３'];

function row(i: number): CellInput[] {
  return [
    TEXTS[i % TEXTS.length]!,
    i / 4,
    { v: (i % 100) / 100, z: '0.0%' },
    { v: 45_000 + (i % 400), z: 'yyyy"年"m"月"' },
    i % 3 === 0 ? { v: i, f: `B${i + 1}*4` } : null,
    `只有这里有${i}`
  ];
}

const SHEETS = [
  { name: '大', rows: Array.from({ length: ROWS }, (_, i) => row(i)), merges: ['A2:B3'], hiddenRows: [5, 11_000] },
  { name: '小', rows: [['单位', 1]] },
  { name: '又大', rows: Array.from({ length: ROWS }, (_, i) => row(i + 1)), hiddenColumns: [1], hidden: true }
];
const LARGE = workbook(SHEETS, 'xlsx', true);
const FIRST = workbook(SHEETS.slice(0, 1), 'xlsx', true);

function read(bytes: Uint8Array) {
  const reading = readFile(bytes, 'a.xlsx');
  if (reading.kind === 'refused') throw new Error(reading.remark.why);
  return reading;
}
const shown = ({ sheets }: ReturnType<typeof read>, sheet: number, at: number) =>
  sheets[sheet]!.rows[at]!.map((cell) => cell?.shown);

describe('a worksheet too large to be read at once', () => {
  it('has every cell that it would have had at once', () => {
    const { sheets, remarks } = read(LARGE);
    expect(sheets.map(({ name, rows }) => [name, rows.length])).toEqual([
      ['大', ROWS],
      ['小', 1],
      ['又大', ROWS]
    ]);
    const [large, , other] = sheets;
    expect(large!.rows[7_000]!.map((cell) => cell?.shown)).toEqual([
      '象山县',
      '1750',
      '0.0%',
      '2023年10月',
      undefined,
      '只有这里有7000'
    ]);
    expect(large!.rows.slice(7_001, 7_007).map((cells) => cells[0]!.shown)).toEqual(
      TEXTS.slice(1).map((text) => text.replace('_x005F_', '_'))
    );
    expect(large!.rows[11_997]![4]).toEqual({ kind: 'number', shown: '11997', value: 11_997, date: '', formula: true });
    expect(large!.rows[11_999]![3]).toMatchObject({ kind: 'date', date: '2024-04-17' });
    expect(large!.merges).toEqual([{ top: 1, left: 0, bottom: 2, right: 1 }]);
    expect([...large!.hiddenRows]).toEqual([5, 11_000]);
    expect([other!.hidden, [...other!.hiddenColumns]]).toEqual([true, [1]]);
    expect(other!.rows[0]!.map((cell) => cell?.shown).slice(-1)).toEqual(['只有这里有1']);
    expect(remarks.map(({ origin, why }) => `${origin.sheet} ${why}`)).toEqual([
      '大 有2行是隐藏的（或被筛选掉的）',
      '大 有4000个单元格是公式，取的是上次保存时的结果',
      '又大 这张工作表是隐藏的',
      '又大 有1列是隐藏的',
      '又大 有4000个单元格是公式，取的是上次保存时的结果'
    ]);
  });

  it('whose rows say no number: each follows the one before', () => {
    const bytes = altered(FIRST, (text, name) =>
      /sheet1\.xml$/.test(name)
        ? text
            .replace(/<row r="\d+"/g, '<row')
            .replace(/<c r="[A-Z]+\d+"/g, '<c')
            .replace(/<mergeCells.*?<\/mergeCells>/, '')
        : text
    );
    const reading = read(bytes);
    expect(shown(reading, 0, 11_998)[1]).toBe('2999.5');
    expect(reading.sheets[0]!.rows.length).toBe(ROWS);
  });

  it('whose texts are said in single quotes', () => {
    const bytes = altered(FIRST, (text, name) =>
      /sheet1\.xml$/.test(name) ? text.replace(/ t="s"/g, " t='s'") : text
    );
    expect(shown(read(bytes), 0, 7_000)[0]).toBe('象山县');
  });

  it('tells how far the reading is, from the first rows to the last', () => {
    const said: number[] = [];
    const steps = readFileSteps(LARGE, 'a.xlsx');
    for (let step = steps.next(); !step.done; step = steps.next()) if (step.value > 0) said.push(step.value);
    expect(said.filter((rows) => rows === ROWS)).toHaveLength(2);
    expect(said[0]).toBeLessThan(ROWS / 2);
    expect(said.length).toBeGreaterThan(4);
  });
});

describe('a long text', () => {
  const lines = Array.from({ length: 30_000 }, (_, i) =>
    i % 1_000 === 7 ? `象山县,"第一行\n第二行${i}",3` : `单位${i},${i},2`
  );

  it('has a cell that holds a line end whole, wherever the parts are cut', () => {
    const { sheet, remarks } = textSheet(['单位,说明,数', ...lines, ''].join('\r\n'), 'a.csv', 'a');
    expect([sheet.rows.length, remarks]).toEqual([30_001, []]);
    expect(
      sheet.rows.flatMap((cells) => cells.slice(1, 2).map((cell) => cell!.shown)).filter((text) => text.includes('\n'))
    ).toEqual(Array.from({ length: 30 }, (_, i) => `第一行\n第二行${i * 1_000 + 7}`));
    expect(sheet.rows[30_000]!.map((cell) => cell?.shown)).toEqual(['单位29999', '29999', '2']);
  });

  it('with a quote that nothing closes is read line by line', () => {
    const { sheet, remarks } = textSheet(
      [...lines.slice(0, 20_000), '"没有合上,1,2', ...lines].join('\n'),
      'a.csv',
      'a'
    );
    expect(remarks.map(({ rule }) => rule)).toEqual(['引号']);
    expect(sheet.rows[sheet.rows.length - 1]!.map((cell) => cell?.shown)).toEqual(['单位29999', '29999', '2']);
  });
});
