const DIGITS = '零一二三四五六七八九';

/** 12 as 十二, 20 as 二十, 105 as 一百零五; whole numbers from 1 to 999, others as digits. */
export function chineseOrdinal(n: number): string {
  if (!Number.isInteger(n) || n < 1 || n > 999) return String(n);
  const hundreds = Math.floor(n / 100);
  const tens = Math.floor((n % 100) / 10);
  const ones = n % 10;
  const gap = hundreds > 0 && tens === 0 && ones > 0 ? '零' : '';
  const ten = tens === 0 ? '' : tens === 1 && hundreds === 0 ? '十' : `${DIGITS[tens]}十`;
  return `${hundreds > 0 ? `${DIGITS[hundreds]}百` : ''}${gap}${ten}${ones > 0 ? DIGITS[ones] : ''}`;
}
