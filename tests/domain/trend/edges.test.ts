/** What a trend is of, where several answers would do: ties, forecasts, places without a line. */
import { describe, expect, it } from 'vitest';
import { place, type Fact } from '../factory';
import { ask, at, cases, noteTexts, processOf, rate } from './trending';

const months = (place: string, from: number, to: number): Fact[] =>
  at(
    place,
    ...Array.from({ length: to - from + 1 }, (_, i): [string, number] => [
      `2023-${String(from + i).padStart(2, '0')}`,
      10
    ])
  );

describe('what a trend goes up to', () => {
  it('is its last period, in order, and no forecast', () => {
    const t = ask(cases({ at: '甲县', in: '2021', value: 3, status: '预计' }, ...at('甲县', ['2020', 2], ['2018', 1])));
    expect(t.cutoff).toBe('2020-12-31');
    expect(
      ask(cases(...at('乙县', ['2020', 2]), ...at('甲县', ['2019', 1], ['2018', 5]))).periods.map((p) => p.text)
    ).toEqual(['2018', '2019', '2020']);
  });

  it('has the spans with most figures first', () => {
    const t = ask(cases(...at('甲县', ['2019-H1', 1], ['2018', 2], ['2019', 3], ['2020', 4])));
    expect(t.spans).toEqual([
      { label: '全年', count: 3 },
      { label: '半年', count: 1 }
    ]);
  });
});

describe('what its subtitle says', () => {
  it('is which way is good, and the span where there is one', () => {
    expect(ask(rate(...at('甲县', ['2020', 1]))).subtitle).toContain(' · 越高越好 · ');
    expect(ask(rate(...at('甲县', ['2020', 1]))).subtitle).toMatch(/ · 全年$/);
    expect(ask(rate(...at('甲县', ['2020', 1], ['2020-H1', 1]))).subtitle).not.toMatch(/全年|半年/);
  });
});

describe('a place without a line', () => {
  it('is told of the change that alone is stated', () => {
    const t = ask({
      ...cases(...at('甲县', ['2020', 10]), {
        at: '乙县',
        in: '2020',
        value: -30,
        measure: '同比(%)',
        written: '下降30%'
      }),
      places: [place('甲县'), place('乙县'), place('丙县')]
    });
    expect(t.missing.map(({ place: p, reason, evidence }) => [p.name, reason, evidence?.value ?? null])).toEqual([
      ['乙县', '只有同比（下降30%），没有数值', -30],
      ['丙县', '报告未写', null]
    ]);
  });
});

describe('a process of several places', () => {
  const all = [...months('甲县', 1, 3), ...months('乙县', 1, 4), ...at('乙县', ['2023', 40])];

  it('is of the one with most figures and of one span, else of the focus place', () => {
    const shown = (focus?: string) => processOf(cases(...all), focus).series.map((s) => `${s.place.name}${s.span}`);
    expect(shown()).toEqual(['乙县单月']);
    expect(shown('甲县')).toEqual(['甲县单月']);
    // As many: the first.
    expect(processOf(cases(...months('甲县', 1, 3), ...months('乙县', 1, 3))).series[0]!.place.name).toBe('甲县');
  });

  it('is none without figures', () => {
    expect(processOf({ ...cases(), places: [place('甲县')] }).process).toBeUndefined();
  });
});

describe('the sentence of a trend', () => {
  it('is about the line with more points, and of equal ones about the later', () => {
    const focus = (...facts: Fact[]) => ask(cases(...facts), { focus: '甲县' }).verdict;
    expect(focus(...at('甲县', ['2019-H1', 1], ['2018', 20], ['2019', 10]))).toContain(
      '由2018年的20例减至2019年的10例'
    );
    expect(focus(...at('甲县', ['2019-H1', 1], ['2019', 10]))).toContain('2019年一期：10例');
    expect(focus(...at('甲县', ['2020-H1', 1], ['2019', 10]))).toContain('2020年上半年一期：1例');
  });

  it('counts those that rise, fall and stay', () => {
    const places = (...values: [number, number][]) =>
      ask(cases(...values.flatMap(([a, b], i) => at(`${'甲乙丙'[i]!}县`, ['2019', a], ['2020', b])))).verdict;
    expect(places([10, 20], [10, 5], [10, 10])).toBe(
      '3个地区中1个上升、1个下降、1个持平；甲县法定传染病报告病例数增长100.0%，变化最大'
    );
    expect(places([10, 20], [10, 10])).toBe('2个地区中1个上升、1个持平；甲县法定传染病报告病例数增长100.0%，变化最大');
    expect(places([10, 10], [10, 10])).toBe('2个地区都持平');
  });

  it('says where a line is broken for want of a period between, and only there', () => {
    const broken = '线断开处缺少中间的时期。';
    expect(noteTexts(ask(cases(...at('甲县', ['2017', 1], ['2019', 2], ['2020', 3]))))).toContain(broken);
    expect(noteTexts(ask(cases(...at('甲县', ['2018', 1], ['2019', 2], ['2020', 3]))))).not.toContain(broken);
  });
});
