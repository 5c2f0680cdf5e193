import { describe, expect, it } from 'vitest';
import { isPlaceholder } from '../../../src/domain/model/placeholder';

describe('a placeholder', () => {
  it('is known in all its forms', () => {
    for (const text of [
      'ADD',
      'Add definition',
      'TODO',
      'todo：补充口径',
      'to-do',
      'TBD',
      'N/A',
      'xxx',
      '××',
      '—',
      '-',
      '……',
      '？',
      '1',
      '待补',
      '（待补）',
      '【待补充】',
      '待定。',
      '待完善',
      '口径待核',
      '暂无',
      '无',
      '略',
      '同上',
      '请填写',
      '定义',
      'test'
    ])
      expect(isPlaceholder(text), text).toBe(true);
  });

  it('is no text that says something', () => {
    for (const text of [
      '',
      '在册患者中规范管理者所占的比例。',
      '等待补充评审的项目数，按月统计。',
      'Addison 病例数',
      '无偿献血人次',
      '暂无编制人员的人数',
      'DIP 付费医院数',
      '空气质量达标天数',
      'X 线检查人次'
    ])
      expect(isPlaceholder(text), text).toBe(false);
  });
});
