const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9
};

const STEPS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

const LARGE_STEPS: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };

/**
 * The number that Chinese numerals state: 三, 十二, 一百零五, 三千五百万, 五点三, digit by digit 二〇二〇, and with its last
 * step left out 一百五 (150) or 三万五 (35,000). Undefined for anything else: an empty text, what says about how much (三四十,
 * 十五六), and steps in no order (十百).
 */
export function chineseNumber(text: string): number | undefined {
  const [whole, decimals, ...more] = text.split('点');
  if (more.length > 0 || whole === undefined || whole === '') return undefined;
  const integer = chineseInteger(whole);
  if (integer === undefined || decimals === undefined) return integer;
  const digits = digitString(decimals);
  return digits === undefined ? undefined : Number(`${integer}.${digits}`);
}

/** What has been read below the last 万 or 亿, with the digit that waits for its step. */
interface Section {
  readonly sum: number;
  readonly digit: number | undefined;
  /** The step before, which the next one must be smaller than; Infinity at the beginning. */
  readonly step: number;
  /** What a last digit counts by: a tenth of the step before, 1 after 零 and where there is none. */
  readonly last: number;
}

function chineseInteger(text: string): number | undefined {
  const plain = digitString(text);
  if (plain !== undefined) return Number(plain);
  let total = 0;
  let section: Section = { sum: 0, digit: undefined, step: Infinity, last: 1 };
  for (const char of text) {
    const large = LARGE_STEPS[char];
    if (large === undefined) {
      const read = withChar(section, char);
      if (read === undefined) return undefined;
      section = read;
      continue;
    }
    const sum = sumOf(section);
    if (sum === 0 && total === 0) return undefined;
    total = large === 1e8 ? (total + sum) * large : total + sum * large;
    section = { sum: 0, digit: undefined, step: Infinity, last: large / 10 };
  }
  return total + sumOf(section);
}

function withChar(section: Section, char: string): Section | undefined {
  const { sum, digit, step } = section;
  const value = DIGITS[char];
  // Two digits side by side say about how much.
  if (value !== undefined && digit !== undefined) return undefined;
  if (value === 0) return { ...section, last: 1 };
  if (value !== undefined) return { ...section, digit: value };
  const next = STEPS[char];
  // 十 alone is ten; 百 and 千 need a digit before them.
  if (next === undefined || next >= step || (digit === undefined && char !== '十')) return undefined;
  return { sum: sum + (digit ?? 1) * next, digit: undefined, step: next, last: next / 10 };
}

function sumOf({ sum, digit, last }: Section): number {
  return sum + (digit ?? 0) * last;
}

function digitString(text: string): string | undefined {
  if (text === '') return undefined;
  let digits = '';
  for (const char of text) {
    const digit = DIGITS[char];
    if (digit === undefined) return undefined;
    digits += String(digit);
  }
  return digits;
}
