import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { PATIENCE, stillChart } from './reading';
import { openApp } from './support';

const note = (page: Page) => page.locator('.source-note');
const written = (page: Page) => page.locator('.source-note .source-written').allTextContents();

/** What the dialog shows after a step; it is closed again. */
async function shown(page: Page, step: () => Promise<void>): Promise<string[]> {
  await step();
  await note(page).waitFor();
  const figures = await written(page);
  await page.keyboard.press('Escape');
  await note(page).waitFor({ state: 'detached' });
  return figures;
}

/** Cells of a column that say a number and lead nowhere. */
const dumb = (page: Page, cells: string) =>
  page
    .locator(cells)
    .evaluateAll((all) =>
      all
        .filter((cell) => /\d/.test(cell.textContent!) && !cell.querySelector('button'))
        .map((cell) => cell.textContent!)
    );

describe('every figure of a table leads to where it stands', () => {
  it.each([
    [
      '督办清单',
      '#/progress?tab=supervise&place=all',
      '.task-list--supervision td.table-number, .task-list--supervision td.task-list-source'
    ],
    [
      '计划清单',
      '#/progress?tab=plans&place=all',
      '.task-list--plans td.table-number, .task-list--plans td.task-list-source'
    ],
    ['合计核对', '#/progress?tab=sums&place=all', '.task-list--sums td.table-number'],
    ['挂图作战', '#/progress?tab=matrix&place=all', '.lights-grid tbody td'],
    ['名次表', '#/places?tab=table', '.ranks td.ranks-rank, .ranks-figure'],
    ['多项指标', '#/places?tab=heat', '.heat tbody td'],
    ['缺', '#/data?tab=missing', '.coverage tbody td:not(.table-number)'],
    ['同比', '#/periods?i=smd-registered', '.change-table td.table-number'],
    ['今日要点', '#/', '.headlines li'],
    ['记分表', '#/?tab=card', '.scorecard tbody td'],
    ['地区画像', '#/profile?place=xiangshan', '.profile-value, .profile-rank, .profile-figures li']
  ])('%s', async (_, route, cells) => {
    const { page } = await openApp({ route });
    await page.locator(cells).first().waitFor({ state: 'attached' });
    expect(await dumb(page, cells)).toEqual([]);
  });

  it('of the tables under the charts too: rank, gap, mean and what is left out', async () => {
    const { page } = await openApp({ route: '#/places?i=smd-standard-rate&ref=mean' });
    await page.getByRole('button', { name: '数据表' }).click();
    await page.locator('.data-table').waitFor();
    expect(await dumb(page, '.data-table td:nth-child(3), .data-table td:nth-child(5)')).toEqual([]);
    // The gap of the third to the second rests on both: 90.69% and 95.39%.
    const gap = page.locator('.data-table tbody tr').nth(2).getByRole('button', { name: /^比/ });
    expect(await shown(page, () => gap.click())).toEqual(['90.69%', '95.39%']);
  });

  it('a computed change shows both points', async () => {
    const { page } = await openApp({ route: '#/periods?i=smd-registered&p=baoan' });
    const cells = page.locator('.change-table tbody td.table-number');
    await cells.first().waitFor();
    const computed = page.locator('.change-table td:nth-child(5) button');
    if (await computed.count()) expect((await shown(page, () => computed.first().click())).length).toBeGreaterThan(1);
    expect((await shown(page, () => cells.first().getByRole('button').click())).length).toBeGreaterThan(1);
  });
});

describe('without a pointer', () => {
  it('arrows go from mark to mark and Enter opens 出处', async () => {
    const { page } = await openApp({ route: '#/places?i=smd-standard-rate' });
    await stillChart(page);
    await page.locator('.chart').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => page.locator('.chart-tip p').first().textContent(), PATIENCE).toBe('中方县  95.39%');
    expect(await shown(page, () => page.keyboard.press('Enter'))).toEqual(['95.39%']);
    // The dialog gives the focus back, and the next arrow goes on from there.
    await page.keyboard.press('ArrowDown');
    expect(await shown(page, () => page.keyboard.press('Enter'))).toEqual(['90.69%']);
  });

  it('on a time axis they go across, and on the bars of tasks they leave ← and → to the pages', async () => {
    const { page, go } = await openApp({ route: '#/periods?i=smd-registered' });
    await stillChart(page);
    await page.locator('.chart').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect((await shown(page, () => page.keyboard.press('Enter'))).length).toBeGreaterThan(0);
    await go('#/progress?place=all');
    await stillChart(page);
    await page.locator('.chart').focus();
    await page.keyboard.press('ArrowDown');
    expect((await shown(page, () => page.keyboard.press('Enter'))).length).toBeGreaterThan(0);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.url(), PATIENCE).toContain('page=2');
  });
});
