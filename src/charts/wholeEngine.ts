/** ECharts with every kind of series that a chart of ours has, and a chart as a picture in text. */
import { LineChart, ScatterChart } from 'echarts/charts';
import { init, use } from 'echarts/core';
import { cleanText } from '../domain/wording/cleanText';
import type { DrawingBuilder } from './drawing';
import { becomeWhole } from './engine';
import { fontFamily, type RenderContext } from './theme';

use([LineChart, ScatterChart]);
becomeWhole();

export interface ChartPicture {
  /** A whole `<svg>` element as text. */
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** Draws a chart anew for a picture: nothing of the page's size or zoom is in it. */
export function chartPicture(build: DrawingBuilder, context: RenderContext): ChartPicture {
  const drawing = build(context);
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: context.width, height: drawing.height });
  try {
    chart.setOption(drawing.option);
    // Quotation marks of the font names stand in an attribute, where the renderer doesn't escape them.
    const svg = cleanText(chart.renderToSVGString()).split(fontFamily).join(fontFamily.replace(/"/g, "'"));
    return { svg, width: context.width, height: drawing.height };
  } finally {
    chart.dispose();
  }
}
