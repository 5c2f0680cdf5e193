import { describe, expect, it } from 'vitest';
import { PATIENCE, query, verdict } from './reading';
import { visit } from './visit';

describe('和谁比', () => {
  it('is one choice for ranking and 多项指标, named in the title, with the difference in each cell and in the table', async () => {
    const { page } = await visit('#/places?dataset=demo&focus=lichuan&i=htn-standard');
    await page.getByLabel('参照').selectOption('parent');
    await page.getByRole('tab', { name: '多项指标' }).click();
    await page.locator('table.heat').waitFor();
    expect(await verdict(page)).toMatch(/^例川县与上级比：\d+项更好/);
    expect(query(page)).toMatchObject({ tab: 'heat', ref: 'parent' });
    const own = page.locator('table.heat tr', { hasText: '2型糖尿病患者规范管理率' }).locator('td.heat-focus');
    expect(await own.textContent()).toMatch(/^[\d.]+% [高低][\d.]+ *20/);
    await page.getByRole('button', { name: '数据表' }).click();
    await page.getByText('例川县与上级相差').first().waitFor();
    await page
      .getByText(/^比上级拟州市[\d.]+%[高低][\d.]+个百分点$/)
      .first()
      .waitFor();
    await page.getByLabel('参照').selectOption('none');
    await expect.poll(() => verdict(page), PATIENCE).toMatch(/项最好/);
  });

  it('orders the rows of 多项指标 by a place at a click on its head, in the address too', async () => {
    const { page } = await visit('#/places?dataset=demo&focus=lichuan&tab=heat');
    const head = page.locator('table.heat thead th.heat-focus');
    const first = page.locator('table.heat tbody tr').first();
    await head.getByRole('button').click();
    await expect.poll(() => head.getAttribute('aria-sort'), PATIENCE).toBe('descending');
    await head.getByRole('button').click();
    await expect.poll(() => head.getAttribute('aria-sort'), PATIENCE).toBe('ascending');
    expect(query(page)).toMatchObject({ col: 'lichuan', worse: '1' });
    expect(await first.locator('td.heat-focus').getAttribute('class')).toContain('cell--standing-0');
    await head.getByRole('button').click();
    await expect.poll(() => query(page).col, PATIENCE).toBeUndefined();
  });

  it('stands in the title of 记分表, in the place of the ranks', async () => {
    const { page } = await visit('#/?dataset=demo&focus=lichuan&tab=card');
    await page.locator('.scorecard').waitFor();
    await page.getByLabel('参照').selectOption('parent');
    await expect.poll(() => verdict(page), PATIENCE).toMatch(/；与上级比\d+项更好/);
    await expect
      .poll(() => page.locator('tr[data-place="lichuan"] .scorecard-rank').first().textContent(), PATIENCE)
      .toMatch(/^[高低][\d.]+$/);
    expect(query(page).ref).toBe('parent');
  });

  it('says on 地区画像 how far each figure is from it, and where there is none', async () => {
    const { page } = await visit('#/profile?dataset=demo&place=lichuan');
    await page.getByLabel('参照').selectOption('parent');
    await expect.poll(() => verdict(page), PATIENCE).toMatch(/；与上级比：\d+项更好/);
    await page
      .getByText(/比上级拟州市[\d.]+%[高低][\d.]+个百分点/)
      .first()
      .waitFor();
    await page.getByText('总量的上级数包含各地').first().waitFor();
    expect(query(page).ref).toBe('parent');
  });
});
