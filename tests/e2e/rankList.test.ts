import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { palette } from '../../src/charts/theme';
import { putLargeData } from './largeData';
import { PATIENCE, stillChart } from './reading';
import { openApp, type OpenedApp } from './support';
import { visit } from './visit';

const ROUTE = '#/places?tab=table&i=i1&focus=p7';

/** A hundred and thirty-four places, four years, one of them the reader's own. */
async function open(viewport = { width: 1366, height: 768 }): Promise<OpenedApp<Page>> {
  const app = await visit(ROUTE, {
    viewport,
    made: '134 places in four years',
    edit: (folder) => putLargeData(folder, { places: 134, indicators: 2, tasks: 0, years: 4 })
  });
  await app.page.locator('.ranks tbody tr').nth(133).waitFor({ state: 'attached' });
  return app;
}

const names = (page: Page, count: number) =>
  page
    .locator('.ranks tbody th')
    .allTextContents()
    .then((all) => all.slice(0, count).map((text) => text.trim()));

describe('名次表 of 134 places', () => {
  it('keeps head and own place in sight, whichever way one scrolls', async () => {
    const { page } = await open();
    const box = page.locator('.ranks-box');
    const inSight = async (of: string) => {
      const [outer, inner] = await Promise.all([box.boundingBox(), page.locator(of).boundingBox()]);
      return inner!.y >= outer!.y - 1 && inner!.y + inner!.height <= outer!.y + outer!.height + 1;
    };
    const scroll = (to: number) => box.evaluate((element, top) => element.scrollTo(0, top), to);
    // It is the 126th: below at first, then among the others, then above once it is ordered from the other end.
    for (const top of [0, 1500, 100_000]) {
      await scroll(top);
      expect([await inSight('.ranks thead th >> nth=0'), await inSight('.ranks-own > th')]).toEqual([true, true]);
    }
    await page.getByRole('button', { name: '名次' }).click();
    await expect.poll(() => names(page, 1), PATIENCE).toEqual(['第133县']);
    for (const top of [0, 100_000]) {
      await scroll(top);
      expect([await inSight('.ranks thead th >> nth=0'), await inSight('.ranks-own > th')]).toEqual([true, true]);
    }
    expect(await page.locator('.ranks tbody tr').count()).toBe(134);
  });

  it('finds a place by its name and by pinyin, with the own one beside it; the address says so', async () => {
    const { page } = await open();
    const search = page.getByLabel('找地区');
    await search.fill('第99');
    await expect.poll(() => names(page, 9), PATIENCE).toEqual(['第99县', '第7县']);
    expect(await page.getByRole('status').filter({ hasText: '找到1个，共134个' }).count()).toBe(1);
    expect(decodeURIComponent(page.url())).toContain('q=第99');
    await search.fill('d100x');
    await expect.poll(() => names(page, 9), PATIENCE).toEqual(['第100县', '第7县']);
    await search.fill('');
    await expect.poll(() => page.locator('.ranks tbody tr').count(), PATIENCE).toBe(134);
  });

  it('is ordered by change, and from a figure leads to where it stands', async () => {
    const { page } = await open();
    await page.getByRole('button', { name: '比上年同期' }).click();
    await expect.poll(() => page.url(), PATIENCE).toContain('sort=change');
    await expect.poll(() => page.locator('th[aria-sort="descending"]').textContent(), PATIENCE).toContain('比上年同期');
    await page.locator('.ranks-own .ranks-figure button').click();
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    expect(await dialog.textContent()).toContain('第7县');
    expect(await dialog.textContent()).toContain('2020');
  });

  it('goes into a deck, and its table has the earlier years', async () => {
    const { page } = await open();
    await page.getByRole('button', { name: '数据表' }).click();
    await expect
      .poll(() => page.locator('.figure-panel thead').textContent(), PATIENCE)
      .toMatch(/名次.*地区.*对比期数.*比上年同期（2019年）.*2017年.*2018年.*2019年/);
    await page.getByRole('button', { name: '加入演示' }).click();
    await expect.poll(() => page.locator('main').textContent(), PATIENCE).toContain('已加入');
  });

  it('fits a phone without scrolling sideways', async () => {
    const { page } = await open({ width: 390, height: 844 });
    expect(await page.locator('.ranks-box').evaluate((box) => box.scrollWidth - box.clientWidth)).toBeLessThanOrEqual(
      0
    );
  });
});

it('has all 134 as one row above the bars, which leads to worst, middle and best', async () => {
  const { page } = await openApp({
    route: '#/places?i=i1&focus=p7',
    edit: (folder) => putLargeData(folder, { places: 134, indicators: 2, tasks: 0 })
  });
  const svg = await stillChart(page);
  expect(await svg.locator('text').allTextContents()).toEqual(expect.arrayContaining(['全部134个', '粗段为中间一半']));
  expect(await page.locator('.figure-notes').textContent()).toContain('134个地区：最低50.23%（第133县），中间一半在');
  // The thick part is the only grey one above the words of the reference.
  const boxes = await svg.locator(`path[fill="${palette.contextSoft}"]`).all();
  const tops = await Promise.all(boxes.map(async (box) => (await box.boundingBox())!.y));
  await boxes[tops.indexOf(Math.min(...tops))]!.click({ position: { x: 12, y: 6 } });
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  expect(await dialog.textContent()).toMatch(/第133县[^]*第132县/);
});

it('fills the selects of 250 places as they are opened, by mouse or key, and keeps their width', async () => {
  const { page } = await openApp({
    route: '#/places?i=i1&focus=p7',
    edit: (folder) => putLargeData(folder, { places: 250, indicators: 2, tasks: 0 })
  });
  await stillChart(page);
  const focus = page.locator('.topbar-focus select');
  const against = page.getByLabel('参照');
  const optionsOf = (select: typeof focus) => select.evaluate((one) => (one as HTMLSelectElement).options.length);
  const widthOf = async (select: typeof focus) => (await select.boundingBox())!.width;
  // 未选, the city in a group of its own, the chosen county and the first of the longest names; six other references
  // and the longest name of those that report.
  expect([await optionsOf(focus), await optionsOf(against)]).toEqual([4, 7]);
  const widths = [await widthOf(focus), await widthOf(against)];
  const { x, y } = (await focus.boundingBox())!;
  await page.mouse.move(x + 20, y + 10);
  await page.mouse.down();
  expect(await optionsOf(focus)).toBe(252);
  await page.mouse.up();
  await page.keyboard.press('Escape');
  await against.focus();
  expect(await optionsOf(against)).toBe(256);
  expect([await widthOf(focus), await widthOf(against)]).toEqual(widths);
  await focus.selectOption({ label: '第208县' });
  await page.waitForURL(/focus=p208/);
  expect(await focus.inputValue()).toBe('p208');
});
