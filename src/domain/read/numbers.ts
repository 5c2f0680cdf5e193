/** The numbers that stand in a line, each with its scale, unit, and the words that bound or approximate it. */
import { chineseNumber } from '../number/chineseNumber';
import { unitAt, unitName } from './units';
import { withoutNoise } from '../number/rounding';

export interface NumberToken {
  /** Where the number itself stands in the line, sign included, and where its unit ends. */
  readonly start: number;
  readonly end: number;
  /** Where the words begin and end that say how exact it is: 近 … 以上. */
  readonly writtenStart: number;
  readonly writtenEnd: number;
  /** In `unit`, whose scale it has: 4 for 4万余人, whose unit is 万人. */
  readonly value: number;
  readonly unit: string;
  readonly style: 'digits' | 'chinese';
  /** A place in an order: 第3位, 位列第二. */
  readonly rank: boolean;
  /** The lower end of 2-3个. */
  readonly range: boolean;
}

const DIGITS = '\\d{1,3}(?:,\\d{3})+(?![\\d])(?:\\.\\d+)?|\\d+(?:\\.\\d+)?';
const NUMERALS =
  '[百千]分之[零〇一二两三四五六七八九十百点]+|[零〇一二两三四五六七八九十百千万亿]+(?:点[零〇一二三四五六七八九]+)?';
const NUMBER = new RegExp(`(?<![\\d.])(?:[-+](?=\\d))?(?:${DIGITS})|${NUMERALS}`, 'g');
const NUMERAL = new RegExp(NUMERALS, 'g');
const SCALE = /\s*([余多来几]?)\s*(万亿|亿|千万|百万|十万|万|千(?![克米瓦]|分之)|百(?!分|货|姓))?\s*([余多来]?)\s*/y;
/** Units keep 万 and 亿; smaller steps are counted out: 6千余户 are 6,000, 3千万元 are 3,000万元. */
const SCALES: Readonly<Record<string, readonly [number, string]>> = {
  万亿: [1e4, '亿'],
  亿: [1, '亿'],
  千万: [1e3, '万'],
  百万: [1e2, '万'],
  十万: [10, '万'],
  万: [1, '万'],
  千: [1e3, ''],
  百: [1e2, '']
};
const RANGE_END = new RegExp(`-(?:${DIGITS})`, 'y');
const SIGN_BEFORE = /(?:^|[(\s:,|]|同比|环比|增长|增幅|增速|为|率)$/;
const BOUND_BEFORE =
  /(?:不低于|不少于|不小于|至少|最少|≥|不超过|不高于|不多于|不大于|至多|最多|≤|低于|不足|不到|少于|小于|未满|不满|<|(?<![彩B])超过?|突破|高于|多于|大于|逾|>|(?<![节签预契公制条合违邀相特])约|大约|将近|接近|(?<![附最])近|基本达到|≈|(?<![以之])上(?=[百千万]))(?:达到?|了|为)?\s*$/;
const BOUND_AFTER = /^(?:及?以[上下内]|之内|左右|上下)/;

/** All numbers of a plain line in reading order, facts or not; a masked figure (3xx, 1**) is none. */
export function numbersIn(plain: string): NumberToken[] {
  const tokens: NumberToken[] = [];
  const pattern = /\d/.test(plain) ? NUMBER : NUMERAL;
  pattern.lastIndex = 0;
  for (let m = pattern.exec(plain); m; m = pattern.exec(plain)) {
    const token = /\d/.test(m[0]) ? digitToken(plain, m.index, m[0]) : chineseToken(plain, m.index, m[0]);
    if (!token) continue;
    tokens.push(token);
    pattern.lastIndex = Math.max(pattern.lastIndex, token.end);
  }
  return withUnitsOfLists(plain, tokens);
}

/** 提升0.6、1.2个百分点: the last of a list has the unit of all. */
function withUnitsOfLists(plain: string, tokens: NumberToken[]): NumberToken[] {
  for (let i = tokens.length - 2; i >= 0; i--) {
    const [token, next] = [tokens[i]!, tokens[i + 1]!];
    // 控制在0、4.4‰: a bare nought may be of something else.
    if (token.unit !== '' || token.value === 0 || next.unit === '' || token.style !== next.style) continue;
    if (/^[、和]$/.test(plain.slice(token.end, next.start))) tokens[i] = { ...token, unit: next.unit };
  }
  return tokens;
}

function digitToken(plain: string, at: number, text: string): NumberToken | undefined {
  // In 2-3 and 城关镇-3 the dash means "to" or joins; after a bracket, a blank or a word of change it is a sign.
  const joined = /^[-+]/.test(text) && !SIGN_BEFORE.test(plain.slice(Math.max(0, at - 3), at));
  const start = joined ? at + 1 : at;
  let end = at + text.length;
  if (/^\.\d/.test(plain.slice(end, end + 2))) return undefined;
  const value = Number((joined ? text.slice(1) : text).replace(/,/g, ''));
  const range = matchAt(RANGE_END, plain, end);
  if (range) end += range[0].length;
  return finish(plain, { start, numberEnd: end, value, style: 'digits', range: range !== null });
}

function chineseToken(plain: string, at: number, text: string): NumberToken | undefined {
  const before = plain.slice(Math.max(0, at - 3), at);
  const share = /^([百千])分之(.+)$/.exec(text);
  if (share) {
    const value = share[2] === '百' ? 100 : chineseNumber(share[2]!);
    const unit = share[1] === '百' ? '%' : '‰';
    return value === undefined
      ? undefined
      : close(plain, { start: at, end: at + text.length, value, unit, style: 'chinese', rank: false, range: false });
  }
  if (/第$/.test(before)) return undefined;
  const scale = /^(.+)([万亿])$/.exec(text);
  const bare = /^[百千万]$/.test(text);
  const end = at + text.length;
  if (bare && !/^[余多]/.test(plain.slice(end)) && !/(?:近|上|约|逾|超|超过)$/.test(before)) return undefined;
  if (/[数几]$/.test(before)) return undefined;
  const value = chineseNumber(scale && !bare ? scale[1]! : bare && text === '万' ? '一' : bare ? `一${text}` : text);
  if (value === undefined) return undefined;
  const own = scale && !bare ? scale[2]! : text === '万' ? '万' : '';
  return finish(plain, { start: at, numberEnd: end, value, style: 'chinese', range: false }, own);
}

interface Digits {
  readonly start: number;
  readonly numberEnd: number;
  readonly value: number;
  readonly style: 'digits' | 'chinese';
  readonly range: boolean;
}

/** 六成 is 60%. */
function tenths({ unit, value, ...token }: Unbounded): Unbounded {
  return unit === '成' ? { ...token, unit: '%', value: withoutNoise(value * 10) } : { ...token, unit, value };
}

function finish(
  plain: string,
  { start, numberEnd, value, style, range }: Digits,
  ownScale = ''
): NumberToken | undefined {
  const scale = matchAt(SCALE, plain, numberEnd)!;
  const unit = unitAt(plain, numberEnd + scale[0].length);
  // 一院, 三级, 统一: without a counter a numeral is part of a word.
  if (style === 'chinese' && unit === '' && ownScale === '' && !scale[2]) return undefined;
  const hasScaleOrUnit = scale[1] || scale[2] || scale[3] || unit !== '';
  const end = hasScaleOrUnit ? numberEnd + scale[0].trimEnd().length : numberEnd;
  const unitEnd = unit === '' ? end : numberEnd + scale[0].length + unit.length;
  const [times, kept] = SCALES[scale[2] ?? ''] ?? [1, ''];
  const amount = withoutNoise(value * times);
  const named = ownScale + kept + unitName(unit);
  return close(plain, tenths({ start, end: unitEnd, value: amount, unit: named, style, rank: false, range }));
}

type Unbounded = Omit<NumberToken, 'writtenStart' | 'writtenEnd'>;

function close(plain: string, token: Unbounded): NumberToken {
  const before = plain.slice(Math.max(0, token.start - 8), token.start);
  const bound = BOUND_BEFORE.exec(before);
  const after = BOUND_AFTER.exec(plain.slice(token.end, token.end + 4));
  return {
    ...token,
    writtenStart: bound ? token.start - (before.length - bound.index) : token.start,
    writtenEnd: token.end + (after ? after[0].length : 0)
  };
}

const RANK =
  /第\s*(\d{1,3}|[一二三四五六七八九十]{1,3})\s*(?:位|名)?|(?<=排名|位列|名列|位居|排|居)\s*(?:全[省市国县区]|全系统)?\s*(\d{1,3})(?:位|名)?|(?<=全[省市国县区](?:排名)?|排名?|居|列)(首位)/g;
const RANKED =
  /(?:排名?|名次|位列|名列|位居|列|居|跃升至|上升至|上升到|升至|全[省市国县区](?:各?区县?)?|同类\S{0,4}|获|荣获|分列|团体|总分)[^,。;:]{0,8}$/;

const RANK_LIST = /第\s*\d{1,3}(?:[、,和]\d{1,3})+(?=[名位])/g;

/** 第3、5、6名 are three places. */
function rankLists(plain: string): NumberToken[] {
  const tokens: NumberToken[] = [];
  for (const list of plain.match(RANK_LIST) ?? []) {
    let at = plain.indexOf(list, tokens.length > 0 ? tokens[tokens.length - 1]!.end : 0);
    const to = at + list.length;
    for (const digits of list.match(/\d+/g)!) {
      const start = plain.indexOf(digits, at);
      at = start + digits.length;
      const end = at === to ? to + 1 : at;
      const span = { start, end, writtenStart: start, writtenEnd: end };
      tokens.push({ ...span, value: Number(digits), unit: plain[to]!, style: 'digits', rank: true, range: false });
    }
  }
  return tokens;
}

/** Places in an order among the numbers of a line: 排名第42位, 位居全市第二, 居首位. */
export function ranksIn(plain: string): NumberToken[] {
  const tokens = rankLists(plain);
  const listed = tokens.length;
  if (!/[第排居列]|全[省市国县区]/.test(plain)) return tokens;
  RANK.lastIndex = 0;
  for (let m = RANK.exec(plain); m; m = RANK.exec(plain)) {
    const written = m[0];
    const digits = m[1] ?? m[2];
    const value = m[3] ? 1 : /^\d/.test(digits!) ? Number(digits) : chineseNumber(digits!);
    const end = m.index + written.length;
    const rest = plain.slice(end, end + 3);
    if (value === undefined || value < 1) continue;
    if (listed > 0 && /^[、,和]\d/.test(rest)) continue;
    const bare = !/[位名]$/.test(written);
    if (m[1] && bare && !/^(?:[,。;:、)!]|$|\s*$|的?(?:好|成绩|位次|名))/.test(rest)) continue;
    if (m[1] && !RANKED.test(plain.slice(Math.max(0, m.index - 18), m.index))) continue;
    if (m[2] && !/^(?:[,。;:、)!位名]|$)/.test(rest)) continue;
    const start = m.index + (written.length - written.trimStart().length);
    tokens.push({
      start,
      end,
      writtenStart: start,
      writtenEnd: end,
      value,
      unit: /[位名]$/.exec(written)?.[0] ?? '',
      style: /\d/.test(written) ? 'digits' : 'chinese',
      rank: true,
      range: false
    });
  }
  return tokens;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
