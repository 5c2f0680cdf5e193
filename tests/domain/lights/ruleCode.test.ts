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
