/** Draws a chart the way the page does, without a page: ECharts' server renderer, as SVG text. */
import { BarChart, LineChart, ScatterChart } from 'echarts/charts';
import { GridSimpleComponent, MarkLineComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { DrawingBuilder } from '../../src/charts/drawing';

use([BarChart, LineChart, ScatterChart, GridSimpleComponent, MarkLineComponent, SVGRenderer]);

export interface Rendered {
  readonly svg: string;
  /** Every text of the picture, in drawing order. */
  readonly texts: readonly string[];
  readonly height: number;
}

export function render(build: DrawingBuilder, width = 900, scale = 1): Rendered {
  const drawing = build({ width, scale });
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height: drawing.height });
  chart.setOption(drawing.option);
  const svg = chart.renderToSVGString();
  chart.dispose();
  const texts = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((m) => unescape(m[1]!)).filter(Boolean);
  return { svg, texts, height: drawing.height };
}

function unescape(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');
}
