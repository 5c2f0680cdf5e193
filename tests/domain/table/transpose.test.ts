import { describe, expect, it } from 'vitest';
import type { Table } from '../../../src/domain/table/table';
import { flipTable } from '../../../src/domain/table/transpose';

const cell = (text: string, value: number | null = null) => ({ text, value });
const table: Table = {
  caption: '矩阵',
  columns: [
    { key: 'place', title: '单位', align: '左' },
    { key: 'a', title: '肠镜', align: '左' },
    { key: 'b', title: '问卷', align: '左' }
  ],
  rows: [
    [cell('甲'), cell('73%', 73), cell('')],
    [cell('乙'), cell('90%', 90), cell('88%', 88)]
  ],
  notes: [{ level: '说明', text: '空格为没有。' }]
};

describe('flipTable(table)', () => {
  it('exchanges rows and columns, numbers and all', () => {
    const { columns, rows, notes } = flipTable(table, '任务');
    expect(columns.map((c) => c.title)).toEqual(['任务', '甲', '乙']);
    expect(rows.map((row) => row.map((c) => c.text))).toEqual([
      ['肠镜', '73%', '90%'],
      ['问卷', '', '88%']
    ]);
    expect(rows[1]![2]!.value).toBe(88);
    expect(notes).toBe(table.notes);
  });

  it('leaves a table without columns as it is', () => {
    const empty: Table = { caption: '', columns: [], rows: [], notes: [] };
    expect(flipTable(empty, '任务')).toBe(empty);
  });
});
