import { describe, expect, it } from 'vitest';
import { missingGaps } from '../../../src/domain/missing/missingReason';
import { dataset, type Fact, indicator, place, unit, type Small } from '../factory';

const STANDARD = indicator({ name: '高血压患者规范管理率', group: '高血压患者管理·规范管理率' });
const MANAGED = indicator({ name: '高血压患者管理率', group: '高血压患者管理·管理率' });
const CONTROL = indicator({ name: '血压控制达标率', group: '高血压患者管理·控制率' });
const SMALL: Small = {
  indicators: [STANDARD, MANAGED, CONTROL],
  places: ['甲县', '乙县', '丙县', '丁县', '戊县', '己县', '庚县']
    .map((name) => place(name))
    .concat(unit('一院', '己县')),
  facts: [
    { of: STANDARD.id, at: '甲县', in: '2020', value: 90 },
    { of: STANDARD.id, at: '乙县', in: '2020', value: null, status: '缺字', written: '规范管理率%' },
    { of: MANAGED.id, at: '丙县', in: '2020', value: 94.7 },
    { of: CONTROL.id, at: '丁县', in: '2020', value: 61 },
    { of: STANDARD.id, at: '戊县', in: '2020', value: 1.2, measure: '同比(百分点)', written: '提高1.2个百分点' },
    { of: STANDARD.id, at: '一院', in: '2020', value: 88 }
  ]
};

describe('missingGaps(dataset, indicator)', () => {
  const gap = (name: string) => {
    const data = dataset(SMALL);
    const { evidence, ...rest } = missingGaps(data, data.indicators[0]!)(data.place(name)!);
    return { ...rest, line: evidence?.line ?? null };
  };

  it('repeats what the report says of its own gap', () => {
    expect(gap('乙县')).toEqual({ kind: '缺', word: '缺字', text: '原文缺字（“规范管理率%”）', line: 2 });
  });

  it('names the same measure by another 口径', () => {
    expect(gap('丙县')).toEqual({
      kind: '口径不同',
      word: '口径不同',
      text: '只有高血压患者管理率94.7%，口径不同',
      line: 3
    });
  });

  it('names another indicator of the subject', () => {
    expect(gap('丁县')).toEqual({
      kind: '指标不同',
      word: '指标不同',
      text: '只有血压控制达标率61%，指标不同',
      line: 4
    });
  });

  it('knows that a change was stated without the figure itself', () => {
    expect(gap('戊县')).toEqual({
      kind: '只有变化',
      word: '只有同比',
      text: '只有同比（上升1.2个百分点），没有数值',
      line: 5
    });
  });

  it('knows that only organisations report it', () => {
    expect(gap('己县')).toEqual({ kind: '下属单位', word: '下属单位', text: '只有下属单位数据', line: null });
  });

  it('else the report doesn’t say', () => {
    expect(gap('庚县')).toEqual({ kind: '未写', word: '未写', text: '报告未写', line: null });
  });

  it('names the groups that have a figure where the whole has none, each once; a group without a figure is none', () => {
    const parts = (...rows: readonly (readonly [at: string, part: string, value: number | null])[]) => {
      const data = dataset({
        indicators: [STANDARD],
        places: [place('甲县'), place('乙县')],
        facts: rows.flatMap(([at, part, value]) => [
          { of: STANDARD.id, at, in: '2019', part, value },
          { of: STANDARD.id, at, in: '2020', part, value }
        ])
      });
      const gapOf = missingGaps(data, data.indicators[0]!);
      return data.places.map((at) => gapOf(at)).map(({ kind, word, text, evidence }) => [kind, word, text, evidence]);
    };
    expect(parts(['甲县', '男', 90], ['甲县', '女', 91], ['乙县', '男', null])).toEqual([
      ['未写', '只有分组', '只有分组的数（男、女），没有合计', null],
      ['未写', '未写', '报告未写', null]
    ]);
  });

  it('knows that organisations report only where one of its own has a number', () => {
    const data = dataset({
      indicators: [STANDARD],
      places: [place('甲县'), place('乙县'), unit('一院', '甲县'), unit('二院', '乙县')],
      facts: [
        { of: STANDARD.id, at: '一院', in: '2020', value: 88 },
        { of: STANDARD.id, at: '二院', in: '2020', value: null, status: '未报' }
      ]
    });
    const gapOf = missingGaps(data, data.indicators[0]!);
    expect(['甲县', '乙县', '二院'].map((name) => gapOf(data.place(name)!).text)).toEqual([
      '只有下属单位数据',
      '报告未写',
      '未报'
    ]);
  });

  it('prefers the same measure by another 口径 to another indicator, and tells its latest figure', () => {
    const data = dataset({
      indicators: [STANDARD, CONTROL, MANAGED],
      places: [place('甲县')],
      facts: [
        { of: CONTROL.id, at: '甲县', in: '2020', value: 61 },
        { of: MANAGED.id, at: '甲县', in: '2020', value: 94.7 },
        { of: MANAGED.id, at: '甲县', in: '2019', value: 93 }
      ]
    });
    const gap = missingGaps(data, data.indicators[0]!)(data.places[0]!);
    expect([gap.text, gap.evidence?.line]).toEqual(['只有高血压患者管理率94.7%，口径不同', 2]);
  });
});

it('gapReason(observation) tells a hole as written, and a small number that is kept back', () => {
  const hole = (fact: Partial<Fact>) => {
    const data = dataset({ facts: [{ at: '甲县', in: '2020', value: null, ...fact }] });
    return missingGaps(data, data.indicators[0]!)(data.place('甲县')!).text;
  };
  expect(hole({ status: '缺字', written: '' })).toBe('原文缺字');
  expect(hole({ status: '未报', written: '—' })).toBe('未报（“—”）');
  expect(hole({ status: '未报', flags: '小数隐藏', written: '*' })).toBe(
    '人数太少，为不让人认出是谁，没有公布（小数隐藏）'
  );
});
