import { describe, expect, it } from 'vitest';
import { chartModules } from '../../tools/bench/bareSite';
import { reportLines, reportTable } from '../../tools/bench/report';
import { median, percentile } from '../../tools/bench/statistics';
import type { Visit } from '../../tools/bench/visit';

const TEN = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1];

describe('percentile', () => {
  it('is undefined without values', () => {
    expect(percentile([], 95)).toBeNaN();
    expect(median([])).toBeNaN();
  });

  it('takes the nearest rank, never a value between two', () => {
    expect(percentile(TEN, 50)).toBe(5);
    expect(percentile(TEN, 95)).toBe(10);
    expect(percentile(TEN, 90)).toBe(9);
    expect(percentile([7], 95)).toBe(7);
  });

  it('has the mean of the middle two as the median of an even count', () => {
    expect(median(TEN)).toBe(5.5);
    expect(median([3, 1, 2])).toBe(2);
  });
});

describe('the modules of the bare page', () => {
  it('are those that the page imports, types and core left out', () => {
    const source = `
      import { BarChart, LineChart } from 'echarts/charts';
      import { GridComponent, type GridComponentOption } from "echarts/components";
      import { init, use } from 'echarts/core';
      import type { EChartsOption } from 'echarts';
      import { SVGRenderer } from 'echarts/renderers';`;
    expect(chartModules(source)).toEqual({
      'echarts/charts': ['BarChart', 'LineChart'],
      'echarts/components': ['GridComponent'],
      'echarts/renderers': ['SVGRenderer']
    });
  });
});

describe('the report', () => {
  const visit = (over: Partial<Visit>): Visit => ({
    firstChart: 100,
    firstPaint: 50,
    transfers: [
      { url: 'http://localhost/app.js', bytes: 200_000, beforeFirstChart: true },
      { url: 'http://localhost/late.js', bytes: 50_000, beforeFirstChart: false }
    ],
    switches: [],
    stuck: [],
    peakHeap: 5_000_000,
    indicators: [],
    shown: null,
    ...over
  });

  it('counts what came before the first chart apart from the rest, and judges by the aims', () => {
    const page = { plain: [visit({})], slowed: [visit({ firstChart: 800, switches: [40, 120] })] };
    const bare = { plain: [visit({})], slowed: [visit({ firstChart: 500, switches: [20, 30] })] };
    const table = reportTable(reportLines(page, bare, 4, 190));
    expect(table).toContain('| 到第一张图的传输量（gzip） | 200 kB | 200 kB | 1.00 | ≤ 190 kB，未达到 |');
    expect(table).toContain('| 打开后的全部传输量（gzip） | 250 kB | 250 kB | 1.00 |  |');
    expect(table).toContain('| 到第一张图的时间（处理器放慢 4 倍） | 800 ms | 500 ms | 1.60 | ≤ 1.3 倍，未达到 |');
    expect(table).toContain(
      '| 第一次画出文字或图形（放慢 4 倍） | 50.0 ms | 50.0 ms | 1.00 | ≤ 对照页首图的 0.6 倍，达到 |'
    );
    expect(table).toContain('| 换指标到画出，p50（放慢 4 倍） | 40.0 ms | 20.0 ms | 2.00 | ≤ 1.2 倍，未达到 |');
    expect(table).toContain('| 换指标到画出，p95（放慢 4 倍） | 120 ms | 30.0 ms | 4.00 | ≤ 100 ms，未达到 |');
    expect(table).toContain('| JS 堆峰值 | 5.0 MB | 5.0 MB | 1.00 | ≤ 1.5 倍，达到 |');
  });
});
