import { describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { columnName } from '../../../src/domain/batch/columnNames';
import { batchLines, differenceText, figuresText } from '../../../src/domain/batch/summary';
import { observation, task } from './rows';

describe('differenceText(before, after)', () => {
  it('of a number says what it was and is', () => {
    expect(differenceText(observation('2024', '95.39'), observation('2024', '95.4'))).toBe('95.39 → 95.4');
    expect(differenceText(null, observation('2024', '96'))).toBe('新增 96');
    expect(differenceText(observation('2024', '96'), null)).toBe('删去 96');
  });

  it('of a task names what is meant, in Chinese and in one order', () => {
    const before = task('2024-10-31', { done: '2707', rate: '67.68' });
    const after = task('2024-10-31', { rate: '67.75', done: '2710', target: '4000' });
    expect(differenceText(before, after)).toBe('目标 空 → 4000，完成 2707 → 2710，完成率 67.68 → 67.75');
    expect(differenceText(null, after)).toBe('新增 目标 4000，完成 2710，完成率 67.75');
    expect(differenceText(before, { ...before, done: '2708' })).toBe('完成 2707 → 2708');
  });

  it('names the columns where no figure has changed', () => {
    const row = observation('2024', '5');
    expect(differenceText(row, { ...row, status: '存疑' })).toBe('状态 实际 → 存疑');
    expect(differenceText(row, { ...row, 附件: '一' })).toBe('附件 空 → 一');
  });
});

describe('figuresText(row)', () => {
  it('is empty where the row has none', () => {
    expect(figuresText({ place: 'a', name: '东湖县' })).toBe('');
  });
});

describe('batchLines(batch)', () => {
  it('lists the first ten thousand changes, and says how many more there are', () => {
    const lines = (count: number) =>
      batchLines(
        {
          ...{ id: 'b', made: '2024-11-03T08:00:00Z', kind: '上新', title: '大表', base: '1', decisions: [] },
          files: [{ name: '大表.csv', bytes: 1, sha256: '' }],
          changes: Array.from({ length: count }, (_, i) => ({
            table: 'observations' as const,
            before: null,
            after: observation('2024', String(i))
          }))
        },
        (_, id) => id
      );
    const few = lines(10_000);
    expect(few).toHaveLength(4 + 10_000);
    expect(few[2]).toBe('新增10000行；文件：大表.csv。');
    expect(few[10_003]).toContain('新增 9999');
    const many = lines(10_002);
    expect(many).toHaveLength(4 + 10_000 + 1);
    expect(many[10_004]).toBe('- 另有2行没有逐行列出，都在表里。');
  });
});

describe('columnName(column)', () => {
  it('is Chinese for every column of the tables', () => {
    const { resources } = JSON.parse(readFileSync('data/datapackage.json', 'utf8')) as {
      resources: { schema?: { fields: { name: string }[] } }[];
    };
    const columns = resources.flatMap(({ schema }) => schema?.fields.map(({ name }) => name) ?? []);
    expect(columns.filter((column) => !/[\u4e00-\u9fff]/.test(columnName(column)))).toEqual([]);
  });
});
