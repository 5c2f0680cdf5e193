import { describe, expect, it } from 'vitest';
import { scorecardMessage } from '../../../src/domain/scorecard/message';
import { scorecard } from '../../../src/domain/scorecard/scorecard';
import { parsePeriod } from '../../../src/domain/time/parsePeriod';
import { count, dataset, indicator, place, type Fact } from '../factory';

const fact = (of: string, at: string, time: string, value: number): Fact => ({ of, at, in: time, value });
const data = dataset({
  indicators: [
    indicator({ id: 'htn', name: '规范管理率', decimals: 2 }),
    count({ id: 'visits', name: '门诊人次' }),
    indicator({ id: 'none', name: '签约率' }),
    indicator({ id: 'same', name: '建档率' })
  ],
  places: [place('某市', { level: '地市' }), ...['甲县', '乙县', '丙县'].map((id) => place(id, { parent: '某市' }))],
  facts: [
    fact('htn', '甲县', '2024-10', 82.1),
    fact('htn', '甲县', '2024-11', 82.35),
    fact('htn', '乙县', '2024-11', 78),
    fact('htn', '丙县', '2024-11', 85),
    fact('visits', '甲县', '2024-11', 1100),
    fact('visits', '乙县', '2024-11', 900),
    fact('none', '乙县', '2023-11', 50),
    fact('same', '乙县', '2024-11', 90),
    fact('same', '丙县', '2024-11', 90)
  ]
});
const card = { id: 'a', name: '四项', indicators: ['htn', 'visits', 'none', 'same'], note: '', default: true };
const message = (focus?: string, fictional = false) =>
  scorecardMessage(
    scorecard(data, { card, within: parsePeriod('2024-11')!, by: 'places', ...(focus ? { focus } : {}) }),
    '来源：甲报告（A级） · 数据截止2024-11-30',
    fictional
  ).split('\n');

describe('a 记分表 as a message', () => {
  it('of a focus place has its numbers with time, rank and change, then the sources', () => {
    const lines = message('甲县');
    expect(lines[0]).toMatch(/^甲县2024年11月2项指标/);
    expect(lines.slice(1)).toEqual([
      '1. 规范管理率82.35%（2024年11月），3个中第2，比上期上升0.25个百分点（好转）。',
      '2. 门诊人次1,100人次（2024年11月）。',
      '没有数的2项：签约率、建档率。',
      '来源：甲报告（A级） · 数据截止2024-11-30'
    ]);
  });

  it('without one says who is first and last, or how far the numbers reach', () => {
    expect(message().slice(1, -1)).toEqual([
      '1. 规范管理率（2024年11月）：居首丙县85%，居末乙县78%，3个可比。',
      '2. 门诊人次（2024年11月）：从乙县900人次到甲县1,100人次，2个有数。',
      '3. 建档率（2024年11月）：2个可比，都是90%。',
      '没有数的1项：签约率。'
    ]);
  });

  it('of invented data says so first', () => {
    expect(message('甲县', true)[0]).toBe('示例（虚构）示例数据，地名、机构和数字全部虚构，不能引用。');
  });
});
