/** How the changes of a place are told: in short, in a sentence, in notes and in a table. */
import { describe, expect, it } from 'vitest';
import { changeTable } from '../../../src/domain/trend/changesTable';
import { indicator, type Fact } from '../factory';
import { ask, change, figure, RATE, VISITS } from './changing';

describe('a change in short', () => {
  it('is signed, and says whether it is for the better', () => {
    const board = ask([change('managed', 67.5), change('cases', 12), change('visits', -18.8)]);
    expect(board.rows.map((r) => [r.label, r.signed])).toEqual([
      ['增长67.5%（好转）', '+67.5%'],
      ['增长12%（变差）', '+12%'],
      ['下降18.8%', '−18.8%']
    ]);
    expect(ask([change('visits', 0)]).rows.map((r) => [r.label, r.signed, r.judgement])).toEqual([
      ['持平', '0', '持平']
    ]);
    const points = change('rate', -2.8, { measure: '同比(百分点)', written: '2.8个百分点' });
    expect(ask([points]).rows.map((r) => [r.label, r.signed])).toEqual([['下降2.8个百分点（变差）', '−2.8']]);
  });

  it.each([
    [5, '≤', '不评价'],
    [5, '<', '不评价'],
    [0, '≤', '不评价'],
    [0, '≥', '不评价'],
    [-5, '≥', '不评价'],
    [-5, '>', '不评价'],
    [5, '≥', '变差'],
    [5, '>', '变差'],
    [-5, '≤', '好转'],
    [-5, '<', '好转']
  ] as const)('of cases at %s, %s, is %s', (value, qualifier, judgement) => {
    expect(ask([change('cases', value, { qualifier })]).rows[0]!.judgement).toBe(judgement);
  });

  it('is hollow where it is a bound, expected or in doubt, and the notes say so', () => {
    const hollow = '空心条是界限、预计或存疑的数。';
    const told = (...facts: Fact[]) => {
      const board = ask(facts);
      return [board.rows.map((r) => r.uncertain), board.notes.some((n) => n.text === hollow)];
    };
    const before = figure('visits', 100, { in: '2019' });
    expect(told(before, figure('visits', 110))).toEqual([[false], false]);
    expect(told(before, figure('visits', 110, { status: '预计' }))).toEqual([[true], true]);
    expect(told(change('visits', 10, { status: '存疑' }), change('cases', 5))).toEqual([[true, false], true]);
    expect(told(change('visits', 10, { qualifier: '≥' }))).toEqual([[true], true]);
  });
});

describe('what is said of all changes of a place', () => {
  it('is that all go one way, and which is the largest', () => {
    expect(ask([change('visits', 5), change('cases', 3)]).verdict).toBe(
      '甲县2项指标同比都增长；门诊人次增长5%，变化最大'
    );
    expect(ask([change('visits', 0), change('cases', 0)]).verdict).toBe('甲县2项指标同比都持平');
    // A fall may be the largest change.
    expect(ask([change('visits', 5), change('cases', -30)]).verdict).toBe(
      '甲县2项指标同比1项增长、1项下降；法定传染病报告例数下降30%，变化最大'
    );
  });

  it('takes no bound for the largest, unless there are only bounds', () => {
    expect(ask([change('visits', 50, { qualifier: '≥' }), change('cases', 3)]).verdict).toContain(
      '；法定传染病报告例数增长3%，变化最大'
    );
    expect(ask([change('visits', 50, { qualifier: '≥' }), change('cases', 3, { qualifier: '≥' })]).verdict).toContain(
      '；门诊人次增长≥50%，变化最大'
    );
  });

  it('speaks of rates as rising and falling, and shows the kind with most changes', () => {
    const other = indicator({ id: 'other', name: '知晓率' });
    const points = (of: string, value: number) =>
      change(of, value, { measure: '同比(百分点)', written: `${Math.abs(value)}个百分点` });
    const board = ask([points('rate', 2), points('other', -1), change('visits', 5)], undefined, {
      indicators: [VISITS, RATE, other]
    });
    expect(board.kind).toBe('百分点');
    expect(board.verdict).toBe('甲县2项指标同比1项上升、1项下降；规范管理率上升2个百分点，变化最大');
    expect(board.notes[board.notes.length - 1]!.text).toBe('另有1项的变化以%计，不画在同一个轴上。');
    // As many of each: percent.
    expect(ask([points('rate', 2), change('visits', 5)]).kind).toBe('百分比');
  });

  it('counts better and worse, and what is neither', () => {
    const polarity = (...facts: Fact[]) => ask(facts).notes.find((n) => n.text.startsWith('按指标'))?.text;
    expect(polarity(change('visits', 5))).toBeUndefined();
    expect(polarity(change('cases', 5))).toBe('按指标是越高越好还是越低越好，1项变差。');
    expect(polarity(change('cases', -5), change('managed', 5))).toBe('按指标是越高越好还是越低越好，2项好转。');
    expect(polarity(change('cases', 5), change('managed', 5), change('visits', 5))).toBe(
      '按指标是越高越好还是越低越好，1项好转、1项变差，其余不评价好坏。'
    );
  });
});

describe('the table of changes', () => {
  it('keeps figures on the right, and the number behind them', () => {
    const table = changeTable(ask([figure('visits', 100, { in: '2019' }), figure('visits', 110)]));
    expect(table.columns.map(({ title, align }) => `${title}${align}`)).toEqual([
      '指标左',
      '时期左',
      '本期数右',
      '同比右',
      '好坏左',
      '依据左',
      '来源左',
      '说明左'
    ]);
    expect(table.rows[0]!.slice(2, 4)).toMatchObject([
      { text: '110人次', value: 110 },
      { text: '增长10.0%', value: 10 }
    ]);
    expect(changeTable(ask([change('visits', 10)])).rows[0]![2]!.text).toBe('未写');
  });
});
