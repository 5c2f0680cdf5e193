import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parsePackage } from '../../../src/datasets/check/schema';
import { fixtureFolder } from '../../fixtures/readFolder';

const text = readFileSync(join(fixtureFolder('data'), 'datapackage.json'), 'utf8');

/* eslint-disable @typescript-eslint/no-explicit-any -- a package is edited as loose JSON */
function edited(edit: (root: any) => void) {
  const root = JSON.parse(text);
  edit(root);
  return parsePackage(JSON.stringify(root), 'datapackage.json');
}
const table = (root: any, name: string): any => root.resources.find((r: any) => r.name === name);
const field = (root: any, name: string, column: string): any =>
  table(root, name).schema.fields.find((f: any) => f.name === column);
/* eslint-enable @typescript-eslint/no-explicit-any */

function whys(reading: ReturnType<typeof parsePackage>): string[] {
  return reading.issues.map((issue) => `${issue.level} ${issue.why}`);
}

describe('parsePackage', () => {
  it('refuses a column named like a member of every object', () => {
    for (const name of ['__proto__', 'constructor', 'toString']) {
      const reading = edited((root) => table(root, 'places').schema.fields.push({ name, type: 'number' }));
      expect(reading.kind).toBe('refused');
      expect(whys(reading)).toEqual([`错误 “places”的列名“${name}”不能用`]);
    }
  });

  it('reads the package of the repository without an issue', () => {
    const reading = parsePackage(text, 'datapackage.json');
    if (reading.kind === 'refused') throw new Error('refused');
    expect(reading.issues).toEqual([]);
    const { tables } = reading.package;
    expect(tables.map((t) => [t.name, t.file, t.essential, t.fields.length])).toEqual([
      ['sources', 'sources.csv', true, 9],
      ['places', 'places.csv', true, 13],
      ['indicators', 'indicators.csv', true, 13],
      ['observations', 'observations.csv', true, 19],
      ['programmes', 'programmes.csv', false, 7],
      ['progress', 'progress.csv', false, 16],
      ['relations', 'relations.csv', false, 12]
    ]);
    expect(tables[1]!.foreignKeys).toEqual([
      { field: 'parent', table: 'places', target: 'place' },
      { field: 'successor', table: 'places', target: 'place' }
    ]);
    expect(tables[3]!.primaryKey).toEqual([
      ...['indicator', 'place', 'period', 'measure', 'source', 'line', 'written', 'part', 'cell']
    ]);
  });

  it('gives every column of a table a Chinese name of its own, so that a header may use it', () => {
    for (const { schema } of JSON.parse(text).resources.filter((r: { schema?: unknown }) => r.schema)) {
      const titles = schema.fields.map((f: { title: string }) => f.title);
      expect(new Set(titles).size).toBe(titles.length);
      for (const title of titles) expect(title).toMatch(/^[\u4e00-\u9fff]+$/);
    }
  });

  it('refuses what is no JSON object, with the line', () => {
    for (const bad of ['', '[]', 'null', '"x"', '{"a":1']) expect(parsePackage(bad, 'd').kind, bad).toBe('refused');
    expect(parsePackage('{\n"a": 1,\n"b" 2\n}', 'd').issues[0]).toMatchObject({ row: 3, why: '不是合格的 JSON' });
  });

  it('names every table that is missing', () => {
    expect(whys(parsePackage('{"resources": [null, 3]}', 'd'))).toEqual(
      ['sources', 'places', 'indicators', 'observations', 'programmes', 'progress'].map(
        (n) => `错误 resources 里没有“${n}”这张表`
      )
    );
  });

  it('refuses a package without a column the program reads, or with another type', () => {
    const lost = edited((root) => {
      table(root, 'places').schema.fields = table(root, 'places').schema.fields.filter(
        (f: { name: string }) => f.name !== 'naming'
      );
      field(root, 'observations', 'value').type = 'string';
      field(root, 'sources', 'published').type = 'datetime';
    });
    expect(lost.kind).toBe('refused');
    expect(whys(lost)).toEqual([
      '错误 “sources.published”的类型“datetime”程序不认识',
      '错误 “sources.published”的类型不对，应为 date',
      '错误 “places”的 fields 里没有“naming”',
      '错误 “observations.value”的类型不对，应为 number'
    ]);
  });

  it('refuses a path out of the folder', () => {
    for (const path of ['../secret.csv', '/etc/passwd', 'http://host/x.csv', 'C:\\x.csv', '', 'a/../../b.csv']) {
      expect(edited((root) => (table(root, 'places').path = path)).kind, path).toBe('refused');
    }
    expect(edited((root) => (table(root, 'places').path = 'tables/places.csv')).kind).toBe('package');
  });

  it('refuses an unreadable pattern and a key over unknown columns', () => {
    expect(whys(edited((root) => (field(root, 'places', 'code').constraints = { pattern: '(' })))).toEqual([
      '错误 “places.code”的 pattern 不是合格的正则表达式'
    ]);
    expect(whys(edited((root) => (table(root, 'places').schema.primaryKey = 'id')))).toEqual([
      '错误 “places”的键用到了没有说明的列“id”'
    ]);
    expect(
      whys(
        edited(
          (root) =>
            (table(root, 'places').schema.foreignKeys = [
              { fields: 'parent', reference: { resource: 'towns', fields: 'place' } }
            ])
        )
      )
    ).toEqual(['错误 “places”的一条外键写得不对']);
  });

  it('reads keys given as plain text and a self reference by an empty resource', () => {
    const reading = edited((root) => {
      table(root, 'places').schema.primaryKey = 'place';
      table(root, 'places').schema.foreignKeys = [{ fields: 'parent', reference: { resource: '', fields: 'place' } }];
    });
    if (reading.kind === 'refused') throw new Error('refused');
    expect(reading.package.tables[1]).toMatchObject({
      primaryKey: ['place'],
      foreignKeys: [{ field: 'parent', table: 'places', target: 'place' }]
    });
  });

  it('keeps to the codes the program knows, and reminds of the others', () => {
    const reading = edited((root) => field(root, 'observations', 'measure').constraints.enum.push('环比'));
    expect(whys(reading)).toEqual(['提醒 “observations.measure”的 enum 里有程序不认识的“环比”，用到它的行不会读入']);
    if (reading.kind === 'refused') throw new Error('refused');
    expect(reading.package.tables[3]!.fields.find((f) => f.name === 'measure')!.enum).toEqual([
      '数值',
      '同比(%)',
      '同比(百分点)',
      '位次',
      '占比'
    ]);
  });

  it('asks for what the program needs even where the package does not', () => {
    const reading = edited((root) => {
      for (const resource of root.resources) for (const f of resource.schema?.fields ?? []) delete f.constraints;
    });
    if (reading.kind === 'refused') throw new Error('refused');
    const required = reading.package.tables[3]!.fields.filter((f) => f.required).map((f) => f.name);
    expect(required).toEqual(['indicator', 'place', 'period', 'measure', 'source', 'status']);
    // A line or a cell: no rule of the package is needed for that.
    expect(reading.package.tables[3]!.rules).toContain('lineOrCell');
  });

  it('reminds of a row rule it does not know', () => {
    expect(whys(edited((root) => table(root, 'observations').schema.rules.push('sumsUp', 'constructor')))).toEqual([
      '提醒 “observations”的整行规则“sumsUp”程序不认识，没有检查',
      '提醒 “observations”的整行规则“constructor”程序不认识，没有检查'
    ]);
  });

  it('still reads a package as they were before sub-groups, flags, cells and intervals', () => {
    const before = edited((root) => {
      for (const name of ['observations', 'progress']) {
        const { schema } = table(root, name);
        const added = ['part', 'flags', 'cell', 'lower', 'upper', 'numerator', 'denominator'];
        schema.fields = schema.fields.filter((f: { name: string }) => !added.includes(f.name));
        schema.primaryKey = schema.primaryKey.filter((column: string) => !added.includes(column));
        field(root, name, 'line').constraints = { required: true, minimum: 1 };
      }
    });
    expect(whys(before)).toEqual([]);
    if (before.kind === 'refused') throw new Error('refused');
    expect(before.package.tables[3]!.fields).toHaveLength(12);
    expect(before.package.tables[3]!.primaryKey).toHaveLength(7);
  });

  it('makes a sub-group and a cell part of the key, whatever the package says', () => {
    const reading = edited(
      (root) => (table(root, 'observations').schema.primaryKey = ['indicator', 'place', 'period'])
    );
    if (reading.kind === 'refused') throw new Error('refused');
    expect(reading.package.tables[3]!.primaryKey).toEqual(['indicator', 'place', 'period', 'part', 'cell']);
  });

  it('takes a package without title for an unnamed one', () => {
    const reading = edited((root) => delete root.title);
    expect(reading.kind === 'package' && reading.package.title).toBe('未命名数据集');
  });
});
