import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNumber, type NumberSetting } from '../../../src/datasets/check/checkNumber';
import { checkTable, isCleanText } from '../../../src/datasets/check/checkTable';
import { IssueList } from '../../../src/datasets/read/issueList';
import { parsePackage } from '../../../src/datasets/check/schema';
import { fixtureFolder } from '../../fixtures/readFolder';
import { anyCharacter } from '../../fixtures/anyCharacter';

const reading = parsePackage(readFileSync(join(fixtureFolder('data'), 'datapackage.json'), 'utf8'), 'datapackage.json');
if (reading.kind === 'refused') throw new Error('package refused');
const { tables } = reading.package;
const value: NumberSetting = { integer: false, required: false, needsReason: true, hasQualifier: true };

const read = (text: string, setting: NumberSetting = value) => {
  const number = readNumber(text, setting);
  return 'value' in number ? number.value : number.fault.why;
};

describe('readNumber', () => {
  it('reads plain numbers, and scientific notation as spreadsheets write it', () => {
    for (const [text, number] of [
      ['0', 0],
      ['12', 12],
      ['-18.8', -18.8],
      ['0.05', 0.05],
      ['1234567.25', 1234567.25],
      ['1.2E+05', 120000],
      ['-3.5e-3', -0.0035],
      ['5E2', 500],
      ['-0', 0]
    ] as const) {
      expect(read(text)).toBe(number);
    }
  });

  it('says of each other form what it is', () => {
    const cases: [string, string][] = [
      ['abc', '“abc”不是数字'],
      ['—', '“—”不是数字'],
      ['--', '“--”不是数字'],
      ['/', '“/”不是数字'],
      ['无', '“无”是缺数的说明，不是数字'],
      ['N/A', '“N/A”是缺数的说明，不是数字'],
      ['12,345', '数字里有千分位逗号'],
      ['12，345', '数字里有千分位逗号'],
      ['1,5', '数字里有逗号'],
      ['１２', '数字里有全角字符'],
      ['12．5', '数字里有全角字符'],
      ['12.5%', '数字后面带了百分号或千分号'],
      ['12.5％', '数字后面带了百分号或千分号'],
      ['5‰', '数字后面带了百分号或千分号'],
      ['≥95', '数字带了限定词'],
      ['约800', '数字带了限定词'],
      ['95以上', '数字带了限定词'],
      ['4万', '数字后面带了“万”“亿”之类的字'],
      ['1.2E', '科学计数法写得不对'],
      ['E+05', '科学计数法写得不对'],
      ['1.2E+400', '数字太大，超出能准确表示的范围'],
      ['−5', '负号不是半角减号'],
      ['(5)', '用括号表示了负数'],
      ['+5', '数字前面有加号'],
      ["'5", '数字前面有撇号'],
      ['007', '数字前面多了0'],
      ['.5', '小数点前面缺了0'],
      ['5.', '小数点后面没有数字'],
      ['847.34.65', '有不止一个小数点'],
      ['1 234', '数字中间有空格'],
      ['15人', '数字后面带了单位或别的文字'],
      ['十二', '这是中文数字'],
      ['#REF!', '这是表格软件的出错标记或显示不下的标记'],
      ['=A1+B1', '这是公式，不是数字'],
      ['99999999999999999999', '数字太大，超出能准确表示的范围'],
      ['Infinity', '“Infinity”不是数字'],
      ['0x10', '“0x10”不是数字']
    ];
    for (const [text, why] of cases) expect(read(text), text).toBe(why);
  });

  it('wants whole numbers where the column does', () => {
    expect(read('3.5', { ...value, integer: true })).toBe('这一列只能填整数');
    expect(read('3', { ...value, integer: true })).toBe(3);
  });

  it('advises by what the column allows', () => {
    const todo = (setting: Partial<NumberSetting>) => {
      const number = readNumber('—', { ...value, ...setting });
      return 'fault' in number ? number.fault.todo : '';
    };
    expect(todo({})).toBe('请留空，并在 status 写明原因（原文错误、缺字、未报或不适用）。');
    expect(todo({ needsReason: false })).toBe('请留空。');
    expect(todo({ required: true })).toBe('这一格必须有数，请查明后填上。');
  });

  it('never throws, and reads back every number it accepts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        const number = readNumber(text, value);
        if ('value' in number) expect(Number(text) || 0).toBe(number.value);
        else expect(number.fault.todo).toMatch(/。$/);
      })
    );
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), (n) => {
        expect(read(String(n))).toBe(n);
      })
    );
  });
});

describe('checkTable', () => {
  const observations = tables.find((table) => table.name === 'observations')!;
  const head = 'indicator,place,period,measure,source,value,qualifier,status,line,written,section,note'.split(',');
  const positions = observations.fields.map(({ name }) => head.indexOf(name));
  const good = ['htn', 'jia', '2020', '数值', 's1', '95.39', '', '实际', '3', '95.39%', '', ''];
  const check = (...rows: string[][]) => {
    const issues = new IssueList('observations.csv');
    const kept = checkTable(
      rows.map((cells, i) => ({ line: i + 2, cells })),
      observations,
      positions,
      issues
    );
    return { kept, issues: issues.all() };
  };

  it('gives typed cells: text, numbers, periods, null for no value', () => {
    const { kept, issues } = check(good);
    expect(issues).toEqual([]);
    expect(kept[0]!.line).toBe(2);
    expect(kept[0]!.cells).toMatchObject({
      indicator: 'htn',
      value: 95.39,
      qualifier: '',
      line: 3,
      period: { text: '2020', kind: '年' }
    });
  });

  it('does not mind blanks around a cell, full-width ones included', () => {
    const { kept } = check(good.map((cell) => `　${cell} `));
    expect(kept[0]!.cells).toMatchObject({ indicator: 'htn', value: 95.39, written: '95.39%' });
  });

  it('names every bad cell of a row', () => {
    const { kept, issues } = check(['', 'jia', '2020-13', '数', 's1', 'abc', '~', '实际', '0', 'x', '', '']);
    expect(kept).toEqual([]);
    expect(issues.map((issue) => [issue.column, issue.rule])).toEqual([
      ['indicator', '必填'],
      ['period', '时期'],
      ['measure', '枚举'],
      ['value', '类型'],
      ['qualifier', '枚举'],
      ['line', '范围']
    ]);
  });

  it('shows at most 80 characters of a bad value', () => {
    const { issues } = check([...good.slice(0, 5), 'x'.repeat(500), ...good.slice(6)]);
    expect(issues[0]!.value).toBe(`${'x'.repeat(80)}…`);
    expect(issues[0]!.why.length).toBeLessThan(100);
  });

  it('never throws and keeps or names every row, whatever the cells of whichever table', () => {
    const cell = fc.oneof(
      fc.string({ unit: anyCharacter, maxLength: 10 }),
      fc.constantFrom(
        '',
        '—',
        '1e999',
        '2020-02-30',
        '2020',
        '实际',
        '数值',
        '__proto__',
        'constructor',
        '\0',
        '\uFFFD',
        '<b>',
        '９',
        '-0'
      )
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...tables),
        fc.array(fc.array(cell, { maxLength: 16 }), { maxLength: 5 }),
        (schema, rows) => {
          const issues = new IssueList(schema.file);
          const kept = checkTable(
            rows.map((cells, i) => ({ line: i + 2, cells })),
            schema,
            schema.fields.map((_, i) => i),
            issues
          );
          const named = new Set(
            issues
              .all()
              .filter((issue) => issue.level === '错误')
              .map((issue) => issue.row)
          );
          expect(kept.length + named.size).toBe(rows.length);
        }
      )
    );
  });

  it('remembers what it read of a column, not what was wrong with another row', () => {
    const rows = Array.from({ length: 9_000 }, (_, i) => good.map((cell, at) => (at === 5 ? String(i % 7000) : cell)));
    rows[8_999]![5] = '12%';
    rows[8_998]![2] = '2020-13';
    const { kept, issues } = check(...rows);
    expect(kept).toHaveLength(8_998);
    expect(kept[8_500]!.cells.value).toBe(1_500);
    expect(kept[0]!.cells.value).toBe(0);
    expect(issues.map(({ row, column }) => [row, column])).toEqual([
      [9_000, 'period'],
      [9_001, 'value']
    ]);
  });
});

describe('checkTable, of rows that are alike', () => {
  it('says of each row what it says of the one above, and gives cells that are each row’s own', () => {
    const observations = tables.find((table) => table.name === 'observations')!;
    const positions = observations.fields.map((_, i) => i);
    const row: string[] = observations.fields.map(({ name }) =>
      name === 'measure'
        ? '数值'
        : name === 'status'
          ? '实际'
          : name === 'period'
            ? '2020'
            : name === 'line'
              ? '3'
              : 'a'
    );
    const at = (name: string) => observations.fields.findIndex((field) => field.name === name);
    for (const name of ['value', 'lower', 'upper', 'numerator', 'denominator']) row[at(name)] = '1';
    for (const name of ['qualifier', 'flags', 'cell']) row[at(name)] = '';
    const other = row.map((text, i) => (i === at('value') ? '2' : text));
    const bad = row.map((text, i) => (i === at('value') ? '12%' : text));
    const damaged = row.map((text, i) => (i === at('note') ? '\uFFFD' : text));
    const issues = new IssueList('observations.csv');
    const cells = [row, other, row, bad, bad, damaged, damaged, other];
    const kept = checkTable(
      cells.map((texts, i) => ({ line: i + 2, cells: texts })),
      observations,
      positions,
      issues
    );
    expect(kept.map(({ line, cells: { value, note } }) => [line, value, note])).toEqual([
      [2, 1, 'a'],
      [3, 2, 'a'],
      [4, 1, 'a'],
      [7, 1, '\uFFFD'],
      [8, 1, '\uFFFD'],
      [9, 2, 'a']
    ]);
    expect(issues.all().map(({ row: line, rule }) => [line, rule])).toEqual([
      [5, '类型'],
      [6, '类型'],
      [7, '乱码'],
      [8, '乱码']
    ]);
  });
});

describe('isCleanText', () => {
  it.each([
    ['甲,1\n乙,2\t', true],
    ['甲\u0000', false],
    ['乙\ufffd', false],
    ['丙\u007f', false]
  ])('%j: %s', (text, clean) => expect(isCleanText(text)).toBe(clean));
});
