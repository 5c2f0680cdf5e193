import { describe, expect, it } from 'vitest';
import { pageSetup } from '../../../src/export/plan/pageSetup';
import { MEASURED, type WorkbookCell, type SheetPlan } from '../../../src/export/plan/sheetPlan';

const words = (value: string): WorkbookCell => ({ value, style: 'plain', align: '左' });
const head = (value: string): WorkbookCell => ({ value, style: 'head', align: '左' });
const number = (value: number, format: string): WorkbookCell => ({ value, format, style: 'plain', align: '右' });
const title: WorkbookCell = { value: '标题', style: 'title', align: '左' };
const remark: WorkbookCell = { value: '说明：一句话。', style: 'soft', align: '左' };

function sheet(heads: readonly string[], rows: readonly (readonly (WorkbookCell | null)[])[], remarks = 0): SheetPlan {
  return {
    name: '表',
    rows: [[title], heads.map(head), ...rows, ...Array.from({ length: remarks }, () => [remark])],
    widths: heads.map(() => MEASURED),
    frozen: 2,
    tableRows: rows.length
  };
}
const times = <T>(count: number, one: (at: number) => T) => Array.from({ length: count }, (_, at) => one(at));

describe('pageSetup(sheet)', () => {
  it('leaves a narrow table as wide as it is, on A4', () => {
    const setup = pageSetup(sheet(['地区', '数'], [[words('东湖县人民医院'), number(12, '0')]]));
    // Seven characters of 1.9 and the edges of 1.5 are 14.8; a number of two digits is given the least.
    expect(setup).toEqual({ widths: [15, 8], paper: 'A4', parts: [[0, 1]], heads: 0, tall: 0 });
  });

  it('lets texts give way before numbers, days and names of files', () => {
    const rows = times(30, () => [
      number(45657, 'yyyy"年"m"月"d"日"'),
      number(1234567.5, '#,##0.0"万元"'),
      words('002_3eeec7fd728757b0.txt'),
      words('一句很长很长的话'.repeat(12)),
      words('另一句很长很长的话'.repeat(12))
    ]);
    const { widths, paper, parts } = pageSetup(sheet(['到期', '金额', '文件', '说明', '备注'], rows));
    // 2020年12月31日: 8 × 1.1 + 3 × 1.9 + 1.5 = 16; 1,234,567.5万元: 11 × 1.1 + 2 × 1.9 + 1.5 = 17.4;
    // 24 × 1.1 + 1.5 = 27.9.
    expect(widths.slice(0, 3)).toEqual([16, 18, 28]);
    expect(paper).toBe('A4');
    expect(parts).toEqual([[0, 4]]);
    // 784 pt in type of 7.5 pt: 784 / 6 / (7.5 / 11) = 191.6 characters.
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(191);
  });

  it('breaks no day, be it a text', () => {
    const heads = times(8, (at) => `第${at}列`);
    const rows = times(4, () =>
      heads.map((_, at) => words(at === 0 ? '2024年12月31日' : '一句很长很长的话'.repeat(9)))
    );
    // 8 × 1.1 + 3 × 1.9 + 1.5 = 16.
    expect(pageSetup(sheet(heads, rows)).widths[0]).toBe(16);
  });

  it('takes A3 where the columns at their least are too wide for A4', () => {
    const heads = times(15, (at) => `第${at}列`);
    const setup = pageSetup(sheet(heads, [heads.map(() => number(45657, 'yyyy"年"m"月"d"日"'))]));
    // 15 × 16 = 240, more than 191 and less than the 276 of A3.
    expect(setup).toMatchObject({ paper: 'A3', parts: [[0, 14]], heads: 0 });
  });

  it('cuts what fits neither between columns, repeats what says which row it is, and keeps a value with its period', () => {
    const places = times(12, (at) => `第${at}县`);
    const heads = ['名次', '指标', ...places.flatMap((place) => [place, `${place}·时期`])];
    const rows = times(10, (at) => [
      number(at, '0'),
      words('严重精神障碍患者'),
      ...places.flatMap(() => [number(1234567, '#,##0"人次"'), number(45657, 'yyyy"年"m"月"d"日"')])
    ]);
    const { widths, parts, heads: repeated } = pageSetup(sheet(heads, rows));
    // 1,234,567人次: 9 × 1.1 + 2 × 1.9 + 1.5 = 15.2; a pair is 16 + 16, and 12 pairs are 384.
    expect(widths.slice(2, 4)).toEqual([16, 16]);
    expect(repeated).toBe(2);
    expect(parts.length).toBeGreaterThan(1);
    expect(parts[0]![0]).toBe(0);
    expect(parts[parts.length - 1]![1]).toBe(25);
    for (const [at, [first, last]] of parts.entries()) {
      expect(last % 2).toBe(1);
      if (at > 0) expect(first).toBe(parts[at - 1]![1] + 1);
    }
  });

  it('makes the parts of a cut table about as wide as each other', () => {
    const heads = ['指标', ...times(20, (at) => `第${at}县`)];
    const rows = [[words('严重精神障碍患者'), ...times(20, () => number(45657, 'yyyy"年"m"月"d"日"'))]];
    const { paper, parts } = pageSetup(sheet(heads, rows));
    // 320 and the names: two parts of ten on A4, 17 + 160 = 177.
    expect(paper).toBe('A4');
    expect(parts).toEqual([
      [0, 10],
      [11, 20]
    ]);
  });

  it('prints a cut table smaller than its parts are wide where that spares pages below', () => {
    const heads = ['指标', ...times(20, (at) => `第${at}县`)];
    const rows = times(60, () => [words('严重精神障碍患者'), ...times(20, () => number(45657, 'yyyy"年"m"月"d"日"'))]);
    // Two parts of 177 on A3 could be printed at 100%, 46 rows a page; at 71% and less 763 pt hold 62 rows of 16.5.
    const { paper, parts, scale } = pageSetup(sheet(heads, rows));
    expect([paper, parts.length]).toEqual(['A3', 2]);
    expect(scale).toBeGreaterThanOrEqual(64);
    expect(scale).toBeLessThanOrEqual(71);
  });

  it('is pressed onto one page fewer where the last would hold remarks alone', () => {
    // A page of A4 holds 516 pt: title 26, rows of 16.5, a remark of three lines in this one column 51.5.
    const rows = (count: number) => times(count, () => [words('一行')]);
    // 26 + 29 × 16.5 = 504.5 and 51.5 are 556.
    expect(pageSetup(sheet(['甲'], rows(28), 1)).tall).toBe(1);
    // 26 + 21 × 16.5 + 51.5 = 424.
    expect(pageSetup(sheet(['甲'], rows(20), 1)).tall).toBe(0);
    // On the second page 12 rows stand with the remark.
    expect(pageSetup(sheet(['甲'], rows(40), 1)).tall).toBe(0);
    // 60 remarks can't be pressed in; they are left as they are.
    expect(pageSetup(sheet(['甲'], rows(28), 60)).tall).toBe(0);
  });

  it('believes the widths of a long list whose rows are not known yet, and presses them in', () => {
    const long: SheetPlan = {
      name: '表',
      rows: [[title], ['甲', '乙', '丙', '丁', '戊', '己', '庚'].map(head)],
      more: { count: 100_000, row: () => [] },
      widths: [40, 40, 40, 40, 40, 40, 12],
      frozen: 2,
      tableRows: 100_000
    };
    const setup = pageSetup(long);
    expect(setup).toMatchObject({ parts: [[0, 6]], tall: 0 });
    expect(setup.widths[6]).toBe(12);
  });
});
