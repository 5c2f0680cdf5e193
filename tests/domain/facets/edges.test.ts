import { describe, expect, it } from 'vitest';
import { facetPlaces, indicatorFacets } from '../../../src/domain/facets/indicatorFacets';
import { placeFacets, type PlaceFacetsQuery } from '../../../src/domain/facets/placeFacets';
import { figuresByPeriod, medianLine } from '../../../src/domain/facets/reference';
import { count, dataset, type Fact, indicator, period, place, type Small, unit } from '../factory';

const RATE = indicator({ id: 'rate', name: '规范管理率' });
const LOW = indicator({ id: 'low', name: '平均住院日', kind: '人均', unit: '天', better: '低' });
const VISITS = count({ id: 'visits' });
/** Years from 2022 on. */
const years = (of: string, at: string, ...values: readonly number[]): Fact[] =>
  values.map((value, i) => ({ of, at, in: String(2022 + i), value }));
const NAMES = ['甲县', '乙县', '丙县', '丁县', '戊县', '己县'];
const ask = (facts: readonly Fact[], more: Partial<PlaceFacetsQuery> = {}, small: Small = {}) =>
  placeFacets(dataset({ indicators: [RATE, LOW, VISITS], facts: [...facts], ...small }), {
    ...{ indicator: 'rate', places: [] },
    ...more
  })!;
/** Each place with what its two years differ by, from 50 on. */
const moved = (...steps: readonly number[]) => steps.flatMap((step, i) => years('rate', NAMES[i]!, 50, 50 + step));
const verdict = (facts: readonly Fact[], more: Partial<PlaceFacetsQuery> = {}, small: Small = {}) =>
  ask(facts, more, small).verdict;

describe('who moved most', () => {
  it('is all who moved as much; where all did, nobody', () => {
    expect(verdict(moved(3, 3, 1))).toBe('规范管理率，3个地区都好转；甲县等2地比2022年上升3个百分点，好转最多');
    expect(verdict(moved(3, 3, 3))).toBe('规范管理率，3个地区都好转，都比2022年上升3个百分点');
    expect(verdict(moved(3, 3, 1), { focus: '丙县' })).toBe(
      '丙县规范管理率比2022年上升1个百分点；3个地区都好转，甲县等2地好转最多'
    );
    expect(verdict(moved(3, 3, 3), { focus: '丙县' })).toBe('丙县规范管理率比2022年上升3个百分点；3个地区都好转');
  });

  it('is one that got better, however much another got worse; only of falls the largest fall', () => {
    expect(verdict(moved(1, -9))).toBe('规范管理率，2个地区中1个好转、1个变差；甲县比2022年上升1个百分点，好转最多');
    expect(verdict(moved(-1, -9))).toBe('规范管理率，2个地区都变差；乙县比2022年下降9个百分点，变差最多');
    expect(verdict(moved(0, 0))).toBe('规范管理率，2个地区都持平');
    expect(verdict(moved(0, -2))).toBe('规范管理率，2个地区中1个变差、1个持平；乙县比2022年下降2个百分点，变差最多');
  });

  it('names those who go against two thirds and more, up to three', () => {
    // 4 of 6 are just two thirds.
    expect(verdict(moved(1, 2, 3, 4, -1, -2))).toContain('6个地区中4个好转，只有戊县、己县变差；');
    expect(verdict(moved(1, 2, 3, -1, -2))).toContain('5个地区中3个好转、2个变差；');
    expect(verdict(moved(1, 2, 4, -1, 0, 3))).toContain('6个地区中4个好转，只有丁县变差、戊县持平；');
    expect(verdict(moved(0, 0, 1))).toContain('3个地区中1个好转、2个持平；');
  });

  it('of one place alone is its own change', () => {
    expect(verdict(moved(3))).toBe('规范管理率，甲县比2022年上升3个百分点');
    expect(verdict(moved(3), { focus: '甲县' })).toBe('甲县规范管理率比2022年上升3个百分点');
  });

  it('of what has no better goes up and down', () => {
    const counts = [...years('visits', '甲县', 100, 150), ...years('visits', '乙县', 100, 90)];
    expect(verdict(counts, { indicator: 'visits' })).toBe(
      '门诊人次，2个地区中1个上升、1个下降；甲县比2022年增长50.0%，变化最大'
    );
  });
});

describe('places of one period', () => {
  const single = (...values: readonly number[]) =>
    verdict(values.flatMap((value, i) => years('rate', NAMES[i]!, value)));

  it('have a highest and a lowest, those that share it too, and none where all are alike', () => {
    expect(single(90, 80, 70)).toBe('2022年规范管理率甲县最高（90%），丙县最低（70%）；没有可比的两期');
    expect(single(90, 90, 70, 70, 70)).toBe(
      '2022年规范管理率甲县等2地最高（90%），丙县等3地最低（70%）；没有可比的两期'
    );
    expect(single(80, 80)).toBe('2022年规范管理率各地都是80%；没有可比的两期');
    expect(single(80)).toBe('甲县2022年规范管理率为80%，只有这一期');
    expect(verdict([])).toBe('规范管理率没有可以并排画的数');
  });
});

describe('the grey line', () => {
  it('is the median of three and more, of an even number the mean of the middle two', () => {
    const points = (...values: readonly number[]) =>
      medianLine('中位数', figuresByPeriod(values.map((value) => ({ period: period('2022'), value }))), RATE, {
        factor: 1,
        unit: '%'
      })?.segments[0]!.map(({ value }) => value);
    expect([points(9, 1), points(9, 1, 4), points(9, 1, 4, 5), points(3, 3, 3)]).toEqual([undefined, [4], [4.5], [3]]);
    expect(points()).toBeUndefined();
  });

  it('leaves out bounds and what is worked back', () => {
    const facts = [...moved(1, 2, 3), ...years('rate', '丁县', 10).map((one) => ({ ...one, qualifier: '≥' as const }))];
    // 2022: 50 50 50 and a bound. 2023: 51 52 53.
    expect(ask(facts).facets[0]!.reference!.segments[0]!.map(({ value }) => value)).toEqual([50, 52]);
  });

  it('is none of one place, and of the own place only where that has a line', () => {
    expect(ask(moved(1)).referenceName).toBe('');
    expect(ask(moved(1, 2, 3), { focus: '乙县' }).referenceName).toBe('乙县');
    expect(ask(moved(1, 2, 3), { focus: '戊县' }, { places: [place('戊县')] }).referenceName).toBe('各地的中位数');
    const texts = ask(moved(1, 2, 3)).notes.map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(['按最近一期的数从好到差排。']));
    expect(texts).toContain('灰线是各地的中位数：每期的确数从小到大排，取正中的；少于3个确数的时期没有。');
    expect(ask(moved(1)).notes.map(({ text }) => text)).not.toContain('按最近一期的数从好到差排。');
  });
});

describe('one place over its indicators', () => {
  const own = (facts: readonly Fact[], small: Small = {}) =>
    indicatorFacets(dataset({ indicators: [RATE, LOW, VISITS], facts: [...facts], ...small }), { place: '甲县' })!;

  it('says which way they went, and of which nothing is said', () => {
    expect(own([...years('rate', '甲县', 5, 6), ...years('low', '甲县', 6, 5)]).verdict).toBe(
      '甲县2项分好坏的指标都好转'
    );
    expect(own(years('visits', '甲县', 5, 6)).verdict).toBe('甲县1项指标都不评价好坏');
    expect(own([...years('visits', '甲县', 5, 6), ...years('rate', '甲县', 6, 5)]).verdict).toBe(
      '甲县1项分好坏的指标都变差，另1项不评价好坏'
    );
  });

  it('has what has no change last, and others of its kind beside', () => {
    const broken = years('rate', '甲县', 5, 6).map((one, i) => (i === 1 ? { ...one, flags: '口径调整' } : one));
    expect(own([...broken, ...years('visits', '甲县', 5, 6)]).facets.map(({ id }) => id)).toEqual(['visits', 'rate']);
    expect(own(broken).verdict).toBe('甲县的指标没有可比的两期');
    const hospital = dataset({
      indicators: [RATE],
      places: [place('甲县'), unit('一院', '甲县')],
      facts: years('rate', '一院', 1, 2)
    });
    expect(indicatorFacets(hospital, { place: '一院' })!.referenceName).toBe('其他单位的中位数');
    expect(facetPlaces(hospital).map(({ name }) => name)).toEqual(['一院']);
  });

  it('counts no note of single periods where there is none', () => {
    expect(own(years('rate', '甲县', 5, 6)).notes.map(({ text }) => text)).toEqual([
      '变差的在前，好转的在后，其余按指标原来的次序。'
    ]);
  });
});
