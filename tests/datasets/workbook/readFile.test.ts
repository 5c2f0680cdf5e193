import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readClipboard, readFile, type FileReading } from '../../../src/datasets/workbook/readFile';
import type { SheetCell, Worksheet } from '../../../src/domain/sheet/worksheet';
import { altered, workbook } from '../../fixtures/sheets/workbook';

const utf8 = (text: string) => new TextEncoder().encode(text);

async function sheetsOf(
  bytes: Uint8Array,
  name: string,
  options?: { encoding: 'Big5' }
): Promise<readonly Worksheet[]> {
  const read = await readFile(bytes, name, options);
  if (read.kind === 'refused') throw new Error(read.remark.why);
  return read.sheets;
}

function refusal(read: FileReading): string {
  return read.kind === 'refused' ? `${read.remark.rule}：${read.remark.why}` : '没有拒绝';
}

function remarks(read: FileReading): string[] {
  return read.kind === 'sheets' ? read.remarks.map(({ origin, why }) => `${origin.sheet} ${why}`.trim()) : [];
}

/** `number 1,234 1234 =` for a formula's result. */
function told(cell: SheetCell | undefined): string {
  if (!cell) return '';
  return [cell.kind, cell.shown, cell.value ?? '', cell.date, cell.formula ? '=' : '']
    .join(' ')
    .trim()
    .replace(/ +/g, ' ');
}

const texts = ({ rows }: Worksheet) => rows.map((row) => row.map((cell) => cell?.shown ?? ''));

const MIXED = [
  {
    name: '表1',
    rows: [
      ['单位', '2024年', '<b>粗</b>'],
      ['象山县', { v: 0.8, z: '0%' }, { v: 45566, z: 'm/d/yy' }],
      ['宁海县', { v: 1234.5, z: '#,##0.0' }, { v: 3, f: '1+2' }],
      ['鄞州区', '００７', { v: 45566, z: 'yyyy"年"m"月"' }]
    ],
    merges: ['A5:B6'],
    hiddenRows: [2],
    hiddenColumns: [1]
  },
  { name: '草稿', rows: [['x']], hidden: true }
];

const CELLS = [
  ['text 单位', 'text 2024年', 'text <b>粗</b>'],
  ['text 象山县', 'percent 80% 0.8', 'date 2024/10/1 45566 2024-10-01'],
  ['text 宁海县', 'number 1,234.5 1234.5', 'number 3 3 ='],
  ['text 鄞州区', 'text ００７', 'date 2024年10月 45566 2024-10-01']
];

describe('readFile reads workbooks to the last cell', () => {
  it('.xlsx: kinds, formats, dates, formulas, merged and hidden cells', async () => {
    const read = await readFile(workbook(MIXED), '十月.xlsx');
    if (read.kind === 'refused') throw new Error(read.remark.why);
    const [first, second] = read.sheets as [Worksheet, Worksheet];
    expect(first.rows.map((row) => row.map(told))).toEqual(CELLS);
    expect({ file: first.file, name: first.name, hidden: first.hidden }).toEqual({
      file: '十月.xlsx',
      name: '表1',
      hidden: false
    });
    expect([...first.hiddenRows]).toEqual([2]);
    expect([...first.hiddenColumns]).toEqual([1]);
    expect({ name: second.name, hidden: second.hidden }).toEqual({ name: '草稿', hidden: true });
    expect(remarks(read)).toEqual([
      '表1 有1行是隐藏的（或被筛选掉的）',
      '表1 有1列是隐藏的',
      '表1 有1个单元格是公式，取的是上次保存时的结果',
      '草稿 这张工作表是隐藏的'
    ]);
    expect(read.file).toMatchObject({ name: '十月.xlsx' });
    expect(read.file.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each(['xls', 'xlsb'] as const)('.%s, under whatever name it comes', async (type) => {
    const [sheet] = await sheetsOf(workbook(MIXED, type), '十月.et');
    const formulasKept = (cells: string[]) => cells.map((cell) => cell.replace(/ =$/, ''));
    expect(sheet!.rows.map((row) => formulasKept(row.map(told)))).toEqual(CELLS.map(formulasKept));
    expect([...sheet!.hiddenColumns]).toEqual([1]);
  });

  it('.ods: numbers, percents, dates as they are', async () => {
    const bytes = workbook(
      [
        {
          name: '表',
          rows: [
            ['单位', '数'],
            ['象山县', 12],
            ['宁海县', { v: 0.8, z: '0%' }]
          ]
        }
      ],
      'ods'
    );
    const [sheet] = await sheetsOf(bytes, 'a.ods');
    expect(sheet!.rows[1]!.map(told)).toEqual(['text 象山县', 'number 12 12']);
    expect(sheet!.rows[2]![1]).toMatchObject({ kind: 'percent', value: 0.8 });
  });

  it('.ods: hidden rows, columns and sheets, which the library does not tell', async () => {
    const bytes = altered(
      workbook(
        [
          {
            name: '甲&乙',
            rows: [
              ['a', 'b'],
              ['c', 'd']
            ]
          }
        ],
        'ods'
      ),
      (text, name) =>
        name === 'content.xml'
          ? text
              .replace(/<table:table-row>/, '<table:table-row table:visibility="collapse">')
              .replace(/<table:table-row>/, '<table:table-row table:visibility="filter">')
              .replace(
                /<table:table-row\b/,
                '<table:table-column/><table:table-column table:visibility="collapse"/><table:table-row'
              )
          : text
    );
    const [sheet] = await sheetsOf(bytes, 'a.ods');
    expect(sheet!.name).toBe('甲&乙');
    expect([...sheet!.hiddenRows]).toEqual([0, 1]);
  });

  it('the bytes decide, not the name: an .xlsx called .csv and an .xls called .xlsx', async () => {
    expect(texts((await sheetsOf(workbook([{ name: 's', rows: [['a', 1]] }]), 'a.csv'))[0]!)).toEqual([['a', '1']]);
    expect(texts((await sheetsOf(workbook([{ name: 's', rows: [['a', 1]] }], 'xls'), 'a.xlsx'))[0]!)).toEqual([
      ['a', '1']
    ]);
  });

  it('dates of the formats that Chinese programs number without writing them down', async () => {
    const bytes = altered(workbook([{ name: 's', rows: [['x', { v: 45566, z: 'yyyy-mm-dd' }]] }]), (text, name) =>
      /styles\.xml$/.test(name)
        ? text.replace(/<numFmts.*?<\/numFmts>/, '').replace(/numFmtId="60"/g, 'numFmtId="57"')
        : text
    );
    expect(told((await sheetsOf(bytes, 'a.xlsx'))[0]!.rows[0]![1])).toBe('date 2024年10月 45566 2024-10-01');
  });

  it('a formula without a stored result is no figure, and is named', async () => {
    const bytes = altered(workbook([{ name: 's', rows: [['x'], [{ v: 3, f: '1+2' }, 0]] }]), (text, name) =>
      /sheet1\.xml$/.test(name) ? text.replace(/<v>3<\/v>/, '') : text
    );
    const read = await readFile(bytes, 'a.xlsx');
    expect(read.kind === 'sheets' && read.sheets[0]!.rows[1]!.map(told)).toEqual([
      'error （公式没有存结果） =',
      'number 0 0'
    ]);
    expect(remarks(read)).toContain('s 有1个公式没有存下结果');
  });
});

describe('readFile reads texts', () => {
  const table = '单位,人数\n象山县,"1,234"\n\n宁海县,５６\n';
  const wanted = [['单位', '人数'], ['象山县', '1,234'], [], ['宁海县', '５６']];

  it('UTF-8 with and without a mark, UTF-16, GB18030', async () => {
    const gb = Uint8Array.from([0xb5, 0xa5, 0xce, 0xbb, 0x2c, 0x31, 0x0a, 0xcf, 0xf3, 0xc9, 0xbd, 0x2c, 0x32]);
    expect(texts((await sheetsOf(utf8(table), 'a.csv'))[0]!)).toEqual(wanted);
    expect(texts((await sheetsOf(utf8(`\uFEFF${table}`), 'a.txt'))[0]!)).toEqual(wanted);
    const wide = new Uint8Array(new Uint16Array(Array.from(`\uFEFF${table}`, (c) => c.charCodeAt(0))).buffer);
    expect(texts((await sheetsOf(wide, 'a.csv'))[0]!)).toEqual(wanted);
    expect(texts((await sheetsOf(gb, '十月.csv'))[0]!)).toEqual([
      ['单位', '1'],
      ['象山', '2']
    ]);
    expect((await sheetsOf(gb, '十月.csv'))[0]!.name).toBe('十月');
  });

  it('Big5 when the person says so', async () => {
    const big5 = Uint8Array.from([0xb3, 0xe6, 0xa6, 0xec, 0x2c, 0x31]);
    expect(texts((await sheetsOf(big5, 'a.csv', { encoding: 'Big5' }))[0]!)).toEqual([['單位', '1']]);
  });

  it('tabs and semicolons, a title without any above them', async () => {
    expect(texts((await sheetsOf(utf8('全县情况，截至10月\n单位\t数\n甲\t1,5\n乙\t2\n'), 'a.txt'))[0]!)).toEqual([
      ['全县情况，截至10月'],
      ['单位', '数'],
      ['甲', '1,5'],
      ['乙', '2']
    ]);
    expect(texts((await sheetsOf(utf8('单位;数\n甲;1,5\n乙;2,5\n'), 'a.csv'))[0]!)).toEqual([
      ['单位', '数'],
      ['甲', '1,5'],
      ['乙', '2,5']
    ]);
  });

  it('a lone quote costs its own line, named with its cell; the rest stands where it stood', async () => {
    const read = await readFile(utf8('单位,数\n甲,"1\n乙,2\n'), 'a.csv');
    expect(read.kind === 'sheets' && texts(read.sheets[0]!)).toEqual([['单位', '数'], [], ['乙', '2']]);
    expect(read.kind === 'sheets' && read.remarks.map(({ level, origin, rule }) => [level, origin.cell, rule])).toEqual(
      [['未采用', 'A2', '引号']]
    );
  });
});

describe('readFile reads web pages and what is copied', () => {
  const html =
    '<html><body><table><tr><td colspan=2>单位&amp;</td><td>1-3</td></tr><tr><td rowspan=2>甲<script>alert(1)</script><img src=x onerror=alert(1)></td><td>1,234</td><td>80%</td></tr><tr><td>007</td></tr></table></body></html>';

  it('an .xls that is a web page: texts as shown, no markup, merged cells', async () => {
    const [sheet] = await sheetsOf(utf8(html), '导出.xls');
    expect(texts(sheet!)).toEqual([
      ['单位&', '', '1-3'],
      ['甲alert(1)', '1,234', '80%'],
      ['', '007']
    ]);
    expect(sheet!.merges).toEqual([
      { top: 0, left: 0, bottom: 0, right: 1 },
      { top: 1, left: 0, bottom: 2, right: 0 }
    ]);
  });

  it('the clipboard: its HTML before its text; text with tabs alone', async () => {
    const copied = await readClipboard({ html, text: '单位&\t\t1-3' });
    expect(copied.kind === 'sheets' && texts(copied.sheets[0]!)[1]).toEqual(['甲alert(1)', '1,234', '80%']);
    const plain = await readClipboard({ text: '单位\t数\n甲\t1,5' });
    expect(plain.kind === 'sheets' && texts(plain.sheets[0]!)).toEqual([
      ['单位', '数'],
      ['甲', '1,5']
    ]);
    expect(refusal(await readClipboard({ html: '<p>字</p>', text: '  ' }))).toBe('空文件：没有粘贴到内容');
  });
});

describe('readFile reads packages', () => {
  it('of ours: a sheet a table, from the topmost folder that has any', async () => {
    const zip = zipSync({
      '数据/datapackage.json': strToU8('{}'),
      '数据/places.csv': strToU8('place,name,level\na,甲,县区\n'),
      '数据/demo/places.csv': strToU8('place\nb\n'),
      '数据/twins.js': strToU8('alert(1)')
    });
    const sheets = await sheetsOf(zip, '数据包.zip');
    expect(sheets.map(({ name, file }) => [file, name])).toEqual([['数据包.zip', 'places.csv']]);
    expect(texts(sheets[0]!)).toEqual([
      ['place', 'name', 'level'],
      ['a', '甲', '县区']
    ]);
  });
});
