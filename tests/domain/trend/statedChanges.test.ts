import { describe, expect, it } from 'vitest';
import type { Trend } from '../../../src/domain/trend/trend';
import { count, source, type Fact } from '../factory';
import { computedChangeSources } from '../../../src/domain/trend/sources';
import { changeShown } from '../../../src/domain/trend/wording';
import { CASES, noteTexts, ask, at, cases, points, rate } from './trending';

describe('trend works back from a stated change', () => {
  const change = (fields: Partial<Fact>): Fact => ({
    at: '宝安区',
    in: '2020',
    value: -30,
    measure: '同比(%)',
    written: '下降30.0%',
    ...fields
  });
  const derivedOf = (t: Trend) =>
    points(t)
      .filter((p) => p.derived)
      .map((p) => [p.period.text, p.value, p.text]);

  it('in percent: v ÷ (1 + c/100), whole for counts, called 推算', () => {
    // 40650 ÷ 0.7 = 58071.4…
    const t = ask(cases({ at: '宝安区', in: '2020', value: 40650 }, change({})));
    expect(derivedOf(t)).toEqual([['2019', 58071, '推算58,071例']]);
    expect(t.form).toBe('两期');
    const [before, now] = points(t);
    expect(before).toMatchObject({ observation: null, derived: true });
    expect(before!.derivedFrom?.value).toBe(-30);
    expect(now).toMatchObject({
      derived: false,
      statedChange: { text: '下降30.0%' },
      computedChange: null,
      differs: false
    });
    expect(noteTexts(t)).toContain('空心点是推算的：由本期数和原文同比倒推上年数，原文没有写。');
  });

  it('in points: v − c', () => {
    // 36.75 − 3.75 = 33
    const t = ask(
      rate(
        { at: '宝安区', in: '2021', value: 36.75 },
        change({ in: '2021', value: 3.75, measure: '同比(百分点)', written: '3.75个百分点' })
      )
    );
    expect(derivedOf(t)).toEqual([['2020', 33, '推算33%']]);
  });

  it('keeps the span: 1—10月 comes from 1—10月 of the year before, a stock from the day a year before', () => {
    expect(
      derivedOf(ask(cases({ at: '宝安区', in: '2020-01/2020-10', value: 700 }, change({ in: '2020-01/2020-10' }))))
    ).toEqual([['2019-01/2019-10', 1000, '推算1,000例']]);
    expect(derivedOf(ask(cases({ at: '宝安区', in: '2020-10-31', value: 700 }, change({ in: '2020-10-31' }))))).toEqual(
      [['2019-10-31', 1000, '推算1,000例']]
    );
  });

  it('keeps the decimals of the value', () => {
    // 662.16 ÷ 1.1 = 601.963…
    const t = ask({
      indicators: [count({ unit: '万人次' })],
      facts: [{ at: '宝安区', in: '2020', value: 662.16 }, change({ value: 10 })]
    });
    expect(derivedOf(t)).toEqual([['2019', 601.96, '推算601.96万人次']]);
  });

  it('passes on 约', () => {
    const t = ask(cases({ at: '宝安区', in: '2020', value: 700, qualifier: '≈' }, change({})));
    expect(derivedOf(t)).toEqual([['2019', 1000, '推算约1,000例']]);
  });

  it.each([
    ['a fall of 100%', { value: -100 }, {}],
    ['a fall of more', { value: -120 }, {}],
    ['a bound on the change', { qualifier: '≤' as const }, {}],
    ['a bound on the value', {}, { qualifier: '≥' as const }],
    ['a change from another report', { source: '乙' }, {}],
    ['points of a count', { measure: '同比(百分点)' as const }, {}],
    ['a change of another period', { in: '2020-H1' }, {}]
  ])('refuses %s', (_, ofChange, ofValue) => {
    const t = ask({
      sources: [source('甲'), source('乙')],
      indicators: [CASES],
      facts: [{ at: '宝安区', in: '2020', value: 700, ...ofValue }, change(ofChange)]
    });
    expect(derivedOf(t)).toEqual([]);
  });

  it('never where the year before is known', () => {
    const t = ask(cases(...at('宝安区', ['2019', 1000], ['2020', 700]), change({})));
    expect(derivedOf(t)).toEqual([]);
    expect(points(t)).toHaveLength(2);
  });
});

describe('trend puts the stated change beside the computed one', () => {
  const stated = (value: number, written: string, fields: Partial<Fact> = {}): Fact => ({
    at: '甲县',
    in: '2020',
    value,
    measure: '同比(%)',
    written,
    ...fields
  });
  const last = (t: Trend) => points(t)[points(t).length - 1]!;

  it('computes percent for counts and points for rates', () => {
    expect(last(ask(cases(...at('甲县', ['2019', 1000], ['2020', 719])))).computedChange).toEqual({
      text: '下降28.1%',
      value: -28.1
    });
    expect(last(ask(rate(...at('甲县', ['2019', 81.2], ['2020', 84])))).computedChange).toEqual({
      text: '上升2.8个百分点',
      value: 2.8
    });
    expect(last(ask(cases(...at('甲县', ['2019', 0], ['2020', 7])))).computedChange).toEqual({
      text: '不可比（基数为0，增加7例）',
      value: null
    });
    expect(last(ask(cases(...at('甲县', ['2019', 0], ['2020', 0])))).computedChange).toEqual({
      text: '持平',
      value: 0
    });
    expect(last(ask(cases(...at('甲县', ['2018', 5], ['2020', 7])))).computedChange).toBeNull();
  });

  it('for months compares with the month a year before, not the month before', () => {
    const t = ask(cases(...at('甲县', ['2019-12', 100], ['2020-11', 400], ['2020-12', 150])));
    expect(last(t).computedChange).toEqual({ text: '增长50.0%', value: 50 });
  });

  it('flags what differs beyond rounding, with both figures', () => {
    const t = ask(cases(...at('甲县', ['2019', 1000], ['2020', 719]), stated(-30, '下降30.0%')));
    expect(last(t)).toMatchObject({
      statedChange: { text: '下降30.0%' },
      computedChange: { text: '下降28.1%' },
      differs: true
    });
    expect(t.notes[0]).toEqual({
      level: '警示',
      text: '甲县2020年原文同比下降30.0%，按两期的数算是下降28.1%，两者不一致。'
    });
  });

  it('doesn’t flag rounding', () => {
    // 719 ÷ 1000 − 1 = −28.1%; printed −28 or −28.1
    expect(last(ask(cases(...at('甲县', ['2019', 1000], ['2020', 719]), stated(-28.1, '下降28.1%')))).differs).toBe(
      false
    );
    expect(last(ask(cases(...at('甲县', ['2019', 1000], ['2020', 719]), stated(-28, '下降28%')))).differs).toBe(false);
    expect(last(ask(cases(...at('甲县', ['2019', 1000], ['2020', 719]), stated(-28, '下降28.0%')))).differs).toBe(true);
    // 84.0 − 81.2 = 2.8; each is rounded to 0.05, so 2.7 and 2.9 may be the same, 3.1 can't be
    const points_ = (value: number) => stated(value, `${value}个百分点`, { measure: '同比(百分点)' });
    const pair = [
      { at: '甲县', in: '2019', value: 81.2 },
      { at: '甲县', in: '2020', value: 84, written: '84.0%' }
    ];
    expect(last(ask(rate(...pair, points_(2.9)))).differs).toBe(false);
    expect(last(ask(rate(...pair, points_(3.1)))).differs).toBe(true);
  });

  it('prefers the change of the report that gives the figure', () => {
    const t = ask({
      indicators: [CASES],
      sources: [source('甲'), source('乙')],
      facts: [
        stated(-10, '下降10%', { source: '乙' }),
        stated(-30, '下降30.0%'),
        { at: '甲县', in: '2020', value: 700 }
      ]
    });
    expect(last(t).statedChange?.text).toBe('下降30.0%');
    expect(t.sources.map((s) => s.id)).toEqual(['甲']);
  });

  it('prints a bound on a change', () => {
    const t = ask(cases({ at: '甲县', in: '2020', value: 5 }, stated(5, '5%以内', { qualifier: '≤' })));
    expect(last(t).statedChange?.text).toBe('增长≤5%');
  });
});

describe('stated and computed change at their edges', () => {
  const last = (t: Trend) => points(t)[points(t).length - 1]!;
  const year = (value: number, more: Partial<Fact> = {}): Fact => ({ at: '甲县', in: '2020', value, ...more });
  const before = (value: number, more: Partial<Fact> = {}): Fact => ({ at: '甲县', in: '2019', value, ...more });
  const stated = (value: number, more: Partial<Fact> = {}): Fact => year(value, { measure: '同比(%)', ...more });

  it('differ beyond what the printed decimals explain: of points half a step of each', () => {
    // 84 and 81 may be 0.5 off each, the change 0.05: 3 ± 1.05
    const differs = (change: number) =>
      last(ask(rate(before(81), year(84), stated(change, { measure: '同比(百分点)' })))).differs;
    expect([1.9, 2.1, 4.0, 4.1].map(differs)).toEqual([true, false, false, true]);
  });

  it('differ beyond what the printed decimals explain: of percent by both ends of the quotient', () => {
    // 60 ÷ 50: 0.5 ÷ 50 + 60 × 0.5 ÷ 50² = 2.2 points, the change 0.05: 20 ± 2.25
    const differs = (change: number) => last(ask(rate(before(50), year(60), stated(change)))).differs;
    expect([17.7, 17.8, 22.2, 22.3].map(differs)).toEqual([true, false, false, true]);
  });

  it('are exact for whole counts', () => {
    // 120 ÷ 100 = 20%, printed to a tenth
    const differs = (change: number) =>
      last(ask(cases(before(100), year(120), stated(change, { written: `${change.toFixed(1)}%` })))).differs;
    expect([19.9, 20, 20.1].map(differs)).toEqual([true, false, true]);
  });

  it('are never said to differ where one is no exact figure, or there is nothing to divide by', () => {
    const differs = (...facts: Fact[]) => last(ask(cases(...facts))).differs;
    expect(differs(before(100), year(120), stated(50))).toBe(true);
    expect(differs(before(100), year(120, { qualifier: '≈' }), stated(50))).toBe(false);
    expect(differs(before(100, { qualifier: '≈' }), year(120), stated(50))).toBe(false);
    expect(differs(before(100), year(120), stated(50, { qualifier: '≈' }))).toBe(false);
    expect(differs(before(0), year(120), stated(50))).toBe(false);
  });

  it('computed from about so much is about so much, unless there is none', () => {
    const text = (...facts: Fact[]) => last(ask(cases(...facts))).computedChange!.text;
    expect(text(before(1000), year(719, { qualifier: '≈' }))).toBe('约下降28.1%');
    expect(text(before(1000, { qualifier: '≈' }), year(719))).toBe('约下降28.1%');
    expect(text(before(1000), year(719))).toBe('下降28.1%');
    expect(text(before(1000, { qualifier: '≈' }), year(1000))).toBe('持平');
    expect(text(before(0), year(7, { qualifier: '≈' }))).toBe('不可比（基数为0，增加7例）');
  });

  it('says whose figure is only a bound', () => {
    const text = (...facts: Fact[]) => last(ask(cases(...facts))).computedChange!.text;
    expect(text(before(1000, { qualifier: '≥' }), year(719))).toBe('不可比（上年同期是界限而非确数）');
    expect(text(before(1000), year(719, { qualifier: '≥' }))).toBe('不可比（本期是界限而非确数）');
    expect(text(before(1000, { qualifier: '≥' }), year(719, { qualifier: '≥' }))).toBe(
      '不可比（本期和上年同期是界限而非确数）'
    );
  });

  it('works points back to the finer of both, and passes on 约 of the change', () => {
    const derived = (...facts: Fact[]) => points(ask(rate(...facts))).find((p) => p.derived)!;
    expect(derived(year(36.75), stated(3.7, { measure: '同比(百分点)' })).value).toBe(33.05);
    expect(derived(year(36.5), stated(3.75, { measure: '同比(百分点)' })).value).toBe(32.75);
    expect(derived(year(36), stated(20, { qualifier: '≈' })).text).toBe('推算约30%');
  });

  it('says what two figures rest on', () => {
    const t = ask(cases(before(1000), year(719)));
    expect(computedChangeSources(last(t)).map(({ note }) => note)).toEqual(['本期数', '上年同期数']);
    expect(computedChangeSources(points(t)[0]!)).toEqual([]);
  });

  it('says between two points the stated change before the computed one', () => {
    const shown = (...facts: Fact[]) => changeShown(ask(cases(...facts)).series[0]!);
    expect(shown(before(1000), year(719))).toBe('下降28.1%');
    expect(shown(before(1000), year(719), stated(-28))).toBe('下降28%（原文同比）');
    expect(shown(year(719))).toBe('');
  });
});
