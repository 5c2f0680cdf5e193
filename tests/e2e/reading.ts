/**
 * What a reader sees in the page, read from what is painted: marks and words of a chart, rows of a table.
 */
import type { Locator, Page } from 'playwright-core';
import { palette } from '../../src/charts/theme';

/** For `expect.poll`: a slow machine may take its time, a right answer comes at once. */
export const PATIENCE = { timeout: 20_000, interval: 40 } as const;

export interface Word {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Font size in px. */
  readonly size: number;
  readonly colour: string;
}

export interface Stroke {
  readonly d: string;
  readonly fill: string;
  readonly stroke: string;
  readonly dash: string;
  /** Where a symbol stands; null for a path drawn in place. */
  readonly at: { readonly x: number; readonly y: number } | null;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fill: string;
  readonly stroke: string;
  readonly dash: string;
}

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly words: readonly Word[];
  readonly strokes: readonly Stroke[];
}

/**
 * Marks of the chart on the screen, once they stand where they will stay: the page is laid out round the chart, and it
 * is drawn at the width that it has there. Whoever points at a mark or measures it asks here.
 * @param of a colour, e.g. `#1d4f91`, or the text of a word
 */
export async function marks(page: Page, of: string | { readonly text: string }): Promise<Locator> {
  const svg = await stillChart(page);
  return typeof of === 'string' ? svg.locator(`path[fill="${of}"]`) : svg.locator('text', { hasText: of.text });
}

/** The chart on the screen, drawn as it will stay. */
export async function stillChart(page: Page): Promise<Locator> {
  const svg = page.locator('.chart[aria-busy="false"] svg').first();
  await svg.locator('path').first().waitFor({ state: 'attached', timeout: PATIENCE.timeout });
  return svg;
}

/** Waits until what was asked for is painted, and every chart stands as it will stay. */
export async function painted(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  await page.waitForFunction(() => document.querySelector('.chart[aria-busy="true"]') === null);
}

/** The chart on the screen, coordinates from its upper left corner. Waits until there is one. */
export async function picture(page: Page): Promise<Picture> {
  const svg = await stillChart(page);
  return svg.evaluate((element) => {
    const frame = element.getBoundingClientRect();
    const words = [...element.querySelectorAll('text')].map((node) => {
      const box = node.getBoundingClientRect();
      const style = getComputedStyle(node);
      return {
        text: node.textContent ?? '',
        left: box.left - frame.left,
        right: box.right - frame.left,
        top: box.top - frame.top,
        bottom: box.bottom - frame.top,
        size: parseFloat(style.fontSize),
        colour: node.getAttribute('fill') ?? ''
      };
    });
    const strokes = [...element.querySelectorAll('path')]
      .filter((node) => !node.closest('defs'))
      .map((node) => {
        const place = /(?:matrix\(.*,|translate\()(-?[\d.]+)[, ](-?[\d.]+)\)/.exec(
          node.getAttribute('transform') ?? ''
        );
        return {
          d: node.getAttribute('d') ?? '',
          fill: node.getAttribute('fill') ?? '',
          stroke: node.getAttribute('stroke') ?? '',
          dash: node.getAttribute('stroke-dasharray') ?? '',
          at: place ? { x: Number(place[1]), y: Number(place[2]) } : null
        };
      });
    return { width: frame.width, height: frame.height, words, strokes };
  });
}

/** Bars: the upright boxes that are painted in place, of one or of every colour. */
export function boxes(chart: Picture, fill?: string): Box[] {
  return chart.strokes.flatMap((s) => {
    const shape = /^M(-?[\d.]+) (-?[\d.]+)l([\d.]+) 0l0 ([\d.]+)l-[\d.]+ 0Z$/.exec(s.d);
    if (!shape || s.at || s.fill === 'none' || (fill && s.fill !== fill)) return [];
    const [x, y, width, height] = shape.slice(1).map(Number) as [number, number, number, number];
    return [{ x, y, width, height, fill: s.fill, stroke: s.stroke, dash: s.dash }];
  });
}

export interface PlaceBar {
  readonly name: string;
  /** As written at the end of the bar. */
  readonly value: string;
  readonly length: number;
  readonly look: 'focus' | 'grey' | 'plain' | 'hollow' | 'hatched' | 'other';
}

/** The bars of 地区对比 from top to bottom with the words beside them. */
export async function placeBars(page: Page): Promise<PlaceBar[]> {
  const chart = await picture(page);
  const all = boxes(chart);
  const hatched = new Set(all.filter((b) => b.fill.startsWith('url(')).map((b) => b.y));
  return all
    .filter((b) => !b.fill.startsWith('url('))
    .sort((a, b) => a.y - b.y)
    .map((bar) => {
      const middle = bar.y + bar.height / 2;
      const beside = chart.words.filter((w) => w.bottom > bar.y - 8 && w.top < bar.y + bar.height + 8);
      const name = beside.filter((w) => w.right <= bar.x).sort((a, b) => a.top - b.top)[0];
      const value = beside.find((w) => w.left >= bar.x + bar.width && Math.abs((w.top + w.bottom) / 2 - middle) < 8);
      return {
        name: name?.text ?? '',
        value: value?.text ?? '',
        length: bar.width,
        look: hatched.has(bar.y) ? 'hatched' : lookOf(bar)
      };
    });
}

function lookOf(bar: Box): PlaceBar['look'] {
  if (bar.fill === palette.accent) return 'focus';
  if (bar.fill === palette.contextSoft) return 'grey';
  if (bar.fill === palette.accentSoft) return 'plain';
  return bar.fill === palette.ground && bar.dash ? 'hollow' : 'other';
}

/** Names and values only. */
export async function ranking(page: Page): Promise<string[]> {
  return (await placeBars(page)).map((bar) => `${bar.name} ${bar.value}`);
}

/** The words in a chart, in reading order of the drawing. */
export async function chartWords(page: Page): Promise<string[]> {
  return (await picture(page)).words.map((w) => w.text);
}

/** The line with its points: the paths drawn without fill in one colour, with the number of points of each. */
export function lines(chart: Picture, colour: string): number[] {
  return chart.strokes
    .filter((s) => s.fill === 'none' && s.stroke === colour && !s.dash && /^M.*L/.test(s.d))
    .map((s) => s.d.split('L').length);
}

/** Cells of a table, row by row, the head first. */
export function cells(page: Page, selector: string): Promise<string[][]> {
  return page
    .locator(selector)
    .first()
    .evaluate((table) =>
      [...table.querySelectorAll('tr')].map((row) =>
        [...row.querySelectorAll('th, td')].map((cell) => (cell.textContent ?? '').trim())
      )
    );
}

/** The name of the figure: its finding. */
export async function verdict(page: Page): Promise<string> {
  return ((await page.locator('figure .figure-verdict').first().textContent()) ?? '').trim();
}

/** Query of the address. */
export function query(page: Page): Record<string, string> {
  const [, search = ''] = page.url().split('#')[1]?.split('?') ?? [];
  return Object.fromEntries(new URLSearchParams(search));
}

/** Path of the address, e.g. `/places`. */
export function path(page: Page): string {
  return (page.url().split('#')[1] ?? '/').split('?')[0]!;
}

/** Sentences about a bad address or bad data. */
export function problems(page: Page): Promise<string[]> {
  return page.locator('.note-problem').allTextContents();
}

/** The list to choose from with this label. */
/** Opens what few readers change. */
export async function openMore(page: Page): Promise<void> {
  await page.locator('main .controls-more > summary').first().click();
}

export function field(page: Page, name: string): Locator {
  return page.locator('label', { hasText: new RegExp(`^${name}`) }).locator('select');
}
