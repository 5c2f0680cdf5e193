import { describe, expect, it } from 'vitest';
import { difference } from '../../../src/domain/wording/difference';
import { count, indicator } from '../factory';

describe('difference(a, b, indicator)', () => {
  it('is 不可比 for counts on a base of zero or less, says why and how far apart', () => {
    expect(difference(5, 0, count())).toEqual({
      kind: '不可比',
      value: null,
      text: '不可比（基数为0，增加5人次）'
    });
    expect(difference(5, -2, count()).text).toBe('不可比（基数为负，增加7人次）');
    expect(difference(-5, 10, count()).text).toBe('不可比（本期为负，减少15人次）');
  });

  it('from zero to zero is 持平', () => {
    expect(difference(0, 0, count())).toEqual({ kind: '百分比', value: 0, text: '持平' });
    expect(difference(0, 0, indicator())).toEqual({ kind: '百分点', value: 0, text: '持平' });
  });

  it('prints −100% for a fall to 0 only, and 持平 for no change only', () => {
    expect(difference(0, 7, count()).text).toBe('下降100.0%');
    // 1 of 100,000 is left: −99.999%
    expect(difference(1, 100_000, count())).toEqual({ kind: '百分比', value: -99.999, text: '下降99.999%' });
    // 1 of 100,000 more
    expect(difference(100_001, 100_000, count())).toEqual({ kind: '百分比', value: 0.001, text: '增长0.001%' });
  });

  it('of two rates keeps the decimals that the indicator is printed with', () => {
    const rate = indicator({ decimals: 2 });
    // 95.12 − 94.88, as they are printed
    expect(difference(95.1234, 94.8765, rate)).toEqual({ kind: '百分点', value: 0.24, text: '上升0.24个百分点' });
    expect(difference(95.001, 95.004, rate).text).toBe('持平');
  });

  it('is 不可比 where one of the two is no number', () => {
    expect(difference(NaN, 5, count()).kind).toBe('不可比');
    expect(difference(5, Infinity, indicator()).kind).toBe('不可比');
  });

  it('of two rates counts points, a base of zero included', () => {
    expect(difference(84, 81.2, indicator())).toEqual({ kind: '百分点', value: 2.8, text: '上升2.8个百分点' });
    expect(difference(95.39, 96.2, indicator())).toEqual({ kind: '百分点', value: -0.81, text: '下降0.81个百分点' });
    expect(difference(1.5, 0, indicator())).toEqual({ kind: '百分点', value: 1.5, text: '上升1.5个百分点' });
    expect(difference(50, 50, indicator())).toEqual({ kind: '百分点', value: 0, text: '持平' });
  });

  it('of two rates per thousand counts 个千分点', () => {
    expect(difference(2.8, 3.3, indicator({ unit: '‰' })).text).toBe('下降0.5个千分点');
  });

  it('of two counts is percent of the base, to one decimal', () => {
    // (4550 − 6500) ÷ 6500 = −0.3
    expect(difference(4550, 6500, count())).toEqual({ kind: '百分比', value: -30, text: '下降30.0%' });
    // (337 − 300) ÷ 300 = 0.12333…
    expect(difference(337, 300, count())).toEqual({ kind: '百分比', value: 12.3, text: '增长12.3%' });
    expect(difference(7, 7, count())).toEqual({ kind: '百分比', value: 0, text: '持平' });
    expect(difference(0, 7, count())).toEqual({ kind: '百分比', value: -100, text: '下降100.0%' });
  });

  it('of two rates per 100,000 is percent: points mean nothing there', () => {
    expect(difference(9, 12, indicator({ unit: '1/10万' })).text).toBe('下降25.0%');
  });
});
