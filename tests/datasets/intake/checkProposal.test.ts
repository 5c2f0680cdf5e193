import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parsePackage } from '../../../src/datasets/check/schema';
import { checkProposal } from '../../../src/datasets/intake/checkProposal';
import type { TableRow } from '../../../src/domain/batch/batch';
import type { ProposedRow } from '../../../src/domain/batch/proposal';
import type { TableName } from '../../../src/domain/model/tableName';

const reading = parsePackage(readFileSync('data/datapackage.json', 'utf8'), 'datapackage.json');
if (reading.kind === 'refused') throw new Error('datapackage.json is not read');
const schemas = reading.package.tables;

const tables = new Map<TableName, readonly TableRow[]>([
  ['places', [{ place: 'donghu', name: '东湖县' }]],
  ['indicators', [{ indicator: 'visits', name: '门诊人次' }]]
]);

function row(table: TableName, cells: TableRow, cell = 'D7'): ProposedRow {
  return { table, row: cells, origin: { file: '十月.xlsx', sheet: '进度', cell, shown: cells.value ?? '' } };
}
const source = row('sources', { source: 's', title: '十月', grade: 'B' });
const figure: TableRow = {
  indicator: 'visits',
  place: 'donghu',
  period: '2024-10',
  measure: '数值',
  source: 's',
  value: '95',
  status: '实际',
  cell: '进度!D7',
  written: '95'
};

describe('checkProposal(rows, schemas, tables)', () => {
  it('keeps rows that hold, in their order', () => {
    const rows = [row('observations', figure), source];
    expect(checkProposal(rows, schemas, tables)).toEqual({ rows, remarks: [] });
  });

  it('leaves out a row that breaks a rule, and names its file, sheet and cell', () => {
    const bad = row('observations', { ...figure, value: '九十五' }, 'E9');
    const { rows, remarks } = checkProposal([source, bad], schemas, tables);
    expect(rows).toEqual([source]);
    expect(remarks).toEqual([
      {
        level: '未采用',
        origin: bad.origin,
        rule: '类型',
        why: '数值：这是中文数字',
        todo: '请改成阿拉伯数字。'
      }
    ]);
  });

  it('leaves out a row that points at nothing, there or proposed', () => {
    const lost = row('observations', { ...figure, place: 'nowhere' });
    const { rows, remarks } = checkProposal([source, lost, row('observations', figure)], schemas, tables);
    expect(rows.map(({ row: cells }) => cells.place ?? cells.source)).toEqual(['s', 'donghu']);
    expect(remarks.map(({ level, rule, why }) => [level, rule, why])).toEqual([
      ['未采用', '外键', '地区编号“nowhere”不在表里，也不在这次放进来的表里']
    ]);
  });

  it('takes a figure of a place that comes with it, wherever it stands, and of one that was refused none', () => {
    const place = { place: 'xishan', name: '西山县', level: '县区', naming: '原文' };
    const newFigure = row('observations', { ...figure, place: 'xishan' });
    expect(checkProposal([newFigure, source, row('places', place)], schemas, tables).rows).toHaveLength(3);
    const refused = checkProposal([newFigure, source, row('places', { ...place, level: '郊县' })], schemas, tables);
    expect(refused.rows).toEqual([source]);
    expect(refused.remarks.map(({ rule }) => rule)).toEqual(['枚举', '外键']);
  });

  it('follows orphans through a table that points at itself', () => {
    const county = row('places', { place: 'a', name: '甲县', level: '县区', naming: '原文', parent: 'nowhere' });
    const clinic = row('places', { place: 'b', name: '甲县医院', level: '机构', naming: '原文', parent: 'a' });
    expect(checkProposal([clinic, county], schemas, tables).rows).toEqual([]);
  });

  it('says of a table that the dataset lacks that there is none', () => {
    const without = schemas.filter(({ name }) => name !== 'relations');
    const { remarks } = checkProposal([row('relations', { relation: 'r' })], without, tables);
    expect(remarks.map(({ why }) => why)).toEqual(['这个数据集没有“relations”这张表']);
  });
});
