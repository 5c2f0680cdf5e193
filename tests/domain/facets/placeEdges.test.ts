import { describe, expect, it } from 'vitest';
import { facetPlaces, indicatorFacets } from '../../../src/domain/facets/indicatorFacets';
import { placeFacets, type PlaceFacetsQuery } from '../../../src/domain/facets/placeFacets';
import { count, dataset, type Fact, indicator, place, type Small, source, unit } from '../factory';

const RATE = indicator({ id: 'rate', name: '规范管理率' });
const VISITS = count({ id: 'visits' });
const of = (at: string, time: string, value: number, more: Partial<Fact> = {}): Fact => ({
  ...{ of: 'rate', at, in: time, value },
  ...more
});
const SMALL: Small = { indicators: [RATE, VISITS], sources: [source('甲'), source('乙'), source('丙')] };
const ask = (facts: readonly Fact[], query: Partial<PlaceFacetsQuery> = {}, small: Small = {}) =>
  placeFacets(dataset({ ...SMALL, ...small, facts }), { indicator: 'rate', places: [], ...query })!;
const titles = (answer: ReturnType<typeof ask>) => answer.facets.map(({ title }) => title);

describe('a place that goes on under another name', () => {
  const renamed: Small = {
    places: [place('甲县', { successor: '甲区' }), place('乙县'), place('甲区'), place('丙县', { successor: '丁区' })]
  };
  const facts = [
    ...[of('甲县', '2021', 70), of('甲县', '2022', 72)],
    ...[of('甲区', '2023', 75), of('甲区', '2024', 77)],
    ...[of('乙县', '2023', 60), of('乙县', '2024', 61)],
    ...[of('丙县', '2023', 50), of('丙县', '2024', 51)]
  ];

  it('is one small chart: the line of the former name stands in that of the new one, broken where it begins', () => {
    const answer = ask(facts, {}, renamed);
    expect(titles(answer)).toEqual(['甲区', '乙县', '丙县']);
    const [own] = answer.facets;
    expect(own!.series.map((s) => s.place.id)).toEqual(['甲县', '甲区']);
    expect(own!.breaks.map(({ period, label }) => [period.text, label])).toEqual([['2023', '区划调整']]);
    expect([own!.last.text, own!.change?.text]).toEqual(['77%', '上升2个百分点']);
    expect(answer.facets[1]!.breaks).toEqual([]);
    expect(own!.extent).toEqual({ low: 70, high: 77, count: 4, isWhole: true });
  });

  it('stands alone where its former name has no number, and brings its line along where only the new name is asked for', () => {
    expect(titles(ask(facts.slice(2), {}, renamed))).toEqual(['甲区', '乙县', '丙县']);
    const asked = ask(facts, { places: ['甲区', '乙县'] }, renamed);
    expect(asked.facets.map((one) => one.series.map((s) => s.place.id))).toEqual([['甲县', '甲区'], ['乙县']]);
  });
});

describe('which places stand side by side', () => {
  const two = (at: string, from = 50) => [of(at, '2023', from), of(at, '2024', from + 1)];

  it('are organisations where there are no areas, else none of them', () => {
    const small: Small = { places: [place('甲县'), unit('一院', '甲县'), unit('二院', '甲县')] };
    const units = ask([...two('一院', 60), ...two('二院')], {}, small);
    expect([titles(units), units.excluded]).toEqual([['一院', '二院'], []]);
    const mixed = ask([...two('一院', 60), ...two('甲县')], {}, small);
    expect([titles(mixed), mixed.excluded.map((one) => [one.place.id, one.reason])]).toEqual([
      ['甲县'],
      [['一院', '单位不与地区并列']]
    ]);
  });

  it('are those asked for, a name that nobody knows left out', () => {
    expect(titles(ask([...two('甲县'), ...two('乙县', 60)], { places: ['甲县', '无此地'] }))).toEqual(['甲县']);
    expect(titles(ask([...two('甲县'), of('乙县', '2024', 9)], {}))).toEqual(['甲县', '乙县']);
  });

  it('name the sources of what is shown in the order of their table, and its latest day but for forecasts', () => {
    const facts = [
      ...[of('甲县', '2023', 50, { source: '丙' }), of('甲县', '2024', 51, { source: '甲' })],
      ...[of('乙县', '2023', 60, { source: '乙' }), of('乙县', '2025', 61, { source: '乙', status: '预计' as const })]
    ];
    const both = ask(facts);
    expect([both.sources.map(({ id }) => id), both.cutoff]).toEqual([['甲', '乙', '丙'], '2024-12-31']);
    const one = ask(facts, { places: ['乙县'] });
    expect([one.sources.map(({ id }) => id), one.cutoff]).toEqual([['乙'], '2023-12-31']);
    const turned = ask(facts, { places: ['乙县', '甲县'] });
    expect(turned.cutoff).toBe('2024-12-31');
  });

  it('are bars only where none has two periods', () => {
    expect(ask([of('甲县', '2024', 5), of('乙县', '2024', 6)]).isSingle).toBe(true);
    expect(ask([...two('甲县'), of('乙县', '2024', 6)]).isSingle).toBe(false);
    expect(ask([...two('甲县'), ...two('乙县')]).isSingle).toBe(false);
  });

  it('show the length of period that is asked for, else the commonest of two', () => {
    const facts = [...two('甲县'), of('甲县', '2024-H1', 40), of('乙县', '2024-H1', 41), of('乙县', '2023-H1', 42)];
    expect(ask(facts).spans.map(({ label, count }) => [label, count])).toEqual([
      ['半年', 3],
      ['全年', 2]
    ]);
    expect([ask(facts).span, ask(facts, { span: '全年' }).span, ask(facts, { span: '无' }).span]).toEqual([
      '半年',
      '全年',
      '半年'
    ]);
    expect(titles(ask(facts, { span: '全年' }))).toEqual(['甲县']);
    const three = [...facts, of('乙县', '2024-11', 43)];
    expect(ask(three).span).toBe('全年');
  });

  it('have the own place as the grey line only where it is an area', () => {
    const small: Small = { places: [place('甲县'), place('乙县'), place('丙县'), unit('一院', '甲县')] };
    const facts = [...two('甲县'), ...two('乙县', 60), ...two('丙县', 70)];
    expect(ask([...facts, ...two('一院', 99)], { focus: '一院' }, small).referenceName).toBe('各地的中位数');
    expect(ask(facts, { focus: '无此地' }, small).referenceName).toBe('各地的中位数');
    expect(ask(facts, { focus: '丙县' }, small).referenceName).toBe('丙县');
  });
});

describe('one place over its indicators', () => {
  const own = (facts: readonly Fact[], against?: Parameters<typeof indicatorFacets>[1]['against']) => {
    const places = [
      place('某市', { level: '地市' }),
      ...['甲县', '乙县', '丙县', '丁县', '戊县'].map((id) => place(id))
    ];
    return indicatorFacets(dataset({ ...SMALL, places, facts }), { place: '甲县', against })!;
  };
  const figures = (time: string, ...values: readonly number[]) =>
    values.map((value, i) => of(['甲县', '乙县', '丙县', '丁县'][i]!, time, value));

  it('has the median of the others of its level beside it: without itself, areas above, bounds and other periods', () => {
    const answer = own([
      ...figures('2023', 90, 10, 20, 30),
      ...figures('2024', 91, 11, 22, 33),
      ...[of('某市', '2023', 95), of('某市', '2024', 96)],
      ...[of('戊县', '2023', 99, { qualifier: '≥' }), of('戊县', '2024', 98, { qualifier: '≥' })],
      ...figures('2022', 1, 2, 3, 4).slice(1)
    ]);
    const { reference } = answer.facets[0]!;
    expect(reference!.segments.flat().map(({ period, value }) => [period.text, value])).toEqual([
      ['2023', 20],
      ['2024', 22]
    ]);
    expect(answer.referenceName).toBe('其他县区的中位数');
  });

  it('counts up to its latest day but for forecasts, and has nothing that only places have', () => {
    const answer = own([of('甲县', '2023', 50), of('甲县', '2024', 51), of('甲县', '2025', 52, { status: '预计' })]);
    expect(answer).toMatchObject({ cutoff: '2024-12-31', isSingle: false, hasSingleMonths: false, span: '' });
    expect([answer.spans, answer.missing, answer.excluded]).toEqual([[], [], []]);
    expect(answer.periods.map(({ text }) => text)).toEqual(['2023', '2024', '2025']);
    expect(answer.sources.map(({ id }) => id)).toEqual(['甲']);
  });

  it('tells the change against the year before, or against another period', () => {
    const months = [of('甲县', '2023-03', 40), of('甲县', '2024-02', 60), of('甲县', '2024-03', 50)];
    expect(own(months).facets[0]!.change?.text).toBe('上升10个百分点');
    expect(own(months, { base: 'yearend' }).facets[0]!.change).toBeNull();
    expect(own(months, { base: 'previous' }).facets[0]!.change?.text).toBe('下降10个百分点');
  });

  it('offers places with more than one number, equal ones as they stand in their table', () => {
    const facts = [...figures('2023', 1, 2, 3), ...figures('2024', 1, 2), of('乙县', '2022', 1)];
    expect(facetPlaces(dataset({ ...SMALL, facts })).map(({ id }) => id)).toEqual(['乙县', '甲县']);
  });
});
