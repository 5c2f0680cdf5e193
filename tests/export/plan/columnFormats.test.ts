import { describe, expect, it } from 'vitest';
import { columnFormats } from '../../../src/export/plan/columnFormats';
import type { WorkbookCell } from '../../../src/export/plan/sheetPlan';

const cell = (value: string | number, format?: string): WorkbookCell => ({
  value,
  ...(format ? { format } : {}),
  style: 'plain',
  align: '右'
});
const formats = (rows: (WorkbookCell | null)[][]) => rows.map((row) => row.map((one) => one?.format ?? ''));

describe('columnFormats', () => {
  it('gives the numbers of one unit in a column the most decimals among them, and empty cells none', () => {
    const rows = [[cell(0.962, '0.0%')], [cell(0.9539, '0.00%')], [null], [cell(12, '#,##0"人"')]];
    expect(formats(columnFormats(rows))).toEqual([['0.00%'], ['0.00%'], [''], ['#,##0"人"']]);
  });

  it('keeps changes at one decimal beside one that is so small that it has two', () => {
    const rows = [[cell(0.346, '"增长"0.0%')], [cell(0.0004, '"增长"0.00%')], [cell(-0.02, '"下降"0%;"下降"0%')]];
    expect(formats(columnFormats(rows))).toEqual([['"增长"0.0%'], ['"增长"0.00%'], ['"下降"0.0%;"下降"0.0%']]);
  });

  it('gives a count no decimals because of a rate in the same unit, where each row is an indicator', () => {
    const rows = [
      [cell('在册人数'), cell(7329, '#,##0"人"')],
      [cell('每千人口医师'), cell(2.2, '#,##0.0"人"')],
      [cell('每千人口医师'), cell(3.01, '#,##0.00"人"')]
    ];
    const subjectOf = (at: number) => String(rows[at]![0]!.value);
    expect(formats(columnFormats(rows, { subjectOf })).map(([, format]) => format)).toEqual([
      '#,##0"人"',
      '#,##0.00"人"',
      '#,##0.00"人"'
    ]);
  });

  it('compares the places of a heat table along their row', () => {
    const rows = [
      [cell('建档率'), cell(0.93, '0%'), cell(0.6222, '0.00%')],
      [cell('接种率'), cell(1, '0%'), cell(0.985, '0.0%')]
    ];
    const subjectOf = (at: number) => String(rows[at]![0]!.value);
    expect(formats(columnFormats(rows, { subjectOf, isAcross: true }))).toEqual([
      ['', '0.00%', '0.00%'],
      ['', '0.0%', '0.0%']
    ]);
  });
});
