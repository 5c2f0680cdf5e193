import { describe, expect, it } from 'vitest';
import { smallNumberIssues } from '../../../src/datasets/check/smallNumberIssues';
import { smallBaseOf, smallNumberRuleOf } from '../../../src/datasets/check/smallNumbers';
import { issueText } from '../../../src/domain/model/issue';
import { count, dataset } from '../../domain/factory';

const read = (stated: unknown) => {
  const said: string[] = [];
  return { rule: smallNumberRuleOf(stated, (why) => said.push(why)), said };
};

describe('smallNumberRuleOf', () => {
  it('reads what a package says, and is 5 without', () => {
    expect(read(undefined)).toEqual({ rule: { threshold: 5, byIndicator: {} }, said: [] });
    expect(read(false).rule).toEqual({ threshold: 0, byIndicator: {} });
    expect(read({ threshold: 10, indicators: { deaths: 3, beds: 0 } })).toEqual({
      rule: { threshold: 10, byIndicator: { deaths: 3, beds: 0 } },
      said: []
    });
  });

  it('passes over what can’t be, and says so', () => {
    expect(read({ threshold: '多', indicators: { deaths: -1, __proto__: null } })).toEqual({
      rule: { threshold: 5, byIndicator: {} },
      said: [
        'smallNumbers 的“threshold”不是不小于0的整数，没有采用',
        'smallNumbers 的“deaths”不是不小于0的整数，没有采用'
      ]
    });
    expect(read(5).said).toEqual(['smallNumbers 不是一个对象，小数照默认的5检查']);
  });
});

describe('smallBaseOf', () => {
  const base = (stated: unknown) => {
    const said: string[] = [];
    return [smallBaseOf(stated, (why) => said.push(why)), said];
  };

  it('reads what a package says, and is 50 without', () => {
    expect(base(undefined)).toEqual([50, []]);
    expect(base(false)).toEqual([0, []]);
    expect(base(30)).toEqual([30, []]);
    expect(base('三十')).toEqual([50, ['smallBase 不是不小于0的整数，基数小照默认的50标']]);
  });
});

describe('smallNumberIssues', () => {
  it('name file, row, column, why and what to do, and not the number', () => {
    const deaths = count({ name: '孕产妇死亡人数', unit: '人' });
    const data = dataset({
      indicators: [deaths],
      facts: [
        { at: '甲县', in: '2020', value: 3 },
        { at: '乙县', in: '2020', value: 7 }
      ]
    });
    const [issue, ...others] = smallNumberIssues(data, 'observations.csv', 'progress.csv');
    expect(others).toEqual([]);
    expect(issueText(issue!)).toBe(
      'observations.csv 第2行 “value”列：人数少于5，公布后可能认出是谁（小数）。要公布的，请在导出数据包时选“隐藏后导出”；确定可以公布的，在 datapackage.json 的 smallNumbers 里把这项指标或任务写成0。'
    );
  });
});
