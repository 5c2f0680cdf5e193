import { describe, expect, it } from 'vitest';
import { DEFAULT_RULE, lightLegend, ruleText } from '../../../src/domain/lights/rule';
import { makeRule } from '../../../src/domain/lights/ruleCode';

describe('how a rule goes for limits', () => {
  const textOf = (rule: ReturnType<typeof makeRule>) => ruleText(rule!, true).split('。')[1];

  it('by 序时: of what accumulates by the time passed', () => {
    expect(textOf(DEFAULT_RULE)).toBe(
      '控制类任务不超过控制数为绿，超出控制数的5%以内为黄，其余为红；按量累计的看用去的比例，不超过序时为绿，多5个百分点以内为黄，其余为红'
    );
  });

  it('by a threshold: exceeded is bad', () => {
    expect(textOf(makeRule('阈值', '蓝黄红', [90, 70]))).toBe('控制类任务不超过控制数为蓝，超出为红');
  });

  it('by rank: exceeded and among the last', () => {
    expect(textOf(makeRule('位次', '红黄绿', [3, 6]))).toBe(
      '控制类任务不超过控制数（按量累计的不超过序时）为绿，超出为黄，超出且在同一任务中列末3位为红'
    );
  });

  it('by lateness: what may still fall', () => {
    expect(textOf(makeRule('逾期', '色盲安全', [30]))).toBe(
      '控制类任务没有超出为蓝，到期前超出而还能降回的为橙，其余超出的为紫'
    );
  });

  it('by forecast: as far beyond the limit as a target may be missed by; nothing where it may not', () => {
    expect(textOf(makeRule('预测', '红黄绿', [100, 90]))).toBe(
      '控制类任务推算到期不超过控制数为绿，超出10%以内为黄，更多的和已经超出的为红；不随时间累计的到期才判'
    );
    expect(textOf(makeRule('预测', '红黄绿', [100, 100]))).toContain('超出0%以内为黄');
  });
});

describe('the legend of a rule', () => {
  const words = (lit?: { targets: boolean; limits: boolean }) => lightLegend(DEFAULT_RULE, lit).map(({ word }) => word);

  it('names targets to reach unless it is told of limits', () => {
    expect(words()).toEqual(['滞后', '略慢', '达序时', '不亮灯']);
    expect(words({ targets: true, limits: false })).toEqual(words());
  });

  it('names both where both stand there, limits alone where there is nothing else', () => {
    expect(words({ targets: true, limits: true })).toEqual(['滞后、超出', '略慢、略超', '达序时、未超', '不亮灯']);
    expect(words({ targets: false, limits: true })).toEqual(['超出', '略超', '未超', '不亮灯']);
  });
});
