/**
 * ECharts as the page starts with it: bars, rows, a reference line. Lines and dots come with `wholeEngine` when a
 * drawing has them, so that the first chart doesn't wait for them.
 */
import { BarChart } from 'echarts/charts';
import { GridSimpleComponent, MarkLineComponent } from 'echarts/components';
import { init, use, type EChartsType } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import LRU from 'zrender/lib/core/LRU.js';
import Displayable from 'zrender/lib/graphic/Displayable.js';

use([BarChart, GridSimpleComponent, MarkLineComponent, SVGRenderer]);

let whole = false;

/** Told by `wholeEngine` when it has run. */
export function becomeWhole(): void {
  whole = true;
}

/** Whether every kind of series can be drawn. */
export function drawsEverySeries(): boolean {
  return whole;
}

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
