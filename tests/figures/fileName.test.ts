import { describe, expect, it } from 'vitest';
import { comparisonName, fileName, trendName, untilText } from '../../src/figures/fileName';
import { ask, FOUR } from '../domain/compare/comparing';
import { place } from '../domain/factory';
import { ask as askTrend } from '../domain/trend/trending';

describe('fileName(parts)', () => {
  it('joins 指标_地区_时期', () => {
    expect(fileName(['规范管理率', '4个地区', '2020年'])).toBe('规范管理率_4个地区_2020年');
  });

  it('replaces what a file name can’t have', () => {
    expect(fileName(['a/b\\c:d*e?f"g<h>i|j', ' x\ty ', '1_2'])).toBe('a-b-c-d-e-f-g-h-i-j_x-y_1-2');
    expect(fileName(['..\u0000..', '.隐藏', '末尾.'])).toBe('隐藏_末尾');
  });

  it('leaves out empty parts, and is never empty', () => {
    expect(fileName(['任务完成', '', ''])).toBe('任务完成');
    expect(fileName(['', '?'])).toBe('卫健看板');
  });

  it('cuts a long part without halving a character, and says so', () => {
    expect(fileName(['𠮷'.repeat(80)])).toBe(`${'𠮷'.repeat(29)}…`);
  });
});

describe('the names of figures', () => {
  it('name indicator, places and period of a comparison', () => {
    expect(comparisonName(ask(FOUR))).toEqual(['严重精神障碍患者规范管理率', '4个地区', '各地最近一期']);
    expect(comparisonName(ask(FOUR, { places: ['宝安区'] }))).toEqual([
      '严重精神障碍患者规范管理率',
      '宝安区',
      '2020年1—10月'
    ]);
  });

  it('mark an inferred place as the screen does', () => {
    const small = {
      ...FOUR,
      places: [place('舞钢市', { naming: '推断' as const })],
      facts: [{ at: '舞钢市', in: '2020', value: 90 }]
    };
    expect(comparisonName(ask(small))[1]).toBe('舞钢市〔推断〕');
  });

  it('name the first and last period of a trend', () => {
    const t = askTrend({
      facts: [
        { at: '甲县', in: '2018', value: 1 },
        { at: '甲县', in: '2020', value: 2 }
      ]
    });
    expect(trendName(t)).toEqual(['规范管理率', '甲县', '2018年至2020年']);
  });

  it('say the cut-off day where there is one', () => {
    expect(untilText('2020-10-31')).toBe('截至2020-10-31');
    expect(untilText('')).toBe('');
  });
});
