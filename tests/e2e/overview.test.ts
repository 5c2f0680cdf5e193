import { describe, expect, it } from 'vitest';
import { PATIENCE, path, query, verdict } from './reading';
import { openApp } from './support';
import { visit } from './visit';

describe('总览', () => {
  it('says what matters in five to eight sentences, each leading to its chart', async () => {
    const { page } = await visit('#/');
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
    const { page } = await visit('#/');
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

  it('names who is behind and who is ahead; a task of several units leads to them', async () => {
    const { page } = await visit('#/');
    const behind = page.locator('.overview-end', { hasText: '谁落后' }).locator('.overview-end-row');
    await behind.first().waitFor();
    expect((await behind.first().textContent())!.trim()).toBe('■ 象山县　结直肠癌筛查·结肠镜检查　B级慢14.3');
    expect(await page.locator('.overview-end', { hasText: '谁领先' }).locator('.overview-end-row').count()).toBe(3);
    await behind.first().getByRole('link').click();
    await expect.poll(() => verdict(page), PATIENCE).toMatch(/结肠镜检查完成2,707例，比序时应完成少572例/);
  });

  it('tells what the data cover: rows as in the files, first and last day', async () => {
    const { page } = await visit('#/', { dataset: 'monthly' });
    const range = page.locator('section', { hasText: '数据范围' });
    await range.waitFor();
    // 24 reports, 12 counties and their city, 5 indicators, 1,022 rows, 204 task rows.
    expect(await range.textContent()).toContain('24 份报告，13 个地区和单位，5 项指标，1,022 个数，204 条任务记录');
    expect(await range.textContent()).toContain('数据截止 2025-12-31');
    await page.getByText('虚构数据：12县24个月').first().waitFor();
  });

  it('is about one time: turned to another, its sentences, lights and address are of that alone', async () => {
    const { page } = await visit('#/?dataset=demo');
    const chosen = page.locator('.overview-period select');
    await expect.poll(() => chosen.inputValue(), PATIENCE).toBe('2024-12');
    await chosen.selectOption('2024-09');
    await expect.poll(() => query(page).period, PATIENCE).toBe('2024-09');
    await page.getByRole('heading', { name: '今日要点（2024年9月）' }).waitFor();
    const sentences = await page.locator('.headlines li').allTextContents();
    expect(sentences.length).toBeGreaterThanOrEqual(5);
    for (const text of sentences) expect(text).not.toMatch(/2024年1[0-2]月|2023年\d+月\d+日/);
    const red = page.locator('.overview-lights a').first();
    const count = Number(/\d+$/.exec((await red.textContent())!.trim())![0]);
    await red.click();
    await page.getByText('只列2024年9月报到的任务').waitFor();
    expect(query(page)).toMatchObject({ reported: '2024-09', light: '红' });
    const there = page.getByRole('group', { name: '按亮灯筛选' }).getByRole('button');
    await expect
      .poll(async () => Number(/\d+$/.exec((await there.first().textContent())!.trim())![0]), PATIENCE)
      .toBe(count);
    await page.getByRole('button', { name: '看最近一期' }).click();
    await expect.poll(() => query(page).reported, PATIENCE).toBeUndefined();
  });

  it('is about the own place, its lights and its units’ apart', async () => {
    const { page } = await visit('#/?dataset=demo&focus=lichuan');
    const own = page.getByRole('region', { name: '关注地区' });
    await own.waitFor();
    expect(await own.locator('.overview-own-lights').evaluateAll((all) => all.map((p) => p.dataset.group))).toEqual([
      '本级',
      '下属单位'
    ]);
    const groups = await own.locator('.overview-own-lights a').allTextContents();
    expect(groups).toEqual(['本级15项', '下属单位3项']);
    for (const text of await page.locator('.headlines li').allTextContents()) expect(text).toContain('例川县');
    await own.getByRole('link', { name: '本级15项' }).click();
    await expect
      .poll(() => verdict(page), PATIENCE)
      .toBe('例川县宫颈癌筛查完成77.25%，比序时慢22.8个百分点；另有13项慢于序时，其余1项快于序时');
    expect(query(page)).toMatchObject({ place: 'lichuan', unit: 'lichuan', reported: '2024-12' });
  });

  it('says where the own place has nothing in the time, and offers the nearest', async () => {
    const { page } = await visit('#/?focus=zhuzhou');
    await page.getByText('株洲市2020年没有数').waitFor();
    await page.getByRole('link', { name: '看2019年' }).click();
    await expect.poll(() => query(page).period, PATIENCE).toBe('2019');
    await expect.poll(() => page.locator('.headlines li').first().textContent(), PATIENCE).toContain('株洲市');
  });

  it('lists every place that reports, and leads to its page', async () => {
    const { page } = await visit('#/');
    const table = page.getByRole('region', { name: '各地情况' });
    await table.getByRole('link', { name: '中方县' }).click();
    await expect.poll(() => page.locator('.figure-verdict').textContent(), PATIENCE).toContain('中方县');
    expect(query(page).place).toBe('zhongfang');
  });

  it('leads from a theme to its heat table', async () => {
    const { page } = await visit('#/');
    await page.getByRole('link', { name: '妇幼健康', exact: true }).click();
    await page.locator('table.heat').waitFor();
    expect(query(page)).toMatchObject({ tab: 'heat', theme: '妇幼健康' });
  });

  it('says nothing of bad rows where there are none', async () => {
    const { page } = await visit('#/');
    await page.locator('.headlines').waitFor();
    expect(await page.locator('.note-problem').count()).toBe(0);
  });

  it('shows no entry in the navigation before it works', async () => {
    const { page } = await visit('#/');
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
    const { page } = await visit('#/profile?place=zhongfang');
    const row = page.locator('[data-indicator="smd-standard-rate"]').first();
    await row.waitFor({ state: 'attached' });
    const text = (await row.textContent())!;
    for (const piece of ['严重精神障碍患者规范管理率', '95.39%', '2020年12月31日', '第2', '第1113行'])
      expect(text).toContain(piece);
  });

  it('shows the tasks of a place and of its units', async () => {
    const { page } = await visit('#/profile?place=xiangshan');
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
    const { page } = await visit('#/profile?place=baoan');
    await page.locator('.profile-task').first().waitFor();
    const task = page.locator('.profile-task', { hasText: '健康社区覆盖率' });
    // progress.csv: healthy-community, 2021, target 40, ≥, %.
    expect(await task.textContent()).toContain('目标≥40%');
  });

  it('says where a name is inferred, and from what', async () => {
    const { page } = await visit('#/profile?place=sichuan-county-b');
    await page
      .getByText(/原文未写县名，甘孜州为推断/)
      .first()
      .waitFor();
  });

  it('opens on the own place, on another when chosen, and says so where there is nothing', async () => {
    const { page, go } = await visit('#/profile?focus=zhuzhou');
    await expect.poll(() => verdict(page), PATIENCE).toContain('株洲市');
    await page.locator('main select').first().selectOption('zhoushan');
    await expect.poll(() => verdict(page), PATIENCE).toContain('舟山市');
    expect(query(page)).toMatchObject({ focus: 'zhuzhou', place: 'zhoushan' });
    await go('#/profile?place=liaoning');
    await page.getByText('辽宁省还没有数据。').waitFor();
    // Its city has nothing either, but the district below that has.
    await page.getByRole('link', { name: '看最近的未具名区（辽宁沈阳）' }).waitFor();
  });

  it('leads from a number to its comparison, with the place in colour', async () => {
    const { page } = await visit('#/profile?place=zhongfang');
    await page.getByRole('link', { name: '严重精神障碍患者规范管理率', exact: true }).click();
    await expect
      .poll(() => verdict(page), PATIENCE)
      .toContain('中方县严重精神障碍患者规范管理率95.39%，4个有数据的地区中列第2');
    expect(path(page)).toBe('/places');
    expect(query(page)).toMatchObject({ focus: 'zhongfang' });
  });
});

it.each(['http', 'file'] as const)(
  '今日要点 is copied as a message over %s: numbered, with its sources',
  async (via) => {
    const { page } = await openApp({ via, route: '#/' });
    // The 记分表 below has one of its own.
    await page.getByRole('button', { name: '复制成消息' }).first().click();
    await page.getByText(/^已复制\d+条，可粘贴到企业微信或钉钉。$/).waitFor();
    const sentences = await page.locator('.headlines li > a').allTextContents();
    await page.evaluate(() => {
      const area = document.body.appendChild(document.createElement('textarea'));
      area.id = 'paste-here';
      area.focus();
    });
    await page.keyboard.press('Control+V');
    const lines = (await page.locator('#paste-here').inputValue()).split('\n');
    expect(lines[0]).toMatch(/^今日要点：/);
    expect(lines.slice(1, -1).map((line, at) => line.startsWith(`${at + 1}. ${sentences[at]}`))).toEqual(
      sentences.map(() => true)
    );
    expect(lines[lines.length - 1]).toMatch(/^来源：.+数据截止\d{4}-\d\d-\d\d$/);
  }
);
