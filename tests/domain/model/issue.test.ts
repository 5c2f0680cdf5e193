import { describe, expect, it } from 'vitest';
import type { Issue } from '../../../src/domain/model/issue';
import { issuesSummary } from '../../../src/domain/model/issuesSummary';

const issue = (own: Partial<Issue>): Issue => ({
  level: '错误',
  file: 'observations.csv',
  rule: '类型',
  why: '不是数字',
  todo: '请改好。',
  ...own
});

describe('issuesSummary(issues)', () => {
  it('counts a row once, however many of its cells are wrong', () => {
    const issues = [issue({ row: 2 }), issue({ row: 2, column: 'line' }), issue({ row: 2, file: 'progress.csv' })];
    expect(issuesSummary(issues)).toBe('有2行没有采用');
  });

  it('keeps rows left out, files lost and mere remarks apart', () => {
    const issues = [
      issue({ row: 7 }),
      issue({ file: 'progress.csv', wholeFile: true }),
      issue({ file: 'relations.csv', level: '提醒' })
    ];
    expect(issuesSummary(issues)).toBe('有1行没有采用；有1个文件没有读成；有1处提醒，数据照用');
  });

  it('does not count a table with only a head among rows', () => {
    expect(issuesSummary([issue({ level: '提醒', file: 'progress.csv' })])).toBe('有1处提醒，数据照用');
  });

  it('says nothing without issues', () => {
    expect(issuesSummary([])).toBe('');
  });
});
