import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wrappedLineCount, unbreakablePieces, wholeParts } from '../../../src/domain/wording/wholeParts';

const whole = (text: string) => wholeParts(text).flatMap((part) => (part.isWhole ? part.text : []));

describe('what stays on one line', () => {
  it('is a date or a period', () => {
    expect(whole('到2020-11-30到期')).toEqual(['2020-11-30']);
    expect(whole('截至2020年10月26日，还差')).toEqual(['2020年10月26日，']);
    expect(whole('2020年1—10月与2019年上半年')).toEqual(['2020年1—10月', '2019年上半年']);
    expect(whole('2020年第3季度，2021年度，2022年，11月份，5月1—7日')).toEqual([
      '2020年第3季度，',
      '2021年度，',
      '2022年，',
      '11月份，',
      '5月1—7日'
    ]);
  });

  it('is a number with its sign and its unit', () => {
    expect(whole('完成2,707例，慢14.3个百分点')).toEqual(['2,707例，', '14.3个百分点']);
    expect(whole('≥95%，−1.5%，约390.6万份，12.3/10万，9,876.5亿元')).toEqual([
      '≥95%，',
      '−1.5%，',
      '约390.6万份，',
      '12.3/10万，',
      '9,876.5亿元'
    ]);
    expect(whole('2,000元/人')).toEqual(['2,000元/人']);
    expect(whole('没有数')).toEqual([]);
  });

  it('takes along what closes it: no line begins with a colon', () => {
    expect(whole('最近2016年上半年：70.98%）。')).toEqual(['2016年上半年：', '70.98%）。']);
  });

  it('is cut between, and nothing is lost', () => {
    expect(unbreakablePieces('到2020-11-30（含）完成4,000例。')).toEqual([
      '到',
      '2020-11-30',
      '（含）',
      '完',
      '成',
      '4,000例。'
    ]);
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0129年月日-—，.%例（）abc ') }), (text) => {
        expect(
          wholeParts(text)
            .map((part) => part.text)
            .join('')
        ).toBe(text);
        expect(unbreakablePieces(text).join('')).toBe(text);
      })
    );
  });
});

describe('wrappedLineCount(text, room, width)', () => {
  const lines = (text: string, room: number) => wrappedLineCount(text, room, (part) => part.length);

  it('moves a date or a number to the next line whole', () => {
    // 1期，最近 | 2019年：4,419 | 人, not 10 signs a line.
    expect(lines('最近2019年', 10)).toBe(1);
    expect(lines('一二三四五六2019年上半年', 10)).toBe(2);
    expect(lines('一二三四五六2019年上半年：96.33%', 10)).toBe(3);
  });

  it('breaks words wherever they end the line, and a number that no line has room for', () => {
    expect(lines('一二三四五六七八九十甲', 10)).toBe(2);
    expect(lines('1,234,567,890,123', 10)).toBe(2);
    expect(lines('', 10)).toBe(1);
  });
});
