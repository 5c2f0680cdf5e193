import { describe, expect, it } from 'vitest';
import { chartXml } from '../../../src/export/office/chartXml';
import { sheetCharts } from '../../../src/export/plan/sheetCharts';
import { figureAt } from '../../../src/figures/figureAt';
import { choicesOf } from '../../figures/realData';

describe('the names of many months beside a table', () => {
  it('stand in cells of their own as numbers, which the chart reads; the whole names are kept', async () => {
    const { figure } = figureAt('/periods', await choicesOf('data/demo'));
    const { charts, sheet } = sheetCharts([figure!], ['折线']);
    const { source, chart } = charts[0]!;
    expect(chart.categories).toHaveLength(24);
    const rows = sheet!.rows
      .slice(source.row - 1, source.row + 24)
      .map((row) => [row[0]!.value, row[row.length - 1]!.value]);
    expect([rows[0], rows[1], rows[12], rows[24]]).toEqual([
      ['图中的名称', '横轴上写的'],
      ['2023年1月', '1'],
      ['2023年12月', '12'],
      ['2024年12月', '12']
    ]);
    const xml = chartXml(chart, { width: 640, height: 300, font: 10, names: chart.categories, source });
    const column = String.fromCharCode(65 + chart.series.length + 1);
    expect(xml).toContain(
      `<c:cat><c:strRef><c:f>'图的数据'!$${column}$${source.row + 1}:$${column}$${source.row + 24}</c:f>`
    );
    expect(xml).toContain('2023年1月—2024年12月，数字是月份');
  });
});
