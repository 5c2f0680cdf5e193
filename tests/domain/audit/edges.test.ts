import { describe, expect, it } from 'vitest';
import { allMeet, amountOf, cutOff, meet, printedStep, sumOf } from '../../../src/domain/audit/amount';
import { isQuickToAudit } from '../../../src/domain/audit/audit';
import { audited, told } from './auditing';
import { count, dataset, indicator, place, programme, source, type Fact, type Task } from '../factory';

const VISITS = count({ name: '门诊', unit: '人次' });
const RATE = indicator({ name: '面访率' });
const at = (value: number | null, more: Partial<Fact> = {}): Fact => ({ at: '甲县', in: '2020', value, ...more });
const outcomes = (audit: ReturnType<typeof audited>) => told(audit).map(([outcome]) => outcome);

describe('what a printed figure stands for, at its edges', () => {
  it('meets another where the two touch', () => {
    // 93% is 92.5 to 93.5, 94% begins where it ends; 95% begins at 94.5.
    const rate = (value: number) => amountOf({ value, written: `${value}%`, qualifier: '', rate: true });
    expect([meet(rate(93), rate(94)), meet(rate(93), rate(95))]).toEqual([true, false]);
    expect([meet(rate(94), rate(93)), meet(rate(95), rate(93))]).toEqual([true, false]);
    expect(allMeet([])).toBe(true);
    expect(allMeet([rate(93), rate(94), rate(93)])).toBe(true);
    // 93 and 94 touch, 94 and 95 touch, 93 and 95 don't.
    expect(allMeet([rate(93), rate(94), rate(95)])).toBe(false);
  });

  it('of a bound reaches as far as its number, that included', () => {
    const most = amountOf({ value: 5, written: '5%以内', qualifier: '≤', rate: true });
    const least = amountOf({ value: 5, written: '5%以上', qualifier: '>', rate: true });
    expect([meet(most, least), most.exact, least.exact]).toEqual([true, false, false]);
    expect(amountOf({ value: 5, written: '不足5%', qualifier: '<', rate: true })).toMatchObject({ high: 5 });
  });

  it('cut off reaches just short of the next digit', () => {
    const { low, high } = cutOff(amountOf({ value: 12, written: '12%', qualifier: '', rate: true }));
    expect([low, high < 13, high > 12.99]).toEqual([12, true, true]);
  });

  it('of 0 about is one unit, and of a sum as wide as its parts', () => {
    expect(amountOf({ value: 0, written: '约0例', qualifier: '≈', rate: false })).toMatchObject({ low: -1, high: 1 });
    expect(
      sumOf([
        { low: 1, high: 2 },
        { low: 10, high: 20 }
      ])
    ).toEqual({ low: 11, high: 22 });
    expect(sumOf([])).toEqual({ low: 0, high: 0 });
  });

  it('is found in its text by the number, in whichever unit the text counts', () => {
    expect(printedStep('1,234人', 1234)).toBe(0);
    expect(printedStep('3亿元', 30_000)).toBe(10_000);
    expect(printedStep('0.35‰', 0.35)).toBeCloseTo(0.01, 10);
    // A fall is written without its sign.
    expect(printedStep('下降18.8%', -18.8)).toBeCloseTo(0.1, 10);
    // The figure stands nowhere in the text: its own decimals.
    expect(printedStep('若干', 2.25)).toBeCloseTo(0.01, 10);
    expect(printedStep('零', 0)).toBe(0);
  });
});

describe('a stated change against its two years', () => {
  const changed = (now: number, before: number, change: number, written: string, of = VISITS) =>
    told(
      audited({
        indicators: [of],
        facts: [at(now), at(before, { in: '2019' }), at(change, { measure: '同比(%)', written })]
      })
    );

  it('is right up to the half of its last digit', () => {
    // 1,105 ÷ 1,000 is 10.5%: printed 11%, or 10% where cut off; 1,094 is 9.4%.
    expect(changed(1105, 1000, 11, '增长11%')[0]![0]).toBe('相符');
    expect(changed(1105, 1000, 10, '增长10%')[0]![0]).toBe('相符');
    expect(changed(1106, 1000, 10, '增长10%')[0]![0]).toBe('末位截取');
    expect(changed(1110, 1000, 10, '增长10%')[0]![0]).toBe('不符');
    expect(changed(1094, 1000, 10, '增长10%')[0]![0]).toBe('不符');
  });

  it('of nothing is 持平, and of a count that fell to nothing −100%', () => {
    expect(changed(1000, 1000, 0, '持平')).toEqual([['相符', '1,000÷1,000－1＝持平，原文持平']]);
    expect(changed(0, 1000, -100, '下降100%')[0]![0]).toBe('相符');
  });

  it('is certain only where no figure is about, and takes the first of two', () => {
    const facts = (qualifier: '' | '≈') => [
      at(115),
      at(999, { source: '乙' }),
      at(100, { in: '2019', qualifier }),
      at(10, { measure: '同比(%)', written: '增长10%' })
    ];
    const found = (qualifier: '' | '≈') =>
      audited({ indicators: [VISITS], sources: [source('甲'), source('乙')], facts: facts(qualifier) }).findings.filter(
        ({ kind }) => kind === '同比'
      );
    expect(found('').map(({ confidence, arithmetic }) => [confidence, arithmetic])).toEqual([
      ['很可能', '115÷100－1＝增长15%，原文增长10%']
    ]);
    // 约100 is 0 to 200: nothing can be said against it.
    expect(found('≈')).toEqual([]);
  });
});

describe('values at the edge of what can be', () => {
  const odd = (fields: Parameters<typeof indicator>[0], value: number, more: Partial<Fact> = {}) =>
    audited({ indicators: [indicator(fields)], facts: [at(value, more)] })
      .findings.filter(({ kind }) => kind === '数值范围')
      .map(({ what }) => what);

  it('a rank is 1 and more, a share 0 to 100, a fall at most 100%, a change of a rate at most 100 points', () => {
    const of = (measure: Fact['measure'], ...values: readonly number[]) =>
      values.map((value) => odd({}, value, { measure }).length);
    expect(of('位次', 1, 0, 1.5, 2)).toEqual([0, 1, 1, 0]);
    expect(of('占比', 0, 100, -0.1, 100.1)).toEqual([0, 0, 1, 1]);
    expect(of('同比(%)', -100, -100.1, 250)).toEqual([0, 1, 0]);
    expect(of('同比(百分点)', 100, -100, 100.1, -100.1)).toEqual([0, 0, 1, 1]);
  });

  it('a share, a count and an average are 0 and more; the sentence says which', () => {
    expect(odd({ kind: '占比', name: '比例' }, 0)).toEqual([]);
    expect(odd({ kind: '占比', name: '比例' }, -0.1)).toEqual(['占比不可能是负数。']);
    expect(odd({ kind: '数量', name: '人数', unit: '人' }, -1)).toEqual(['数量不可能是负数。']);
    expect(odd({ kind: '人均', name: '费用', unit: '元' }, -1)).toEqual(['人均不可能是负数。']);
    expect(odd({ kind: '比率', name: '增长率' }, -1)).toEqual([]);
  });

  it('a rate is at most its whole, where it is one', () => {
    expect(odd({ kind: '比率', name: '覆盖率' }, 100)).toEqual([]);
    expect(odd({ kind: '比率', name: '覆盖率', unit: '‰' }, 1000)).toEqual([]);
    expect(odd({ kind: '比率', name: '死亡率', unit: '1/10万' }, 1001)).toEqual([]);
    expect(odd({ kind: '人均', name: '均次', unit: '次' }, 101)).toEqual([]);
    expect(odd({ kind: '占比', name: '比例', unit: '‰' }, 1000.1)).toEqual(['占比不可能超过1,000‰。']);
  });

  it('half a person may be about, and is none in 万', () => {
    expect(odd({ kind: '数量', name: '人数', unit: '人' }, 2.5, { qualifier: '≈' })).toEqual([]);
    expect(odd({ kind: '数量', name: '人数', unit: '万人' }, 2.5)).toEqual([]);
    expect(odd({ kind: '数量', name: '人数', unit: '人' }, 2)).toEqual([]);
  });

  it('equal increases are odd from 100 on, and in one unit', () => {
    const both = (value: number, unit = '人') =>
      audited({
        indicators: [count({ name: '医师增加数', unit: '人' }), count({ name: '护士增加数', unit })],
        facts: [at(value, { of: '医师增加数', line: 5 }), at(value, { of: '护士增加数', line: 5 })]
      }).findings.map(({ kind }) => kind);
    expect([both(99), both(100), both(101), both(101, '名')]).toEqual([[], [], ['雷同增量'], []]);
    // One thing written twice in a line is no copy of another.
    const same = audited({
      indicators: [count({ name: '医师增加数', unit: '人' })],
      facts: [at(765, { line: 5 }), at(765, { line: 5 })]
    });
    expect(same.findings).toEqual([]);
  });

  it('sums from one day on may stand still; two of one last day, a bound, a stock and a sub-group aren’t held', () => {
    const sums = (...facts: readonly Fact[]) =>
      told(audited({ indicators: [VISITS, count({ name: '床位', unit: '张', basis: '时点' })], facts: [...facts] }))
        .filter(([, text]) => text!.includes('到2020'))
        .map(([outcome]) => outcome);
    const until = (month: string, value: number, more: Partial<Fact> = {}) =>
      at(value, { of: '门诊', in: `2020-01/2020-${month}`, ...more });
    expect(sums(until('09', 900), until('10', 900))).toEqual(['相符']);
    expect(sums(until('09', 900), until('09', 800))).toEqual([]);
    expect(sums(until('09', 900), until('10', 800, { qualifier: '≥' }))).toEqual([]);
    expect(sums(until('09', 900), until('10', 800, { part: '男' }))).toEqual([]);
    expect(sums(until('09', 900), until('10', 800, { at: '乙县' }))).toEqual([]);
    expect(sums(at(9, { of: '床位', in: '2020-01-01' }), at(8, { of: '床位', in: '2020-01-31' }))).toEqual([]);
  });
});

describe('completions over 100%', () => {
  const over = (tasks: readonly Partial<Task>[], facts: readonly Fact[] = []) =>
    audited({
      programmes: [programme('肠镜'), programme('接种'), programme('控制', { indicator: '病例' })],
      indicators: [
        indicator({ id: '完成率', name: '肠镜完成率' }),
        count({ id: '病例', name: '病例', unit: '例', better: '低' })
      ],
      sources: [source('甲'), source('乙')],
      facts: [...facts],
      tasks: tasks.map((task) => ({ of: '肠镜', at: '甲县', in: '2020', ...task }))
    }).over.map((one) => `${one.title} ${one.text} ${one.rows.length}`);

  it('begin above 100', () => {
    expect(over([{ rate: 100 }, { at: '乙县', rate: 100.01, written: '100.01%' }])).toEqual([
      '乙县2020年肠镜 100.01% 1'
    ]);
    expect(
      over([
        { target: 50, done: 50 },
        { at: '乙县', target: 50, done: 51 }
      ])
    ).toEqual(['乙县2020年肠镜 102% 1']);
    expect(over([{ target: 0, done: 5 }])).toEqual([]);
  });

  it('of two tasks with one rate are two, of one task told twice one', () => {
    const told2 = over([
      { rate: 120, written: '120%' },
      { of: '接种', rate: 120, written: '120%' },
      { rate: 120, written: '120%', source: '乙' }
    ]);
    expect(told2).toEqual(['甲县2020年肠镜 120% 2', '甲县2020年接种 120% 1']);
  });

  it('of the indicators table stand with the task of the same figure, else for themselves', () => {
    const stated = (value: number, more: Partial<Fact> = {}) =>
      at(value, { of: '完成率', written: `${value}%`, ...more });
    expect(over([{ rate: 120, written: '120%' }], [stated(120)])).toEqual(['甲县2020年肠镜 120% 2']);
    expect(over([{ rate: 120, written: '120%' }], [stated(121)])).toEqual([
      ...['甲县2020年肠镜 120% 1', '甲县2020年肠镜完成率 121% 1']
    ]);
    expect(over([], [stated(121), stated(121, { source: '乙' }), stated(100)])).toEqual([
      '甲县2020年肠镜完成率 121% 2'
    ]);
  });

  it('aren’t those of a limit that was passed', () => {
    expect(over([{ of: '控制', target: 10, done: 12 }])).toEqual([]);
  });
});

describe('how many figures a sum holds', () => {
  const related = (whole: number, parts: readonly number[], more: Partial<Fact> = {}) =>
    audited(
      {
        indicators: [count({ name: '总' }), ...parts.map((_, i) => count({ name: `分${i}` }))],
        facts: [at(whole, { of: '总', ...more }), ...parts.map((value, i) => at(value, { of: `分${i}` }))]
      },
      {
        kind: '合计',
        members: [{ role: '总', of: '总' }, ...parts.map((_, i) => ({ role: '分' as const, of: `分${i}` }))]
      }
    );

  it('is right to the unit, and says by how much it isn’t', () => {
    expect(outcomes(related(10, [4, 6]))).toEqual(['相符']);
    expect(related(10, [4, 7]).findings.map(({ what, confidence }) => [what, confidence])).toEqual([
      ['分项相加比合计多1人次。', '确定']
    ]);
    expect(related(12, [4, 7]).findings[0]!.what).toBe('分项相加比合计少1人次。');
    // 约10 is 0 to 20.
    expect(outcomes(related(10, [4, 7], { qualifier: '≈', written: '约10' }))).toEqual(['相容']);
  });
});

describe('what is audited at once', () => {
  it('is up to 20,000 rows, those to come among them', () => {
    const one = dataset({ indicators: [VISITS], facts: [at(1)] });
    expect([isQuickToAudit(one, 19_999), isQuickToAudit(one, 20_000)]).toEqual([true, false]);
  });
});

describe('one fact twice', () => {
  it('is a certainty in one report, likely in two, and doubtful where one is about', () => {
    const found = (more: Partial<Fact>) =>
      audited({
        indicators: [RATE],
        places: [place('甲县')],
        sources: [source('甲'), source('乙')],
        facts: [at(90, { written: '90%' }), at(80, { written: '80%', ...more })]
      }).findings.map(({ confidence, what }) => [confidence, what]);
    expect(found({})).toEqual([['确定', '同一份报告里写了不同的数。']]);
    expect(found({ source: '乙' })).toEqual([['很可能', '不同报告里写了不同的数。']]);
    expect(found({ qualifier: '≤' })).toEqual([['可疑', '同一份报告里写了不同的数。']]);
  });
});
