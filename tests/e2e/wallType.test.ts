import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { painted, PATIENCE, query, stillChart } from './reading';
import { openApp } from './support';

const WALL = { width: 1920, height: 1080 };

/** Turns to the next step, painted; false where there is none. */
async function turn(page: Page): Promise<boolean> {
  const address = () => page.evaluate(() => location.href);
  const before = await address();
  await page.keyboard.press('PageDown');
  await painted(page);
  return (await address()) !== before;
}

describe('type on the wall', () => {
  /** Smallest type in px, and what sticks out of the slide or of the picture. */
  function measure(page: Page): Promise<{ smallest: number; cut: string[] }> {
    return page
      .locator('.slide')
      .first()
      .evaluate((slide) => {
        const sizes: number[] = [];
        const cut: string[] = [];
        const frame = slide.getBoundingClientRect();
        const body = slide.querySelector('.slide-body')!;
        if (body.scrollHeight > body.clientHeight + 1 && !slide.querySelector('.chart'))
          cut.push(`body ${body.scrollHeight} of ${body.clientHeight}`);
        for (const node of [...slide.querySelectorAll('*')]) {
          const own = [...node.childNodes].some((child) => child.nodeType === 3 && child.textContent!.trim());
          const style = getComputedStyle(node);
          if (!own || style.display === 'none' || node.closest('.chart-tip, .text-hidden')) continue;
          sizes.push(parseFloat(style.fontSize));
          const box = node.getBoundingClientRect();
          const room = node.tagName === 'text' ? node.closest('svg')!.getBoundingClientRect() : frame;
          if (box.left < room.left - 1 || box.right > room.right + 1 || box.bottom > room.bottom + 1)
            cut.push(node.textContent!.slice(0, 30));
        }
        return { smallest: Math.min(...sizes), cut };
      });
  }

  it.each([
    ['monthly', 5],
    ['places', 6]
  ])('is 24 px and more on 1920 × 1080 on every step of %s, and none is cut', async (deck, slides) => {
    const { page } = await openApp({ viewport: WALL, route: `#/present?deck=${deck}` });
    await page.locator('.slide-number').waitFor();
    await painted(page);
    let steps = 0;
    do {
      const at = page.url();
      const { smallest, cut } = await measure(page);
      expect(smallest, at).toBeGreaterThanOrEqual(24);
      expect(cut, at).toEqual([]);
      steps += 1;
    } while (steps < 90 && (await turn(page)));
    expect(query(page).slide).toBe(String(slides));
  });

  it.each(['16:9', '4:3'])('is so for every kind of figure on a wall of %s', async (ratio) => {
    const addresses = [
      '/',
      '/places?focus=zhongfang',
      '/places?tab=table&focus=zhongfang',
      '/periods?tab=changes',
      '/periods?tab=facets',
      '/periods?tab=facets&by=indicators',
      '/progress?place=all',
      '/progress?place=all&tab=matrix',
      '/progress?place=all&tab=plans',
      '/progress?place=all&tab=supervise',
      '/progress?place=all&tab=sums',
      '/progress?tab=months',
      '/progress?tab=why',
      '/profile?place=xiangshan',
      '/data?tab=missing'
    ];
    const viewport = ratio === '4:3' ? { width: 1440, height: 1080 } : WALL;
    const { page, go } = await openApp({ viewport });
    const deck = JSON.stringify({
      own: [{ id: 'd1', name: '全部', slides: addresses.map((address) => ({ address })) }],
      current: 'd1'
    });
    await page.evaluate(
      ([text, look]) => {
        localStorage.setItem('kanban-decks', text!);
        localStorage.setItem('kanban-wall', look!);
      },
      [deck, JSON.stringify({ ratio, ground: 'dark', size: 1 })]
    );
    await page.reload();
    await go('#/present?deck=d1');
    await page.locator('.slide-number').waitFor();
    await painted(page);
    let steps = 0;
    do {
      const at = page.url();
      const { smallest, cut } = await measure(page);
      expect(smallest, at).toBeGreaterThanOrEqual(24);
      expect(cut, at).toEqual([]);
      steps += 1;
    } while (steps < 90 && (await turn(page)));
    expect(query(page).slide).toBe(String(addresses.length));
  });

  it.each([
    ['16:9', 1.3],
    ['4:3', 1],
    ['4:3', 1.3]
  ])('is whole on cards and in the first column of a matrix on a wall of %s, type × %d', async (ratio, size) => {
    const addresses = ['/profile?place=baoan', '/progress?place=xiangshan&tab=matrix', '/data?tab=audit'];
    const viewport = ratio === '4:3' ? { width: 1440, height: 1080 } : WALL;
    const { page, go } = await openApp({ viewport });
    const deck = {
      own: [{ id: 'd1', name: '全部', slides: addresses.map((address) => ({ address })) }],
      current: 'd1'
    };
    await page.evaluate(
      ([text, look]) => {
        localStorage.setItem('kanban-decks', text!);
        localStorage.setItem('kanban-wall', look!);
      },
      [JSON.stringify(deck), JSON.stringify({ ratio, ground: 'light', size })]
    );
    await page.reload();
    await go('#/present?deck=d1');
    await page.locator('.slide-number').waitFor();
    await painted(page);
    let steps = 0;
    do {
      const at = page.url();
      expect((await measure(page)).cut, at).toEqual([]);
      steps += 1;
    } while (steps < 90 && (await turn(page)));
    expect(query(page).slide).toBe(String(addresses.length));
  });

  it('grows and shrinks by + and -, and changes ground by D and ratio by R', async () => {
    const { page } = await openApp({ viewport: WALL, route: '#/present?deck=places' });
    await stillChart(page);
    const size = () => page.locator('.slide-subtitle').evaluate((node) => parseFloat(getComputedStyle(node).fontSize));
    const before = await size();
    await page.keyboard.press('+');
    await expect.poll(size, PATIENCE).toBeGreaterThan(before * 1.1);
    await page.keyboard.press('-');
    await expect.poll(size, PATIENCE).toBe(before);
    const ground = () => page.locator('.slide').evaluate((node) => getComputedStyle(node).backgroundColor);
    expect(await ground()).toBe('rgb(255, 255, 255)');
    await page.keyboard.press('d');
    await page.keyboard.press('d');
    await expect.poll(ground, PATIENCE).toBe('rgb(16, 21, 31)');
    await expect
      .poll(() => page.locator('.slide .chart svg text').first().getAttribute('fill'), PATIENCE)
      .not.toBe('#151b28');
    await page.keyboard.press('r');
    await expect.poll(async () => (await page.locator('.slide').boundingBox())!.width, PATIENCE).toBe(1440);
  });

  it('fits a 4:3 projector', async () => {
    const { page } = await openApp({ viewport: { width: 1024, height: 768 }, route: '#/present?deck=monthly' });
    await page.locator('.slide').waitFor();
    await expect.poll(async () => (await page.locator('.slide').boundingBox())!.height, PATIENCE).toBe(768);
    await painted(page);
    expect((await measure(page)).cut).toEqual([]);
    // Until the user chooses: then it stays.
    await page.keyboard.press('r');
    await expect.poll(async () => (await page.locator('.slide').boundingBox())!.height, PATIENCE).toBe(576);
    await page.reload();
    await expect.poll(async () => (await page.locator('.slide').boundingBox())!.height, PATIENCE).toBe(576);
  });
});
