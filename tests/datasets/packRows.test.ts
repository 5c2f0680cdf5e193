import { describe, expect, it } from 'vitest';
import { parsePackage } from '../../src/datasets/check/schema';
import { decodeChunk } from '../../src/datasets/pack/decodeChunk';
import type { MadeChunk } from '../../src/datasets/pack/makePack';
import { RowIssues, RowPacker } from '../../src/datasets/packRows';
import { dataset, indicator } from '../domain/factory';
import { fixtureFolder } from '../fixtures/readFolder';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const parsed = parsePackage(readFileSync(join(fixtureFolder('data'), 'datapackage.json'), 'utf8'), 'datapackage.json');
const schema = (parsed.kind === 'package' ? parsed.package.tables : []).find(({ name }) => name === 'observations')!;
const records = dataset({
  indicators: ['床位', '门诊', '分娩'].map((name) => indicator({ name, unit: '人', kind: '数量' })),
  facts: [{ of: '床位', at: '甲县', in: '2020', value: 1 }]
});
const { indicators, places, sources } = records;
const COLUMNS = ['indicator', 'place', 'period', 'measure', 'source', 'value', 'status', 'line', 'written'];
const row = (of: string, period: string, value: string): string[] => [
  ...[of, places[0]!.id, period, '数值', sources[0]!.id, value, '实际', '3', `${value}人`]
];

/** What becomes of rows by indicator; no table is looked up in. */
function packed(least: number, ...parts: readonly (readonly string[][])[]) {
  const issues = new RowIssues('observations.csv');
  const positions = schema.fields.map(({ name }) => COLUMNS.indexOf(name));
  const packer = new RowPacker({
    schema,
    positions,
    issues,
    tables: new Map(),
    records: { indicators, places, sources },
    least
  });
  const chunks: (MadeChunk | undefined)[] = parts.map((rows) => {
    packer.take(rows);
    return packer.closeIndicator();
  });
  return { packer, issues, chunks: [...chunks, packer.close()] };
}

function valuesOf(chunk: MadeChunk | undefined): unknown {
  if (!chunk) return undefined;
  const { value, row: line } = decodeChunk(chunk.bytes).numbers;
  return [
    chunk.indicators.join(),
    Array.from(value!.stored, (n) => n / value!.scale),
    Array.from(line!.stored, (n) => n / line!.scale)
  ];
}

const BEDS = [row('床位', '2020', '10'), row('床位', '2021', '11')];
const VISITS = [row('门诊', '2020', '30'), row('门诊', '2021', '31'), row('门诊', '2022', '32')];
const BIRTHS = [row('分娩', '2020', '50')];

describe('RowPacker', () => {
  it('cuts a chunk where an indicator ends and it has enough rows; the rest is the last one', () => {
    expect(packed(3, BEDS, VISITS, BIRTHS).chunks.map(valuesOf)).toEqual([
      undefined,
      ['床位,门诊', [10, 11, 30, 31, 32], [2, 3, 4, 5, 6]],
      undefined,
      ['分娩', [50], [7]]
    ]);
    expect(packed(1, BEDS, BIRTHS).chunks.map(valuesOf)).toEqual([
      ['床位', [10, 11], [2, 3]],
      ['分娩', [50], [4]],
      undefined
    ]);
  });

  it('gives rows that are left out their lines, and counts only the others', () => {
    const { packer, issues, chunks } = packed(
      2,
      [row('床位', '2020', '约10'), row('床位', '2021', '11')],
      [row('门诊', '2020', '30'), row('门诊', '2020年', '30')],
      [row('分娩', '2020', 'NaN')]
    );
    expect(chunks.map(valuesOf)).toEqual([undefined, ['床位,门诊', [11, 30], [3, 4]], undefined, undefined]);
    expect([packer.found, packer.kept]).toEqual([5, 2]);
    expect(issues.all().map(({ row: line, rule }) => [line, rule, issues.nameOf(line)])).toEqual([
      [2, '类型', `床位 | ${places[0]!.id} | 2020 | 数值`],
      [5, '主键重复', `门诊 | ${places[0]!.id} | 2020 | 数值`],
      [6, '类型', `分娩 | ${places[0]!.id} | 2020 | 数值`]
    ]);
    expect([issues.nameOf(3), issues.nameOf(undefined)]).toEqual(['', '']);
  });

  it('takes the rows of an indicator in as many parts as they come in', () => {
    const issues = new RowIssues('observations.csv');
    const positions = schema.fields.map(({ name }) => COLUMNS.indexOf(name));
    const packer = new RowPacker({
      schema,
      positions,
      issues,
      tables: new Map(),
      records: { indicators, places, sources }
    });
    for (const one of VISITS) packer.take([one]);
    expect(packer.closeIndicator()).toBeUndefined();
    expect(packer.close()).toEqual(packed(9, VISITS).chunks[1]);
  });
});
