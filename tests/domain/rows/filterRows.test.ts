import { describe, expect, it } from 'vitest';
import { observationChoices, progressChoices } from '../../../src/domain/rows/choices';
import { observationRows, progressRows, type RowFilter } from '../../../src/domain/rows/filterRows';
import type { RowOrder } from '../../../src/domain/rows/sorts';
import { observationText } from '../../../src/domain/wording/observationText';
import { count, dataset, indicator, place, programme, source } from '../factory';

const data = dataset({
  sources: [source('甲'), source('乙', { title: '宝安区2020年工作总结', grade: 'B' })],
  indicators: [
    indicator({ id: 'htn', name: '高血压患者规范管理率', aliases: ['高血压管理'] }),
    count({ id: 'visits', name: '门诊人次', theme: '医疗服务' }),
    indicator({ id: 'unused', name: '没有数的指标', theme: '空主题' })
  ],
  places: [place('象山县'), place('宝安区'), place('空县')],
  programmes: [programme('健康素养', { theme: '健康教育' }), programme('结肠镜检查')],
  facts: [
    { of: 'visits', at: '宝安区', in: '2020', value: 2000, source: '乙', note: '含急诊 ICU', line: 9 },
    { of: 'htn', at: '象山县', in: '2020-H1', value: 68.5, written: '68.5%' },
    { of: 'htn', at: '宝安区', in: '2019', value: null, status: '缺字' },
    { of: 'visits', at: '象山县', in: '2020', value: -3.2, measure: '同比(%)', written: '下降3.2%' },
    { of: 'visits', at: '象山县', in: '2020', value: 900 }
  ],
  tasks: [
    { of: '结肠镜检查', at: '象山县', in: '2020', asOf: '2020-10-26', done: 2707, rate: 67.68 },
    { of: '健康素养', at: '宝安区', in: '2021', target: 30, source: '乙' }
  ]
});

const rows = (filter: RowFilter, order?: RowOrder) => [...observationRows(data, filter, order)];
const tasks = (filter: RowFilter, order?: RowOrder) => [...progressRows(data, filter, order)];

describe('observationRows(dataset, filter, order, match)', () => {
  it('gives all rows in file order for no filter', () => {
    expect(rows({})).toEqual([0, 1, 2, 3, 4]);
    expect(rows({ text: '  ', place: '' })).toEqual([0, 1, 2, 3, 4]);
  });

  it.each<[RowFilter, number[]]>([
    [{ theme: '医疗服务' }, [0, 3, 4]],
    [{ written: '68.5' }, [1]],
    [{ note: 'icu' }, [0]],
    [{ section: '基本' }, [0, 1, 2, 3, 4]],
    [{ line: '9' }, [0]],
    [{ value: '≥900' }, [0, 4]],
    [{ value: '0-100' }, [1]],
    [{ value: '≥900', note: 'icu' }, [0]],
    [{ value: '读不出' }, [0, 1, 2, 3, 4]],
    [{ indicator: 'htn' }, [1, 2]],
    [{ place: '象山县' }, [1, 3, 4]],
    [{ period: '2020' }, [0, 3, 4]],
    [{ measure: '同比(%)' }, [3]],
    [{ status: '缺字' }, [2]],
    [{ source: '乙' }, [0]],
    [{ place: '象山县', measure: '数值', period: '2020' }, [4]],
    [{ place: 'nowhere' }, []]
  ])('%o leaves %o', (filter, found) => {
    expect(rows(filter)).toEqual(found);
  });

  it.each([
    ['高血压', [1, 2]],
    ['宝安', [0, 2]],
    ['上半年', [1]],
    ['下降3.2%', [3]],
    ['2020年工作总结', [0]],
    ['icu', [0]],
    ['ICU', [0]],
    ['同比', [3]],
    ['门诊 象山', [3, 4]],
    ['门诊 高血压', []]
  ])('finds “%s” wherever it stands in the row', (text, found) => {
    expect(rows({ text })).toEqual(found);
  });

  it('asks the pinyin matcher about names and aliases only', () => {
    const asked = new Set<string>();
    const match = (name: string, query: string) => {
      asked.add(name);
      return query === 'gxy' && name.startsWith('高血压');
    };
    expect([...observationRows(data, { text: 'gxy' }, undefined, match)]).toEqual([1, 2]);
    expect([...asked].sort()).toEqual(
      ['高血压患者规范管理率', '门诊人次', '没有数的指标', '象山县', '宝安区', '空县'].sort()
    );
  });

  it.each<[string, boolean, number[]]>([
    ['indicator', false, [1, 2, 0, 3, 4]],
    ['place', false, [1, 3, 4, 0, 2]],
    ['place', true, [0, 2, 1, 3, 4]],
    ['period', false, [2, 1, 0, 3, 4]],
    ['measure', true, [3, 0, 1, 2, 4]],
    ['value', false, [3, 1, 4, 0, 2]],
    ['value', true, [0, 4, 1, 3, 2]],
    ['status', true, [2, 0, 1, 3, 4]],
    ['source', true, [0, 1, 2, 3, 4]],
    ['line', true, [0, 4, 3, 2, 1]],
    ['nonsense', true, [0, 1, 2, 3, 4]]
  ])('sorts by %s (descending: %s)', (by, descending, order) => {
    expect(rows({}, { by, descending })).toEqual(order);
  });

  it('keeps the order under a filter', () => {
    expect(rows({ place: '象山县' }, { by: 'value', descending: true })).toEqual([4, 1, 3]);
  });
});

describe('progressRows(dataset, filter, order)', () => {
  it.each<[string, number[], number[]]>([
    ['asOf', [1, 0, 2], [0, 2, 1]],
    ['done', [0, 2, 1], [2, 0, 1]],
    ['target', [2, 0, 1], [1, 0, 2]],
    ['rate', [1, 0, 2], [0, 1, 2]],
    ['nonsense', [0, 1, 2], [0, 1, 2]]
  ])('sorts by %s: equal ones stay in file order, what is missing comes last', (by, up, down) => {
    const task = { of: '筛查', at: '甲县', in: '2020' };
    const three = dataset({
      programmes: [programme('筛查')],
      tasks: [
        { ...task, asOf: '2020-03-31', done: 5, target: 20, rate: 25 },
        { ...task, asOf: '2020-01-31', done: null, target: 30, rate: 1 },
        { ...task, asOf: '2020-03-31', done: 7, target: 10, rate: null }
      ]
    });
    expect([...progressRows(three, {}, { by, descending: false })]).toEqual(up);
    expect([...progressRows(three, {}, { by, descending: true })]).toEqual(down);
  });

  it.each<[RowFilter, number[]]>([
    [{}, [0, 1]],
    [{ theme: '健康教育' }, [1]],
    [{ programme: '结肠镜检查' }, [0]],
    [{ place: '宝安区' }, [1]],
    [{ period: '2020' }, [0]],
    [{ status: '计划' }, [1]],
    [{ source: '乙' }, [1]],
    [{ text: '2707' }, [0]],
    [{ text: '素养 宝安' }, [1]],
    [{ done: '>2000' }, [0]],
    [{ target: '30' }, [1]],
    [{ rate: '60-70', asOf: '2020-10' }, [0]],
    [{ asOf: '2021' }, []]
  ])('%o leaves %o', (filter, found) => {
    expect(tasks(filter)).toEqual(found);
  });

  it.each<[string, boolean, number[]]>([
    ['programme', false, [1, 0]],
    ['place', true, [1, 0]],
    ['period', true, [1, 0]],
    ['asOf', false, [1, 0]],
    ['target', false, [1, 0]],
    ['done', true, [0, 1]],
    ['rate', false, [0, 1]],
    ['status', true, [1, 0]],
    ['source', true, [1, 0]]
  ])('sorts by %s (descending: %s)', (by, descending, order) => {
    expect(tasks({}, { by, descending })).toEqual(order);
  });
});

describe('what the filters offer', () => {
  it('is only what occurs, periods latest first', () => {
    const choices = observationChoices(data);
    expect(choices.themes).toEqual(['慢病与精神卫生', '医疗服务']);
    expect(choices.indicators.map((i) => i.id)).toEqual(['htn', 'visits']);
    expect(choices.places.map((p) => p.id)).toEqual(['象山县', '宝安区']);
    // By end, then by start: the half year ends on 30 June 2020, the year on 31 December.
    expect(choices.periods.map((p) => p.text)).toEqual(['2020', '2020-H1', '2019']);
    expect(choices.measures).toEqual(['数值', '同比(%)']);
    expect(choices.statuses).toEqual(['实际', '缺字']);
    expect(choices.sources.map((s) => s.id)).toEqual(['甲', '乙']);
  });

  it('of tasks stands in the order of the tables', () => {
    const choices = progressChoices(data);
    expect(choices.programmes.map((p) => p.id)).toEqual(['健康素养', '结肠镜检查']);
    expect(choices.places.map((p) => p.id)).toEqual(['象山县', '宝安区']);
    expect(choices.statuses).toEqual(['实际', '计划']);
    expect(choices.themes).toEqual(['健康教育', '慢病与精神卫生']);
  });
});

describe('observationText(o)', () => {
  it('says the value by its measure, or why there is none', () => {
    expect([0, 1, 2, 3].map((i) => observationText(data.observation(i)))).toEqual([
      '2,000人次',
      '68.5%',
      '无（缺字）',
      '−3.2%'
    ]);
  });
});
