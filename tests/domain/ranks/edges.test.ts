import { describe, expect, it } from 'vitest';
import { compare } from '../../../src/domain/compare/compare';
import type { CompareQuery } from '../../../src/domain/compare/comparison';
import type { RankQuery } from '../../../src/domain/ranks/answer';
import { rankList } from '../../../src/domain/ranks/rankList';
import { foundRows } from '../../../src/domain/ranks/search';
import { rankSources, rankTable } from '../../../src/domain/ranks/table';
import { changeText } from '../../../src/domain/ranks/wording';
import { count, dataset, type Fact, indicator, POPULATION, type Small, source } from '../factory';

const RATE = indicator({ id: 'rate', name: '规范管理率' });
const VISITS = count({ id: 'visits' });
const year = (of: string, at: string, time: string, value: number, more: Partial<Fact> = {}): Fact => ({
  ...{ of, at, in: time, value },
  ...more
});
const listOf = (small: Small, query: Partial<RankQuery> = {}, compared: Partial<CompareQuery> = {}) => {
  const data = dataset({ indicators: [RATE, VISITS, POPULATION], ...small });
  return rankList(data, compare(data, { indicator: 'rate', ...compared })!, {
    ...{ against: { base: 'year' }, order: 'value', reversed: false },
    ...query
  });
};
const texts = ({ notes }: { readonly notes: readonly { readonly text: string }[] }) => notes.map(({ text }) => text);

describe('名次表 at its edges', () => {
  it('has neither change nor course per head, where both figures and the population are known', () => {
    const list = listOf(
      {
        facts: [
          year('visits', '甲县', '2019', 50),
          year('visits', '甲县', '2020', 100),
          year('visits', '乙县', '2020', 90),
          year('population', '甲县', '2020-12-31', 100),
          year('population', '乙县', '2020-12-31', 30)
        ]
      },
      {},
      { indicator: 'visits', perHead: true }
    );
    // 90 ÷ 30 = 3 a head, 100 ÷ 100 = 1.
    expect(
      list.rows.map(({ row, change, unchanged, segments }) => [row.place.name, change, unchanged, segments])
    ).toEqual([
      ['乙县', null, '按人口折算的数不算变化', []],
      ['甲县', null, '按人口折算的数不算变化', []]
    ]);
    expect(texts(list)).not.toContain('2个地区没有变化可算，原因写在数据表的说明里。');
  });

  it('puts who has no change last, though it stands first in places.csv', () => {
    const facts = [
      year('rate', '甲县', '2020', 95),
      year('rate', '乙县', '2019', 80),
      year('rate', '乙县', '2020', 70),
      year('rate', '丙县', '2019', 60),
      year('rate', '丙县', '2020', 65)
    ];
    const order = (reversed: boolean) =>
      listOf({ facts }, { order: 'change', reversed }).rows.map(({ row }) => row.place.name);
    expect(order(false)).toEqual(['丙县', '乙县', '甲县']);
    expect(order(true)).toEqual(['乙县', '丙县', '甲县']);
  });

  it('names the period held against only where all share it', () => {
    const facts = [
      year('rate', '甲县', '2019', 80),
      year('rate', '甲县', '2020', 90),
      year('rate', '乙县', '2019', 70),
      year('rate', '乙县', '2020', 75)
    ];
    const shared = listOf({ facts });
    expect([shared.before?.text, shared.subtitle.split(' · ').pop()]).toEqual([
      '2019',
      '比上年同期（2019年）：好转2个'
    ]);
    // 丙县 stands with its 2018, as long as the others' 2020, and is held against its 2017.
    const earlier = [year('rate', '丙县', '2017', 60), year('rate', '丙县', '2018', 50)];
    const mixed = listOf({ facts: [...facts, ...earlier] });
    expect(mixed.rows.map(({ row, change }) => [row.place.name, change?.short])).toEqual([
      ['甲县', '▲10'],
      ['乙县', '▲5'],
      ['丙县', '▼10']
    ]);
    expect([mixed.before, mixed.subtitle.split(' · ').pop()]).toEqual([null, '比上年同期：好转2个、变差1个']);
  });

  it('says nothing of changes where none is known, and has no note on a course', () => {
    const list = listOf({ facts: [year('rate', '甲县', '2020', 90), year('rate', '乙县', '2020', 80)] });
    expect(list.before).toBeNull();
    expect(list.subtitle).toBe(list.comparison.subtitle);
    expect(list.verdict).toBe(list.comparison.verdict);
    expect(texts(list)).toEqual([
      ...texts(list.comparison),
      '上年同期是上一年的同一时期。',
      '2个地区没有变化可算，原因写在数据表的说明里。'
    ]);
  });

  it('has no note on missing changes where every place has one', () => {
    const list = listOf({
      facts: [
        year('rate', '甲县', '2019', 80),
        year('rate', '甲县', '2020', 90),
        year('rate', '乙县', '2019', 80),
        year('rate', '乙县', '2020', 80)
      ]
    });
    expect(texts(list)).toEqual([
      ...texts(list.comparison),
      '上年同期是上一年的同一时期。',
      '走势是到这一期为止同样长短的最近几期，最多12期；每行的高低各按自己的数定，只看走向，各行之间不比。'
    ]);
    expect(list.subtitle).toMatch(/：好转1个、持平1个$/);
  });

  it('says of the own place that it stood still, and of what is neither good nor bad which way it went', () => {
    const facts = [
      year('rate', '甲县', '2019', 90),
      year('rate', '甲县', '2020', 90),
      year('rate', '乙县', '2020', 80),
      year('visits', '甲县', '2019', 100),
      year('visits', '甲县', '2020', 150),
      year('visits', '乙县', '2019', 90),
      year('visits', '乙县', '2020', 90)
    ];
    const still = listOf({ facts }, {}, { focus: '甲县' });
    expect(still.verdict).toMatch(/；比上年同期持平$/);
    expect(changeText(still.rows[0]!)).toBe('比2019年持平');
    const visits = listOf({ facts }, {}, { indicator: 'visits', focus: '甲县' });
    expect(visits.verdict).toMatch(/；比上年同期增长50\.0%$/);
    expect(changeText(visits.rows[0]!)).toBe('比2019年增长50.0%');
    // 乙县 neither rose nor fell.
    expect(visits.subtitle).toMatch(/比上年同期（2019年）：上升1个、持平1个$/);
  });

  it('names the reports of the earlier figures too, each once and in the order of sources.csv', () => {
    const list = listOf({
      sources: [source('旧'), source('无关'), source('更旧'), source('新')],
      facts: [
        year('rate', '甲县', '2018', 70, { source: '更旧' }),
        year('rate', '甲县', '2019', 80, { source: '旧' }),
        year('rate', '甲县', '2020', 90, { source: '新' }),
        year('rate', '乙县', '2020', 80, { source: '新' }),
        year('visits', '甲县', '2020', 1, { source: '无关' })
      ]
    });
    expect(list.comparison.sources.map(({ id }) => id)).toEqual(['新']);
    expect(list.sources.map(({ id }) => id)).toEqual(['旧', '更旧', '新']);
    // The two of 2020, then of 甲县 what its change is taken from, and its line without its own figure: 2018, 2019.
    expect(rankSources(list).map(({ source: { id } }) => id)).toEqual(['新', '新', '旧', '更旧', '旧']);
  });

  it('has its columns of earlier years in order, though the first row has only the later', () => {
    const table = rankTable(
      listOf({
        facts: [
          year('rate', '甲县', '2019', 80),
          year('rate', '甲县', '2020', 90),
          year('rate', '乙县', '2018', 60),
          year('rate', '乙县', '2019', 70),
          year('rate', '乙县', '2020', 75)
        ]
      })
    );
    expect(table.columns.map(({ title }) => title).slice(8, 10)).toEqual(['2018年', '2019年']);
    expect(table.rows.slice(0, 2).map((row) => row.slice(8, 10).map(({ text }) => text))).toEqual([
      ['', '80%'],
      ['60%', '70%']
    ]);
  });

  it('finds a place with a Latin letter in its name, written either way', () => {
    const { rows } = listOf({ facts: [year('rate', 'A县', '2020', 90), year('rate', '乙县', '2020', 80)] });
    const named = (text: string) => foundRows(rows, text).rows.map(({ row }) => row.place.name);
    expect([named('a'), named('A')]).toEqual([['A县'], ['A县']]);
  });
});
