import { describe, expect, it } from 'vitest';
import { PATIENCE, path, query, verdict } from './reading';
import { openApp } from './support';

describe('总览', () => {
  it('says what matters in five to eight sentences, each leading to its chart', async () => {
    const { page } = await openApp();
    await page.locator('.headlines li').first().waitFor();
    const sentences = await page.locator('.headlines li').allTextContents();
    expect(sentences.length).toBeGreaterThanOrEqual(5);
    expect(sentences.length).toBeLessThanOrEqual(8);
    await page
      .getByRole('link', { name: /结肠镜检查.*完成67\.68%，比序时慢14\.3个百分点/ })
      .first()
      .click();
    await expect.poll(() => verdict(page), PATIENCE).toMatch(/结肠镜检查.*完成67\.68%，比序时慢14\.3个百分点/);
    await page.goBack();
    // Every other one leads to a screen that has an answer, and to no complaint about its address.
    for (let at = 0; at < sentences.length; at += 1) {
      await page.locator('.headlines a').nth(at).click();
      await expect.poll(async () => (await verdict(page)).length, PATIENCE).toBeGreaterThan(8);
      expect(await page.locator('.note-problem').count()).toBe(0);
      await page.goBack();
      await page.locator('.headlines').waitFor();
    }
  });

  it('counts the lights as 任务完成 does, and leads there', async () => {
    const { page } = await openApp();
    const lights = page.locator('.overview-lights a');
    await lights.first().waitFor();
    const counts = (await lights.allTextContents()).map((text) => Number(/\d+$/.exec(text.trim())![0]));
    expect(counts[0]).toBeGreaterThan(0);
    await lights.nth(0).click();
    await expect.poll(() => query(page).light, PATIENCE).toBe('红');
    const there = page.getByRole('group', { name: '按亮灯筛选' }).getByRole('button');
    await expect
      .poll(async () => (await there.allTextContents()).map((text) => Number(/\d+$/.exec(text.trim())![0])), PATIENCE)
      .toEqual(counts);
  });

  it('names who is behind and who is ahead, each leading to its bar', async () => {
    const { page } = await openApp();
    const behind = page.locator('.overview-end', { hasText: '谁落后' }).locator('.overview-end-row');
    await behind.first().waitFor();
    expect((await behind.first().textContent())!.trim()).toBe('■ 象山县　结直肠癌筛查·结肠镜检查　B级慢14.3');
    expect(await page.locator('.overview-end', { hasText: '谁领先' }).locator('.overview-end-row').count()).toBe(3);
    await behind.first().getByRole('link').click();
    await expect.poll(() => verdict(page), PATIENCE).toMatch(/结肠镜检查完成67\.68%，比序时慢14\.3个百分点/);
  });

  it('tells what the data cover: rows as in the files, first and last day', async () => {
    const { page } = await openApp({ dataset: 'monthly' });
    const range = page.locator('section', { hasText: '数据范围' });
    await range.waitFor();
    // 24 reports, 12 counties and their city, 5 indicators, 1,022 rows, 204 task rows.
    expect(await range.textContent()).toContain('24 份报告，13 个地区和单位，5 项指标，1,022 个数，204 条任务记录');
    expect(await range.textContent()).toContain('数据截止 2025-12-31');
    await page.getByText('虚构数据：12县24个月').first().waitFor();
  });

  it('lists every place that reports, and leads to its page', async () => {
    const { page } = await openApp();
    const table = page.getByRole('region', { name: '各地情况' });
    await table.getByRole('link', { name: '中方县' }).click();
    await expect.poll(() => page.locator('.figure-verdict').textContent(), PATIENCE).toContain('中方县');
    expect(query(page).place).toBe('zhongfang');
  });

  it('leads from a theme to its heat table', async () => {
    const { page } = await openApp();
    await page.getByRole('link', { name: '妇幼健康', exact: true }).click();
    await page.locator('table.heat').waitFor();
    expect(query(page)).toMatchObject({ tab: 'heat', theme: '妇幼健康' });
  });

  it('says nothing of bad rows where there are none', async () => {
    const { page } = await openApp();
    await page.locator('.headlines').waitFor();
    expect(await page.locator('.note-problem').count()).toBe(0);
  });

  it('shows no entry in the navigation before it works', async () => {
    const { page } = await openApp();
    const entries = page.getByRole('navigation', { name: '主导航' }).getByRole('link');
    await entries.first().waitFor();
    expect((await entries.allTextContents()).slice(0, 6)).toEqual([
      '总览',
      '地区对比',
      '时期对比',
      '任务完成',
      '地区画像',
      '数据'
    ]);
    for (let at = 0; at < (await entries.count()); at += 1) {
      await entries.nth(at).click();
      await expect.poll(() => entries.nth(at).getAttribute('aria-current'), PATIENCE).toBe('page');
      await expect.poll(async () => (await page.locator('main').innerText()).length, PATIENCE).toBeGreaterThan(40);
    }
  });
});

describe('地区画像', () => {
  it('shows every number of a place by theme, with its standing and its line', async () => {
    const { page } = await openApp({ route: '#/profile?place=zhongfang' });
    const row = page.locator('[data-indicator="smd-standard-rate"]').first();
    await row.waitFor({ state: 'attached' });
    const text = (await row.textContent())!;
    for (const piece of ['严重精神障碍患者规范管理率', '95.39%', '2020年12月31日', '第2', '第1113行'])
      expect(text).toContain(piece);
  });

  it('shows the tasks of a place and of its units', async () => {
    const { page } = await openApp({ route: '#/profile?place=xiangshan' });
    const tasks = page.locator('.profile-task');
    await tasks.first().waitFor();
    const own = (await tasks.first().innerText()).replace(/\s+/g, ' ');
    for (const piece of [
      '■ 滞后',
      '结直肠癌筛查·结肠镜检查',
      '67.68%',
      '完成2,707例',
      '推算目标4,000例',
      '慢14.3个百分点',
      '第615行'
    ]) {
      expect(own).toContain(piece);
    }
    expect((await tasks.allInnerTexts()).some((text) => text.includes('象山县中医医院医疗健康集团'))).toBe(true);
  });

  it('keeps sign and unit of a target', async () => {
    const { page } = await openApp({ route: '#/profile?place=baoan' });
    await page.locator('.profile-task').first().waitFor();
    const task = page.locator('.profile-task', { hasText: '健康社区覆盖率' });
    // progress.csv: healthy-community, 2021, target 40, ≥, %.
    expect(await task.textContent()).toContain('目标≥40%');
  });

  it('says where a name is inferred, and from what', async () => {
    const { page } = await openApp({ route: '#/profile?place=sichuan-county-b' });
    await page
      .getByText(/原文未写县名，甘孜州为推断/)
      .first()
      .waitFor();
  });

  it('opens on the own place, on another when chosen, and says so where there is nothing', async () => {
    const { page, go } = await openApp({ route: '#/profile?focus=zhuzhou' });
    await expect.poll(() => verdict(page), PATIENCE).toContain('株洲市');
    await page.locator('main select').first().selectOption('zhoushan');
    await expect.poll(() => verdict(page), PATIENCE).toContain('舟山市');
    expect(query(page)).toMatchObject({ focus: 'zhuzhou', place: 'zhoushan' });
    await go('#/profile?place=liaoning');
    await page.getByText('这个地区还没有数据').waitFor();
  });

  it('leads from a number to its comparison, with the place in colour', async () => {
    const { page } = await openApp({ route: '#/profile?place=zhongfang' });
    await page.getByRole('link', { name: '严重精神障碍患者规范管理率', exact: true }).click();
    await expect
      .poll(() => verdict(page), PATIENCE)
      .toContain('中方县严重精神障碍患者规范管理率95.39%，4个有数据的地区中列第2');
    expect(path(page)).toBe('/places');
    expect(query(page)).toMatchObject({ focus: 'zhongfang' });
  });
});
