import { describe, expect, it } from 'vitest';
import { guessTables } from '../../../src/domain/sheet/guessLayout';
import { readTable } from '../../../src/domain/sheet/readTable';
import { sheetTables } from '../../../src/domain/sheet/sheetTables';
import type { CellInput } from '../../fixtures/sheets/workbook';
import { readAll, sheetsOf } from './reading';

const NOTHING = { places: [], indicators: [], programmes: [] };
const one = async (rows: CellInput[][]) => sheetsOf([{ name: '报表', rows }]);
const told = async (rows: CellInput[][]) => readAll(await one([['截至2024年10月31日'], ...rows])).told;

describe('two tables beside each other in one sheet', () => {
  it('with an empty column between them are two: no figure goes to a name of the other', async () => {
    expect(
      await told([
        ['单位', '门诊人次', '住院人次', '', '机构', '床位数'],
        ['甲县', 1, 2, '', '甲医院', 50],
        ['乙县', 3, 4, '', '乙医院', 60],
        ['丙县', 5, 6]
      ])
    ).toEqual([
      'B3 甲县 门诊人次 数值 2024-01/2024-10 1人次',
      'C3 甲县 住院人次 数值 2024-01/2024-10 2人次',
      'B4 乙县 门诊人次 数值 2024-01/2024-10 3人次',
      'C4 乙县 住院人次 数值 2024-01/2024-10 4人次',
      'B5 丙县 门诊人次 数值 2024-01/2024-10 5人次',
      'C5 丙县 住院人次 数值 2024-01/2024-10 6人次',
      'F3 甲医院 床位数 数值 2024-01/2024-10 50',
      'F4 乙医院 床位数 数值 2024-01/2024-10 60'
    ]);
  });

  it('are two where a long list is folded under the same heads', async () => {
    expect(
      await told([
        ['单位', '门诊人次', '单位', '门诊人次'],
        ['甲县', 1, '丙县', 3],
        ['乙县', 2, '丁县', 4]
      ])
    ).toEqual([
      'B3 甲县 门诊人次 数值 2024-01/2024-10 1人次',
      'B4 乙县 门诊人次 数值 2024-01/2024-10 2人次',
      'D3 丙县 门诊人次 数值 2024-01/2024-10 3人次',
      'D4 丁县 门诊人次 数值 2024-01/2024-10 4人次'
    ]);
  });

  it('are one where a gap stands before figures or notes alone', async () => {
    const gap = await one([
      ['单位', '门诊人次', '', '住院人次', '', '备注'],
      ['甲县', 1, '', 2, '', '好'],
      ['乙县', 3, '', 4, '', '核实']
    ]);
    expect(guessTables(gap[0]!, NOTHING)).toHaveLength(1);
    expect(readAll(gap).facts.map(({ cell, place }) => `${cell} ${place}`)).toEqual([
      'B2 甲县',
      'D2 甲县',
      'B3 乙县',
      'D3 乙县'
    ]);
  });

  it('are named apart in the decisions', async () => {
    const { decisions } = readAll(
      await one([
        ['单位', '门诊人次', '', '机构', '床位数'],
        ['甲县', 1, '', '甲医院', 50]
      ])
    );
    expect(decisions.filter((decision) => decision.includes('表头是哪几行'))).toEqual([
      '报表第1行起的表：表头是哪几行：第1行',
      '报表第1行D列起的表：表头是哪几行：第1行'
    ]);
  });

  it('are both remembered, wherever they stand next month', async () => {
    const rows = (a: number, b: number) => [
      ['单位', '门诊人次', '', '机构', '床位数'],
      ['甲县', a, '', '甲医院', b]
    ];
    const remembered = guessTables((await one(rows(1, 50)))[0]!, NOTHING).map(({ layout }) => layout);
    const [next] = await one([['十一月'], [''], ...rows(2, 60)]);
    const tables = sheetTables(next!, NOTHING, remembered);
    expect(tables.map(({ layout, remembered: known }) => [layout.first, layout.left, known])).toEqual([
      [2, 0, true],
      [2, 3, true]
    ]);
    expect(
      tables.flatMap(({ layout }) => readTable(next!, layout).facts).map(({ cell, place }) => `${cell} ${place}`)
    ).toEqual(['B4 甲县', 'E4 甲医院']);
  });

  it('of one shape are both read by the one layout that is remembered', async () => {
    const folded = await one([
      ['单位', '门诊人次', '单位', '门诊人次'],
      ['甲县', 1, '丙县', 3]
    ]);
    const [first] = guessTables(folded[0]!, NOTHING);
    expect(
      sheetTables(folded[0]!, NOTHING, [first!.layout]).map(({ layout, remembered }) => [layout.left, remembered])
    ).toEqual([
      [0, true],
      [2, true]
    ]);
  });
});
