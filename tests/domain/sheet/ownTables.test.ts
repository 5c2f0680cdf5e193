import { describe, expect, it } from 'vitest';
import { ownProposal, ownTable, type ColumnNames } from '../../../src/domain/sheet/ownTables';
import { csvSheet, sheetsOf } from './reading';

describe('our own tables', () => {
  const columns = (...names: readonly (readonly [string, string])[]): ColumnNames =>
    new Map(
      names.flatMap(([name, title]) => [
        [name, name],
        [title, name]
      ])
    );
  const NONE: ColumnNames = new Map();
  const COLUMNS = {
    ...{ sources: NONE, indicators: NONE, observations: NONE, programmes: NONE, progress: NONE, relations: NONE },
    annotations: NONE,
    places: columns(['place', '地区编号'], ['name', '名称'], ['level', '级别'], ['code', '行政区划代码'])
  };

  it('are known by their columns’ names or titles, whatever the file is called', async () => {
    expect(ownTable(await csvSheet('\nplace,name,level\na,甲,县区\n'), COLUMNS)).toBe('places');
    expect(ownTable(await csvSheet('名称,级别,地区编号\n'), COLUMNS)).toBe('places');
    expect(ownTable(await csvSheet('place,name\na,甲\n'), COLUMNS)).toBeUndefined();
  });

  it('go straight through, numbers and dates of a workbook as the tables write them', async () => {
    const [sheet] = await sheetsOf([
      {
        name: 'places',
        rows: [
          ['place', 'name', 'level', 'code', '多余'],
          ['a', '甲', '县区', { v: 330225, z: '#,##0' }, 'x'],
          [],
          ['b', '乙', '机构', { v: 45566, z: 'yyyy/m/d' }, null, '表外']
        ]
      }
    ]);
    const { rows, remarks } = ownProposal(sheet!, 'places', COLUMNS.places);
    expect(rows.map(({ row, origin }) => [origin.cell, row])).toEqual([
      ['A2', { place: 'a', name: '甲', level: '县区', code: '330225' }],
      ['A4', { place: 'b', name: '乙', level: '机构', code: '2024-10-01' }]
    ]);
    expect(remarks.map(({ level, origin }) => `${level} ${origin.cell}`)).toEqual(['提醒 E1', '提醒 F4']);
  });
});
