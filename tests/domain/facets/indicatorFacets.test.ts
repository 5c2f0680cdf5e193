import { describe, expect, it } from 'vitest';
import { facetPlaces, indicatorFacets } from '../../../src/domain/facets/indicatorFacets';
import { facetsTable } from '../../../src/domain/facets/table';
import { count, dataset, indicator, place, type Fact, unit } from '../factory';

const RATE = indicator({ id: 'rate', name: '规范管理率' });
const SHARE = indicator({ id: 'share', name: '药占比', kind: '占比', better: '低' });
const STAY = indicator({ id: 'stay', name: '平均住院日', kind: '人均', unit: '天', better: '低' });
const VISITS = count({ id: 'visits' });
const ONCE = indicator({ id: 'once', name: '满意度' });
const years = (of: string, at: string, values: readonly number[]): Fact[] =>
  values.map((value, i) => ({ of, at, in: String(2022 + i), value }));
const data = dataset({
  indicators: [RATE, SHARE, STAY, VISITS, ONCE],
  places: [...['甲县', '乙县', '丙县', '丁县'].map((id) => place(id)), unit('某医院', '甲县')],
  facts: [
    ...years('rate', '甲县', [80, 85]),
    ...years('rate', '乙县', [60, 70]),
    ...years('rate', '丙县', [70, 72]),
    ...years('rate', '丁县', [90, 91]),
    ...years('rate', '某医院', [1, 1]),
    ...years('share', '甲县', [30, 32]),
    ...years('stay', '甲县', [9, 9]),
    ...years('visits', '甲县', [200000, 300000]),
    ...years('once', '甲县', [95])
  ]
});
const answer = indicatorFacets(data, { place: '甲县' })!;

describe('小图 of one place over indicators', () => {
  it('has what got worse first, and counts those of one period', () => {
    expect(answer.facets.map(({ title, last, change }) => [title, last.text, change?.judgement])).toEqual([
      ['药占比', '32%', '变差'],
      ['平均住院日', '9天', '持平'],
      ['规范管理率', '85%', '好转'],
      ['门诊人次', '300,000人次', '不评价']
    ]);
    expect(answer.notes.map(({ text }) => text)).toContain('另有1项指标只有一期，没有画。');
  });

  it('says which got worse', () => {
    expect(answer.verdict).toBe('甲县3项分好坏的指标中1项好转、1项变差、1项持平，另1项不评价好坏');
  });

  it('has an axis for each indicator, and says so', () => {
    expect(answer.facets.map(({ axis }) => axis)).toEqual(['share', 'stay', 'rate', 'visits']);
    expect(answer.subtitle).toBe('每图一项指标，单位写在数后 · 各图纵轴不同，不比高低');
  });

  it('has the median of the places of its level as the grey line, where three have a number', () => {
    // 60 70 90 and 70 72 91; the hospital is no county.
    const lines = answer.facets.map(({ title, reference }) => [
      title,
      reference?.segments.map((segment) => segment.map(({ value }) => value))
    ]);
    expect(lines).toEqual([
      ['药占比', undefined],
      ['平均住院日', undefined],
      ['规范管理率', [[70, 72]]],
      ['门诊人次', undefined]
    ]);
    expect(answer.referenceName).toBe('其他县区的中位数');
  });

  it('has its numbers with their units in the table', () => {
    const texts = facetsTable(answer).rows.map((row) => row.map(({ text }) => text));
    expect(texts.map((row) => row.slice(0, 4))).toEqual([
      ['药占比', '2022年', '30%', ''],
      ['药占比', '2023年', '32%', ''],
      ['平均住院日', '2022年', '9天', ''],
      ['平均住院日', '2023年', '9天', ''],
      ['规范管理率', '2022年', '80%', '70%'],
      ['规范管理率', '2023年', '85%', '72%'],
      ['门诊人次', '2022年', '20万人次', ''],
      ['门诊人次', '2023年', '30万人次', '']
    ]);
  });

  it('says so where a place has nothing to show', () => {
    const none = indicatorFacets(dataset({ indicators: [RATE], places: [place('甲县')], facts: [] }), {
      place: '甲县'
    })!;
    expect(none.verdict).toBe('甲县没有一项指标有两期以上的数');
    expect(none.facets).toEqual([]);
    expect(indicatorFacets(data, { place: '某县' })).toBeUndefined();
  });

  it('draws the longest series of an indicator; of equally long ones that which ends later', () => {
    const lastOf = (facts: readonly Fact[]) =>
      indicatorFacets(dataset({ indicators: [RATE], places: [place('甲县')], facts: [...facts] }), {
        place: '甲县'
      })!.facets.map(({ last }) => last.period.text);
    const months = ['2022-11', '2022-12'].map((text, i): Fact => ({ of: 'rate', at: '甲县', in: text, value: 50 + i }));
    expect(lastOf([...months, ...years('rate', '甲县', [80, 85])])).toEqual(['2023']);
    expect(lastOf([...years('rate', '甲县', [80]), ...months])).toEqual(['2022-12']);
    const later = months.map((fact): Fact => ({ ...fact, in: fact.in.replace('2022', '2024') }));
    expect(lastOf([...years('rate', '甲县', [80, 85]), ...later])).toEqual(['2024-12']);
  });

  it('offers the places with most numbers first, without those that have one number alone', () => {
    const small = dataset({
      indicators: [RATE],
      places: ['甲县', '乙县', '丙县'].map((id) => place(id)),
      facts: [...years('rate', '甲县', [1]), ...years('rate', '乙县', [1, 2]), ...years('rate', '丙县', [1, 2])]
    });
    expect(facetPlaces(small).map(({ name }) => name)).toEqual(['乙县', '丙县']);
  });

  it('offers the places with most numbers first', () => {
    expect(facetPlaces(data).map(({ name }) => name)).toEqual(['甲县', '乙县', '丙县', '丁县', '某医院']);
  });
});
