import { expect, it } from 'vitest';
import { chineseNumber } from '../../../src/domain/number/chineseNumber';

it('chineseNumber is undefined for what is no number', () => {
  for (const text of ['', '点', '三点', '甲', '三家', '百', '一点二点三', '万', '万三', '千三', '三甲', '零万'])
    expect(chineseNumber(text), text).toBeUndefined();
});

it('chineseNumber is undefined for about how much, and for steps in no order', () => {
  for (const text of [
    '三四十',
    '十五六',
    '三五百',
    '两三万',
    '一二百',
    '十百',
    '百十',
    '五十三百',
    '三十十',
    '一千二千'
  ])
    expect(chineseNumber(text), text).toBeUndefined();
});

it('chineseNumber takes a last digit without its step for the next smaller one, unless 零 stands before it', () => {
  const cases: [string, number][] = [
    ['十五', 15],
    ['一百五', 150],
    ['一百零五', 105],
    ['一百〇五', 105],
    ['一千二', 1200],
    ['一千零二十', 1020],
    ['一百五十', 150],
    ['三万五', 35000],
    ['三万零五', 30005],
    ['二十五万三', 253000],
    ['一百五万', 1500000],
    ['一亿五', 150000000],
    ['三万亿', 3000000000000],
    ['一万二千三百四十五', 12345],
    ['一亿二千万零三', 120000003]
  ];
  for (const [text, value] of cases) expect(chineseNumber(text), text).toBe(value);
});

it('chineseNumber reads numerals with and without steps', () => {
  const cases: [string, number][] = [
    ['零', 0],
    ['三', 3],
    ['两', 2],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['九十九', 99],
    ['一百', 100],
    ['一百零五', 105],
    ['一百一十', 110],
    ['三千', 3000],
    ['三千零五', 3005],
    ['一万二千', 12000],
    ['十万', 100000],
    ['三千五百万', 35000000],
    ['一亿零五百万', 105000000],
    ['二〇二〇', 2020],
    ['五点三', 5.3],
    ['九十五点零五', 95.05]
  ];
  for (const [text, value] of cases) expect(chineseNumber(text), text).toBe(value);
});
