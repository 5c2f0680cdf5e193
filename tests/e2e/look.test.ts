import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { painted, PATIENCE, type Picture, picture, stillChart, type Word } from './reading';
import { openApp } from './support';

const VIEWPORTS = [
  { width: 1920, height: 1080 },
  { width: 1366, height: 768 },
  { width: 1280, height: 720 },
  { width: 390, height: 844 }
];

const REAL = [
  '#/',
  '#/?tab=card',
  '#/places?i=smd-standard-rate&focus=zhongfang',
  '#/places?i=notifiable-cases&odd=1',
  '#/places?i=fd-signed',
  '#/places?tab=table&i=smd-standard-rate',
  '#/places?tab=heat',
  '#/periods?tab=changes',
  '#/periods?tab=facets',
  '#/periods?tab=facets&by=indicators',
  '#/periods',
  '#/periods?i=deliveries',
  '#/periods?i=health-literacy',
  '#/progress',
  '#/progress?place=xiangshan&sort=rate',
  '#/progress?place=xiangshan&light=无',
  '#/profile?place=xiangshan',
  '#/data',
  '#/data?tab=progress',
  '#/data?tab=sources',
  '#/places?i=nothing&p=nowhere'
];
const MONTHLY = [
  '#/places?i=htn',
  '#/places?i=visits',
  '#/periods?i=visits',
  '#/periods?i=htn&p=jia',
  '#/periods?i=population',
  '#/periods?i=visits-ytd',
  '#/progress'
];

/** Until the screen of the new address stands. */
async function screenPainted(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor({ state: 'attached' });
  await painted(page);
}

/** What is wrong with how a screen looks, each with where. */
async function faults(page: Page): Promise<string[]> {
  const layout = await page.evaluate(() => {
    const found: string[] = [];
    const wide = document.documentElement.scrollWidth - window.innerWidth;
    if (wide > 0) found.push(`the page is ${wide}px wider than the screen`);
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement!;
      if (!node.textContent!.trim() || parent.closest('option, noscript, script')) continue;
      const size = parseFloat(getComputedStyle(parent).fontSize);
      if (size < 12) found.push(`${size}px: ${node.textContent!.trim().slice(0, 20)}`);
    }
    return found;
  });
  const drawn = (await page.locator('.chart svg path').count()) > 0;
  return drawn ? [...layout, ...chartFaults(await picture(page))] : layout;
}

function chartFaults(chart: Picture): string[] {
  const words = chart.words.filter((word) => word.text.trim());
  const cut = words.filter(
    (w) => w.left < -1 || w.top < -2 || w.right > chart.width + 1 || w.bottom > chart.height + 2
  );
  const covered = words.flatMap((a, at) =>
    words
      .slice(at + 1)
      .filter((b) => covers(a, b))
      .map((b) => `“${a.text}” on “${b.text}”`)
  );
  return [...cut.map((w) => `“${w.text}” is cut at the edge`), ...covered];
}

/** Boxes of a text are higher than its letters: neighbours in a stack touch without harm. */
function covers(a: Word, b: Word): boolean {
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return across > 2 && down > 0.4 * Math.min(a.bottom - a.top, b.bottom - b.top);
}

describe('on every screen nothing runs over, is cut, overlaps or is too small to read', () => {
  for (const viewport of VIEWPORTS) {
    it(`at ${viewport.width}×${viewport.height}`, async () => {
      const found: string[] = [];
      for (const [dataset, routes] of [
        ['real', REAL],
        ['monthly', MONTHLY]
      ] as const) {
        const { page, go, close, problems } = await openApp({ dataset, viewport });
        for (const route of routes) {
          await go(route);
          await screenPainted(page);
          const chart = await page.locator('.chart svg text').count();
          if (/#\/(periods|progress|places\?i=)/.test(route) && chart === 0)
            found.push(`${dataset} ${route}: no chart`);
          found.push(...(await faults(page)).map((fault) => `${dataset} ${route}: ${fault}`));
        }
        expect(problems.unexpected()).toEqual([]);
        await close();
      }
      expect(found).toEqual([]);
    });
  }

  for (const viewport of [VIEWPORTS[1]!, VIEWPORTS[3]!]) {
    it(`with any indicator, at ${viewport.width}×${viewport.height}`, async () => {
      const found: string[] = [];
      const { page, go } = await openApp({ viewport });
      for (const path of ['#/places', '#/periods']) {
        await go(path);
        await screenPainted(page);
        const ids = await page
          .locator('[data-indicator]')
          .evaluateAll((items) => items.map((item) => item.getAttribute('data-indicator')!));
        expect(ids.length).toBeGreaterThan(10);
        for (const id of ids) {
          await go(`${path}?i=${id}`);
          await screenPainted(page);
          if (await page.locator('.chart svg path').count())
            found.push(...chartFaults(await picture(page)).map((fault) => `${path}?i=${id}: ${fault}`));
        }
      }
      expect(found).toEqual([]);
    });
  }

  it('follows the width of the window', async () => {
    const { page } = await openApp({ viewport: { width: 1920, height: 1080 }, route: '#/places?i=smd-standard-rate' });
    const before = (await picture(page)).width;
    await page.setViewportSize({ width: 800, height: 600 });
    await expect.poll(async () => (await picture(page)).width, PATIENCE).toBeLessThan(before - 300);
    expect(await faults(page)).toEqual([]);
  });

  it('shows the chart before the filters on a phone', async () => {
    const { page } = await openApp({ viewport: { width: 390, height: 844 }, route: '#/places?i=smd-standard-rate' });
    const box = (await (await stillChart(page)).boundingBox())!;
    expect(box.y).toBeLessThan(844);
    await page.getByText('筛选与排序').click();
    await page.getByLabel('参照').waitFor();
    await page.getByText(/^指标：严重精神障碍患者规范管理率/).click();
    await page.getByLabel('搜索指标').waitFor();
  });
});

describe('the text', () => {
  it('uses Chinese punctuation in Chinese sentences, and no English words', async () => {
    const { page, go } = await openApp();
    const odd: string[] = [];
    for (const route of REAL) {
      await go(route);
      await screenPainted(page);
      const text = await page.locator('main').innerText();
      // Source titles and notes are as the reports have them; the app's own sentences are these.
      const own = await page
        .locator(
          '.figure-verdict, .figure-subtitle, .figure-notes, .figure-absent, .page-lede, .note-problem, .headlines, .note-plain, .note-warning'
        )
        .allTextContents();
      odd.push(
        ...own.filter((sentence) => /[一-鿿][,;:!?]|[,;:!?][一-鿿]|undefined|NaN|null|Infinity|\[object/.test(sentence))
      );
      if (/undefined|NaN|\[object|Infinity/.test(text))
        odd.push(`${route}: ${/.{0,20}(undefined|NaN|\[object|Infinity).{0,20}/.exec(text)![0]}`);
    }
    expect(odd).toEqual([]);
  });
});
