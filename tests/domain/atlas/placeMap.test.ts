import { describe, expect, it } from 'vitest';
import { mapForms } from '../../../src/domain/atlas/ground';
import { placeMap, type MapQuery } from '../../../src/domain/atlas/placeMap';
import { mapTable } from '../../../src/domain/atlas/table';
import { DEFAULT_RULE } from '../../../src/domain/lights/rule';
import { dataset, indicator, place, programme, type Small } from '../factory';

const RATE = indicator({ name: '合格率', better: '高', definition: '合格者的占比。' });
const at = (name: string, gridColumn: number, gridRow: number) => place(name, { gridColumn, gridRow });
/** 甲 乙 in the first row, 丙 丁 in the second, 戊 nowhere. */
const PLACES = [at('丁县', 2, 2), at('甲县', 1, 1), at('乙县', 2, 1), at('丙县', 1, 2), place('戊县')];

function ask(small: Small, query: Partial<MapQuery> = {}) {
  const data = dataset({ indicators: [RATE], places: PLACES, ...small });
  return placeMap(data, {
    indicator: '合格率',
    places: [],
    includeOrganisations: false,
    perHead: false,
    rule: DEFAULT_RULE,
    ...query
  })!;
}

const fact = (name: string, value: number, rest = {}) => ({ at: name, in: '2024', value, ...rest });
const FIVE = [fact('甲县', 90), fact('乙县', 70), fact('丙县', 80), fact('丁县', 60), fact('戊县', 99)];

describe('places where they lie', () => {
  it('stand from the left above to the right below, each with its class; classes are of the drawn places alone', () => {
    const map = ask({ facts: FIVE });
    // Four drawn numbers, three classes: positions 0 1 2 3 by ⌊i·3÷4⌋ are in 0 0 1 2.
    expect(map.items.map(({ place: { name }, at: klass }) => [name, klass])).toEqual([
      ['甲县', 2],
      ['乙县', 0],
      ['丙县', 1],
      ['丁县', 0]
    ]);
    expect(map.classes.map(({ label, count }) => [label, count])).toEqual([
      ['60—70', 2],
      ['80', 1],
      ['90', 1]
    ]);
    expect(map.unplaced.map(({ place: { name }, reason }) => [name, reason])).toEqual([
      ['戊县', 'places.csv 没有写位置（column、row）']
    ]);
    expect(map.notes.map(({ text }) => text)).toEqual([
      '颜色由浅到深，数由小到大：按数的大小排序分成3档，每档个数尽量相等，相等的数同档。每一期各自分档，颜色不跨期比。',
      '一格一地，只表示大致方位，不表示面积和边界。',
      '戊县没有写位置，没有画，数在数据表里。'
    ]);
    expect(map.verdict).toBe('合格率：5个地区中戊县最高（99%），丁县最低（60%）');
  });

  it('without a number are in no class, with the reason; so are bounds', () => {
    const map = ask({
      facts: [fact('甲县', 90), fact('乙县', 95, { qualifier: '≥' }), { ...fact('丙县', 80), in: '2023' }]
    });
    expect(
      map.items.map(({ place: { name }, row, at: klass, reason }) => [name, row?.bare ?? '', klass, reason])
    ).toEqual([
      ['甲县', '90', 1, ''],
      ['乙县', '≥95', null, '是界限而非确数，不分档'],
      ['丙县', '80', 0, ''],
      ['丁县', '', null, '报告未写']
    ]);
    const one = ask({ facts: [fact('甲县', 90), { ...fact('丙县', 80), in: '2023' }] }, { period: '2024' });
    expect(one.items.find(({ place: { name } }) => name === '丙县')).toMatchObject({
      row: null,
      at: null,
      reason: '时期为2023年，不是所选的2024年'
    });
  });

  it('are in one class where all numbers are equal', () => {
    const map = ask({ facts: [fact('甲县', 90), fact('乙县', 90)] });
    expect(map.classes.map(({ label, count }) => [label, count])).toEqual([['90', 2]]);
    expect(map.notes[0]!.text).toBe('颜色由浅到深，数由小到大：数都一样，只有一档。每一期各自分档，颜色不跨期比。');
  });

  it('say their class in the table too', () => {
    const table = mapTable(ask({ facts: FIVE }));
    expect(table.columns.map(({ title }) => title).slice(0, 5)).toEqual([
      '名次',
      '地区',
      '数值（%）',
      '档（%）',
      '时期'
    ]);
    expect(table.rows.map((cells) => cells.slice(0, 4).map(({ text }) => text))).toEqual([
      ['1', '戊县', '99%', '没有位置'],
      ['2', '甲县', '90%', '90'],
      ['3', '丙县', '80%', '80'],
      ['4', '乙县', '70%', '60—70'],
      ['5', '丁县', '60%', '60—70']
    ]);
  });

  it('wear the lights of their tasks where each of them has one', () => {
    const programmes = [programme('筛查', { unit: '%', indicator: '合格率' })];
    const task = (name: string, done: number) => ({
      of: '筛查',
      at: name,
      in: '2024',
      asOf: '2024-12-31',
      unit: '%',
      target: 100,
      done
    });
    // The year is over: 100 % should be done. 98 is 2 points late, within 5; 90 is 10.
    const facts = [fact('甲县', 100), fact('乙县', 98), fact('丙县', 90)];
    const map = ask({ facts, programmes, tasks: [task('甲县', 100), task('乙县', 98), task('丙县', 90)] });
    expect(map.rule).toBe(DEFAULT_RULE);
    expect(map.classes.map(({ label, count, light }) => [label, count, light!.level])).toEqual([
      ['滞后', 1, 'bad'],
      ['略慢', 1, 'middling'],
      ['达序时', 1, 'good']
    ]);
    expect(map.items.slice(0, 3).map(({ at: klass }) => klass)).toEqual([2, 1, 0]);
    expect(map.notes[0]!.text).toBe('颜色是以这项指标为结果的任务的灯。');
    const table = mapTable(map);
    expect(table.columns[3]!.title).toBe('亮灯');
    expect(table.rows.slice(0, 3).map((cells) => [cells[3]!.text, cells[3]!.light])).toEqual([
      ['达序时', 'good'],
      ['略慢', 'middling'],
      ['滞后', 'bad']
    ]);
    // One without a task: then no colour may be a light.
    expect(ask({ facts, programmes, tasks: [task('甲县', 100), task('乙县', 98)] }).rule).toBeNull();
  });

  it('are offered only where any has a spot', () => {
    expect(mapForms(dataset({ indicators: [RATE], places: PLACES, facts: FIVE }))).toEqual(['tiles']);
    expect(mapForms(dataset({ indicators: [RATE], places: [place('甲县')], facts: [] }))).toEqual([]);
  });

  it('of an unknown indicator are no map; of none with a spot an empty one', () => {
    expect(
      placeMap(dataset({ indicators: [RATE], facts: [] }), {
        indicator: 'x',
        places: [],
        includeOrganisations: false,
        perHead: false,
        rule: DEFAULT_RULE
      })
    ).toBeUndefined();
    const none = ask({ facts: [fact('戊县', 1)], places: [place('戊县')] });
    expect([none.items, none.classes]).toEqual([[], []]);
  });
});
