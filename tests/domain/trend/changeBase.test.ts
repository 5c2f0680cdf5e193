import { describe, expect, it } from 'vitest';
import { changeBoard } from '../../../src/domain/trend/changes';
import { changeTable } from '../../../src/domain/trend/changesTable';
import { basePeriod } from '../../../src/domain/trend/changeBase';
import type { ChangeAgainst } from '../../../src/domain/trend/changeKind';
import { trend } from '../../../src/domain/trend/computeTrend';
import { trendTable } from '../../../src/domain/trend/trendTable';
import { parsePeriod } from '../../../src/domain/time/parsePeriod';
import { count, dataset, indicator, place, type Fact } from '../factory';

const known = (...texts: string[]) => new Map(texts.map((text) => [text, parsePeriod(text)!]));
const before = (text: string, against: ChangeAgainst, ...reported: string[]) => {
  const { period, reason } = basePeriod(parsePeriod(text)!, against, known(text, ...reported));
  return period?.text ?? reason;
};

describe('the period that a figure is held against', () => {
  it('上期 is the one just before of equal length', () => {
    const previous = (text: string, ...reported: string[]) => before(text, { base: 'previous' }, ...reported);
    expect(previous('2024-03')).toBe('2024-02');
    expect(previous('2024-01')).toBe('2023-12');
    expect(previous('2024-Q1', '2023-Q4')).toBe('2023-Q4');
    expect(previous('2024')).toBe('2023');
    expect(previous('2024-05-08/2024-05-14')).toBe('2024-05-01/2024-05-07');
  });

  it('上期 of what runs on from January is the same months of the year before', () => {
    const previous = (text: string, ...reported: string[]) => before(text, { base: 'previous' }, ...reported);
    expect(previous('2024-01/2024-10', '2023-01/2023-10')).toBe('2023-01/2023-10');
    // Half years follow each other where they are reported, else 1—6月 is a sum that runs on.
    expect(previous('2024-H1', '2023-H1', '2023-H2')).toBe('2023-H2');
    expect(previous('2024-H1', '2023-H1')).toBe('2023-H1');
  });

  it('上期 of a stock is the stock reported before', () => {
    const previous = (...reported: string[]) => before('2024-10-31', { base: 'previous' }, ...reported);
    expect(previous('2024-09-30', '2024-08-31', '2024-12-31', '2024-09')).toBe('2024-09-30');
    expect(previous()).toBe('没有更早的一期');
  });

  it('基期 is the same period of the earliest year, or of the year chosen', () => {
    const reported = ['2019-03', '2020-03', '2023-03'];
    expect(before('2024-03', { base: 'base' }, ...reported)).toBe('2019-03');
    expect(before('2024-03', { base: 'base', baseYear: '2020' }, ...reported)).toBe('2020-03');
    // A year without a figure is asked for all the same; whoever asks is told that there is none.
    expect(before('2024-03', { base: 'base', baseYear: '2021' }, ...reported)).toBe('2021-03');
    expect(before('2019-03', { base: 'base' })).toBe('2019年3月就在基期，前面没有可比的一期');
  });

  it('上年末 is the last of the year before, of equal length', () => {
    const end = (text: string) => before(text, { base: 'yearend' });
    expect(end('2024-10-31')).toBe('2023-12-31');
    expect(end('2024-03')).toBe('2023-12');
    expect(end('2024-Q2')).toBe('2023-Q4');
    expect(end('2024-H1')).toBe('2023-H2');
    expect(end('2024')).toBe('2023');
    expect(end('2024-01/2024-10')).toBe('与上年末那一期长短不同');
  });

  it('上年同期 is the same span one year earlier', () => {
    expect(before('2024-02', { base: 'year' })).toBe('2023-02');
    expect(before('2025-02-28', { base: 'year' }, '2024-02-28')).toBe('2024-02-28');
  });
});

const RATE = indicator({ id: 'rate', name: '规范管理率' });
const VISITS = count({ id: 'visits' });
const fact = (of: string, time: string, value: number, more: Partial<Fact> = {}): Fact => ({
  of,
  at: '甲县',
  in: time,
  value,
  ...more
});
const data = dataset({
  indicators: [RATE, VISITS],
  places: [place('甲县'), place('乙县')],
  facts: [
    fact('rate', '2023-12', 80),
    fact('rate', '2024-10', 84),
    fact('rate', '2024-11', 83.5, { qualifier: '≈' }),
    fact('rate', '2024-12', 82, { line: 9 }),
    fact('visits', '2023-12', 500),
    fact('visits', '2024-11', 800),
    fact('visits', '2024-12', 1000),
    { ...fact('rate', '2024-10', 70), at: '乙县' },
    { ...fact('rate', '2024-12', 72), at: '乙县' }
  ]
});
const ask = (base: ChangeAgainst['base'], places = ['甲县']) =>
  trend(data, { indicator: 'rate', places, focus: places.length > 1 ? '' : '甲县', against: { base } })!;
const changesOf = (base: ChangeAgainst['base']) =>
  ask(base).series[0]!.segments.flatMap((s) => s.map((p) => [p.period.text, p.baseChange?.text]));

describe('one indicator against the period chosen', () => {
  it('has a change at each point, or why there is none', () => {
    // 84 → 约83.5 is −0.5, 约83.5 → 82 is −1.5; September 2024 and November 2023 have no figure.
    expect(changesOf('previous')).toEqual([
      ['2023-12', '2023年11月没有数'],
      ['2024-10', '2024年9月没有数'],
      ['2024-11', '约下降0.5个百分点'],
      ['2024-12', '约下降1.5个百分点']
    ]);
    // 80 → 84, 83.5, 82.
    expect(changesOf('yearend').map(([, text]) => text)).toEqual([
      '2022年12月没有数',
      '上升4个百分点',
      '约上升3.5个百分点',
      '上升2个百分点'
    ]);
    expect(changesOf('year').map(([, text]) => text)).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('says in its finding which period it is', () => {
    expect(ask('previous').verdict).toBe('甲县规范管理率2024年12月为82%，比上期（2024年11月）约下降1.5个百分点');
    expect(ask('previous', ['乙县']).verdict).toBe('乙县规范管理率2024年12月为72%，不能比上期：2024年11月没有数');
    // 乙县 has no December 2023.
    expect(ask('yearend', ['甲县', '乙县']).verdict).toBe(
      '甲县规范管理率2024年12月为82%，比上年末（2023年12月）上升2个百分点'
    );
  });

  it('has both periods and both sources in its table', () => {
    const table = trendTable(ask('previous'));
    expect(table.columns.map((c) => c.title)).toEqual([
      '地区',
      '时期',
      '数值（%）',
      '对比期',
      '比上期',
      '原文同比',
      '来源',
      '说明'
    ]);
    const last = table.rows[3]!;
    expect(last.slice(1, 5).map((cell) => cell.text)).toEqual(['2024年12月', '82%', '2024年11月', '约下降1.5个百分点']);
    expect(last[4]!.sources?.map((s) => s.note)).toEqual(['2024年11月的数']);
  });

  it('has none across a change of 口径', () => {
    const broken = dataset({
      indicators: [RATE],
      facts: [fact('rate', '2024-11', 90), fact('rate', '2024-12', 60, { flags: '口径调整' })]
    });
    expect(trend(broken, { indicator: 'rate', places: ['甲县'], against: { base: 'previous' } })!.verdict).toBe(
      '甲县规范管理率2024年12月为60%，不能比上期：与2024年11月之间口径有调整（口径有变，分段看）'
    );
  });
});

describe('many indicators against the period chosen', () => {
  it('names the periods at each bar, and what can’t be compared', () => {
    const board = changeBoard(data, '甲县', '百分比', { base: 'previous' })!;
    // 800 → 1000 is +25%.
    expect(board.rows.map((r) => [r.indicator.id, r.times, r.text])).toEqual([
      ['visits', '2024年12月比2024年11月', '增长25.0%']
    ]);
    expect(board.verdict).toBe('甲县门诊人次比上期增长25.0%');
    expect(board.subtitle).toBe('比上期的变化 · 单位：% · 每项指标取最近一期');
    expect(changeTable(board).rows.map((row) => row.slice(0, 6).map((cell) => cell.text))).toEqual([
      ['门诊人次', '2024年12月', '1,000人次', '2024年11月', '800人次', '增长25.0%']
    ]);
  });

  it('says why where the period chosen has no figure', () => {
    const board = changeBoard(data, '乙县', undefined, { base: 'previous' })!;
    expect(board.verdict).toBe('乙县没有可以比上期的数');
    expect(board.notes.map((n) => n.text)).toContain('不能比上期的不列：规范管理率（2024年11月没有数）。');
  });
});
