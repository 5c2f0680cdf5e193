import { describe, expect, it } from 'vitest';
import { PATIENCE, path, query, verdict } from './reading';
import { visit } from './visit';

const ROUTE = '#/?dataset=demo&focus=lichuan&tab=card';

describe('记分表', () => {
  it('is whole in the first screen of 1366 × 768, with three controls before it', async () => {
    const { page } = await visit(ROUTE, { viewport: { width: 1366, height: 768 } });
    await page.locator('.scorecard').waitFor();
    const box = (await page.locator('.scorecard').boundingBox())!;
    expect(box.y + box.height).toBeLessThanOrEqual(768);
    const before = await page
      .locator('main')
      .locator('select, button, input')
      .evaluateAll(
        (all, top) => all.filter((one) => one.getBoundingClientRect().bottom <= (top as number)).length,
        box.y
      );
    // Two tabs and the period.
    expect(before).toBe(3);
  });

  it('opens from 总览, is ordered by a column, and its address says so', async () => {
    const { page } = await visit('#/?dataset=demo&focus=lichuan');
    await page.getByRole('tab', { name: '记分表' }).click();
    const places = page.locator('.scorecard tbody th');
    await places.first().waitFor();
    expect((await places.first().textContent())!.trim()).toBe('例川县');
    const share = page.locator('th[data-indicator="primary-share"]').getByRole('button');
    await share.click();
    await expect.poll(async () => (await places.first().textContent())!.trim(), PATIENCE).toBe('拟西区');
    expect(query(page)).toMatchObject({ tab: 'card', sort: 'primary-share' });
    await share.click();
    await expect.poll(async () => (await places.first().textContent())!.trim(), PATIENCE).toBe('例宁县');
    expect(query(page)).toMatchObject({ sort: 'primary-share', worse: '1' });
  });

  it('follows the period of the screen', async () => {
    const { page } = await visit(ROUTE);
    await page.locator('.scorecard').waitFor();
    await page.locator('.overview-period select').selectOption('2024-03');
    await expect.poll(() => verdict(page), PATIENCE).toMatch(/^例川县2024年3月/);
    expect(query(page)).toMatchObject({ tab: 'card', period: '2024-03' });
  });

  it('leads from a cell to both figures of its change, and from a row to the place', async () => {
    const { page } = await visit(ROUTE);
    await page.locator('tr[data-place="lichuan"] td').first().getByRole('button').click();
    await page.locator('.source-note').waitFor();
    expect(await page.locator('.source-note .source-written').count()).toBeGreaterThan(1);
    await page.keyboard.press('Escape');
    await page.locator('tr[data-place="nixi"] th').getByRole('button').click();
    await expect.poll(() => path(page), PATIENCE).toBe('/profile');
    expect(query(page).place).toBe('nixi');
  });

  it('keeps the indicators that the reader chose, in the address and in this browser', async () => {
    const { page, go } = await visit(ROUTE);
    await page.getByRole('button', { name: '选指标' }).click();
    await page.getByRole('button', { name: '去掉县域内就诊率' }).click();
    await page.getByLabel('加一项').selectOption('literacy');
    await page.getByRole('button', { name: '采用' }).click();
    await expect.poll(() => query(page).items, PATIENCE).toMatch(/^primary-share,.*,literacy$/);
    expect(await page.locator('.scorecard thead th[data-indicator]').count()).toBe(10);
    await go('#/?dataset=demo');
    await page.getByRole('tab', { name: '记分表' }).click();
    await page.locator('th[data-indicator="literacy"]').waitFor();
    await page.getByRole('button', { name: '选指标' }).click();
    await page.getByRole('button', { name: '恢复原来的' }).click();
    await page.locator('th[data-indicator="in-county-rate"]').waitFor();
    expect(query(page).items).toBeUndefined();
  });

  it('shows units, and the same numbers in its table', async () => {
    const { page } = await visit('#/?dataset=demo&tab=card&card=hospital&by=units');
    await page.locator('.scorecard').waitFor();
    expect(await page.locator('.scorecard tbody tr').count()).toBe(6);
    await page.getByRole('button', { name: '数据表' }).click();
    const row = page.locator('.data-table tbody tr', { hasText: '药占比' });
    expect(await row.textContent()).toMatch(/24\.68% 第\d ▲0\.36/);
  });

  it('stands on the wall', async () => {
    const { page, go } = await visit(ROUTE);
    await page.locator('.scorecard').waitFor();
    await page.getByRole('button', { name: '加入演示' }).click();
    await page.getByRole('button', { name: '去看' }).click();
    await page
      .getByText(/例川县2024年12月10项指标/)
      .first()
      .waitFor();
    await go('#/present?dataset=demo&deck=d1');
    await page.locator('.slide-heat').waitFor();
    // Value, rank and change of the first indicator at the own place, in the light of its column.
    expect((await page.locator('.slide-heat tbody td').first().textContent())!).toContain('87.8% 第11 ▲0.02');
  });
});
