import { describe, expect, it } from 'vitest';
import type { ImprovementQuery } from '../../../src/domain/improvement/answer';
import { improvement } from '../../../src/domain/improvement/improvement';
import { count, dataset, indicator, place, type Fact } from '../factory';

const RATE = indicator({ id: 'rate', name: '规范管理率' });
const VISITS = count({ id: 'visits' });
const pair = (of: string, at: string, before: number, now: number): Fact[] => [
  { of, at, in: '2024-11', value: before },
  { of, at, in: '2024-12', value: now }
];
const ask = (facts: readonly Fact[], more: Partial<ImprovementQuery> = {}) =>
  improvement(
    dataset({
      indicators: [RATE, VISITS],
      places: ['甲县', '乙县', '丙县'].map((id) => place(id, { parent: '某市' })),
      facts
    }),
    { indicator: 'rate', against: { base: 'previous' }, ...more }
  )!;
const THAN = '2024年12月规范管理率比上期（2024年11月）';

describe('the sentence of 进步榜', () => {
  it('names those who share the first place', () => {
    const { verdict } = ask([
      ...pair('rate', '甲县', 70, 75),
      ...pair('rate', '乙县', 60, 65),
      ...pair('rate', '丙县', 50, 51)
    ]);
    expect(verdict).toBe(`${THAN}，3个地区中3个好转，甲县等2个并列进步最大（上升5个百分点）`);
  });

  it('says that nobody got better, a standstill included', () => {
    expect(ask([...pair('rate', '甲县', 70, 70), ...pair('rate', '乙县', 60, 55)]).verdict).toBe(
      `${THAN}，2个地区都没有好转`
    );
  });

  it('of the own place tells its change, its order, and its rank where that has changed', () => {
    const facts = [...pair('rate', '甲县', 70, 71), ...pair('rate', '乙县', 60, 75)];
    // Before 70 60: 甲 乙. Now 71 75: 乙 甲.
    expect(ask(facts, { focus: '乙县' }).verdict).toBe(`乙县${THAN}上升15个百分点，2个地区中进步第1，名次升1位`);
    expect(ask(facts, { focus: '甲县' }).verdict).toBe(`甲县${THAN}上升1个百分点，2个地区中进步第2，名次降1位`);
    const still = [...pair('rate', '甲县', 70, 71), ...pair('rate', '乙县', 60, 61)];
    expect(ask(still, { focus: '甲县' }).verdict).toBe(`甲县${THAN}上升1个百分点，2个地区中进步第1`);
  });

  it('is of one place where no other has the indicator', () => {
    const { verdict, rows } = ask(pair('rate', '甲县', 70, 75), { focus: '甲县' });
    expect(rows.map(({ name }) => name)).toEqual(['甲县']);
    expect(verdict).toBe(`甲县${THAN}上升5个百分点，1个地区中进步第1`);
  });

  it('says where there is nothing to compare, and of what is neither good nor bad', () => {
    expect(ask([{ of: 'rate', at: '甲县', in: '2024-12', value: 70 }]).verdict).toContain('没有可以比上期的地区');
    expect(ask(pair('visits', '甲县', 100, 200), { indicator: 'visits' }).verdict).toBe(
      '2024年12月门诊人次不分好坏，没有进步榜'
    );
  });
});

describe('what stands below it', () => {
  it('is the base, the unit, which way is better, and how many have both periods', () => {
    expect(ask(pair('rate', '甲县', 70, 75)).subtitle).toBe(
      '比上期的变化 · 单位：个百分点 · 越高越好，进步大的在前 · 1个地区两期都有数'
    );
    expect(ask(pair('visits', '甲县', 100, 200), { indicator: 'visits' }).subtitle).not.toContain('越');
  });

  it('notes ranks, and those without one of the two periods, only where there are any', () => {
    const texts = (facts: readonly Fact[]) => ask(facts).notes.map(({ text }) => text);
    const whole = texts(['甲县', '乙县', '丙县'].flatMap((at) => pair('rate', at, 70, 75)));
    expect(whole.filter((text) => text.startsWith('名次只在'))).toHaveLength(1);
    expect(whole.filter((text) => /缺其中一期|上级地区/.test(text))).toEqual([]);
    const part = texts([...pair('rate', '甲县', 70, 75), { of: 'rate', at: '乙县', in: '2024-12', value: 60 }]);
    // 丙县 has neither.
    expect(part).toContain('2个地区缺其中一期，另列在下面。');
  });
});
