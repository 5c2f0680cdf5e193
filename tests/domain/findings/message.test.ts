import { expect, it } from 'vitest';
import { findingsMessage } from '../../../src/domain/findings/message';

const HEADLINES = [
  { text: '甲县筛查完成67.68%', date: '2020-10-26' },
  { text: '甲县到2020年10月31日完成73%', date: '2020-10-31' },
  { text: '乙县没有报', date: '' }
];

it('a message numbers the findings, says each day once, and ends with the sources', () => {
  expect(findingsMessage('今日要点：甲县', HEADLINES, '来源：甲报告（B级） · 数据截止2020-10-31', false)).toBe(
    [
      '今日要点：甲县',
      '1. 甲县筛查完成67.68%（截至2020年10月26日）。',
      '2. 甲县到2020年10月31日完成73%。',
      '3. 乙县没有报。',
      '来源：甲报告（B级） · 数据截止2020-10-31'
    ].join('\n')
  );
});

it('of invented data it says so first', () => {
  expect(findingsMessage('要点', [], '来源：无', true).split('\n')[0]).toBe(
    '示例（虚构）示例数据，地名、机构和数字全部虚构，不能引用。'
  );
});
