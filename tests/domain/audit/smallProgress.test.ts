import { describe, expect, it } from 'vitest';
import { smallResultBelow, smallResults } from '../../../src/domain/audit/smallProgress';
import { withheldResults, withheldResultText } from '../../../src/domain/audit/withheldResults';
import { DEFAULT_SMALL_NUMBERS } from '../../../src/domain/model/smallNumberRule';
import { count, dataset, place, programme, type Task } from '../factory';

const RULE = DEFAULT_SMALL_NUMBERS;
const SCOPE = programme('结肠镜检查', { id: 'scope', unit: '例' });
const BEDS = programme('新增床位', { id: 'beds', unit: '张' });
const city = place('某市', { level: '地市' });
const counties = ['甲县', '乙县', '丙县'].map((name) => place(name, { parent: '某市' }));
const of = (...tasks: Task[]) => dataset({ programmes: [SCOPE, BEDS], places: [city, ...counties], tasks });
const at = (name: string, done: number, more: Partial<Task> = {}): Task => ({
  ...{ of: 'scope', at: name, in: '2020', asOf: '2020-10-31', target: 100, done },
  ...more
});
const withheld = (...tasks: Task[]) => withheldResults(of(...tasks), RULE).map(({ row, why }) => [row.place.id, why]);

describe('small results', () => {
  it('are counts of people above 0 and below the threshold', () => {
    const data = of(at('甲县', 0), at('乙县', 4), at('丙县', 5), at('某市', 3, { of: 'beds' }));
    expect(smallResults(data, RULE).map(({ place: { id }, done }) => [id, done])).toEqual([['乙县', 4]]);
  });

  it('go by what the package says of the task, else of its indicator', () => {
    const found = count({ id: 'found', unit: '例' });
    const data = dataset({
      indicators: [found],
      programmes: [programme('发现', { id: 'linked', unit: '例', indicator: 'found' })]
    });
    const linked = data.programmes[0]!;
    expect(smallResultBelow(linked, data, RULE)).toBe(5);
    expect(smallResultBelow(linked, data, { threshold: 5, byIndicator: { found: 0 } })).toBe(0);
    expect(smallResultBelow(linked, data, { threshold: 5, byIndicator: { found: 0, linked: 9 } })).toBe(9);
    expect(smallResultBelow(BEDS, data, RULE)).toBe(0);
  });
});

describe('withheldResults', () => {
  it('are the small ones alone where nobody states the sum', () => {
    expect(withheld(at('甲县', 2), at('乙县', 9))).toEqual([['甲县', '完成数少于5']]);
  });

  it('take along the smallest other part of a stated sum, and no more where two are hidden already', () => {
    expect(withheld(at('某市', 31), at('甲县', 2), at('乙县', 20), at('丙县', 9))).toEqual([
      ['甲县', '完成数少于5'],
      ['丙县', '由合计可以推出甲县的完成数']
    ]);
    expect(withheld(at('某市', 25), at('甲县', 2), at('乙县', 20), at('丙县', 3))).toHaveLength(2);
  });

  it('take along the sum where there is no other part', () => {
    expect(withheld(at('某市', 7), at('甲县', 2)).map(([id]) => id)).toEqual(['某市', '甲县']);
  });

  it('take an organisation of the place for no part of its areas’ sum', () => {
    const hospitals = ['一院', '二院'].map((name) => place(name, { level: '机构', parent: '某市' }));
    const hidden = (rest: number) =>
      withheldResults(
        dataset({
          programmes: [SCOPE],
          places: [city, ...counties, ...hospitals],
          tasks: [at('某市', 31), at('甲县', 2), at('乙县', 20), at('丙县', 9), at('一院', 3), at('二院', rest)]
        }),
        RULE
      ).map(({ row }) => row.place.id);
    // 31 − 20 − 9 is what 甲县 hides, 31 − 28 what 一院 hides: one more of each.
    expect(hidden(28)).toEqual(['甲县', '丙县', '一院', '二院']);
    // 3 and 27 aren't all of 31: nothing can be worked out from 27.
    expect(hidden(27)).toEqual(['甲县', '丙县', '一院']);
  });

  it('keep periods apart', () => {
    expect(withheld(at('某市', 31, { in: '2019' }), at('甲县', 2), at('乙县', 20))).toEqual([['甲县', '完成数少于5']]);
  });

  it('are said without the number', () => {
    expect(withheldResultText(withheldResults(of(at('甲县', 2)), RULE)[0]!)).toBe(
      'progress.csv 第2行：甲县2020年结肠镜检查，完成数少于5'
    );
  });
});
