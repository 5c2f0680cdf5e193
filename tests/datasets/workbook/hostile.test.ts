import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readFile, readFileSteps, type FileReading } from '../../../src/datasets/workbook/readFile';
import { declaring, ole, SMALL_BOMB } from '../../fixtures/sheets/hostile';
import { altered, workbook } from '../../fixtures/sheets/workbook';

const BOOK = workbook([
  {
    name: 's',
    rows: [
      ['单位', '数'],
      ['象山县', 12]
    ]
  }
]);

async function told(bytes: Uint8Array, name = 'a.xlsx'): Promise<string> {
  const read = await readFile(bytes, name);
  return read.kind === 'refused' ? `${read.remark.rule}：${read.remark.why}` : shown(read);
}

function shown(read: FileReading): string {
  if (read.kind === 'refused') return '';
  return read.sheets
    .map(({ rows }) => rows.map((row) => row.map((cell) => cell?.shown ?? '').join(',')).join(';'))
    .join('|');
}

function remarks(read: FileReading): string[] {
  return read.kind === 'sheets' ? read.remarks.map(({ level, rule }) => `${level} ${rule}`) : [];
}

/** What a file is refused with, and what reading it takes at most beside it, in megabytes of buffers. */
function refusedAt(bytes: Uint8Array): { why: string; growth: number } {
  const before = process.memoryUsage().arrayBuffers;
  let most = 0;
  const steps = readFileSteps(bytes, 'a.xlsx');
  let step = steps.next();
  for (; !step.done; step = steps.next()) most = Math.max(most, process.memoryUsage().arrayBuffers - before);
  most = Math.max(most, process.memoryUsage().arrayBuffers - before);
  const why = step.value.kind === 'refused' ? `${step.value.remark.rule}：${step.value.remark.why}` : '';
  return { why, growth: most / 1_048_576 };
}

describe('a file that is no table is refused with what it is', () => {
  it.each([
    ['空文件：文件是空的，一个字也没有', new Uint8Array(0)],
    ['空文件：文件里没有任何内容', strToU8(' \n \n')],
    ['不是表格：这是 PDF，读不出可靠的表格', strToU8('%PDF-1.7')],
    ['不是表格：这是图片，不是表格', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d])],
    ['不是表格：这是压缩文件（.rar）', strToU8('Rar!')],
    ['不是表格：这是 Word 文档，不是表格', zipSync({ 'word/document.xml': strToU8('<w/>') })],
    ['不是表格：这是演示文稿，不是表格', zipSync({ 'ppt/presentation.xml': strToU8('<p/>') })],
    [
      '不是表格：这是文档，不是表格',
      zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.text'), 'content.xml': strToU8('<a/>') })
    ],
    ['不是表格：压缩包里没有工作簿，也没有数据表', zipSync({ 'a.txt': strToU8('字') })],
    ['不是表格：这是网页，里面没有表格', strToU8('<html><body>登录</body></html>')],
    ['不是表格：这是旧版 Word 文档，不是表格', ole({ WordDocument: 'x' })],
    ['编码：认不出文字编码，文件可能不是文本或已经损坏', Uint8Array.from({ length: 400 }, (_, i) => (i * 7) % 31)]
  ])('%s', async (why, bytes) => {
    expect(await told(bytes)).toBe(why);
  });
});

describe('a file that can not be opened is refused with what to do', () => {
  it('a password: the new kind, the old kind, .ods, a zip', async () => {
    expect(await told(ole({ EncryptedPackage: 'x', EncryptionInfo: 'y' }))).toBe('有密码：文件设了打开密码');
    const locked = zipSync({
      mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
      'META-INF/manifest.xml': strToU8('<manifest:encryption-data/>'),
      'content.xml': strToU8('x')
    });
    expect(await told(locked)).toBe('有密码：文件设了打开密码');
    const flagged = BOOK.slice();
    const view = new DataView(flagged.buffer);
    for (let at = 0; at + 46 < flagged.length; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint16(at + 8, 1, true);
    expect(await told(flagged)).toBe('有密码：文件设了打开密码');
  });

  it('cut off anywhere: never a part of the numbers', async () => {
    for (let share = 1; share < 20; share++) {
      const cut = await told(BOOK.slice(0, Math.floor((BOOK.length * share) / 20)));
      expect(cut).toBe('不完整：文件不完整或已经损坏');
    }
    const old = workbook(
      [
        {
          name: 's',
          rows: [
            ['单位', '数'],
            ['象山县', 12]
          ]
        }
      ],
      'xls'
    );
    expect(await told(old.slice(0, 700))).toMatch(/^不完整|^不是表格/);
  });

  it('bytes changed at random: a refusal or rows, never an error thrown', async () => {
    let seed = 7;
    const next = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
    for (let run = 0; run < 60; run++) {
      const bytes = BOOK.slice();
      for (let i = 0; i < 4; i++) bytes[4 + next(bytes.length - 4)] = next(256);
      const read = await readFile(bytes, 'a.xlsx');
      expect(['sheets', 'refused']).toContain(read.kind);
    }
  });
});

describe('a file made to fill the memory costs little', () => {
  it('a zip bomb that says how much it is', () => {
    const { why, growth } = refusedAt(declaring(BOOK, 0x7fffffff));
    expect(why).toMatch(/^过大：展开后至少有2048兆/);
    expect(growth).toBeLessThan(8);
  });

  it('a zip bomb that says it is small: 64 megabytes of nothing', () => {
    const { why, growth } = refusedAt(SMALL_BOMB);
    expect(why).toBe('压缩异常：里面的内容与登记的大小不符，可能已经损坏或有意做坏');
    expect(growth).toBeLessThan(48);
  });

  it.each(['small', 'large'] as const)(
    'rows beyond any program in a %s worksheet: refused, not made room for',
    (size) => {
      const rows = Array.from({ length: size === 'large' ? 12_000 : 2 }, (_, i) => [
        `单位${i}`,
        `这一行有很多字，说明第${i}个`,
        i
      ]);
      const bytes = altered(workbook([{ name: 's', rows }]), (text, name) =>
        /sheet1\.xml$/.test(name)
          ? text.replace('</sheetData>', '<row r="4000000000"><c r="B4000000000"><v>5</v></c></row></sheetData>')
          : text
      );
      expect(refusedAt(bytes).why).toMatch(/^不完整/);
    }
  );

  it('a large worksheet that is one row of more cells than there are columns: the first thousand', async () => {
    const cells = Array.from({ length: 80_000 }, (_, i) => `<c><v>${i}</v></c>`).join('');
    const bytes = altered(BOOK, (text, name) =>
      /sheet1\.xml$/.test(name)
        ? text.replace(/<sheetData>.*<\/sheetData>/, `<sheetData><row>${cells}</row></sheetData>`)
        : text
    );
    const read = readFile(bytes, 'a.xlsx');
    expect(read.kind === 'sheets' && read.sheets[0]!.rows.map((row) => row.length)).toEqual([1_000]);
    expect(remarks(read)).toEqual(['未采用 过宽']);
  });

  it('a million rows and all columns declared, a few cells filled: the cells are what counts', async () => {
    const bytes = altered(BOOK, (text, name) =>
      /sheet1\.xml$/.test(name)
        ? text
            .replace(
              /<dimension [^>]*>/,
              '<dimension ref="A1:XFD1048576"/><cols><col min="1" max="16384" width="9"/></cols>'
            )
            .replace(
              '</sheetData>',
              '<row r="1048576"><c r="B1048576"><v>5</v></c><c r="XFD1048576"><v>9</v></c></row></sheetData>'
            )
        : text
    );
    const read = await readFile(bytes, 'a.xlsx');
    if (read.kind === 'refused') throw new Error(read.remark.why);
    expect(read.sheets[0]!.rows.length).toBe(1_048_576);
    expect(read.sheets[0]!.rows[1_048_575]!.map((cell) => cell?.shown)).toEqual([undefined, '5']);
    expect(remarks(read)).toEqual(['未采用 过宽']);
  });

  it('.ods: one cell that says it stands a million times', async () => {
    const bytes = altered(workbook([{ name: 's', rows: [['x', 1]] }], 'ods'), (text, name) =>
      name === 'content.xml'
        ? text
            .replace('<table:table-row', '<table:table-row table:number-rows-repeated="1000000"')
            .replace('<table:table-cell', '<table:table-cell table:number-columns-repeated="16000"')
        : text
    );
    expect(await told(bytes, 'a.ods')).toBe('过大：表格里有单元格声明重复几百万次');
  });

  it('entities that swell are not followed', async () => {
    const bytes = altered(BOOK, (text, name) =>
      /sharedStrings|sheet1/.test(name)
        ? text.replace(/\?>/, '?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>')
        : text
    );
    expect(await told(bytes)).toBe('单位,数;象山县,12');
  });

  it('ten thousand array formulas over the whole sheet', async () => {
    const rows = Array.from({ length: 2_000 }, (_, i) => [`甲${i}`, i]);
    const bytes = altered(workbook([{ name: 's', rows }]), (text, name) =>
      /sheet1\.xml$/.test(name)
        ? text.replace(/<v>(\d+)<\/v>/g, '<f t="array" ref="A1:XFD1048576">SUM(A1:XFD1048576)</f><v>$1</v>')
        : text
    );
    const read = await readFile(bytes, 'a.xlsx');
    expect(read.kind === 'sheets' && read.sheets[0]!.rows[1_999]![1]!.shown).toBe('1999');
  });
});

describe('nothing in a file is run, followed or worked out', () => {
  it('macros and links to other files are said; values stay', async () => {
    const bytes = altered(
      BOOK,
      (text, name) =>
        name === '[Content_Types].xml'
          ? text.replace(
              '</Types>',
              '<Override PartName="/xl/externalLinks/externalLink1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml"/></Types>'
            )
          : text,
      {
        'xl/vbaProject.bin': 'MZ',
        'xl/externalLinks/externalLink1.xml': '<externalLink xmlns="x"><externalBook r:id="rId1"/></externalLink>',
        'xl/externalLinks/_rels/externalLink1.xml.rels':
          '<Relationships><Relationship Id="rId1" Target="http://192.0.2.1/x.xlsx" TargetMode="External"/></Relationships>'
      }
    );
    const read = await readFile(bytes, 'a.xlsm');
    expect(shown(read)).toBe('单位,数;象山县,12');
    expect(remarks(read)).toEqual(['提醒 宏', '提醒 外部链接']);
  });

  it('formulas that go in a circle, or ask for a service: what was stored counts', async () => {
    const bytes = workbook([
      {
        name: 's',
        rows: [
          [
            { v: 5, f: 'B1+1' },
            { v: 6, f: 'A1+1' },
            { v: 7, f: 'WEBSERVICE("http://192.0.2.1/")' }
          ]
        ]
      }
    ]);
    expect(await told(bytes)).toBe('5,6,7');
  });

  it('markup in every cell is text', async () => {
    const cell = '<img src=x onerror=alert(1)>';
    expect(
      await told(
        workbook([
          {
            name: '<b>',
            rows: [
              [cell, cell],
              [cell, '=1+1']
            ]
          }
        ])
      )
    ).toBe(`${cell},${cell};${cell},=1+1`);
  });
});
