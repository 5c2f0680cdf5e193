import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { putLargeData } from './largeData';
import { PATIENCE, query, verdict } from './reading';
import { visit } from './visit';

/** Of `putLargeData`: what stands in indicators × places, in percent. */
const figure = (i: number, p: number) =>
  `${(50 + ((p * 37 + i * 101) % 4999) / 100).toFixed(2).replace(/\.?0+$/, '')}%`;

/** More rows and columns than this are never in the page: what fits into 1,280 × 720 and some beyond each edge. */
const MOST = { rows: 30, columns: 20 } as const;

async function opened(route = '#/places?tab=heat&focus=p7', viewport?: { width: number; height: number }) {
  const app = await visit(route, {
    ...(viewport ? { viewport } : {}),
    made: '134 places and 300 indicators',
    edit: (folder) => putLargeData(folder, { places: 134, indicators: 300, tasks: 1 })
  });
  await app.page.locator('.heat tbody tr').first().waitFor();
  return app;
}

const scroll = (page: Page, top: number, left: number) =>
  page.locator('.heat-box').evaluate((box, [y, x]) => box.scrollTo(x, y), [top, left] as const);
const head = (page: Page, name: string) => page.locator('.heat thead th', { hasText: new RegExp(`^\\s*${name}`) });
const row = (page: Page, name: string) => page.locator('.heat tbody tr', { hasText: name });

/** Whether a part of the table lies whole inside the box. */
const isSeen = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const box = element.closest('.heat-box')!.getBoundingClientRect();
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return left >= box.left - 1 && right <= box.right + 1 && top >= box.top - 1 && bottom <= box.bottom + 1;
    });

describe('多项指标 of 300 indicators over 134 places', () => {
  it('moves to the last row and column with few cells in the page; heads, names and the own place stay', async () => {
    const { page } = await opened();
    const inPage = async () => ({
      rows: await page.locator('.heat tbody tr').count(),
      columns: await page.locator('.heat thead th').count()
    });
    const table = page.locator('.heat');
    expect(await table.getAttribute('aria-rowcount')).toBe('301');
    expect(await table.getAttribute('aria-colcount')).toBe('135');
    for (const [top, left] of [
      [0, 0],
      [8000, 7000],
      [99_999, 99_999]
    ] as const) {
      await scroll(page, top, left);
      await expect.poll(() => isSeen(page, '.heat thead .heat-focus'), PATIENCE).toBe(true);
      const { rows, columns } = await inPage();
      expect([rows < MOST.rows, columns < MOST.columns]).toEqual([true, true]);
      // The own place is the second column wherever one is.
      expect(await page.locator('.heat thead th').nth(1).textContent()).toContain('第7县');
      expect(await isSeen(page, '.heat thead th')).toBe(true);
    }
    await row(page, '第300种病规范管理率').waitFor();
    await head(page, '第134县').waitFor();
    const last = row(page, '第300种病规范管理率').locator('td').last();
    expect(await last.textContent()).toContain(figure(300, 134));
    expect(await last.getAttribute('aria-colindex')).toBe('135');
    expect(await row(page, '第300种病规范管理率').getAttribute('aria-rowindex')).toBe('301');
  });

  it('is ordered by any place and by any indicator, in the address, the subtitle and for whoever listens', async () => {
    const { page } = await opened();
    await scroll(page, 3000, 99_999);
    await head(page, '第134县').getByRole('button').click();
    await expect.poll(() => query(page), PATIENCE).toMatchObject({ col: 'p134' });
    await expect.poll(() => head(page, '第134县').getAttribute('aria-sort'), PATIENCE).toBe('descending');
    expect(await page.locator('.figure-subtitle').textContent()).toContain('按第134县排，好的在前');
    // From the top, with the place still in sight: 2 of 134 × 300 figures are its best ones.
    await expect
      .poll(() => page.locator('.heat tbody tr').first().locator('td').last().getAttribute('class'), PATIENCE)
      .toContain('cell--standing-4');
    await page.locator('.heat tbody tr').nth(2).getByRole('button', { name: /排序$/ }).click();
    await expect.poll(() => query(page).row, PATIENCE).toMatch(/^i\d+$/);
    expect(await page.locator('.figure-subtitle').textContent()).toMatch(/地区按第\d+种病规范管理率排，好的在前/);
    expect(await page.locator('.heat tbody tr').nth(2).locator('th').getAttribute('aria-sort')).toBe('descending');
    // From the left: the best of the row stands beside the own place.
    await expect
      .poll(() => page.locator('.heat tbody tr').nth(2).locator('td').nth(1).getAttribute('class'), PATIENCE)
      .toContain('cell--standing-4');
    expect(await page.locator('.heat thead th').nth(1).textContent()).toContain('第7县');
  });

  it('is one tab stop, in which arrows reach every cell, and Enter its source', async () => {
    const { page } = await opened();
    const at = () =>
      page.evaluate(() => {
        const cell = document.activeElement!.closest<HTMLElement>('[data-row]');
        return cell && `${cell.dataset.row} ${cell.dataset.column}`;
      });
    const stops = page.locator('.heat [tabindex="0"]');
    expect(await stops.count()).toBe(1);
    await stops.first().focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('PageDown');
    await expect.poll(at, PATIENCE).toMatch(/^[3-9] 1$/);
    await page.keyboard.press('Control+End');
    await expect.poll(at, PATIENCE).toBe('299 133');
    expect(await isSeen(page, '[data-row="299"][data-column="133"]')).toBe(true);
    await page.keyboard.press('Enter');
    await page.locator('.source-note').waitFor();
    expect(await page.locator('.source-note .source-written').first().textContent()).toBe(
      `${(50 + ((134 * 37 + 300 * 101) % 4999) / 100).toFixed(2)}%`
    );
    await page.keyboard.press('Escape');
    await page.locator('.source-note').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+Home');
    await expect.poll(at, PATIENCE).toBe('-1 -1');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect.poll(() => query(page), PATIENCE).toMatchObject({ col: 'p7' });
    // A cell that scrolls away leaves the keyboard with the box, from which the arrows go on.
    await page.keyboard.press('ArrowDown');
    await expect.poll(at, PATIENCE).toBe('0 0');
    await scroll(page, 9000, 0);
    await expect.poll(() => page.evaluate(() => document.activeElement!.className), PATIENCE).toContain('heat-box');
    await page.keyboard.press('ArrowDown');
    await expect.poll(at, PATIENCE).toBe('1 0');
  });

  it('finds a place or an indicator by its name, goes on paper whole, and stays inside a phone', async () => {
    const { page } = await opened('#/places?tab=heat&focus=p7', { width: 390, height: 844 });
    expect(await verdict(page)).toMatch(/^第7县300项可比指标中/);
    await page.getByPlaceholder('指标或地区名称').fill('第99县');
    await page.getByPlaceholder('指标或地区名称').press('Enter');
    await expect.poll(() => isSeen(page, '.heat thead .heat-found'), PATIENCE).toBe(true);
    await page.getByPlaceholder('指标或地区名称').fill('第250种');
    await page.getByPlaceholder('指标或地区名称').press('Enter');
    await expect.poll(() => isSeen(page, '.heat tbody .heat-found'), PATIENCE).toBe(true);
    expect(await isSeen(page, '.heat thead .heat-focus')).toBe(true);
    await page.getByPlaceholder('指标或地区名称').fill('没有的');
    await page.getByPlaceholder('指标或地区名称').press('Enter');
    await page.getByText('没有找到“没有的”').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);

    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    // 20,000 cells over 300 rows are 66 of the 134 places: four tables of 16 and one of 2.
    expect(await page.locator('.print-rows table').count()).toBe(5);
    expect(await page.locator('.print-rows table').first().locator('tbody tr').count()).toBe(300);
  });
});
