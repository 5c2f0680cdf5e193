import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_RULE, LIGHT_FAMILIES, PALETTE_NAMES, ruleText } from '../../../src/domain/lights/rule';
import {
  formatRule,
  makeRule,
  parseRule,
  RULE_NUMBERS,
  ruleNumbers,
  sameRule
} from '../../../src/domain/lights/ruleCode';

describe('a light rule in the address', () => {
  it('says family, numbers and palette', () => {
    expect(formatRule(DEFAULT_RULE)).toBe('pace-5-ryg');
    expect(formatRule(makeRule('阈值', '蓝黄红', [90, 70])!)).toBe('threshold-90-70-byr');
    expect(formatRule(makeRule('位次', '色盲安全', [3, 6])!)).toBe('rank-3-6-safe');
  });

  it('is read back as the same rule', () => {
    const rule = parseRule('pace-7.5-safe', [DEFAULT_RULE])!;
    expect(ruleText(rule)).toBe('不慢于序时为蓝，慢7.5个百分点以内为橙，其余为紫；没有完成率或序时不亮灯');
  });

  it('goes by the name of a listed rule that says the same, and by its id', () => {
    expect(parseRule('pace-5-ryg', [DEFAULT_RULE])).toBe(DEFAULT_RULE);
    expect(parseRule('pace-5', [DEFAULT_RULE])).toBe(DEFAULT_RULE);
    expect(parseRule('pace-6-ryg', [DEFAULT_RULE])!.name).toBe('自定规则');
  });

  it.each([
    [''],
    ['pace'],
    ['pace-ryg'],
    ['pace-5-pink'],
    ['pace--5-ryg'],
    ['pace-1e9-ryg'],
    ['pace-101-ryg'],
    ['pace-5-5-ryg'],
    ['rank-2.5-6-ryg'],
    ['rank-0-6-ryg'],
    ['threshold-70-90-ryg'],
    ['constructor-5-ryg'],
    ['pace-5-toString']
  ])('refuses %j', (code) => {
    expect(parseRule(code, [DEFAULT_RULE])).toBeUndefined();
  });

  it.each([
    // plain decimals only
    ['pace-1e1-ryg'],
    ['pace-0x5-ryg'],
    ['pace- 5-ryg'],
    ['pace-5.-ryg'],
    ['pace-.5-ryg'],
    ['pace-5%-ryg'],
    // just beyond the ends
    ['pace-100.5-ryg'],
    ['rank-101-6-ryg'],
    ['rank-3-1-ryg'],
    ['due-367-ryg'],
    ['due-0.5-ryg'],
    ['threshold-1000.5-70-ryg'],
    ['forecast-90-90.5-ryg']
  ])('refuses %j, which is nearly one', (code) => {
    expect(parseRule(code, [])).toBeUndefined();
  });

  it.each([
    ['pace-0-ryg', [0]],
    ['pace-100-ryg', [100]],
    ['pace-7.25-ryg', [7.25]],
    ['rank-1-2-ryg', [1, 2]],
    ['rank-100-1000-ryg', [100, 1000]],
    ['due-0-ryg', [0]],
    ['due-366-ryg', [366]],
    ['threshold-70-70-ryg', [70, 70]],
    ['forecast-1000-0-ryg', [1000, 0]]
  ])('takes %j, at the end of what is allowed', (code, numbers) => {
    expect(ruleNumbers(parseRule(code, [])!)).toEqual(numbers);
  });

  it('tells rules apart by family, numbers and palette, not by name', () => {
    const rule = makeRule('阈值', '红黄绿', [90, 70])!;
    expect(sameRule(rule, { ...rule, id: 'x', name: '市里的用法', note: '会议定的' })).toBe(true);
    expect(sameRule(rule, makeRule('阈值', '蓝黄红', [90, 70])!)).toBe(false);
    expect(sameRule(rule, makeRule('阈值', '红黄绿', [90, 69.5])!)).toBe(false);
    expect(sameRule(rule, makeRule('预测', '红黄绿', [90, 70])!)).toBe(false);
  });

  it('keeps every rule that can be made by hand', () => {
    const rules = fc
      .constantFrom(...LIGHT_FAMILIES)
      .chain((family) =>
        fc.tuple(
          fc.constant(family),
          fc.constantFrom(...PALETTE_NAMES),
          fc.tuple(
            ...RULE_NUMBERS[family].map((n) =>
              fc.integer({ min: n.from / n.step, max: n.to / n.step }).map((i) => i * n.step)
            )
          )
        )
      );
    fc.assert(
      fc.property(rules, ([family, palette, numbers]) => {
        const rule = makeRule(family, palette, numbers);
        if (!rule) return numbers[1]! > numbers[0]!;
        const read = parseRule(formatRule(rule), [DEFAULT_RULE])!;
        return sameRule(read, rule) && ruleNumbers(read).join() === numbers.join();
      })
    );
  });
});
