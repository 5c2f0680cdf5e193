import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Measure, Qualifier } from '../../../src/domain/model/records';
import { figuresIn, contradiction, unitOfMeasure } from '../../../src/domain/wording/written';

const says = (written: string, value: number, unit: string, qualifier: Qualifier = '', measure: Measure = '数值') =>
  contradiction(written, { value, unit, measure, qualifier });

describe('figuresIn', () => {
  it('finds nothing where there is no figure', () => {
    for (const text of ['', '全部完成', '数百人', '几十家', '统计']) expect(figuresIn(text, '人'), text).toEqual([]);
  });

  it('expresses the figure in the unit', () => {
    const cases: [string, string, number[]][] = [
      ['97.06%', '%', [97.06]],
      ['62236人', '人', [62236]],
      ['12,345人次', '人次', [12345]],
      ['1，234，567元', '元', [1234567]],
      ['１２家', '家', [12]],
      ['1523万元', '万元', [1523]],
      ['1523万元', '元', [15230000]],
      ['1.5亿元', '万元', [15000]],
      ['15230000元', '万元', [1523]],
      ['4万', '元', [40000]],
      ['4万余份', '份', [40000]],
      ['60余万人次', '人次', [600000]],
      ['662.16万人次', '万人次', [662.16]],
      ['3千余人', '人', [3000]],
      ['5千克', '千克', [5]],
      ['三家', '家', [3]],
      ['十二个', '个', [12]],
      ['百余人', '人', [100]],
      ['百分之九十五', '%', [95]],
      ['百分之百', '%', [100]],
      ['七成', '%', [70]],
      ['5.87‰', '‰', [5.87]],
      ['12.3/10万', '1/10万', [12.3]],
      ['第42位', '', [42]],
      ['首位', '', [1]],
      ['-1.2‰', '‰', [-1.2]],
      ['2-3个', '个', [2, 3]]
    ];
    for (const [written, unit, amounts] of cases)
      expect(figuresIn(written, unit), `${written} in ${unit}`).toEqual(amounts);
  });

  it('does not take a date for an amount, unless days or months are counted', () => {
    expect(figuresIn('2020年10月完成770例', '例')).toEqual([770]);
    expect(figuresIn('6717日', '日')).toEqual([6717]);
  });

  it('does not take a share for a count, nor permille for percent', () => {
    expect(figuresIn('95%', '人')).toEqual([]);
    expect(figuresIn('5.87‰', '%')).toEqual([]);
    expect(figuresIn('5.87%', '‰')).toEqual([]);
    expect(figuresIn('129919人', '%')).toEqual([]);
  });

  it('never throws and never gives NaN', () => {
    const piece = fc.constantFrom(
      '一',
      '百',
      '万',
      '亿',
      '点',
      '余',
      '3',
      ',',
      '.',
      '-',
      '%',
      '近',
      '以上',
      '年',
      '／',
      '零'
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 12 }),
        fc.constantFrom('', '%', '人', '万元', '1/10万', '日'),
        (pieces, unit) => {
          for (const amount of figuresIn(pieces.join(''), unit)) expect(Number.isFinite(amount)).toBe(true);
        }
      )
    );
  });

  it('reads back any plain count', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (n) => {
        expect(figuresIn(`${n}人`, '人')).toEqual([n]);
      })
    );
  });
});

describe('contradiction', () => {
  it('is silent where the text says the value', () => {
    expect(says('97.06%', 97.06, '%')).toBeUndefined();
    expect(says('4万余次', 40000, '次', '≈')).toBeUndefined();
    expect(says('持平', 0, '%', '', '同比(%)')).toBeUndefined();
    expect(says('下降18.8%', -18.8, '%', '', '同比(%)')).toBeUndefined();
    expect(says('提高1.2个百分点', 1.2, '百分点', '', '同比(百分点)')).toBeUndefined();
    expect(says('减少12间', -12, '间')).toBeUndefined();
  });

  it('refuses another amount and says which the text gives', () => {
    expect(says('97.06%', 97.6, '%')).toBe('原文写法是“97.06%”，读出来是97.06，与数值97.6不符');
    expect(says('4万', 4, '元')).toBe('原文写法是“4万”，读出来是40000，与数值4不符');
    expect(says('全部完成', 100, '%')).toBe('原文写法是“全部完成”，里面没有数字，与数值100不符');
  });

  it('refuses a wrong sign', () => {
    expect(says('下降18.8%', 18.8, '%', '', '同比(%)')).toBe('原文写法“下降18.8%”是下降，数值应为负数');
    expect(says('增长3%', -3, '%', '', '同比(%)')).toBe('原文写法“增长3%”是上升，数值不应为负数');
    expect(says('3%', -3, '%', '', '同比(%)')).toBe('原文写法“3%”看不出是下降，数值却是负数');
    expect(says('-3%', 3, '%', '', '同比(%)')).toBe('原文写法“-3%”带负号，数值应为负数');
    expect(says('负增长3%', 3, '%', '', '同比(%)')).toBe('原文写法“负增长3%”是下降，数值应为负数');
  });

  it('takes a fall as an amount where the indicator itself counts falls', () => {
    expect(says('下降18.8%', 18.8, '%')).toBeUndefined();
  });

  it('asks for the qualifier that the words demand', () => {
    const cases: [string, number, string, Qualifier][] = [
      ['近4000人', 4000, '人', '≈'],
      ['1600多名', 1600, '名', '≈'],
      ['9000余名', 9000, '名', '≈'],
      ['约800人', 800, '人', '≈'],
      ['3分钟左右', 3, '分钟', '≈'],
      ['百余人', 100, '人', '≈'],
      ['95%以上', 95, '%', '≥'],
      ['不低于95%', 95, '%', '≥'],
      ['至少3家', 3, '家', '≥'],
      ['50/10万以下', 50, '1/10万', '≤'],
      ['不超过5%', 5, '%', '≤'],
      ['控制在3%以内', 3, '%', '≤'],
      ['超过100张', 100, '张', '>'],
      ['突破100万人次', 1000000, '人次', '>'],
      ['不足5%', 5, '%', '<'],
      ['低于5%', 5, '%', '<']
    ];
    for (const [written, value, unit, qualifier] of cases) {
      expect(says(written, value, unit, qualifier), written).toBeUndefined();
      expect(says(written, value, unit, ''), written).toContain(`qualifier 应为“${qualifier}”，现在是空的`);
      expect(says(written, value, unit, qualifier === '≈' ? '≥' : '≈'), written).toContain(
        `qualifier 应为“${qualifier}”，现在写的是`
      );
    }
  });

  it('asks for none where the words belong to something else', () => {
    for (const [written, value, unit] of [
      ['100%的二级以上医院', 100, '%'],
      ['签约3人', 3, '人'],
      ['节约12万元', 12, '万元'],
      ['预约30人', 30, '人'],
      ['超额完成100例', 100, '例'],
      ['其余3家', 3, '家'],
      ['附近3家', 3, '家'],
      ['至今30人', 30, '人']
    ] as const) {
      expect(says(written, value, unit), written).toBeUndefined();
    }
  });

  it('lets a row carry a qualifier that stands outside the figure', () => {
    expect(says('85%', 85, '%', '≥')).toBeUndefined();
  });
});

it('unitOfMeasure is the indicator’s own only for the figure itself', () => {
  expect(unitOfMeasure('数值', '万元')).toBe('万元');
  expect(unitOfMeasure('同比(%)', '万元')).toBe('%');
  expect(unitOfMeasure('同比(百分点)', '%')).toBe('百分点');
  expect(unitOfMeasure('占比', '人')).toBe('%');
  expect(unitOfMeasure('位次', '%')).toBe('');
});
