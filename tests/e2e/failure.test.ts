import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { PATIENCE, stillChart } from './reading';
import { openApp } from './support';

/** From now on every drawing fails, as it would by a fault of the program that no test foresaw. */
const breakDrawings = (page: Page) =>
  page.evaluate(() => {
    Reflect.set(document, 'createElementNS', () => {
      throw new Error('画坏了');
    });
  });
const mendDrawings = (page: Page) => page.evaluate(() => Reflect.deleteProperty(document, 'createElementNS'));
const alert = (page: Page) => page.getByRole('alert').first().textContent();
const number = async (page: Page) => ((await page.locator('.slide-number').first().textContent()) ?? '').trim();

describe('an error of the program', () => {
  it('in one figure leaves its title, its table and the other screens as they are', async () => {
    const { page, problems, go } = await openApp({ route: '#/progress?tab=matrix&place=xiangshan' });
    problems.allow(/画坏了/);
    await page.locator('figure table').first().waitFor();
    await breakDrawings(page);
    await go('#/places?i=smd-standard-rate');
    await expect.poll(() => alert(page), PATIENCE).toContain('“这张图”显示不出来，其余部分照常可用。');
    expect(await alert(page)).toContain('画坏了');
    expect(await page.locator('.figure-verdict').textContent()).toContain('严重精神障碍患者规范管理率');
    await page.getByRole('button', { name: '数据表', exact: true }).click();
    await page.getByRole('table').first().waitFor();
    await mendDrawings(page);
    await page.getByRole('button', { name: '再试一次' }).click();
    await stillChart(page);
    await go('#/progress?tab=matrix&place=xiangshan');
    await page.locator('figure table').first().waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  it('in one slide is named on the wall, and the show goes on', async () => {
    const { page, problems } = await openApp({ route: '#/present?deck=monthly&slide=5' });
    problems.allow(/画坏了/);
    await expect.poll(() => number(page), PATIENCE).toMatch(/5 \/ 5$/);
    await breakDrawings(page);
    await page.keyboard.press('Home');
    await expect.poll(() => alert(page), PATIENCE).toContain('第1张');
    expect(await alert(page)).toContain('显示不出来');
    await page.keyboard.press('End');
    await expect.poll(() => number(page), PATIENCE).toMatch(/5 \/ 5$/);
    expect(await page.getByRole('alert').count()).toBe(0);
  });
});

describe('a slide of a figure with nothing in it', () => {
  it('takes neither the deck nor the others along', async () => {
    const { page, go } = await openApp({
      route: '#/progress?tab=matrix&place=shenzhen&light=%E7%BA%A2&flip=1'
    });
    await page.getByRole('button', { name: '加入演示' }).click();
    await page.getByText('已加入“我的演示稿”，第1张').waitFor();
    await go('#/places?i=smd-standard-rate');
    await page.getByRole('button', { name: '加入演示' }).click();
    await page.getByText('第2张').waitFor();
    await go('#/present?deck=d1');
    await expect.poll(() => number(page), PATIENCE).toBe('1 / 2');
    await page.getByText('这里没有可画的数。').waitFor();
    await page.keyboard.press('PageDown');
    await expect.poll(() => number(page), PATIENCE).toBe('2 / 2');
    await page.reload();
    await expect.poll(() => number(page), PATIENCE).toBe('2 / 2');
    await go('#/present?deck=d1&role=edit');
    await page.getByRole('button', { name: '删除第1张' }).click();
    await expect.poll(() => page.locator('.deck-slide').count(), PATIENCE).toBe(1);
  });
});
