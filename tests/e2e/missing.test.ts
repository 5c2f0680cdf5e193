import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { putLargeData } from './largeData';
import { path, PATIENCE, query, verdict } from './reading';
import { openApp } from './support';
import { visit } from './visit';

describe('缺', () => {
  const line = (page: Page, name: string) => page.locator('.coverage tbody tr', { hasText: name });
  const CHRONIC = '#/data?tab=missing&theme=慢病与精神卫生';

  it('counts what is there by row and column, and shows two-place indicators first', async () => {
    const { page } = await visit(CHRONIC);
    await expect.poll(() => verdict(page), PATIENCE).toMatch(/^慢病与精神卫生\d+项指标、\d+个地区共\d+格，有数\d+格/);
    const few = await page.locator('.coverage tbody tr').count();
    expect(await line(page, '严重精神障碍患者规范管理率').locator('td.table-number').textContent()).toBe('4');
    expect(await line(page, '严重精神障碍患者规范管理率').locator('td.coverage-cell--has').count()).toBe(4);
    await page.getByLabel('只有一地的也列出').check();
    await expect.poll(() => page.locator('.coverage tbody tr').count(), PATIENCE).toBeGreaterThan(few);
    expect(query(page)).toMatchObject({ tab: 'missing', all: '1' });
  });

  it('says why a cell is empty, and hatches another 口径', async () => {
    const { page } = await visit(CHRONIC);
    const cell = line(page, '严重精神障碍患者规范管理率').getByRole('button', { name: /^宜兴市/ });
    await cell.click();
    expect(await page.locator('.coverage-reason').textContent()).toBe(
      '宜兴市 · 严重精神障碍患者规范管理率：只有严重精神障碍患者管理率94.7%，口径不同。'
    );
    expect(await cell.locator('..').evaluate((td) => getComputedStyle(td).backgroundImage)).toContain(
      'repeating-linear-gradient'
    );
  });

  it('leads from a number to its source, and on to its comparison', async () => {
    const { page } = await visit(CHRONIC);
    await line(page, '严重精神障碍患者规范管理率')
      .getByRole('button', { name: /^宝安区/ })
      .click();
    expect(await page.locator('.source-note .source-written').first().textContent()).toBe('96.2%');
    await page.getByRole('link', { name: '看这个数所在的图' }).first().click();
    await expect.poll(() => path(page), PATIENCE).toBe('/places');
    await expect.poll(() => verdict(page), PATIENCE).toMatch(/^宝安区严重精神障碍患者规范管理率96\.2%/);
  });

  it('is one tab stop, in which arrows move', async () => {
    const { page } = await visit(CHRONIC);
    const stops = page.locator('.coverage td button[tabindex="0"]');
    await stops.first().waitFor();
    expect(await stops.count()).toBe(1);
    await stops.first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    expect(await page.evaluate(() => ({ ...(document.activeElement as HTMLElement).dataset }))).toMatchObject({
      row: '1',
      column: '1'
    });
    expect(await stops.count()).toBe(1);
  });
});

describe('hundreds of indicators over a hundred places', () => {
  const pagers = (page: Page) => page.locator('.grid-parts .pager span').allTextContents();

  it('come a page at a time in 缺, the own place on every one, and go on paper whole', async () => {
    const table = '.coverage';
    const { page } = await openApp({
      route: '#/data?tab=missing&all=1&focus=p7',
      edit: (folder) => putLargeData(folder, { places: 100, indicators: 240, tasks: 1 })
    });
    const names = () => page.locator(`.table-wrap ${table} thead th`).allTextContents();
    await page.locator(`.table-wrap ${table} tbody tr`).first().waitFor();
    expect((await pagers(page))[0]).toBe('第 1 页，共 5 页（共240项，显示第1—50项）');
    expect(await page.locator(`.table-wrap ${table} tbody tr`).count()).toBe(50);
    expect((await names())[1]!.trim()).toBe('第7县');
    await page.getByRole('group', { name: '翻地区' }).getByRole('button', { name: '下一页' }).click();
    await expect.poll(async () => (await names())[1]!.trim(), PATIENCE).toBe('第7县');
    await page.getByLabel('找地区').fill('第99县');
    await page.getByLabel('找地区').press('Enter');
    await expect.poll(async () => (await names()).map((name) => name.trim()), PATIENCE).toContain('第99县');

    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    // 20,000 cells over 240 rows are 83 of the 100 places: five tables of 16 and one of 3.
    expect(await page.locator('.print-rows table').count()).toBe(6);
    expect(await page.locator('.print-rows table').first().locator('tbody tr').count()).toBe(240);
    expect(await page.locator('.print-rows p').textContent()).toBe('只印前83个地区，共100个；全部请导出。');
  });
});
