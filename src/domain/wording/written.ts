/**
 * What a figure says as it stands in a report: `4万余人`, `下降18.8%`, `不低于95%`, `三家`.
 * `data:verify` holds every stored value against it. Reading is generous in form and strict in amount:
 * a stretch of text may offer several readings, but a value that is none of them is refused.
 */
import { SCALES } from '../number/scales';
import type { Measure, Qualifier } from '../model/records';
import { chineseNumber } from '../number/chineseNumber';
import { withoutNoise } from '../number/rounding';

/** One figure in a text with the words that touch it. */
interface WrittenNumber {
  /** The number written, sign included, before any scale. */
  readonly number: number;
  /** 1, 10, 100, 1,000, 10,000, 100,000,000 or products of them. */
  readonly scale: number;
  readonly before: string;
  readonly after: string;
}

// A minus counts only where no digit precedes it: in `2-3个` it means "to".
const FIGURE =
  /((?:(?<![\d.])[-−])?(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?|[零〇一二两三四五六七八九十百千万亿]+(?:点[零〇一二三四五六七八九]+)?)\s*([余多来几]?)\s*(亿|千万|百万|十万|万|千(?![克米瓦])|百)?\s*([余多来]?)/g;

const PER = /^\s*\/\s*(?:10万|十万|100000|100,000|万|10000|千|1000)/;

/**
 * Every amount that `written` may state, expressed in `unit` (`1523万元` in 万元 is 1523, in 元 15,230,000).
 * Dates are not amounts. Falls are not signed here. Empty where the text holds no figure.
 */
export function figuresIn(written: string, unit: string): number[] {
  const amounts: number[] = [];
  for (const figure of figuresOf(halfWidth(written), unit)) amounts.push(...readingsOf(figure, unit));
  if (unit === '' && /首位|榜首|^首/.test(written)) amounts.push(1);
  if (unit === '%' && /翻一?番/.test(written)) amounts.push(100);
  if (!/\d/.test(halfWidth(written)) && /持平|零|无|未|没有/.test(written)) amounts.push(0);
  return amounts.filter((amount, i) => amounts.indexOf(amount) === i);
}

export interface Claim {
  readonly value: number;
  /** Unit of the value: the indicator's for 数值, see `unitOfMeasure` for the others. */
  readonly unit: string;
  readonly measure: Measure;
  readonly qualifier: Qualifier;
}

/** The unit a value of `measure` is in: the indicator's own for 数值, percent or points for the others, none for a rank. */
export function unitOfMeasure(measure: Measure, indicatorUnit: string): string {
  if (measure === '数值') return indicatorUnit;
  if (measure === '位次') return '';
  return measure === '同比(百分点)' ? '百分点' : '%';
}

/**
 * Undefined where `written` says what the row claims; otherwise one Chinese clause saying why not:
 * another amount, a fall stored as a rise or the reverse, a bound or approximation without its qualifier.
 */
export function contradiction(written: string, claim: Claim): string | undefined {
  const text = halfWidth(written);
  const sign = directionOf(text);
  const figures = figuresOf(text, claim.unit);
  const matching = figures.filter((figure) =>
    readingsOf(figure, claim.unit).some((a) => near(Math.abs(a), Math.abs(claim.value)))
  );
  const amounts = figuresIn(written, claim.unit);
  if (!amounts.some((amount) => near(Math.abs(amount), Math.abs(claim.value)))) {
    return `原文写法是“${written}”，${amounts.length === 0 ? '里面没有数字' : `读出来是${list(amounts)}`}，与数值${claim.value}不符`;
  }
  const changes = claim.measure === '同比(%)' || claim.measure === '同比(百分点)';
  const minus = amounts.some((amount) => near(amount, claim.value));
  if (changes && claim.value > 0 && sign === '降') return `原文写法“${written}”是下降，数值应为负数`;
  if (claim.value < 0 && sign === '升') return `原文写法“${written}”是上升，数值不应为负数`;
  if (claim.value < 0 && sign === '' && !minus) return `原文写法“${written}”看不出是下降，数值却是负数`;
  if (claim.value > 0 && matching.length > 0 && matching.every((figure) => figure.number < 0)) {
    return `原文写法“${written}”带负号，数值应为负数`;
  }
  return qualifierFault(written, matching, claim);
}

function qualifierFault(written: string, matching: readonly WrittenNumber[], claim: Claim): string | undefined {
  const demands = matching.map((figure) => qualifiersOf(figure));
  // A value may stand twice in the text, once with a bound: either reading will do.
  if (demands.length === 0 || demands.some((d) => d.length === 0 || d.includes(claim.qualifier))) return undefined;
  const [wanted] = demands;
  return `原文写法“${written}”带有限定，qualifier 应为“${wanted!.join('”或“')}”，现在${claim.qualifier === '' ? '是空的' : `写的是“${claim.qualifier}”`}`;
}

const BEFORE: readonly (readonly [RegExp, Qualifier])[] = [
  [/(不低于|不少于|不小于|至少|最少|≥)(达到?|了|为)?$/, '≥'],
  [/(不超过|不高于|不多于|不大于|至多|最多|≤)(达到?|了|为)?$/, '≤'],
  [/(低于|不足|不到|少于|小于|未满|不满|<|＜)(了|为)?$/, '<'],
  [/(超过?|突破|高于|多于|大于|逾|>|＞)(了|达到?|为)?$/, '>'],
  [/((?<![节签预契公制条合违邀相特])约|大约|将近|接近|(?<![附最])近|基本达到|几|≈)(达到?|为)?$/, '≈']
];

const AFTER: readonly (readonly [RegExp, Qualifier])[] = [
  // 的 级 岁 begin another thing: 100%的二级以上医院, 65岁以上老年人.
  [/^[^\d，。；、的级岁]{0,4}?(及以上|以上)/, '≥'],
  [/^[^\d，。；、的级岁]{0,5}?(及以下|以下|以内|之内)/, '≤'],
  [/^[^\d，。；、的]{0,4}?(左右|上下)/, '≈'],
  [/^[余多来]/, '≈']
];

/** The qualifiers that the words around a figure ask for; any of them will do. Empty: none asked for. */
function qualifiersOf({ before, after }: WrittenNumber): Qualifier[] {
  const found: Qualifier[] = [];
  const preceding = BEFORE.find(([pattern]) => pattern.test(before));
  if (preceding) found.push(preceding[1]);
  for (const [pattern, qualifier] of AFTER) if (pattern.test(after.replace(PER, ''))) found.push(qualifier);
  if (/控制在/.test(before) && /^[^\d]{0,5}内/.test(after)) found.push('≤');
  return found.filter((qualifier, i) => found.indexOf(qualifier) === i);
}

function figuresOf(text: string, unit: string): WrittenNumber[] {
  const pattern = new RegExp(FIGURE.source, 'g');
  const hasDigits = /\d/.test(text);
  const figures: WrittenNumber[] = [];
  for (let m = pattern.exec(text); m; m = pattern.exec(text)) {
    const [whole, number, early, scale, late] = m as unknown as [string, string, string, string?, string?];
    const chinese = !/\d/.test(number);
    const before = text.slice(0, m.index);
    const amount = chinese ? chineseAmount(number, before, early) : Number(number.replace(/,/g, '').replace('−', '-'));
    // Where digits stand, 一院 and 统一 aren't figures.
    if (amount === undefined || (chinese && hasDigits)) continue;
    const end = m.index + whole.length;
    const rest = text.slice(end);
    if (isDatePart(rest, unit)) continue;
    const share = before.endsWith('百分之') ? '%' : before.endsWith('千分之') ? '‰' : '';
    figures.push({
      number: amount,
      scale: scale ? SCALES[scale]! : 1,
      before,
      after: `${early}${late ?? ''}${share}${rest}`
    });
    if (PER.test(rest)) pattern.lastIndex = end + PER.exec(rest)![0].length;
  }
  return figures;
}

/** 百余, 近千 and 百分之百 leave the "one" out; 数百 and 几十 state no amount. */
function chineseAmount(text: string, before: string, after: string): number | undefined {
  if (/[数几]$/.test(before)) return undefined;
  const bareStep = /^[百千万]$/.test(text) && (after !== '' || /[近上约逾超]$|分之$/.test(before));
  return chineseNumber(bareStep ? `一${text}` : text);
}

/** 年 月 日 after a figure make it a date, unless days or months are what is counted. */
function isDatePart(rest: string, unit: string): boolean {
  const mark = /^[年月日号]/.exec(rest);
  return mark !== null && !unit.startsWith(mark[0]) && !/^年(内|来|以|均)/.test(rest);
}

function readingsOf({ number, scale, after }: WrittenNumber, unit: string): number[] {
  const bare = after.replace(/^[余多来]/, '');
  const prefix = unit.startsWith('亿') ? 1e8 : unit.startsWith('万') ? 1e4 : 1;
  const base = prefix === 1 ? unit : unit.slice(1);
  if (unit === '%' || unit === '‰') {
    if (scale !== 1) return [];
    if (/^\s*成/.test(bare)) return unit === '%' ? [withoutNoise(number * 10)] : [];
    if (unit === '%' && /^\s*‰/.test(bare)) return [];
    if (unit === '‰' && /^\s*[%]/.test(bare)) return [];
    return /^\s*(人|例|家|名|元|张|户|个(?!百分点|点))/.test(bare) ? [] : [number];
  }
  // A share is no count: 95% isn't 95人.
  if (unit !== '' && unit !== '百分点' && !unit.startsWith('1/') && /^\s*[%‰]/.test(bare)) return [];
  const exact = withoutNoise((number * scale) / prefix);
  // In a table headed 万元 the figure stands alone; with 元 after it, it is in 元.
  const stated = base !== '' && bare.trimStart().startsWith(base);
  return scale === 1 && prefix !== 1 && !stated ? [number, exact] : [exact];
}

/** 升降 where both are said, so that nothing can be held against either sign. */
function directionOf(text: string): '升' | '降' | '升降' | '' {
  const down = /[↓▼]|降|减|下滑|回落|负增长|缩短|压缩|低于|(?<![至最不])少(?!于)/.test(text);
  const up = /[↑▲]|(?<!负)增|上升|提高|提升|上涨|高于/.test(text);
  if (down && up) return '升降';
  return down ? '降' : up ? '升' : '';
}

function halfWidth(text: string): string {
  return text
    .replace(/[０-９．％＋－／]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/(\d)[，,](?=\d{3}(?!\d))/g, '$1,');
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
}

function list(amounts: readonly number[]): string {
  return amounts.slice(0, 5).join('或');
}
