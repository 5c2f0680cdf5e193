import { describe, expect, it } from 'vitest';
import { compare } from '../../../src/domain/compare/compare';
import type { CompareQuery } from '../../../src/domain/compare/comparison';
import type { RankQuery } from '../../../src/domain/ranks/answer';
import { rankList } from '../../../src/domain/ranks/rankList';
import { foundRows } from '../../../src/domain/ranks/search';
import { changeSources, lineSources, rankSources, rankTable } from '../../../src/domain/ranks/table';
import { changeText, courseText } from '../../../src/domain/ranks/wording';
import { count, dataset, type Fact, indicator, place } from '../factory';

const RATE = indicator({ id: 'rate', name: '规范管理率' });
const DAYS = indicator({ id: 'days', name: '平均住院日', kind: '人均', unit: '天', better: '低' });
const VISITS = count({ id: 'visits' });
const years = (of: string, at: string, ...values: readonly number[]): Fact[] =>
  values.map((value, i) => ({ of, at, in: String(2021 - values.length + i), value }));
const data = dataset({
  indicators: [RATE, DAYS, VISITS],
  places: [
    place('某市', { level: '地市' }),
    ...['甲县', '乙县', '丙县', '丁县'].map((id) => place(id, { parent: '某市' }))
  ],
  facts: [
    ...years('rate', '某市', 70, 78),
    ...years('rate', '甲县', 60, 80, 90),
    ...years('rate', '乙县', 85, 75),
    ...years('rate', '丙县', 80, 80),
    // 丁县 has none of 2019.
    { of: 'rate', at: '丁县', in: '2020', value: 60 },
    ...years('days', '甲县', 10, 9),
    ...years('days', '乙县', 8, 8.4),
    ...years('visits', '甲县', 100, 150),
    ...years('visits', '乙县', 100, 90)
  ]
});
const ask = (query: Partial<RankQuery> = {}, compared: Partial<CompareQuery> = {}) =>
  rankList(data, compare(data, { indicator: 'rate', ...compared })!, {
    against: { base: 'year' },
    order: 'value',
    reversed: false,
    ...query
  });
const names = (query: Partial<RankQuery> = {}, compared: Partial<CompareQuery> = {}) =>
  ask(query, compared).rows.map(({ row }) => row.place.name);

describe('名次表', () => {
  it('has each place with its rank, its change against the year before, and its last figures', () => {
    const { rows } = ask();
    expect(rows.map(({ row, change, segments }) => [row.place.name, row.rank, change?.short, segments.length])).toEqual(
      [
        ['甲县', 1, '▲10', 1],
        ['丙县', 2, '＝', 1],
        ['乙县', 3, '▼10', 1],
        ['丁县', 4, undefined, 0]
      ]
    );
    expect(rows.map(({ change }) => change?.judgement)).toEqual(['好转', '持平', '变差', undefined]);
    expect(rows[3]!.unchanged).toBe('2019年没有数');
    expect(rows[0]!.segments[0]!.map(({ value }) => value)).toEqual([60, 80, 90]);
  });

  it('is ordered by value, by change or as places.csv has them, either way; without a change last', () => {
    expect(names({ reversed: true })).toEqual(['丁县', '乙县', '丙县', '甲县']);
    expect(names({ order: 'change' })).toEqual(['甲县', '丙县', '乙县', '丁县']);
    expect(names({ order: 'change', reversed: true })).toEqual(['乙县', '丙县', '甲县', '丁县']);
    expect(names({ order: 'official' })).toEqual(['甲县', '乙县', '丙县', '丁县']);
    expect(names({ order: 'official', reversed: true })).toEqual(['丁县', '丙县', '乙县', '甲县']);
  });

  it('puts a fall first where less is better', () => {
    expect(names({ order: 'change' }, { indicator: 'days' })).toEqual(['甲县', '乙县']);
    const [first] = ask({}, { indicator: 'days' }).rows;
    expect([first!.row.place.name, first!.change!.short, first!.change!.judgement]).toEqual(['乙县', '▲5.0%', '变差']);
  });

  it('has what does not compare last, whatever the order', () => {
    // 某市 contains the others and stands aside, unranked.
    expect(names({ reversed: true }, { showUnfit: true })).toEqual(['丁县', '乙县', '丙县', '甲县', '某市']);
    expect(names({ order: 'change' }, { showUnfit: true })).toEqual(['甲县', '丙县', '乙县', '丁县', '某市']);
  });

  it('says how many went which way, and of the own place what became of it', () => {
    expect(ask().subtitle).toContain('比上年同期（2019年）：好转1个、变差1个、持平1个');
    expect(ask({}, { focus: '乙县' }).verdict).toBe(
      '乙县规范管理率75%，4个有数据的地区中列第3，比最高的甲县低15个百分点；比上年同期下降10个百分点（变差）'
    );
    expect(ask({}, { indicator: 'visits' }).subtitle).toContain('比上年同期（2019年）：上升1个、下降1个');
    expect(ask({}, { focus: '丁县' }).verdict).toBe(
      '丁县规范管理率60%，4个有数据的地区中列第4，比最高的甲县低30个百分点'
    );
  });

  it('says how it is counted, and how many have no change', () => {
    const texts = ask().notes.map(({ text }) => text);
    expect(texts).toContain('上年同期是上一年的同一时期。');
    expect(texts).toContain('1个地区没有变化可算，原因写在数据表的说明里。');
    expect(texts.some((text) => text.startsWith('走势是到这一期为止同样长短的最近几期，最多12期'))).toBe(true);
  });

  it('works out no change per head', () => {
    const [first] = ask({}, { indicator: 'visits', perHead: true }).rows;
    // No population is known here, so that there is nothing to divide; the rule is the same.
    expect(first).toBeUndefined();
    expect(ask({}, { indicator: 'visits', perHead: true }).notes.map(({ text }) => text)).toContain(
      '按人口折算的数不算变化，也没有走势。'
    );
  });

  it('holds each against the earliest year where it is asked', () => {
    const { rows, before } = ask({ against: { base: 'base', baseYear: '2018' } });
    expect(rows.map(({ change }) => change?.short ?? '')).toEqual(['▲30', '', '', '']);
    expect(before?.text).toBe('2018');
  });
});

describe('equal figures in 名次表', () => {
  const RATES = ['甲县', '乙县', '丙县', '丁县'] as const;
  const small = (facts: readonly Fact[]) =>
    dataset({ indicators: [RATE, VISITS], places: RATES.map((id) => place(id)), facts: [...facts] });
  const listOf = (facts: readonly Fact[], query: Partial<RankQuery> = {}) => {
    const own = small(facts);
    const against = { base: 'year' } as const;
    return rankList(own, compare(own, { indicator: 'rate' })!, { against, order: 'value', reversed: false, ...query });
  };
  const order = (facts: readonly Fact[], query: Partial<RankQuery>) =>
    listOf(facts, query).rows.map(({ row }) => row.place.name);

  it('stand as places.csv has them, whichever way the list is turned', () => {
    const facts = [
      ...years('rate', '丙县', 70, 80),
      ...years('rate', '甲县', 75, 80),
      ...years('rate', '乙县', 80, 90)
    ];
    expect(order(facts, {})).toEqual(['乙县', '甲县', '丙县']);
    expect(order(facts, { reversed: true })).toEqual(['甲县', '丙县', '乙县']);
    expect(listOf(facts).rows.map(({ row }) => row.rank)).toEqual([1, 2, 2]);
    // By change: 丙 +10, 乙 +10, 甲 +5.
    expect(order(facts, { order: 'change' })).toEqual(['乙县', '丙县', '甲县']);
    expect(order(facts, { order: 'change', reversed: true })).toEqual(['甲县', '乙县', '丙县']);
  });

  it('that none has changed are counted as such, and those without a change stay last in their order', () => {
    const facts = [
      ...years('rate', '丁县', 60),
      ...years('rate', '丙县', 50),
      ...years('rate', '乙县', 70, 70),
      ...years('rate', '甲县', 0, 0)
    ];
    const list = listOf(facts, { order: 'change' });
    expect(list.rows.map(({ row }) => row.place.name)).toEqual(['甲县', '乙县', '丙县', '丁县']);
    expect(list.subtitle).toContain('比上年同期（2019年）：持平2个');
    expect(list.subtitle).not.toContain('好转');
  });
});

describe('the table of 名次表', () => {
  it('has the columns of the ranking, the change, and a column for each earlier year', () => {
    const table = rankTable(ask());
    expect(table.columns.map(({ title }) => title)).toEqual([
      ...['名次', '地区', '数值（%）', '时期', '与前一名相差'],
      ...['对比期数', '比上年同期（2019年）', '好坏', '2018年', '2019年', '来源', '说明']
    ]);
    expect(table.rows.map((row) => row.slice(0, 10).map(({ text }) => text))).toEqual([
      ['1', '甲县', '90%', '2020年', '', '80%', '上升10个百分点', '好转', '60%', '80%'],
      ['2', '丙县', '80%', '2020年', '比甲县低10个百分点', '80%', '持平', '持平', '', '80%'],
      ['3', '乙县', '75%', '2020年', '比丙县低5个百分点', '85%', '下降10个百分点', '变差', '', '85%'],
      ['4', '丁县', '60%', '2020年', '比乙县低15个百分点', '', '', '', '', ''],
      ['', '参考线：各地平均（没有人口数，大小地区同样算）', '76.3%', '', '', '', '', '', '', ''],
      ['', '某市', '未列入', '2020年', '', '', '', '', '', '']
    ]);
    expect(table.rows[3]![11]!.text).toBe('没有变化可算：2019年没有数');
    expect(table.rows.every((row) => row.length === table.columns.length)).toBe(true);
  });

  it('follows the order of the list', () => {
    expect(
      rankTable(ask({ order: 'change', reversed: true }))
        .rows.map((row) => row[1]!.text)
        .slice(0, 4)
    ).toEqual(['乙县', '丙县', '甲县', '丁县']);
  });

  it('says where each figure stands', () => {
    const list = ask();
    expect(changeSources(list.rows[0]!).map(({ what }) => what)).toEqual(['规范管理率（2019年）']);
    expect(lineSources(list.rows[0]!)).toHaveLength(2);
    expect(rankTable(list).rows[0]![6]!.sources).toHaveLength(2);
    expect(rankSources(list).length).toBeGreaterThan(8);
  });
});

describe('the words of a row', () => {
  it('say its change and its course', () => {
    const [first, , third, fourth] = ask().rows;
    expect(changeText(first!)).toBe('比2019年上升10个百分点（好转）');
    expect(changeText(third!)).toBe('比2019年下降10个百分点（变差）');
    expect(changeText(fourth!)).toBe('2019年没有数');
    expect(courseText(first!)).toBe('甲县近3期：2018年60%、2019年80%、2020年90%');
  });
});

describe('searching a place', () => {
  const { rows } = ask({}, { focus: '丁县' });
  it('finds names that have the text, or answer a matcher, and keeps the own place', () => {
    const found = foundRows(rows, ' 乙 ');
    expect(found.rows.map(({ row }) => row.place.name)).toEqual(['乙县', '丁县']);
    expect(found.found).toBe(1);
    const byLetters = foundRows(rows, 'BX', (name, query) => name === '丙县' && query === 'bx');
    expect(byLetters.rows.map(({ row }) => row.place.name)).toEqual(['丙县', '丁县']);
  });

  it('finds all for an empty text, and counts the own place where it is found', () => {
    expect(foundRows(rows, '  ')).toEqual({ rows, found: 4 });
    expect(foundRows(rows, '县').found).toBe(4);
    expect(foundRows(rows, '戊').found).toBe(0);
  });
});
