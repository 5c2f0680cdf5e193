import { describe, expect, it } from 'vitest';
import { coverageMatrix, type CoverageQuery } from '../../../src/domain/missing/coverageMatrix';
import { coverageSources, coverageTable } from '../../../src/domain/missing/coverageTable';
import { count, dataset, indicator, place, source, unit, type Small } from '../factory';

const STANDARD = indicator({ name: '高血压患者规范管理率', group: '高血压患者管理·规范管理率' });
const MANAGED = indicator({ name: '高血压患者管理率', group: '高血压患者管理·管理率' });
const LONELY = indicator({ name: '眼底筛查率' });
const VISITS = count();
const SMALL: Small = {
  indicators: [LONELY, STANDARD, MANAGED, VISITS],
  places: [
    place('省', { level: '省' }),
    place('甲县', { parent: '省' }),
    place('乙县'),
    place('丙县'),
    unit('一院', '丙县')
  ],
  sources: [source('甲'), source('乙', { grade: 'C' })],
  facts: [
    { of: STANDARD.id, at: '甲县', in: '2019', value: 88 },
    { of: STANDARD.id, at: '甲县', in: '2020', value: 90 },
    { of: STANDARD.id, at: '甲县', in: '2020', value: 90, source: '乙' },
    { of: STANDARD.id, at: '乙县', in: '2020', value: 80 },
    { of: MANAGED.id, at: '乙县', in: '2020', value: null, status: '缺字' },
    { of: MANAGED.id, at: '丙县', in: '2020', value: 94.7 },
    { of: LONELY.id, at: '丙县', in: '2020', value: 30 },
    { of: VISITS.id, at: '甲县', in: '2021', value: 700 },
    { of: VISITS.id, at: '乙县', in: '2020', value: 900 },
    { of: VISITS.id, at: '一院', in: '2020', value: 100 }
  ]
};
const ask = (query: CoverageQuery = {}) => coverageMatrix(dataset(SMALL), query);
const grid = (query: CoverageQuery = {}) =>
  ask(query).rows.map((r) => [r.indicator.name, ...r.cells.map((c) => (c.kind === '有' ? `有${c.periods}` : c.word))]);

describe('coverageMatrix(dataset, query)', () => {
  it('shows the theme with most rows first, of indicators that two places have', () => {
    const m = ask();
    expect(m.theme).toBe('慢病与精神卫生');
    expect(m.themes).toEqual([
      { theme: '慢病与精神卫生', indicators: 1 },
      { theme: '医疗服务', indicators: 1 }
    ]);
    expect(m.places.map((p) => p.name)).toEqual(['甲县', '乙县', '丙县']);
    expect(grid()).toEqual([['高血压患者规范管理率', '有2', '有1', '口径不同']]);
  });

  it('counts periods, not witnesses', () => {
    expect(ask().rows[0]!.cells[0]).toMatchObject({ periods: 2, latest: { value: 90 }, text: '2期，最近2020年：90%' });
  });

  it('shows every indicator when asked, fullest rows and columns first', () => {
    expect(ask({ all: true }).themes).toEqual([
      { theme: '慢病与精神卫生', indicators: 3 },
      { theme: '医疗服务', indicators: 1 }
    ]);
    expect(ask({ all: true }).places.map((p) => p.name)).toEqual(['丙县', '甲县', '乙县']);
    expect(grid({ all: true })).toEqual([
      ['高血压患者规范管理率', '口径不同', '有2', '有1'],
      ['眼底筛查率', '有1', '未写', '未写'],
      ['高血压患者管理率', '有1', '口径不同', '缺字']
    ]);
  });

  it('says why a cell is empty', () => {
    const row = ask({ all: true }).rows[2]!;
    expect(row.cells.map((c) => c.text)).toEqual([
      '1期，最近2020年：94.7%',
      '只有高血压患者规范管理率90%，口径不同',
      '原文缺字'
    ]);
    const visits = ask({ theme: '医疗服务' });
    expect(visits.rows[0]!.cells.map((c) => [c.place.name, c.kind])).toEqual([
      ['甲县', '有'],
      ['乙县', '有'],
      ['丙县', '下属单位']
    ]);
  });

  it('counts by row, by column and in all', () => {
    const m = ask({ all: true });
    expect(m.rows.map((r) => r.present)).toEqual([2, 1, 1]);
    expect(m.columnCounts).toEqual([2, 1, 1]);
    expect(m.present).toBe(4);
    expect(m.counts).toEqual({ 有: 4, 缺: 1, 口径不同: 2, 指标不同: 0, 只有变化: 0, 下属单位: 0, 未写: 2 });
  });

  it('says so in one sentence', () => {
    expect(ask({ all: true }).verdict).toBe(
      '慢病与精神卫生3项指标、3个地区共9格，有数4格（44.4%），口径不同2格，原文缺1格，报告未写2格'
    );
    expect(ask().verdict).toBe('慢病与精神卫生1项指标、3个地区共3格，有数2格（66.7%），口径不同1格');
  });

  it('puts the focus place first', () => {
    expect(ask({ focus: '丙县' }).places.map((p) => p.name)).toEqual(['丙县', '甲县', '乙县']);
    expect(ask({ focus: '丙县' }).focus?.name).toBe('丙县');
    expect(ask({ focus: '一院' }).focus).toBeNull();
  });

  it('falls back to the first theme where the one asked for has nothing', () => {
    expect(ask({ theme: '无此主题' }).theme).toBe('慢病与精神卫生');
  });

  it('is empty for an empty dataset', () => {
    const m = coverageMatrix(dataset({ indicators: [], facts: [] }), {});
    expect(m).toMatchObject({ theme: '', rows: [], places: [], verdict: '还没有两个以上地区都有的指标' });
  });

  it('names the sources and the latest day of what is there', () => {
    expect(ask().sources.map((s) => s.id)).toEqual(['甲', '乙']);
    expect(ask({ theme: '医疗服务' }).cutoff).toBe('2021-12-31');
  });
});

describe('edges of the matrix', () => {
  const notes = (query: CoverageQuery) => ask(query).notes.map(({ text }) => text);

  it('says that nothing is not zero, what is left out, and what stands near', () => {
    const none = '没有数不等于零，也不等于没有做：报告没有写，或写的是别的口径。';
    const left = '只有一个地区写到的指标没有列出，可勾选“只有一地的也列出”。';
    const near = '口径不同、指标不同的格子里有相近的数，但不能放在一起比。';
    expect(notes({})).toEqual([none, left, near]);
    expect(notes({ all: true })).toEqual([none, near]);
    expect(notes({ theme: '医疗服务' })).toEqual([none, left]);
  });

  it('says near of another indicator of the subject, too', () => {
    const related = dataset({
      indicators: [STANDARD, indicator({ name: '血压控制达标率', group: '高血压患者管理·控制率' })],
      facts: [
        { of: STANDARD.id, at: '甲县', in: '2020', value: 90 },
        { of: STANDARD.id, at: '乙县', in: '2020', value: 90 },
        { of: '血压控制达标率', at: '丙县', in: '2020', value: 61 }
      ]
    });
    const { counts, notes } = coverageMatrix(related, {});
    expect([counts.口径不同, counts.指标不同, notes.length]).toEqual([0, 1, 3]);
  });

  it('begins with the theme of most rows, wherever it stands in the table', () => {
    const two = dataset({
      indicators: [VISITS, STANDARD, MANAGED],
      facts: [VISITS, STANDARD, MANAGED].flatMap(({ id }) =>
        ['甲县', '乙县'].map((at) => ({ of: id, at, in: '2020', value: 90 }))
      )
    });
    expect(coverageMatrix(two, {}).themes).toEqual([
      { theme: '慢病与精神卫生', indicators: 2 },
      { theme: '医疗服务', indicators: 1 }
    ]);
    expect(coverageMatrix(two, { theme: '医疗服务' }).theme).toBe('医疗服务');
  });

  it('names the sources of the rows shown alone', () => {
    expect(ask({ theme: '医疗服务' }).sources.map(({ id }) => id)).toEqual(['甲']);
  });

  it('has no figure in a silent cell, that of something near, and the hole itself where the report left one', () => {
    const figures = (row: number) => ask({ all: true }).rows[row]!.cells.map((cell) => cell.figures.map((o) => o.line));
    expect(figures(1)).toEqual([[7], [], []]);
    expect(figures(2)).toEqual([[6], [2], [5]]);
  });
});

describe('coverageTable(matrix)', () => {
  it('has the same cells in words, and the counts', () => {
    const table = coverageTable(ask());
    expect(table.columns.map((c) => c.title)).toEqual(['指标', '甲县', '乙县', '丙县', '有数的地区']);
    expect(table.rows.map((r) => r.map((c) => c.text))).toEqual([
      [
        '高血压患者规范管理率（%）',
        '2期，最近2020年：90%',
        '1期，最近2020年：80%',
        '只有高血压患者管理率94.7%，口径不同',
        '2'
      ],
      ['有数的指标', '1', '1', '0', '2']
    ]);
  });
});

describe('coverageSources(matrix)', () => {
  it('gives all figures of each cell, latest first, with both witnesses', () => {
    expect(
      coverageSources(ask())
        .slice(0, 4)
        .map((l) => [l.place, l.what, l.written, l.source.id])
    ).toEqual([
      ['甲县', '高血压患者规范管理率（2020年）', '90', '甲'],
      ['甲县', '高血压患者规范管理率（2020年）', '90', '乙'],
      ['甲县', '高血压患者规范管理率（2019年）', '88', '甲'],
      ['乙县', '高血压患者规范管理率（2020年）', '80', '甲']
    ]);
  });
});
