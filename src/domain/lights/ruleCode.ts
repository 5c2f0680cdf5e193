/**
 * A light rule as a short code for the address, `pace-5-ryg`: what it says and not where it is listed, so that
 * a link means the same whatever lights.json holds. The level of a light has a code there too.
 */
import { type LightFamily, type LightLevel, type LightPalette, type LightRule, ruleOf } from './rule';

const FAMILY_CODES: Readonly<Record<LightFamily, string>> = {
  序时: 'pace',
  阈值: 'threshold',
  位次: 'rank',
  逾期: 'due',
  预测: 'forecast'
};

const PALETTE_CODES: Readonly<Record<LightPalette, string>> = { 红黄绿: 'ryg', 蓝黄红: 'byr', 色盲安全: 'safe' };

/** Links, kept decks and decks.json say 红 for `bad` in every palette, and go on doing so. */
const LEVEL_CODES: Readonly<Record<LightLevel, string>> = { bad: '红', middling: '黄', good: '绿', none: '无' };

/** A number of a rule that the reader may set, with what it means and between what it may lie. */
export interface RuleNumber {
  readonly key: string;
  readonly title: string;
  readonly unit: string;
  readonly from: number;
  readonly to: number;
  /** Steps of a field to set it by; 1 where only whole numbers count. */
  readonly step: number;
}

/** What can be set of each family, in the order of the code. */
export const RULE_NUMBERS: Readonly<Record<LightFamily, readonly RuleNumber[]>> = {
  序时: [{ key: 'amberWithin', title: '慢多少以内为中间档', unit: '个百分点', from: 0, to: 100, step: 0.5 }],
  阈值: [
    { key: 'greenFrom', title: '完成率多少及以上为好', unit: '%', from: 0, to: 1000, step: 0.5 },
    { key: 'amberFrom', title: '多少及以上为中间档', unit: '%', from: 0, to: 1000, step: 0.5 }
  ],
  位次: [
    { key: 'last', title: '末几位为差', unit: '位', from: 1, to: 100, step: 1 },
    { key: 'fewest', title: '至少几家才排末位', unit: '家', from: 2, to: 1000, step: 1 }
  ],
  逾期: [{ key: 'amberDays', title: '到期前几天起提醒', unit: '天', from: 0, to: 366, step: 1 }],
  预测: [
    { key: 'greenFrom', title: '推算完成多少及以上为好', unit: '%', from: 0, to: 1000, step: 0.5 },
    { key: 'amberFrom', title: '多少及以上为中间档', unit: '%', from: 0, to: 1000, step: 0.5 }
  ]
};

/** Where a family starts when the reader turns to it. */
const STARTS: Readonly<Record<LightFamily, readonly number[]>> = {
  序时: [5],
  阈值: [90, 70],
  位次: [3, 6],
  逾期: [30],
  预测: [100, 90]
};

/** A rule made by hand; null where a number is missing, out of range, or the middling threshold lies above the good one. */
export function makeRule(
  family: LightFamily,
  palette: LightPalette,
  numbers: readonly number[] = STARTS[family]
): LightRule | null {
  const wanted = RULE_NUMBERS[family];
  if (numbers.length !== wanted.length || !wanted.every((n, i) => fits(n, numbers[i]!))) return null;
  const rule = ruleOf(family, { id: '', name: '自定规则', palette, default: false, note: '' }, numbers);
  if ('amberFrom' in rule && rule.amberFrom > rule.greenFrom) return null;
  return { ...rule, id: formatRule(rule) };
}

function fits(n: RuleNumber, value: number): boolean {
  return Number.isFinite(value) && value >= n.from && value <= n.to && (n.step < 1 || Number.isInteger(value));
}

/** The numbers of a rule in the order of its family. */
export function ruleNumbers(rule: LightRule): number[] {
  switch (rule.family) {
    case '序时':
      return [rule.amberWithin];
    case '位次':
      return [rule.last, rule.fewest];
    case '逾期':
      return [rule.amberDays];
    default:
      return [rule.greenFrom, rule.amberFrom];
  }
}

/** The code of a rule; its id, name and note aren't in it. */
export function formatRule(rule: LightRule): string {
  return [FAMILY_CODES[rule.family], ...ruleNumbers(rule), PALETTE_CODES[rule.palette]].join('-');
}

/**
 * The rule of a code, as `listed` names it where it lists one that says the same; the id of a listed rule is
 * taken too. Undefined where the code can't be read.
 */
export function parseRule(code: string, listed: readonly LightRule[]): LightRule | undefined {
  const [head = '', ...rest] = code.split('-');
  const family = keyOf(FAMILY_CODES, head);
  const palette = keyOf(PALETTE_CODES, rest[rest.length - 1] ?? '');
  const made = family && palette ? makeRule(family, palette, rest.slice(0, -1).map(decimal)) : null;
  if (!made) return listed.find((rule) => rule.id === code);
  return listed.find((rule) => sameRule(rule, made)) ?? made;
}

/** Whether two rules light alike and in the same colours, whatever they are called. */
export function sameRule(a: LightRule, b: LightRule): boolean {
  return formatRule(a) === formatRule(b);
}

/** The code of a level in the address. */
export function formatLevel(level: LightLevel): string {
  return LEVEL_CODES[level];
}

/** The level of a code; undefined where it can't be read. */
export function parseLevel(code: string): LightLevel | undefined {
  return keyOf(LEVEL_CODES, code);
}

/** Plain decimals only: no signs, exponents or blanks. */
function decimal(text: string): number {
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : NaN;
}

function keyOf<K extends string>(codes: Readonly<Record<K, string>>, code: string): K | undefined {
  return (Object.keys(codes) as K[]).find((key) => codes[key] === code);
}
