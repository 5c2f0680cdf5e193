import { describe, expect, it } from 'vitest';
import type { HeatQuery, HeatTable } from '../../../src/domain/compare/heatAnswer';
import { cellSources, heatSources, heatTable } from '../../../src/domain/compare/heatTable';
import { heatTableTable } from '../../../src/domain/compare/heatTableTable';
import { count, dataset, indicator, place, programme, unit, type Small } from '../factory';

const RATE = indicator({ name: '建档率' });
const LOW = indicator({ name: '婴儿死亡率', unit: '‰', better: '低' });
const VISITS = count({ better: '高' });
const CITY = place('某市', { level: '地市' });
const under = (name: string, group = '') => place(name, { parent: '某市', ...(group ? { group } : {}) });
const COUNTIES = ['甲县', '乙县', '丙县'];
const values = (of: string, list: readonly (number | null)[], year = '2020') =>
  list.flatMap((value, i) =>
    value === null ? [] : [{ of, at: ['甲县', '乙县', '丙县', '某市'][i]!, in: year, value }]
  );

function ask(small: Small, query: Partial<HeatQuery>): HeatTable {
  const data = dataset({
    indicators: [RATE, LOW, VISITS],
    places: [CITY, ...COUNTIES.map((name) => under(name))],
    ...small
  });
  return heatTable(data, { indicators: [RATE.id, LOW.id, VISITS.id], places: [...COUNTIES, '某市'], ...query });
}
const FACTS = [
  ...values(RATE.id, [90, 80, 70, 78.5]),
  ...values(LOW.id, [3.2, 3, 4]),
  ...values(VISITS.id, [1000, 2000, 3000])
];
const texts = (h: HeatTable) => h.rows.map((row) => row.cells.map(({ text }) => text));
const standings = (h: HeatTable) => h.rows.map((row) => row.cells.map(({ standing }) => standing));
const notes = (h: HeatTable) => h.notes.map(({ text }) => text);

describe('a heat table held against', () => {
  it('the mean: a difference in each cell, better and worse by the indicator, totals only more or less', () => {
    // (90 + 80 + 70) ÷ 3 = 80; (3.2 + 3 + 4) ÷ 3 = 3.4; (1000 + 2000 + 3000) ÷ 3 = 2000. 某市 contains the others.
    const h = ask({ facts: FACTS }, { reference: 'mean' });
    expect(texts(h)).toEqual([
      ['90% 高10', '80% 相同', '70% 低10', '78.5%'],
      ['3.2‰ 低0.2', '3‰ 低0.4', '4‰ 高0.6', '无数据'],
      ['1,000人次 少1,000', '2,000人次 相同', '3,000人次 多1,000', '无数据']
    ]);
    expect(standings(h)).toEqual([
      [1, 0.5, 0, null],
      [1, 1, 0, null],
      [null, 0.5, null, null]
    ]);
    expect(h.verdict).toBe('3项指标、4个地区与全部平均比：3格更好、2格更差、2格相同、2格只比多少');
    expect(h.subtitle).toBe('3项指标 · 4个地区 · 底色表示比全部平均好还是差');
    expect(notes(h)).toContain(
      '建档率、婴儿死亡率：参考线是各地数值的简单平均：没有人口数，大小地区同样算，不是合计率。'
    );
  });

  it('the mean as sum over sum where it can be', () => {
    // (90 + 150 + 30) ÷ (100 + 300 + 100) = 54 %.
    const parts = (at: string, value: number, numerator: number, denominator: number) => ({
      of: RATE.id,
      at,
      in: '2020',
      value,
      numerator,
      denominator
    });
    const h = ask(
      { facts: [parts('甲县', 90, 90, 100), parts('乙县', 50, 150, 300), parts('丙县', 30, 30, 100)] },
      { indicators: [RATE.id], reference: 'mean' }
    );
    expect(texts(h)[0]!.slice(0, 3)).toEqual(['90% 高36', '50% 低4', '30% 低24']);
    expect(notes(h)).toContain('参考线是各地分子之和除以分母之和。');
  });

  it('the area above: its own figure, none for totals, and the focus place in the title', () => {
    const h = ask({ facts: FACTS }, { reference: 'parent', focus: '乙县' });
    expect(texts(h)[0]).toEqual(['90% 高11.5', '80% 高1.5', '70% 低8.5', '78.5%']);
    expect(h.rows[0]!.cells[1]!.held?.words).toBe('比上级某市78.5%高1.5个百分点');
    expect(h.verdict).toBe('乙县与上级比：1项更好');
    expect(notes(h)).toContain('婴儿死亡率没有上级可比：没有可比的数。');
    expect(notes(h)).toContain('门诊人次没有上级可比：总量的上级数包含各地。');
  });

  it('a county for an organisation, which stands in no row itself', () => {
    const h = ask(
      {
        places: [CITY, under('甲县'), unit('甲县医院', '甲县')],
        facts: [
          { of: RATE.id, at: '甲县', in: '2020', value: 90 },
          { of: RATE.id, at: '甲县医院', in: '2020', value: 91.25 }
        ]
      },
      { indicators: [RATE.id], places: ['甲县医院'], reference: 'parent' }
    );
    expect(texts(h)).toEqual([['91.25% 高1.25']]);
  });

  it('its own target of that time, totals too; where there is none that is said', () => {
    const target = (at: string, value: number, in_ = '2020') => ({
      of: '建档',
      at,
      in: in_,
      target: value,
      unit: '%',
      qualifier: '≥' as const
    });
    const h = ask(
      {
        facts: FACTS,
        programmes: [
          programme('建档', { unit: '%', indicator: RATE.id }),
          programme('看病', { unit: '人次', indicator: VISITS.id })
        ],
        tasks: [
          target('甲县', 92.5),
          target('乙县', 80),
          target('丙县', 60, '2019'),
          { of: '看病', at: '甲县', in: '2020', target: 900, unit: '人次' }
        ]
      },
      { reference: 'target' }
    );
    expect(texts(h)[0]).toEqual(['90% 低2.5', '80% 相同', '70%', '78.5%']);
    expect(h.rows[0]!.cells[0]!.held?.words).toBe('比甲县2020年目标≥92.5%低2.5个百分点');
    expect(texts(h)[2]![0]).toBe('1,000人次 多100');
    expect(standings(h)[2]![0]).toBe(1);
    expect(notes(h)).toContain('婴儿死亡率没有目标可比：没有这项指标的目标。');
    expect(notes(h)).toContain('另有没有目标可比的：3格没有这一期的目标。');
    expect(cellSources(h.rows[0]!.cells[0]!).map(({ what }) => what)).toEqual(['建档率（2020年）', '建档（2020年）']);
  });

  it('its like: each county those of its own group', () => {
    const h = ask(
      {
        places: [under('甲县', '山区'), under('乙县', '山区'), under('丙县', '山区')],
        facts: values(RATE.id, [90, 80, 70])
      },
      { indicators: [RATE.id], places: COUNTIES, reference: 'peers' }
    );
    // 甲县 against (80 + 70) ÷ 2 = 75, 乙县 against 80, 丙县 against 85.
    expect(texts(h)).toEqual([['90% 高15', '80% 相同', '70% 低15']]);
    expect(notes(h)).toContain('同类：places.csv 里同一分组（group）的同级地区；没有分组的，取人口最接近的5个。');
  });

  it('its own year before', () => {
    const h = ask(
      { facts: [...values(RATE.id, [90, 80]), ...values(RATE.id, [88.5, null], '2019')] },
      { indicators: [RATE.id], places: COUNTIES, reference: 'year' }
    );
    expect(texts(h)).toEqual([['90% 高1.5', '80%', '无数据']]);
    expect(notes(h)).toContain('另有没有上年同期可比的：1格没有上年同期的确数。');
  });

  it('a chosen place, which is held against nothing', () => {
    const h = ask({ facts: FACTS }, { reference: 'place:丙县', indicators: [RATE.id] });
    expect(texts(h)).toEqual([['90% 高20', '80% 高10', '70%', '78.5%']]);
    expect(h.verdict).toBe('1项指标、4个地区与丙县比：2格更好');
    const none = ask({ facts: values(RATE.id, [90, 80]) }, { reference: 'place:丙县', indicators: [RATE.id] });
    expect(none.verdict).toBe('1项指标、4个地区没有丙县可比');
    expect(notes(none)).toContain('建档率没有丙县可比：没有可比的数。');
  });

  it('says the differences in the table too, and where they stand', () => {
    const h = ask({ facts: FACTS }, { reference: 'place:丙县', indicators: [RATE.id], places: ['甲县', '丙县'] });
    const table = heatTableTable(h);
    expect(table.columns.map(({ title }) => title)).toEqual([
      '指标',
      '甲县',
      '丙县',
      '甲县与丙县相差',
      '丙县与丙县相差'
    ]);
    expect(table.rows[0]!.map(({ text }) => text)).toEqual([
      '建档率（%）',
      '90% 高20',
      '70%',
      '比丙县70%高20个百分点',
      '就是参照的地区'
    ]);
    expect(table.rows[0]!.map(({ value }) => value)).toEqual([null, 90, 70, 20, null]);
    expect(heatSources(h).map(({ place: at }) => at)).toEqual(['甲县', '丙县', '丙县']);
  });
});
