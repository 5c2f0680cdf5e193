import { describe, expect, it } from 'vitest';
import { auditOf } from '../../../src/domain/audit/audit';
import { dataset, indicator, type Fact } from '../factory';

const RATE = indicator({ id: 'rate', name: '规范管理率' });

function check(fact: Partial<Fact>, of = RATE) {
  const audit = auditOf(dataset({ indicators: [of], facts: [{ at: '甲县', in: '2020', value: 95, ...fact }] }));
  return [...audit.findings, ...audit.right]
    .filter(({ kind }) => kind === '率与数' || kind === '数值范围')
    .map(({ outcome, what, arithmetic }) => [outcome, what, arithmetic]);
}

const RIGHT = '率等于分子除以分母。';

describe('a rate with its numerator and denominator', () => {
  it('is held against them to the half of its last decimal', () => {
    // 190 ÷ 200 = 95%
    expect(check({ value: 95, written: '95%', numerator: 190, denominator: 200 })).toEqual([
      ['相符', RIGHT, '190÷200＝95%，原文95%']
    ]);
    // 1889 ÷ 1982 = 95.3077…%: one decimal is right, another isn't
    expect(check({ value: 95.3, written: '95.3%', numerator: 1889, denominator: 1982 })[0]![0]).toBe('相符');
    expect(check({ value: 95.2, written: '95.2%', numerator: 1889, denominator: 1982 })).toEqual([
      ['不符', '率与它自己的分子、分母不符。', '1,889÷1,982＝95.3%，原文95.2%']
    ]);
    // 2 ÷ 3 = 66.666…%: 66.7 rounded, 66.6 cut off
    expect(check({ value: 66.7, written: '66.7%', numerator: 2, denominator: 3 })[0]![0]).toBe('相符');
    expect(check({ value: 66.6, written: '66.6%', numerator: 2, denominator: 3 })[0]![0]).toBe('末位截取');
    expect(check({ value: 66.5, written: '66.5%', numerator: 2, denominator: 3 })[0]![0]).toBe('不符');
  });

  it('is counted by its unit', () => {
    const per = (unit: string, value: number) =>
      check(
        { value, written: String(value), numerator: 12, denominator: 48000 },
        indicator({ id: 'rate', unit })
      )[0]![0];
    // 12 ÷ 48,000 = 0.025% = 0.25‰ = 25 of 100,000 = 2.5 of 10,000
    expect([per('%', 0.025), per('‰', 0.25), per('1/10万', 25), per('例/万人', 2.5)]).toEqual([
      ...['相符', '相符', '相符', '相符']
    ]);
  });

  it('is a finding where nothing can be divided, and a bound where it is one', () => {
    expect(check({ value: 95, numerator: 3, denominator: 0 })).toEqual([
      ['不符', '分母不大于0，算不出率。', '3÷0，原文95%']
    ]);
    expect(check({ value: 90, qualifier: '≥', numerator: 190, denominator: 200 })[0]![0]).toBe('相容');
    expect(check({ value: 96, qualifier: '≥', numerator: 190, denominator: 200 })[0]![0]).toBe('不符');
    expect(check({ value: 96, qualifier: '≤', numerator: 190, denominator: 200 })[0]![0]).toBe('相容');
    expect(check({ value: 100, qualifier: '≈', numerator: 190, denominator: 200 })[0]![0]).toBe('相容');
  });

  it('is checked in sub-groups too, and not where one of the two is missing or the figure is no rate', () => {
    expect(check({ value: 10, numerator: 1, denominator: 2, part: '男' })[0]![0]).toBe('不符');
    expect(check({ value: 10, numerator: 1 })).toEqual([]);
    expect(check({ value: 10, numerator: 1, denominator: 2, measure: '位次' })).toEqual([]);
  });
});

describe('a confidence interval', () => {
  it('holds its value and runs upwards', () => {
    expect(check({ value: 95, lower: 95, upper: 96 })).toEqual([]);
    expect(check({ value: 94.9, lower: 95, upper: 96 })).toEqual([
      ['不符', '数值不在它自己的置信区间里。区间是95—96。', '94.9%']
    ]);
    expect(check({ value: 95, lower: 96, upper: 94 })[0]![1]).toBe('置信区间的下限大于上限。区间是96—94。');
    expect(check({ value: 95, lower: 96 })[0]![1]).toBe('数值不在它自己的置信区间里。区间是96—。');
  });
});
