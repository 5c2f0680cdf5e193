import { describe, expect, it } from 'vitest';
import { smallBelow, smallNumbers } from '../../../src/domain/audit/smallNumbers';
import { withheldNumbers, withheldRow, withheldText } from '../../../src/domain/audit/withheldNumbers';
import { DEFAULT_SMALL_NUMBERS } from '../../../src/domain/model/smallNumberRule';
import { count, dataset, indicator, place, type Fact } from '../factory';

const DEATHS = count({ name: '孕产妇死亡人数', unit: '人', better: '低' });
const BEDS = count({ name: '床位数', unit: '张' });
const RULE = DEFAULT_SMALL_NUMBERS;

const city = place('某市', { level: '地市' });
const counties = ['甲县', '乙县', '丙县'].map((name) => place(name, { parent: '某市' }));
const of = (...facts: Fact[]) => dataset({ indicators: [DEATHS, BEDS], places: [city, ...counties], facts });
const at = (name: string, value: number, more: Partial<Fact> = {}): Fact => ({ at: name, in: '2020', value, ...more });
const withheld = (...facts: Fact[]) =>
  withheldNumbers(of(...facts), RULE).map(({ observation: o, why }) => [o.place.id, o.measure, o.period.text, why]);

describe('smallBelow', () => {
  it('is the threshold for counts of people, 0 for things and rates, and what the package says of single indicators', () => {
    expect(smallBelow(DEATHS, RULE)).toBe(5);
    expect(smallBelow(BEDS, RULE)).toBe(0);
    expect(smallBelow(indicator(), RULE)).toBe(0);
    expect(smallBelow(DEATHS, { threshold: 5, byIndicator: { [DEATHS.id]: 0 } })).toBe(0);
    expect(smallBelow(BEDS, { threshold: 5, byIndicator: { [BEDS.id]: 10 } })).toBe(10);
    expect(smallBelow(count({ id: 'constructor', unit: '张' }), RULE)).toBe(0);
  });
});

describe('smallNumbers', () => {
  it('are above 0 and below the threshold', () => {
    const data = of(at('甲县', 0), at('乙县', 4), at('丙县', 5), at('甲县', 3, { of: BEDS.id }));
    expect(smallNumbers(data, RULE).map((o) => [o.place.id, o.value])).toEqual([['乙县', 4]]);
    expect(smallNumbers(data, { threshold: 0, byIndicator: {} })).toEqual([]);
  });
});

describe('withheldNumbers', () => {
  it('are the small ones alone where no total is published', () => {
    expect(withheld(at('甲县', 2), at('乙县', 9))).toEqual([['甲县', '数值', '2020', '人数少于5']]);
  });

  it('hide one more, the smallest of the parts, where the total would give it away', () => {
    expect(withheld(at('某市', 31), at('甲县', 2), at('乙县', 20), at('丙县', 9))).toEqual([
      ['甲县', '数值', '2020', '人数少于5'],
      ['丙县', '数值', '2020', '由合计可以推出甲县的孕产妇死亡人数']
    ]);
  });

  it('hide no more where two are hidden already', () => {
    expect(withheld(at('某市', 25), at('甲县', 2), at('乙县', 20), at('丙县', 3))).toHaveLength(2);
  });

  it('hide the total where there is no other part', () => {
    expect(withheld(at('某市', 2 + 0), at('甲县', 2)).map(([id]) => id)).toEqual(['某市', '甲县']);
    expect(withheld(at('某市', 7), at('甲县', 2)).map(([id]) => id)).toEqual(['某市', '甲县']);
  });

  it('take an organisation of the place for no part of its areas’ sum', () => {
    const hospital = place('市医院', { level: '机构', parent: '某市' });
    const data = dataset({
      indicators: [DEATHS],
      places: [city, ...counties, hospital],
      facts: [at('某市', 31), at('甲县', 2), at('乙县', 20), at('丙县', 9), at('市医院', 3)]
    });
    // 31 − 20 − 9 is what 甲县 hides, whatever the hospital says. The hospital's 3 are no sum of 31.
    expect(withheldNumbers(data, RULE).map(({ observation: o }) => o.place.id)).toEqual(['甲县', '丙县', '市医院']);
  });

  it('hide one more of the organisations where they come to the figure of their county, and none where they don’t', () => {
    const hospitals = ['一院', '二院', '三院'].map((name) => place(name, { level: '机构', parent: '甲县' }));
    const of3 = (total: number) =>
      withheldNumbers(
        dataset({
          indicators: [DEATHS],
          places: [...counties, ...hospitals],
          facts: [at('甲县', total), at('一院', 2), at('二院', 20), at('三院', 9)]
        }),
        RULE
      ).map(({ observation: o }) => o.place.id);
    expect(of3(31)).toEqual(['一院', '三院']);
    expect(of3(32)).toEqual(['一院']);
  });

  it('hide what other rows give away: another report, and the change here and a year later', () => {
    const change = { measure: '同比(%)' } as const;
    expect(
      withheld(
        at('甲县', 2),
        at('甲县', 2),
        at('甲县', -50, change),
        at('甲县', 300, { ...change, in: '2021' }),
        at('甲县', 10, { ...change, in: '2022' })
      )
    ).toEqual([
      ['甲县', '数值', '2020', '人数少于5'],
      ['甲县', '数值', '2020', '人数少于5'],
      ['甲县', '同比(%)', '2020', '由同比或占比可以推出被隐藏的数'],
      ['甲县', '同比(%)', '2021', '由同比或占比可以推出被隐藏的数']
    ]);
  });

  it('hide one more sub-group of a whole', () => {
    const found = withheldNumbers(
      of(
        at('甲县', 40),
        at('甲县', 2, { part: '男' }),
        at('甲县', 30, { part: '女' }),
        at('甲县', 8, { part: '不详' })
      ),
      RULE
    );
    expect(found.map(({ observation }) => observation.part)).toEqual(['男', '不详']);
  });

  it('leave in no sum a single hidden member, whatever the numbers', () => {
    for (let seed = 0; seed < 200; seed++) {
      const numbers = [seed % 7, (seed * 3) % 11, (seed * 5) % 13];
      const sum = numbers.reduce((a, b) => a + b, 0);
      const hidden = new Set(
        withheld(at('某市', sum), ...counties.map(({ id }, i) => at(id, numbers[i]!))).map(([id]) => id)
      );
      expect(hidden.size === 1, `${numbers.join()}`).toBe(false);
    }
  });

  it('are written without the number and logged without it', () => {
    const [one] = withheldNumbers(of(at('甲县', 2, { written: '2人', note: '其中1人外地' })), RULE);
    expect(withheldRow(one!.observation)).toMatchObject({
      value: null,
      status: '不适用',
      flags: '小数隐藏',
      written: '',
      note: ''
    });
    expect(withheldText(one!)).toBe('observations.csv 第2行：甲县2020年孕产妇死亡人数，人数少于5');
  });
});
