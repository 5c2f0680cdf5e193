import { describe, expect, it } from 'vitest';
import { filterTexts, orderText } from '../../../src/domain/rows/filterText';
import type { RowFilter } from '../../../src/domain/rows/filterRows';
import { dataset, indicator, place, programme, source } from '../factory';

const data = dataset({
  indicators: [indicator({ id: 'htn', name: '规范管理率' })],
  places: [place('甲县', { id: 'jia' })],
  programmes: [programme('筛查', { id: 'screen' })],
  sources: [source('s1', { title: '甲县总结' })]
});
const texts = (filter: RowFilter) => filterTexts(data, filter);

describe('filters in words', () => {
  it('name what they ask for as its table does', () => {
    expect(
      texts({
        ...{ text: ' 糖尿病 ', theme: '慢病', indicator: 'htn', programme: 'screen', place: 'jia', period: '2024-10' },
        ...{ measure: '数值', status: '实际', source: 's1' }
      })
    ).toEqual([
      ...['含“糖尿病”', '主题慢病', '规范管理率', '筛查', '甲县', '2024年10月', '类别数值', '状态实际', '来源甲县总结']
    ]);
  });

  it('that the dataset doesn’t have, or that can’t be read, are said as they stand', () => {
    expect(texts({ indicator: 'x', place: 'y', period: '何时', source: 'z' })).toEqual(['x', 'y', '何时', '来源z']);
  });

  it('on a column say which: words that it contains, numbers as they were typed', () => {
    expect(
      texts({
        ...{ value: ' ≥90 ', asOf: '2024', target: '10-20', done: '<5', rate: '100', written: '约', section: '一、' },
        ...{ line: '12', note: '合计' }
      })
    ).toEqual([
      ...['数值≥90', '截至含“2024”', '目标10-20', '完成<5', '完成率100', '原文写作含“约”', '章节含“一、”', '行12'],
      '说明含“合计”'
    ]);
  });

  it('that ask nothing aren’t said: blank, or a number that can’t be read', () => {
    expect(texts({})).toEqual([]);
    expect(texts({ text: '  ', theme: '', written: ' ', value: '', line: '九十', rate: '>' })).toEqual([]);
  });
});

describe('the order in words', () => {
  it('is of numbers by size, of days by time, of all else by its table', () => {
    const both = (by: string) => [orderText({ by, descending: false }), orderText({ by, descending: true })];
    expect(both('value')).toEqual(['按数值从小到大', '按数值从大到小']);
    expect(both('rate')).toEqual(['按完成率从小到大', '按完成率从大到小']);
    expect(both('line')[0]).toBe('按行从小到大');
    expect(both('period')).toEqual(['按时期从早到晚', '按时期从晚到早']);
    expect(both('asOf')[1]).toBe('按截至从晚到早');
    expect(both('indicator')).toEqual(['按指标顺序', '按指标倒序']);
  });

  it('is that of the file where it is no column, whatever it is called', () => {
    for (const by of ['', 'x', 'constructor', '__proto__'])
      expect(orderText({ by, descending: true })).toBe('按原表顺序');
  });
});
