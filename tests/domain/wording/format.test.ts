import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { difference } from '../../../src/domain/wording/difference';
import {
  asPrinted,
  formatBare,
  formatChange,
  formatDifference,
  formatExact,
  formatNumber,
  formatRounded,
  formatScaled,
  formatValue,
  scaleFor,
  toAxis
} from '../../../src/domain/wording/format';
import { count, indicator } from '../factory';

describe('formatNumber(value, style)', () => {
  it.each([
    [0, {}, '0'],
    [-0, {}, '0'],
    [999, {}, '999'],
    [1000, {}, '1,000'],
    [1234567, {}, '1,234,567'],
    [-1234.5, {}, '−1,234.5'],
    [96.2, {}, '96.2'],
    [1234.5678, {}, '1,234.5678'],
    [0.1 + 0.2, {}, '0.3'],
    [96.2 - 95.39, {}, '0.81'],
    [1 / 3, {}, '0.3333'],
    [95, { decimals: 2 }, '95.00'],
    [1.005, { decimals: 2 }, '1.01'],
    [-1.005, { decimals: 2 }, '−1.01'],
    [2.5, { decimals: 0 }, '3'],
    [-0.4, { decimals: 0 }, '−0.4'],
    [0.004, { decimals: 2 }, '0.004'],
    [0.0006, { decimals: 2 }, '0.0006'],
    [0.00015, { decimals: 2 }, '0.00015'],
    [1 / 3000, { decimals: 2 }, '0.00033'],
    [4e-7, { decimals: 2, unit: '%' }, '<0.000001%'],
    [-4e-7, { decimals: 2 }, '>−0.000001'],
    [4e-9, { qualifier: '≥' }, '>0'],
    [81.967213, { decimals: 2 }, '81.97'],
    [95.39, { decimals: null }, '95.39'],
    [4000, { qualifier: '≈', unit: '人' }, '约4,000人'],
    [95, { qualifier: '≥', unit: '%' }, '≥95%'],
    [5, { qualifier: '≤', unit: '%' }, '≤5%'],
    [10, { qualifier: '>' }, '>10'],
    [10, { qualifier: '<' }, '<10'],
    [5.87, { unit: '‰' }, '5.87‰'],
    [12.3, { unit: '1/10万' }, '12.3/10万'],
    [662.16, { unit: '万人次' }, '662.16万人次']
  ] as const)('%s with %j is %s', (value, style, text) => {
    expect(formatNumber(value, style)).toBe(text);
  });

  it('says 无数据 for what is no number, never NaN or ∞', () => {
    expect(formatNumber(NaN)).toBe('无数据');
    expect(formatNumber(Infinity, { unit: '%' })).toBe('无数据');
  });

  it('prints what reads back as the value, rounded to four decimals', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.integer({ min: 0, max: 4 }), (n, d) => {
        const value = Number(`${n}e-${d}`);
        expect(Number(formatNumber(value).replace(/,/g, '').replace('−', '-'))).toBe(value === 0 ? 0 : value);
      })
    );
  });
});

describe('the formatter, whatever the number', () => {
  const finite = fc.double({ min: -1e12, max: 1e12, noNaN: true, noDefaultInfinity: true });
  const decimals = fc.option(fc.integer({ min: 0, max: 4 }));

  it('prints 0 for 0 only', () => {
    fc.assert(
      fc.property(finite, decimals, (value, d) => {
        expect(/^-?[0.,]+$/.test(formatNumber(value, { decimals: d }))).toBe(value === 0);
      })
    );
  });

  it('prints 0 for 0 only in 万 and 亿 too', () => {
    fc.assert(
      fc.property(fc.integer(), fc.double({ min: 1e5, max: 1e13, noNaN: true }), (millis, other) => {
        const value = millis / 1000;
        const scale = scaleFor([value, other], '元');
        expect(/^-?[0.,]+$/.test(formatScaled(value, scale, count({ unit: '元' })))).toBe(value === 0);
      })
    );
  });

  it('says 持平 for no change only, and −100% for a fall to 0 only', () => {
    const size = fc.oneof(fc.integer({ min: 0, max: 1e9 }), fc.double({ min: 0, max: 1e9, noNaN: true }));
    fc.assert(
      fc.property(size, size, (a, b) => {
        const { text, value } = difference(a, b, count());
        expect(text.includes('持平')).toBe(a === b);
        if (b > 0) expect(/下降100(\.0+)?%/.test(text)).toBe(a === 0);
        if (value !== null) expect(Math.sign(value)).toBe(Math.sign(a - b));
      })
    );
  });

  it('prints alike what is drawn alike, and unlike what isn’t', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2e9 }), { minLength: 2, maxLength: 8 }), (values) => {
        const of = count({ unit: '例' });
        const scale = scaleFor(values, '例');
        for (const a of values)
          for (const b of values)
            expect(formatScaled(a, scale, of) === formatScaled(b, scale, of)).toBe(
              asPrinted(a, scale, of) === asPrinted(b, scale, of)
            );
      })
    );
  });

  it('keeps every digit in a table, whatever the scale', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e11 }), (value) => {
        const scale = scaleFor([value], '人');
        const text = formatExact(value, scale, count({ unit: '人' }));
        const number = Number(text.replace(scale.unit, '').replace(/,/g, ''));
        expect(Math.round(number * scale.factor)).toBe(value);
      })
    );
  });
});

describe('formatRounded(value, indicator)', () => {
  it.each([
    [3_906_000, '份', '390.6万份'],
    [869_000, '人', '86.9万人'],
    [18_360_000, '人次', '1,836万人次'],
    [99_999, '人', '99,999人'],
    [2_500_000_000, '元', '25亿元']
  ])('%s%s is %s', (value, unit, text) => {
    expect(formatRounded(value, count({ unit }))).toBe(text);
  });
});

describe('formatValue and formatBare(value, indicator)', () => {
  it('use the value’s own decimals, at most the indicator’s', () => {
    expect(formatValue(96.2, indicator())).toBe('96.2%');
    expect(formatValue(96.2, indicator({ decimals: 2 }))).toBe('96.2%');
    expect(formatValue(96.248, indicator({ decimals: 2 }))).toBe('96.25%');
    expect(formatValue(40650, count({ unit: '例' }))).toBe('40,650例');
    expect(formatBare(96.2, indicator())).toBe('96.2');
  });

  it('put the qualifier in front', () => {
    expect(formatValue(90, indicator(), '≥')).toBe('≥90%');
    expect(formatBare(800, count(), '≈')).toBe('约800');
  });
});

describe('formatDifference(difference, indicator)', () => {
  it.each([
    [96.2 - 95.39, indicator(), '0.81个百分点'],
    [95.39 - 96.2, indicator(), '0.81个百分点'],
    [3.3 - 2.8, indicator({ unit: '‰' }), '0.5个千分点'],
    [-1204, count({ unit: '例' }), '1,204例'],
    [0.1, indicator({ kind: '占比' }), '0.1个百分点'],
    [2.4, indicator({ unit: '1/10万' }), '2.4/10万']
  ])('%s is %s', (value, of, text) => {
    expect(formatDifference(value, of)).toBe(text);
  });
});

describe('formatChange(value, measure)', () => {
  it.each([
    [12.3, '同比(%)', '增长12.3%'],
    [-18.8, '同比(%)', '下降18.8%'],
    [0, '同比(%)', '持平'],
    [1.2, '同比(百分点)', '上升1.2个百分点'],
    [-2.76, '同比(百分点)', '下降2.76个百分点'],
    [0, '同比(百分点)', '持平']
  ] as const)('%s %s is %s', (value, measure, text) => {
    expect(formatChange(value, measure)).toBe(text);
  });

  it('keeps the decimals the source prints', () => {
    expect(formatChange(-30, '同比(%)', 1)).toBe('下降30.0%');
  });
});

describe('scaleFor(values, unit)', () => {
  it.each([
    [[99_999], '人', 1, '人'],
    [[5, 100_000], '人', 1e4, '万人'],
    [[-100_000], '元', 1e4, '万元'],
    [[999_999_999], '元', 1e4, '万元'],
    [[1e9], '元', 1e8, '亿元'],
    [[662.16, 1e6], '万人次', 1, '万人次'],
    [[99_999], '万元', 1, '万元'],
    [[100_000], '万元', 1e4, '亿元'],
    [[1e6], '亿元', 1, '亿元'],
    [[1e6], '%', 1, '%'],
    [[1e6], '‰', 1, '‰'],
    [[1e6], '1/10万', 1, '1/10万'],
    [[], '人', 1, '人']
  ])('%j %s: factor %s, %s', (values, unit, factor, scaled) => {
    expect(scaleFor(values, unit)).toEqual({ factor, unit: scaled });
  });

  it('gives what toAxis divides by', () => {
    expect(toAxis(406_500, scaleFor([406_500], '例'))).toBe(40.65);
  });
});
