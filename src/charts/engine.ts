/** The one place that knows ECharts by value: a chart in the page, and a chart as a picture in text. */
import { BarChart, LineChart, ScatterChart } from 'echarts/charts';
import { GridSimpleComponent, MarkLineComponent } from 'echarts/components';
import { init, use, type EChartsType } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import LRU from 'zrender/lib/core/LRU.js';
import Displayable from 'zrender/lib/graphic/Displayable.js';
import { cleanText } from '../domain/wording/cleanText';
import type { DrawingBuilder } from './drawing';
import { fontFamily, type ChartLook } from './theme';

use([BarChart, LineChart, ScatterChart, GridSimpleComponent, MarkLineComponent, SVGRenderer]);

/**
 * ECharts keeps what it measured and parsed in plain objects, by the text itself: a place named `constructor` would find
 * a member of Object.prototype there, and one named `__proto__` write into it, which breaks every script read later
 * (`Getter must be a function: null`). A key with a mark before it is no member of anything.
 */
const { get, put } = LRU.prototype;
LRU.prototype.get = function (key) {
  return get.call(this, `$${key}`);
};
LRU.prototype.put = function (key, value) {
  return put.call(this, `$${key}`, value);
};

/**
 * A mark under the pointer is painted lighter and, by default, above its neighbours, for which its node is taken out of
 * the page and put back. A press that begins before that and ends after it is no click for the browser: it lost every
 * quick click on a busy machine. The order stays as it is drawn.
 */
Object.assign(Displayable.prototype, { z2EmphasisLift: 0 });

export type { EChartsType };

/** A chart in an element of the page. */
export function createChart(element: HTMLElement, width: number, height: number): EChartsType {
  return init(element, null, { renderer: 'svg', width, height });
}

export interface ChartPicture {
  /** A whole `<svg>` element as text. */
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** Draws a chart anew for a picture: nothing of the page's size or zoom is in it. */
export function chartPicture(build: DrawingBuilder, look: ChartLook): ChartPicture {
  const drawing = build(look);
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: look.width, height: drawing.height });
  try {
    chart.setOption(drawing.option);
    // Quotation marks of the font names stand in an attribute, where the renderer doesn't escape them.
    const svg = cleanText(chart.renderToSVGString()).split(fontFamily).join(fontFamily.replace(/"/g, "'"));
    return { svg, width: look.width, height: drawing.height };
  } finally {
    chart.dispose();
  }
}
