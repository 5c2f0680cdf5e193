import { mount } from '@vue/test-utils';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { nextTick } from 'vue';
import type { RenderContext } from '../../src/charts/theme';
import ChartPanel from '../../src/components/figure/ChartPanel.vue';
import { drawMounted } from '../../src/components/figure/firstDraw';

/** What the page says to whoever watches the size of an element. */
let laidOut: (() => void)[] = [];

// The first of a page has a test of its own.
beforeAll(() => drawMounted(vi.fn(), vi.fn(), vi.fn()));

beforeEach(() => {
  laidOut = [];
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(callback: () => void) {
        laidOut.push(callback);
      }
      observe(): void {}
      disconnect(): void {}
    }
  );
});

/** A chart 300 px high of two bars, 100 and 200 px long from its left edge. */
function shown(widthOf: (element: HTMLElement) => number, data = [100, 200]) {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockImplementation(function (this: HTMLElement) {
    return widthOf(this);
  });
  const build = vi.fn((context: RenderContext) => ({
    height: 300,
    option: {
      animation: false,
      grid: { left: 0, right: 0, top: 0, bottom: 0 },
      xAxis: { type: 'value' as const, show: false, max: context.width },
      yAxis: { type: 'category' as const, data: data.map(String), show: false },
      series: [{ type: 'bar' as const, data }]
    }
  }));
  const wrapper = mount(ChartPanel, { attachTo: document.body, props: { build, label: '两个数' } });
  const paths = () => [...wrapper.element.querySelectorAll('svg path')];
  return { build, chart: wrapper.get('.chart'), svg: () => wrapper.get('.chart svg').element, paths };
}

describe('a chart in the page', () => {
  it('is drawn once, at the width that is left when the page has its height and with it a scroll bar', async () => {
    const { build, chart, svg, paths } = shown((element) => (element.style.height === '' ? 1216 : 1201));
    expect(svg().getAttribute('width')).toBe('1201');
    const [first] = paths();
    laidOut.forEach((tell) => tell());
    await nextTick();
    expect(build.mock.calls.map(([context]) => context.width)).toEqual([1216, 1201]);
    expect(paths()[0]).toBe(first);
    expect(chart.attributes('style')).toContain('height: 300px');
  });

  it('is busy until the page is laid out round it, and drawn anew where that leaves another width', async () => {
    let width = 800;
    const { chart, svg } = shown(() => width);
    expect(chart.attributes('aria-busy')).toBe('true');
    width = 640;
    laidOut.forEach((tell) => tell());
    await nextTick();
    expect(svg().getAttribute('width')).toBe('640');
    expect(chart.attributes('aria-busy')).toBe('false');
  });

  it('of many marks has its room at once, and is laid out and painted in tasks of their own', async () => {
    vi.useFakeTimers();
    const data = Array.from({ length: 30 }, (_, i) => i + 1);
    const { chart } = shown(() => 800, data);
    expect(chart.attributes('style')).toContain('height: 300px');
    expect(chart.find('svg').exists()).toBe(false);
    laidOut.forEach((tell) => tell());
    await nextTick();
    expect(chart.attributes('aria-busy')).toBe('true');
    vi.runAllTimers();
    await nextTick();
    expect(chart.find('svg').exists()).toBe(true);
    expect(chart.attributes('aria-busy')).toBe('false');
    vi.useRealTimers();
  });

  it('keeps its marks where they are in the page when one is under the pointer: else a quick press is no click', async () => {
    const { svg, paths } = shown(() => 800);
    const before = paths();
    const fill = before[0]!.getAttribute('fill');
    const moves: MutationRecord[] = [];
    const watcher = new MutationObserver((records) => moves.push(...records));
    watcher.observe(svg(), { childList: true, subtree: true });
    // Inside the first bar, which the other one follows.
    const event = new MouseEvent('mousemove', { bubbles: true, clientX: 50, clientY: 220 });
    Object.defineProperties(event, { offsetX: { value: 50 }, offsetY: { value: 220 } });
    svg().dispatchEvent(event);
    await vi.waitFor(() => expect(before[0]!.getAttribute('fill')).not.toBe(fill));
    expect(paths()).toEqual(before);
    moves.push(...watcher.takeRecords());
    expect(moves).toEqual([]);
    watcher.disconnect();
  });
});
