import { beforeAll, describe, expect, it } from 'vitest';
import type { NativeChart } from '../../../src/charts/office/nativeChart';
import { chartXml } from '../../../src/export/office/chartXml';
import { paperPlan } from '../../../src/export/plan/paperPlan';
import { pptxSlides } from '../../../src/export/plan/pptxPlan';
import { sheetCharts } from '../../../src/export/plan/sheetCharts';
import type { Figure } from '../../../src/figures/figure';
import { figureAt } from '../../../src/figures/figureAt';
import { xmlFault } from '../../export/office/xmlFault';
import { choicesOf } from '../../figures/realData';

describe('a funnel for office programs', () => {
  let figure: Figure;
  let chart: NativeChart;
  beforeAll(async () => {
    figure = figureAt('/places?tab=funnel', await choicesOf('data/demo')).figure!;
    const [slide] = pptxSlides({ title: '', notes: '', figure });
    if (slide!.body.kind !== 'chart') throw new Error(slide!.body.kind);
    ({ chart } = slide!.body);
  });

  it('has its places as points over their denominators, and average and limits as series', () => {
    expect(chart.kind).toBe('scatter');
    expect(chart.series.map(({ name }) => name)).toEqual([
      ...['分母', '基层诊疗人次占比（%）', '合计42.52%', '99.8%限', '99.8%限（下）', '95%限', '95%限（下）']
    ]);
    const [bases, places] = chart.series;
    const at = chart.categories.indexOf('拟东区');
    expect([bases!.points[at]!.value, places!.points[at]!.value]).toEqual([315_212, 42.15]);
    expect(places!.points[at]).toMatchObject({ text: '拟东区', judgement: '变差' });
    // No place has a point of a limit, and no limit one of a place.
    expect(chart.series.slice(2).every(({ points }) => points[at] === null)).toBe(true);
  });

  it('is written as a chart of points whose numbers stand in its sheet', () => {
    const xml = chartXml(chart, { width: 800, height: 400, font: 12, names: [] });
    expect(xmlFault(xml)).toBe('');
    expect(xml.match(/<c:ser>/g)).toHaveLength(6);
    expect(xml).toContain(`<c:xVal><c:numRef><c:f>Sheet1!$B$2:$B$${chart.categories.length + 1}</c:f>`);
    expect(xml).toContain('<a:t>拟东区</a:t>');
  });

  it('has each name where it lies on no other: right of its point, else left, above or below', () => {
    const places = chart.series[1]!;
    const at = (name: string) => places.points[chart.categories.indexOf(name)]!.label ?? 'r';
    // 例湖县 and 拟西区 stand side by side at nearly one rate.
    expect([at('拟西区'), at('例湖县'), at('例宁县')]).toEqual(['r', 'l', 'r']);
    expect(chart.remarks).toEqual(['纵轴不从0起。']);
  });

  it('is a chart in a paper and beside the table of a workbook too, there by the cells of its sheet', () => {
    const paper = paperPlan('图', [{ title: '', views: [{ title: '', notes: '', figure }] }]);
    expect(paper.blocks.flatMap((block) => (block.kind === 'chart' ? [block.chart.kind] : []))).toEqual(['scatter']);
    const { charts, sheet } = sheetCharts([figure], ['漏斗图']);
    const [one] = charts;
    expect(sheet!.rows[one!.source.row - 1]!.slice(0, 3).map((cell) => cell!.value)).toEqual([
      ...['图中的名称', '分母', '基层诊疗人次占比（%）']
    ]);
    const xml = chartXml(one!.chart, { width: 640, height: 300, font: 10, names: [], source: one!.source });
    const last = one!.source.row + chart.categories.length;
    expect(xml).toContain(`<c:xVal><c:numRef><c:f>'图的数据'!$B$${one!.source.row + 1}:$B$${last}</c:f>`);
    expect(xml).toContain(`<c:yVal><c:numRef><c:f>'图的数据'!$C$${one!.source.row + 1}:$C$${last}</c:f>`);
    expect(xml).not.toContain('Sheet1');
  });
});
