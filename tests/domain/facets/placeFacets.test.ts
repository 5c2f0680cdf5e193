import { describe, expect, it } from 'vitest';
import { placeFacets, type PlaceFacetsQuery } from '../../../src/domain/facets/placeFacets';
import { facetsSources, facetsTable } from '../../../src/domain/facets/table';
import { count, dataset, indicator, place, type Fact, unit } from '../factory';

const RATE = indicator({ id: 'rate', name: '规范管理率' });
const STAY = indicator({ id: 'stay', name: '平均住院日', kind: '人均', unit: '天', better: '低' });
const VISITS = count({ id: 'visits' });
const months = (of: string, at: string, values: readonly (number | null)[]): Fact[] =>
  values.flatMap((value, i) => (value === null ? [] : [{ of, at, in: `2024-0${i + 1}`, value }]));
const data = dataset({
  indicators: [RATE, STAY, VISITS],
  places: [
    place('某市', { level: '地市' }),
    ...['甲县', '乙县', '丙县', '丁县'].map((id) => place(id, { parent: '某市' })),
    unit('某医院', '甲县')
  ],
  facts: [
    ...months('rate', '某市', [70, 72, 74]),
    ...months('rate', '甲县', [80, 82, 84]),
    ...months('rate', '乙县', [60, 64, 90]),
    // A month is missing between.
    ...months('rate', '丙县', [70, null, 65]),
    // Not as far as the others.
    ...months('rate', '丁县', [50, 95]),
    ...months('rate', '某医院', [99, 99, 99]),
    ...months('stay', '甲县', [9, 8]),
    ...months('stay', '乙县', [7, 7.7]),
    ...months('visits', '某市', [600, 700]),
    ...months('visits', '甲县', [200, 300]),
    ...months('visits', '乙县', [300, 300]),
    ...months('visits', '丙县', [100, 100])
  ]
});
const ask = (more: Partial<PlaceFacetsQuery> = {}) =>
  placeFacets(data, { indicator: 'rate', places: [], against: { base: 'previous' }, ...more })!;

describe('小图 of one indicator over places', () => {
  it('has the best of the latest month first, and last those that end earlier', () => {
    const answer = ask();
    expect(answer.facets.map(({ title, last }) => [title, last.text])).toEqual([
      ['乙县', '90%'],
      ['甲县', '84%'],
      ['丙县', '65%'],
      ['丁县', '95%']
    ]);
    expect(answer.notes.map(({ text }) => text)).toContain('丁县的最近一期与前面的不同，排在后面。');
  });

  const order = (facts: readonly Fact[], better: '高' | '低' = '高') => {
    const one = indicator({ id: 'rate', better });
    const places = ['甲县', '乙县', '丙县', '丁县'].map((id) => place(id));
    const small = dataset({ indicators: [one], places, facts: [...facts] });
    return placeFacets(small, { indicator: 'rate', places: [], against: { base: 'previous' } })!.facets.map(
      ({ title }) => title
    );
  };

  it('leaves equal figures as places.csv has them, also where lower is better', () => {
    const facts = [
      ...months('rate', '丙县', [1, 5]),
      ...months('rate', '甲县', [2, 5]),
      ...months('rate', '乙县', [3, 0])
    ];
    expect(order(facts)).toEqual(['甲县', '丙县', '乙县']);
    expect(order(facts, '低')).toEqual(['乙县', '甲县', '丙县']);
  });

  it('has those of the later month first where as many end in each of two', () => {
    const early = [...months('rate', '甲县', [90, 99]), ...months('rate', '乙县', [80, 98])];
    const late = [...months('rate', '丙县', [1, 2, 3]), ...months('rate', '丁县', [1, 2, 4])];
    expect(order([...early, ...late])).toEqual(['丁县', '丙县', '甲县', '乙县']);
    // Two end in February, one in March: most first, however late the others.
    expect(order([...early, ...late.slice(0, 3)])).toEqual(['甲县', '乙县', '丙县']);
  });

  it('has the lower first where lower is better', () => {
    expect(ask({ indicator: 'stay' }).facets.map(({ title }) => title)).toEqual(['乙县', '甲县']);
  });

  it('leaves out the area that contains the others, and organisations, and says so', () => {
    expect(ask().excluded.map(({ place: { name }, reason }) => [name, reason])).toEqual([
      ['某市', '数已包含所列的下级地区，不与它们并列'],
      ['某医院', '单位不与地区并列']
    ]);
    expect(ask({ places: ['某市', '甲县'] }).facets.map(({ title }) => title)).toEqual(['甲县', '某市']);
  });

  it('parts a line where a month is missing', () => {
    const [bing] = ask().facets.filter(({ title }) => title === '丙县');
    expect(bing!.series[0]!.segments.map((segment) => segment.map(({ value }) => value))).toEqual([[70], [65]]);
  });

  it('has the median of three values and more as the grey line', () => {
    const answer = ask();
    expect(answer.referenceName).toBe('各地的中位数');
    // 50 60 70 80; 64 82 95; 65 84 90
    const [line] = answer.facets[0]!.reference!.segments;
    expect(line!.map(({ period, value }) => [period.text, value])).toEqual([
      ['2024-01', 65],
      ['2024-02', 82],
      ['2024-03', 84]
    ]);
  });

  it('has the own place as the grey line, but not in its own small chart', () => {
    const answer = ask({ focus: '甲县' });
    expect(answer.referenceName).toBe('甲县');
    expect(answer.facets.map(({ title, isOwn, reference }) => [title, isOwn, reference?.name])).toEqual([
      ['乙县', false, '甲县'],
      ['甲县', true, undefined],
      ['丙县', false, '甲县'],
      ['丁县', false, '甲县']
    ]);
  });

  it('has the area that contains them as the grey line of a rate, and not of what is counted', () => {
    expect(ask({ focus: '某市' }).referenceName).toBe('某市');
    expect(ask({ focus: '某市' }).facets[0]!.reference!.segments[0]!.map(({ value }) => value)).toEqual([70, 72, 74]);
    expect(ask({ focus: '某市' }).verdict).toBe('某市规范管理率比2024年2月上升2个百分点；3个地区都好转，丁县好转最多');
    expect(ask({ focus: '某市', indicator: 'visits' }).referenceName).toBe('各地的中位数');
  });

  it('says who got better most, and who goes against the rest', () => {
    // 丙县 has no month before its last.
    expect(ask().verdict).toBe('规范管理率，3个地区都好转；丁县比2024年1月上升45个百分点，好转最多');
    expect(ask({ focus: '甲县' }).verdict).toBe('甲县规范管理率比2024年2月上升2个百分点；3个地区都好转，丁县好转最多');
    expect(ask({ indicator: 'stay' }).verdict).toBe(
      '平均住院日，2个地区中1个好转、1个变差；甲县比2024年1月下降11.1%，好转最多'
    );
    expect(ask({ indicator: 'visits' }).verdict).toBe(
      '门诊人次，3个地区中1个上升、2个持平；甲县比2024年1月增长50.0%，变化最大'
    );
  });

  it('names those who go against the rest where they are few', () => {
    const many = dataset({
      indicators: [RATE],
      places: ['甲县', '乙县', '丙县', '丁县'].map((id) => place(id)),
      facts: [
        ...months('rate', '甲县', [80, 82]),
        ...months('rate', '乙县', [80, 83]),
        ...months('rate', '丙县', [80, 84]),
        ...months('rate', '丁县', [80, 79])
      ]
    });
    expect(placeFacets(many, { indicator: 'rate', places: [], against: { base: 'previous' } })!.verdict).toBe(
      '规范管理率，4个地区中3个好转，只有丁县变差；丙县比2024年1月上升4个百分点，好转最多'
    );
  });

  it('is bars of one period where nobody has two', () => {
    const single = dataset({
      indicators: [RATE],
      places: [place('甲县'), place('乙县')],
      facts: [...months('rate', '甲县', [80]), ...months('rate', '乙县', [70])]
    });
    const answer = placeFacets(single, { indicator: 'rate', places: [] })!;
    expect(answer.isSingle).toBe(true);
    expect(answer.verdict).toBe('2024年1月规范管理率甲县最高（80%），乙县最低（70%）；没有可比的两期');
    const apart = dataset({
      indicators: [RATE],
      places: [place('甲县'), place('乙县')],
      facts: [
        { of: 'rate', at: '甲县', in: '2024-01', value: 80 },
        { of: 'rate', at: '乙县', in: '2023-12', value: 70 }
      ]
    });
    expect(placeFacets(apart, { indicator: 'rate', places: [] })!.verdict).toBe(
      '规范管理率各地都只有一期，时期不同，不比高低'
    );
  });

  it('marks where a 口径 changes', () => {
    const broken = dataset({
      indicators: [RATE],
      places: [place('甲县')],
      facts: [
        { of: 'rate', at: '甲县', in: '2024-01', value: 80 },
        { of: 'rate', at: '甲县', in: '2024-02', value: 70, flags: '口径调整' }
      ]
    });
    const [one] = placeFacets(broken, { indicator: 'rate', places: [] })!.facets;
    expect(one!.breaks.map(({ period, label }) => [period.text, label])).toEqual([['2024-02', '口径调整']]);
    expect(one!.change).toBeNull();
  });

  it('shows one length of period, that which was asked for', () => {
    const both = dataset({
      indicators: [VISITS],
      places: [place('甲县'), place('乙县')],
      facts: [
        { of: 'visits', at: '甲县', in: '2022', value: 10 },
        { of: 'visits', at: '甲县', in: '2023', value: 20 },
        { of: 'visits', at: '乙县', in: '2023-H1', value: 5 }
      ]
    });
    const shown = (span?: string) => placeFacets(both, { indicator: 'visits', places: [], ...(span ? { span } : {}) })!;
    expect(shown().span).toBe('全年');
    expect(shown().facets.map(({ title }) => title)).toEqual(['甲县']);
    expect(shown().missing.map(({ place: { name }, reason }) => [name, reason])).toEqual([['乙县', '没有“全年”的数']]);
    expect(shown('半年').facets.map(({ title }) => title)).toEqual(['乙县']);
  });

  it('has every number in its table, with the grey line beside it, and its sources', () => {
    const answer = ask({ focus: '某市' });
    const table = facetsTable(answer);
    expect(table.columns.map(({ title }) => title)).toEqual([
      '地区',
      '时期',
      '数值（%）',
      '某市',
      '比上期',
      '来源',
      '说明'
    ]);
    const texts = table.rows.map((row) => row.map(({ text }) => text));
    expect(texts[1]).toEqual(['乙县', '2024年2月', '64%', '72%', '上升4个百分点', '甲报告（A级）', '']);
    expect(texts.slice(6, 8).map((row) => row.slice(0, 3).concat(row[6]!))).toEqual([
      ['丙县', '2024年1月', '70%', ''],
      ['丙县', '2024年3月', '65%', '与上一行不连']
    ]);
    expect(texts[texts.length - 1]).toEqual(['某医院', '', '未列入', '', '', '', '单位不与地区并列']);
    // 3 + 3 + 2 + 2 numbers.
    expect(facetsSources(answer)).toHaveLength(10);
  });

  it('is nothing for an unknown indicator', () => {
    expect(placeFacets(data, { indicator: 'none', places: [] })).toBeUndefined();
  });
});
