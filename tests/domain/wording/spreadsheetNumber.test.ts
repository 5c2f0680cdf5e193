import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNumber } from '../../../src/domain/wording/format';
import { excelNumber, shownNumber } from '../../../src/domain/wording/spreadsheetNumber';
import { excelText } from '../../export/office/excelText';

describe('excelNumber(value, text)', () => {
  it('keeps counts with commas and their unit', () => {
    expect(excelNumber(40650, '40,650例')).toEqual({ value: 40650, format: '#,##0"例"' });
    expect(excelNumber(87, '87')).toEqual({ value: 87, format: '#,##0' });
  });

  it('keeps a percentage as its fraction, without noise', () => {
    expect(excelNumber(67.68, '67.68%')).toEqual({ value: 0.6768, format: '0.00%' });
    expect(excelNumber(112.92, '112.92%')).toEqual({ value: 1.1292, format: '0.00%' });
    expect(excelNumber(1074.5, '1,074.5%')).toEqual({ value: 10.745, format: '#,##0.0%' });
    expect(excelNumber(2e-5, '0.00002%')).toEqual({ value: 2e-7, format: '0.00000%' });
  });

  it('keeps 67.68 for the axis of a chart', () => {
    expect(excelNumber(67.68, '67.68%', 'number')).toEqual({ value: 67.68, format: '#,##0.00"%"' });
  });

  it('prints qualifiers and words around the number', () => {
    expect(excelNumber(95, '≥95%')).toEqual({ value: 0.95, format: '"≥"0%' });
    expect(excelNumber(4000, '推算4,000例')).toEqual({ value: 4000, format: '"推算"#,##0"例"' });
    expect(excelNumber(1, '并列1')).toEqual({ value: 1, format: '"并列"#,##0' });
  });

  it('prints a negative number in the words of the screen, without a minus of its own', () => {
    expect(excelNumber(-14.29, '慢14.3个百分点')).toEqual({
      value: -14.29,
      format: '"慢"#,##0.0"个百分点";"慢"#,##0.0"个百分点"'
    });
    // A number, with the minus that the screen has.
    for (const text of ['−5.2‰', '-5.2‰'])
      expect(excelNumber(-5.2, text)).toEqual({ value: -5.2, format: '#,##0.0"‰";"−"#,##0.0"‰"' });
  });

  it('prints a number said in words', () => {
    const { value, format } = excelNumber(0, '与序时持平')!;
    expect([value, excelText(value, format)]).toEqual([0, '与序时持平']);
    expect(excelText(0.04, excelNumber(0.04, '快不到0.1个百分点')!.format)).toBe('快不到0.1个百分点');
  });

  it('finds the number among others', () => {
    expect(shownNumber(97.06, '97.06%（时期为2019年上半年，不可比）')).toEqual({
      before: '',
      digits: '97.06',
      after: '%（时期为2019年上半年，不可比）',
      percent: true
    });
    expect(shownNumber(5, '第1名5例')?.before).toBe('第1名');
  });

  it('takes no minus from a dash before a positive number', () => {
    expect(excelNumber(10, '1-10例')).toEqual({ value: 10, format: '"1-"#,##0"例"' });
  });

  it('gives up where no format can print it', () => {
    expect(excelNumber(1, '1"')).toBeNull();
    expect(excelNumber(NaN, '无数据')).toBeNull();
    expect(excelNumber(1, `1${'长'.repeat(260)}`)).toBeNull();
    expect(excelNumber(1, '')).toBeNull();
  });

  it('reads the same in a sheet as on the screen, whatever the formatter prints', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e9, max: 1e9, noNaN: true }),
        fc.constantFrom('', '%', '‰', '例', '1/10万', '个百分点'),
        fc.constantFrom('' as const, '≈' as const, '≥' as const),
        fc.constantFrom(null, 0, 1, 2),
        (value, unit, qualifier, decimals) => {
          const text = formatNumber(value, { unit, qualifier, decimals });
          const kept = excelNumber(value, text);
          expect(kept).not.toBeNull();
          expect(excelText(kept!.value, kept!.format)).toBe(text);
        }
      )
    );
  });
});
