import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parsePackage } from '../../src/datasets/check/schema';
import { readTable } from '../../src/datasets/readTable';
import { IssueList } from '../../src/datasets/read/issueList';
import { fixtureFolder } from '../fixtures/readFolder';

const reading = parsePackage(readFileSync(join(fixtureFolder('data'), 'datapackage.json'), 'utf8'), 'datapackage.json');
if (reading.kind === 'refused') throw new Error('package refused');
const schema = reading.package.tables.find(({ name }) => name === 'observations')!;
const HEADER = 'indicator,place,period,measure,source,value,status,line,written,note,qualifier,section';

/** A text of several parts, with the data rows given at their positions instead of good ones. */
async function read(odd: Readonly<Record<number, string>>, size = 20_000) {
  const rows = Array.from(
    { length: size },
    (_, i) => odd[i] ?? `i${i},jia,2020,数值,s1,${i},实际,3,${i}人,写在正文里,,`
  );
  const issues = new IssueList('observations.csv');
  const stated = { rows: null, bytes: null, sha256: null };
  const text = [HEADER, ...rows].join('\n');
  const table = await readTable(new TextEncoder().encode(text), { ...schema, stated }, issues);
  return { table: table!, issues: issues.all().map(({ row, rule }) => [row, rule]) };
}

it('a table of several parts: what is wrong is named once, also where a quote in a late part makes it begin anew', async () => {
  const odd = {
    2: 'i2,jia,2020,数值,s1,12%,实际,3,12%,,,',
    14_999: 'i14999,jia,2020,数值,s1,1,实际,3,"1人,,,',
    15_000: 'i15000,jia',
    19_999: 'i0,jia,2020,数值,s1,0,实际,3,0人,写,,'
  };
  const { table, issues } = await read(odd);
  expect(issues).toEqual([
    [4, '类型'],
    [15_001, '引号'],
    [15_002, '列数'],
    [20_001, '主键重复']
  ]);
  expect(table.found).toBe(20_000);
  expect(table.rows).toHaveLength(19_996);
  expect(table.rows[19_995]).toMatchObject({ line: 20_000, cells: { indicator: 'i19998', value: 19_998, part: '' } });
});

it('a table of several parts can say what stands in the rows that were left out', async () => {
  const { table } = await read({
    7: 'i7,,2020,数值,s1,7,实际,3,7人,,,',
    18_000: ' i18000 ,jia,2020,数值,s1,x,实际,3,x,,,'
  });
  expect([...table.rejectedValues('indicator')]).toEqual([
    ['i7', 9],
    ['i18000', 18_002]
  ]);
});
