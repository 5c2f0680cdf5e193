import { describe, expect, it } from 'vitest';
import { guessTables, layoutsFor } from '../../../src/domain/sheet/guessLayout';
import type { SheetLayout } from '../../../src/domain/sheet/layout';
import { parseMapping, printMapping, type Mapping } from '../../../src/domain/sheet/mapping';
import { columnReadings, readTable } from '../../../src/domain/sheet/readTable';
import { sheetTables } from '../../../src/domain/sheet/sheetTables';
import type { Worksheet } from '../../../src/domain/sheet/worksheet';
import { csvSheet } from './reading';

const KNOWN = { places: [], indicators: [], programmes: [] };
const layoutOf = (sheet: Worksheet) => guessTables(sheet, KNOWN)[0]!.layout;

const september = () => csvSheet('2024年1-9月卫生统计\n单位,9月门诊人次,1-9月累计门诊人次\n甲医院,5,50\n乙医院,6,60\n');
const october = () =>
  csvSheet(
    '全县各医院情况\n2024年1-10月卫生统计\n\n单位,10月门诊人次,1-10月累计门诊人次\n甲医院,7,57\n丙医院,1,1\n丁医院,2,2\n'
  );

function mend(layout: SheetLayout, i: number, said: Partial<SheetLayout['columns'][number]>): SheetLayout {
  return { ...layout, columns: layout.columns.map((column, k) => (k === i ? { ...column, ...said } : column)) };
}

describe('a layout', () => {
  it('is found again in next month’s file: other months, more rows, heads further down', async () => {
    const remembered = mend(layoutOf(await september()), 1, { item: '门诊诊疗人次', unit: '人次' });
    const sheet = await october();
    expect(layoutOf(sheet).signature).toBe(remembered.signature);
    const layout = layoutsFor(sheet, remembered)[0]!;
    expect(layout.first).toBe(3);
    expect(
      readTable(sheet, layout).facts.map(({ cell, place, item, period, value, unit }) => [
        cell,
        place,
        item,
        period,
        value,
        unit
      ])
    ).toEqual([
      ['B5', '甲医院', '门诊诊疗人次', '2024-10', 7, '人次'],
      ['C5', '甲医院', '门诊人次', '2024-01/2024-10', 57, '人次'],
      ['B6', '丙医院', '门诊诊疗人次', '2024-10', 1, '人次'],
      ['C6', '丙医院', '门诊人次', '2024-01/2024-10', 1, '人次'],
      ['B7', '丁医院', '门诊诊疗人次', '2024-10', 2, '人次'],
      ['C7', '丁医院', '门诊人次', '2024-01/2024-10', 2, '人次']
    ]);
  });

  it('takes a month that is new like those before it; a time that a person gave one column stays with that column', async () => {
    const two = await csvSheet('指标,单位,2024年1月,2024年2月\n床位,张,1,2\n');
    const three = await csvSheet('指标,单位,2024年1月,2024年2月,2024年3月\n床位,张,1,2,3\n');
    const remembered = mend(layoutOf(two), 2, { period: '2024-01-31' });
    expect(
      columnReadings(three, layoutsFor(three, remembered)[0]!).map(({ column, period }) => [column, period])
    ).toEqual([
      [2, '2024-01-31'],
      [3, '2024-02'],
      [4, '2024-03']
    ]);
  });

  it('isn’t put on a file with other heads', async () => {
    expect(layoutsFor(await csvSheet('单位,门诊人次\n甲,1\n'), layoutOf(await september()))).toEqual([]);
    expect(layoutsFor(await csvSheet('字\n'), layoutOf(await september()))).toEqual([]);
  });

  it('that is remembered goes before a guess, and other tables of the sheet are guessed', async () => {
    const remembered = mend(layoutOf(await september()), 2, { role: '不读' });
    const sheet = await csvSheet(
      '2024年\n单位,10月门诊人次,1-10月累计门诊人次\n甲医院,7,57\n\n单位,床位（张）\n甲医院,3\n'
    );
    const tables = sheetTables(sheet, KNOWN, [remembered]);
    expect(tables.map((table) => [table.layout.first, table.remembered])).toEqual([
      [1, true],
      [4, false]
    ]);
    expect(tables.flatMap((table) => readTable(sheet, table.layout).facts).map(({ cell }) => cell)).toEqual([
      'B3',
      'B6'
    ]);
  });

  it('says what the person says: rows of heads, end, roles, measures, places, times, units of everything', async () => {
    const sheet = await csvSheet('a,b\n门诊,\n甲医院,5\n乙医院,6\n丙医院,7\n');
    const layout: SheetLayout = {
      ...{ form: 1, signature: '', first: 0, heads: ['项目', '项目'], last: 3, left: 0, sheetName: '' },
      columns: [
        { head: '', role: '地区', measure: '', item: '', place: '', period: '', unit: '' },
        { head: '', role: '数字', measure: 'target', item: '签约', place: '', period: '2023年', unit: '户' }
      ],
      fixed: { place: '', item: '', period: '2024', unit: '人' }
    };
    expect(
      readTable(sheet, layout).facts.map(({ cell, place, item, measure, period, unit }) => [
        cell,
        place,
        item,
        measure,
        period,
        unit
      ])
    ).toEqual([
      ['B3', '甲医院', '签约', 'target', '2023', '户'],
      ['B4', '乙医院', '签约', 'target', '2023', '户']
    ]);
    const plain = {
      ...layout,
      columns: [
        { ...layout.columns[0]!, role: '不读' as const },
        { ...layout.columns[1]!, measure: '' as const, period: '', unit: '' }
      ],
      fixed: { place: '丁', item: '己', period: '2024', unit: '人' }
    };
    expect(readTable(sheet, plain).facts[0]).toMatchObject({
      place: '丁',
      item: '签约',
      measure: 'value',
      period: '2024',
      unit: '人'
    });
  });
});

describe('a mapping as a file', () => {
  it('comes back as it was', async () => {
    const mapping: Mapping = {
      form: 1,
      layouts: [layoutOf(await september()), { ...layoutOf(await october()), last: 9, sheetName: '时期' }],
      answers: {
        '地区:甲医院': { use: 'a' },
        '指标:门诊人次': { create: { indicator: 'x', name: '门诊人次' } },
        '任务:合计': { skip: true }
      }
    };
    expect(parseMapping(printMapping(mapping))).toEqual({ kind: 'mapping', mapping });
  });

  it('is refused as a whole where anything in it is strange, with where that stands', async () => {
    const good = JSON.parse(printMapping({ form: 1, layouts: [layoutOf(await september())], answers: {} })) as Record<
      string,
      unknown
    >;
    const why = (value: unknown) => {
      const reading = parseMapping(typeof value === 'string' ? value : JSON.stringify(value));
      return reading.kind === 'refused' ? reading.why : '没有拒绝';
    };
    const layout = (good.layouts as Record<string, unknown>[])[0]!;
    const withLayout = (fields: object) => why({ ...good, layouts: [{ ...layout, ...fields }] });
    expect(why('{')).toBe('不是合格的 JSON');
    expect(why([])).toBe('最外层 应是对象');
    expect(why({ ...good, form: 2 })).toBe('form 应为 1');
    expect(why({ ...good, extra: 1 })).toBe('最外层 里有不认识的“extra”');
    expect(withLayout({ first: -1 })).toBe('layouts[0].first 应是不小于0的整数');
    expect(withLayout({ heads: [] })).toBe('layouts[0].heads 应有1到20行');
    expect(withLayout({ heads: ['时期'] })).toBe('layouts[0].heads[0] 应是“项目”“地区”之一');
    expect(withLayout({ columns: [{}] })).toBe('layouts[0].columns[0].head 应是文字');
    expect(why({ ...good, answers: { 象山: { use: 'x' } } })).toMatch(/^answers 里的“象山”应写成/);
    expect(why({ ...good, answers: { '地区:象山': { use: 'x', skip: true } } })).toBe(
      'answers[“地区:象山”] 应为 use、create、skip 之一'
    );
    expect(why('{"form":1,"layouts":[],"answers":{"__proto__":{"use":"x"}}}')).toMatch(/__proto__/);
  });
});
