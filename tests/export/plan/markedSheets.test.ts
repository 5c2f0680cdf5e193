import { describe, expect, it } from 'vitest';
import type { Remark } from '../../../src/domain/batch/proposal';
import type { SheetCell, Worksheet } from '../../../src/domain/sheet/worksheet';
import { markedSheets } from '../../../src/export/plan/markedSheets';

const text = (shown: string): SheetCell => ({ kind: 'text', shown, value: null, date: '', formula: false });
const percent = (value: number, shown: string): SheetCell => ({ ...text(shown), kind: 'percent', value });

const sheet: Worksheet = {
  file: '十月.xlsx',
  name: '进度',
  hidden: false,
  rows: [
    [text('单位'), text('完成率')],
    [text('东湖县'), percent(0.753, '75.30%')],
    [],
    [text('西山县'), text('九成')]
  ],
  merges: [{ top: 0, left: 0, bottom: 0, right: 1 }],
  hiddenRows: new Set(),
  hiddenColumns: new Set()
};
const remark = (cell: string, level: Remark['level'], on = '进度'): Remark => ({
  level,
  origin: { file: '十月.xlsx', sheet: on, cell, shown: '九成' },
  rule: '不是数字',
  why: '不是数字',
  todo: '请改成一个数。'
});

describe('markedSheets(sheets, remarks)', () => {
  const [marked, list] = markedSheets([sheet], [remark('B4', '提醒'), remark('B4', '未采用'), remark('B2', '提醒')]);

  it('keeps every cell where it stood, merged ones too, a percentage as one', () => {
    expect(marked!.rows.map((row) => row.map((cell) => cell?.value ?? null))).toEqual([
      ['单位', '完成率'],
      ['东湖县', 0.753],
      [null, null],
      ['西山县', '九成']
    ]);
    expect(marked!.rows[1]![1]!.format).toBe('0.00%');
    expect(marked!.merges).toEqual(['A1:B1']);
  });

  it('marks a cell by what counts more, and no other', () => {
    expect(marked!.rows.map((row) => row.map((cell) => cell?.fill ?? ''))).toEqual([
      ['', ''],
      ['', '#fbe6b0'],
      ['', ''],
      ['', '#f7c6c0']
    ]);
  });

  it('lists why, cell by cell', () => {
    expect(list!.name).toBe('看板的提醒');
    expect(list!.more!.row(1).map((cell) => cell!.value)).toEqual([
      '十月.xlsx',
      '进度',
      'B4',
      '九成',
      '不是数字',
      '请改成一个数。',
      '未采用'
    ]);
  });

  it('leaves out sheets without a remark, and marks an empty cell', () => {
    expect(markedSheets([sheet], [remark('A1', '提醒', '别的')]).map(({ name }) => name)).toEqual(['看板的提醒']);
    expect(markedSheets([sheet], [remark('B3', '提醒')])[0]!.rows[2]![1]).toEqual({
      value: '',
      align: '左',
      style: 'plain',
      fill: '#fbe6b0'
    });
  });
});
