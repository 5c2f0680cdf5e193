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

/**
 * The number that Chinese numerals state: 三, 十二, 一百零五, 三千五百万, 五点三, and digit by digit 二〇二〇.
 * Undefined for anything else, an empty text included.
 */
export function chineseNumber(text: string): number | undefined {
  const [whole, decimals, ...more] = text.split('点');
  if (more.length > 0 || whole === undefined || whole === '') return undefined;
  const integer = chineseInteger(whole);
  if (integer === undefined || decimals === undefined) return integer;
  const digits = digitString(decimals);
  return digits === undefined ? undefined : Number(`${integer}.${digits}`);
}

function chineseInteger(text: string): number | undefined {
  const plain = digitString(text);
  if (plain !== undefined) return Number(plain);
  let total = 0;
  // What has been read below the next 万 or 亿, and the digit that waits for its step.
  let section = 0;
  let digit: number | undefined;
  for (const char of text) {
    if (char in DIGITS) digit = DIGITS[char]!;
    else if (char in STEPS) {
      // 十 alone is ten; 百 and 千 need a digit before them.
      if (digit === undefined && char !== '十') return undefined;
      section += (digit ?? 1) * STEPS[char]!;
      digit = undefined;
    } else if (char === '万' || char === '亿') {
      section += digit ?? 0;
      if (section === 0 && total === 0) return undefined;
      total = char === '亿' ? (total + section) * 1e8 : total + section * 1e4;
      section = 0;
      digit = undefined;
    } else return undefined;
  }
  return total + section + (digit ?? 0);
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
