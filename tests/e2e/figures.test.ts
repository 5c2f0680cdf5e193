import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { cells, path, PATIENCE, query, ranking, stillChart, verdict } from './reading';
import { openApp } from './support';
import { visit } from './visit';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const SCREENS: readonly (readonly [string, string])[] = [
  ['总览', '#/'],
  ['地区对比', '#/places?focus=zhongfang'],
  ['名次表', '#/places?tab=table&dataset=demo&focus=lichuan'],
  ['多项指标', '#/places?tab=heat'],
  ['时期对比', '#/periods'],
  ['任务完成', '#/progress'],
  ['地区画像', '#/profile?place=baoan'],
  ['数据', '#/data'],
  ['数据的来源', '#/data?tab=sources'],
  ['数据的缺', '#/data?tab=missing&theme=慢病与精神卫生'],
  ['数据的读取问题', '#/data?tab=issues']
];

/** Serious and critical findings of axe, as `rule: element`. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> };
    };
    const found = (await axe.run()).violations.filter((v) => v.impact === 'serious' || v.impact === 'critical');
    return found.flatMap((v) => v.nodes.map((node) => `${v.id}: ${node.html.slice(0, 160)}`));
  });
}

describe('every figure', () => {
  it('is named by its finding, chart included', async () => {
    const { page, go } = await visit('#/');
    for (const route of [
      '#/places?i=smd-standard-rate',
      '#/places?tab=heat',
      '#/periods?i=deliveries',
      '#/progress?place=xiangshan'
    ]) {
      await go(route);
      await page.locator('figure').first().waitFor();
      const title = await verdict(page);
      expect(title.length).toBeGreaterThan(8);
      await page.getByRole('figure', { name: title, exact: true }).waitFor();
      if (!route.includes('heat')) await page.getByRole('img', { name: title, exact: true }).waitFor();
    }
  });

  it('opens a real table and its sources', async () => {
    const { page, go } = await visit('#/');
    for (const route of ['#/places?tab=heat', '#/periods?i=deliveries', '#/progress?place=xiangshan']) {
      await go(route);
      await page.getByRole('button', { name: '数据表' }).click();
      const table = page.locator('.data-table');
      await table.waitFor();
      expect(await table.locator('caption').count()).toBe(1);
      expect(await table.locator('thead th[scope=col]').count()).toBeGreaterThan(2);
      expect(await table.locator('tbody th[scope=row]').count()).toBeGreaterThan(1);
      await page.getByRole('button', { name: '出处' }).click();
      const [head, first] = await cells(page, '.source-table');
      expect(head).toEqual(['地区', '内容', '原文写作', '来源', '章节', '行', '说明']);
      expect(Number(first![5])).toBeGreaterThan(0);
    }
  });
});

describe('axe', () => {
  for (const [name, route] of SCREENS) {
    it(`finds nothing serious on ${name}`, async () => {
      const { page } = await visit(route);
      await page.locator('h1').first().waitFor({ state: 'attached' });
      if (/places\?focus|periods|progress/.test(route)) await stillChart(page);
      const table = page.getByRole('button', { name: '数据表' });
      if (await table.count()) {
        await table.click();
        await page.locator('.figure-panel .data-table').first().waitFor();
      }
      expect(await violations(page)).toEqual([]);
    });
  }

  it('finds nothing serious on a phone, nor where the address is wrong', async () => {
    const { page, go } = await visit('#/progress?light=x', { viewport: { width: 390, height: 844 } });
    await page.locator('.note-problem').waitFor();
    expect(await violations(page)).toEqual([]);
    await go('#/places?i=nothing');
    await page.locator('.note-problem').first().waitFor();
    expect(await violations(page)).toEqual([]);
  });
});

describe('without a mouse', () => {
  const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');

  async function tabTo(page: Page, text: string | RegExp): Promise<void> {
    for (let step = 0; step < 150; step += 1) {
      await page.keyboard.press('Tab');
      const at = await focused(page);
      if (typeof text === 'string' ? at === text : text.test(at)) return;
    }
    throw new Error(`no way to ${String(text)}`);
  }

  it('goes to a screen, chooses an indicator and opens 数据表', async () => {
    const { page } = await openApp();
    await page.locator('.headlines').waitFor();
    await tabTo(page, '地区对比');
    await page.keyboard.press('Enter');
    await expect.poll(() => path(page), PATIENCE).toBe('/places');
    await tabTo(page, /^严重精神障碍患者管理率/);
    await page.keyboard.press('Enter');
    await expect
      .poll(() => ranking(page), PATIENCE)
      .toEqual(['宜兴市 94.7', '未具名县（四川甘孜） 90.21', '未具名县（四川） 81.6']);
    await tabTo(page, '数据表');
    await page.keyboard.press('Enter');
    await page.locator('.data-table').waitFor();
    expect((await cells(page, '.data-table'))[1]!.join('|')).toContain('宜兴市');
  });

  it('skips to the content, and shows where it is', async () => {
    const { page } = await openApp();
    await page.locator('.headlines').waitFor();
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('跳到正文');
    const box = (await page.locator('.page-skip').boundingBox())!;
    expect(box.y).toBeGreaterThanOrEqual(0);
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    await page.keyboard.press('Tab');
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle);
    expect(outline).not.toBe('none');
  });

  it('moves between tabs by the arrows', async () => {
    const { page } = await openApp({ route: '#/data' });
    await page.locator('[role=tab][aria-selected=true]').focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => query(page).tab, PATIENCE).toBe('progress');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => query(page).tab, PATIENCE).toBe('sources');
    expect(await focused(page)).toMatch(/^来源/);
  });

  it('reads one heading for each screen', async () => {
    const { page, go } = await openApp();
    for (const [, route] of SCREENS) {
      await go(route);
      await page.locator('h1').first().waitFor({ state: 'attached' });
      expect(await page.locator('h1').count()).toBe(1);
    }
  });
});
