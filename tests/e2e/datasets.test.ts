import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import JSZip from 'jszip';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { PATIENCE, query, verdict } from './reading';
import { openApp } from './support';
import { visit } from './visit';

const MARK = '示例（虚构）';
const badge = (page: Page) => page.locator('.topbar-fictional');
const choice = (page: Page) => page.locator('.topbar-dataset select');
const hash = (page: Page) => page.evaluate(() => decodeURIComponent(location.hash));

/** Chooses a dataset in the header and waits until the page shows it. */
async function choose(page: Page, name: string, shown: boolean): Promise<void> {
  await choice(page).selectOption({ label: name });
  await expect.poll(() => badge(page).count(), { timeout: 20_000 }).toBe(shown ? 1 : 0);
  await page.locator('main h1, main h2').first().waitFor();
}

async function exported(page: Page, format: string): Promise<{ name: string; bytes: Buffer }> {
  await page.locator('.export > button').click();
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 20_000 }),
    page.locator(`[data-export="${format}"]`).click()
  ]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

async function textOf(bytes: Buffer, path: RegExp): Promise<string> {
  const zip = await JSZip.loadAsync(bytes);
  const files = zip.file(path);
  expect(files.length).toBeGreaterThan(0);
  return (await Promise.all(files.map((file) => file.async('string')))).join('');
}

describe.each(['http', 'file'] as const)('several datasets over %s', (via) => {
  it('are switched in the header; the choice is in the address and survives navigation and the back button', async () => {
    const { page } = await openApp({ via });
    expect(await badge(page).count()).toBe(0);
    expect(await choice(page).locator('option').allTextContents()).toEqual(['县市工作报告', MARK]);
    await choose(page, MARK, true);
    expect(query(page).dataset).toBe('demo');
    await page.getByRole('link', { name: '地区对比' }).click();
    await expect.poll(() => verdict(page), PATIENCE).toContain('12个地区');
    expect(query(page).dataset).toBe('demo');
    expect(await page.getByRole('link', { name: '任务完成' }).getAttribute('href')).toContain('dataset=demo');
    await page.getByRole('link', { name: '任务完成' }).click();
    await expect.poll(() => hash(page), PATIENCE).toMatch(/^#\/progress\?.*dataset=demo/);
    await choose(page, '县市工作报告', false);
    expect(await hash(page)).toBe('#/progress');
    await page.goBack();
    await expect.poll(() => badge(page).count(), { timeout: 20_000 }).toBe(1);
  });

  it('open from a link, with the line of a report beside a number', async () => {
    const { page } = await openApp({
      via,
      route: '#/data?dataset=demo&source=b2024-06&q=%E7%9B%91%E7%9D%A3%E6%A3%80%E6%9F%A5'
    });
    await expect.poll(() => badge(page).textContent(), PATIENCE).toBe(MARK);
    await page.locator('tbody tr').first().locator('button').first().click();
    await expect.poll(() => page.locator('.source-note mark').allTextContents(), PATIENCE).toEqual(['3680户次']);
    expect(await page.locator('.source-chart a').first().getAttribute('href')).toContain('dataset=demo');
  });
});

describe('several datasets', () => {
  it('say when the address asks for one that there is not, and open the one in data/', async () => {
    const { page } = await openApp({ route: '#/places?dataset=xyz' });
    await expect
      .poll(() => page.locator('.note-problem').allTextContents(), PATIENCE)
      .toContain('地址里的数据集“xyz”不在 data/datasets.json 里，打开的是“县市工作报告”。');
    expect(await badge(page).count()).toBe(0);
  });

  it('are as one without the list', async () => {
    const { page, problems } = await openApp({
      edit: (folder) => rmSync(join(folder, 'data/datasets.json'))
    });
    problems.allow(/404.*datasets\.json|datasets\.json.*404/);
    expect(await choice(page).count()).toBe(0);
    expect(await page.locator('.note-problem').count()).toBe(0);
  });

  it('say that the list is broken on every screen, and work', async () => {
    const { page, go } = await openApp({
      edit: (folder) => writeFileSync(join(folder, 'data/datasets.json'), '[{"id": ')
    });
    for (const route of ['#/places', '#/progress']) {
      await go(route);
      await expect
        .poll(() => page.locator('.note-problem').allTextContents(), PATIENCE)
        .toEqual([expect.stringContaining('datasets.json：不是合格的 JSON，只打开 data 里的数据')]);
    }
    expect(await choice(page).count()).toBe(0);
  });

  it('keep their decks and the own place apart', async () => {
    const { page, go } = await openApp({ route: '#/present?dataset=demo' });
    const decks = async () =>
      (await page.getByLabel('演示稿').locator('option').allTextContents()).map((name) =>
        name.replace(/（\d+张）$/, '')
      );
    await expect.poll(decks, PATIENCE).toEqual(['月度调度会（示例）', '年度总结（示例）']);
    await go('#/places?dataset=demo');
    await page.getByRole('combobox', { name: '关注地区' }).selectOption({ label: '例安县' });
    await expect.poll(() => query(page).focus, PATIENCE).toBe('lian');
    await page.getByRole('button', { name: '加入演示' }).first().click();
    await expect.poll(() => page.locator('.deck-added').textContent(), PATIENCE).toContain('已加入');
    await choose(page, '县市工作报告', false);
    expect(query(page).focus).toBeUndefined();
    expect(await page.locator('.note-problem').count()).toBe(0);
    await page.getByRole('link', { name: '演示' }).click();
    await expect.poll(decks, PATIENCE).toEqual(['月度例会（象山县2020年10月）', '地区对比']);
    await choose(page, MARK, true);
    await expect.poll(decks, PATIENCE).toEqual(['月度调度会（示例）', '年度总结（示例）', '我的演示稿']);
    expect(query(page).focus).toBe('lian');
  });
});

describe('invented data', () => {
  it('says so on the wall, whatever title the presenter gives a slide', async () => {
    const { page } = await openApp({ route: '#/present?dataset=demo&deck=dispatch' });
    for (let slide = 1; slide <= 3; slide += 1) {
      await expect.poll(() => page.locator('.slide-subtitle').textContent(), PATIENCE).toContain(MARK);
      await page.keyboard.press('End');
      await page.keyboard.press('PageUp');
    }
  });

  it('says so in every file', async () => {
    const { page } = await visit('#/places?dataset=demo&i=outpatient');
    await expect.poll(() => verdict(page), PATIENCE).toContain('门急诊总人次');
    const csv = await exported(page, 'csv');
    expect(csv.name).toMatch(/^示例（虚构）门急诊总人次_/);
    expect(csv.bytes.toString('utf8')).toContain(`副题,${MARK}`);
    const svg = await exported(page, 'svg');
    expect(svg.name).toMatch(/^示例（虚构）/);
    expect(svg.bytes.toString('utf8')).toContain(MARK);
    expect((await exported(page, 'png2')).name).toMatch(/^示例（虚构）/);
    const xlsx = await exported(page, 'xlsx');
    expect(xlsx.name).toMatch(/^示例（虚构）/);
    expect(await textOf(xlsx.bytes, /worksheets\/sheet1\.xml|sharedStrings\.xml/)).toContain(MARK);
    const pptx = await exported(page, 'pptx');
    expect(pptx.name).toMatch(/^示例（虚构）/);
    expect(await textOf(pptx.bytes, /slides\/slide1\.xml/)).toContain(MARK);
    expect(await textOf(pptx.bytes, /docProps\/core\.xml/)).toContain(MARK);
  });
});

describe('months of data', () => {
  it('show one year of the tasks, and the year before by the list 时期 under 更多', async () => {
    const { page } = await visit('#/progress?dataset=demo&place=all');
    const subtitle = () => page.locator('.figure-subtitle').first().textContent();
    await expect.poll(subtitle, PATIENCE).toContain('任务期2024年 · 截至2024年12月31日');
    await page.locator('summary', { hasText: '更多' }).click();
    await page.getByLabel('时期').selectOption({ label: '2023年' });
    await expect.poll(subtitle, PATIENCE).toContain('任务期2023年 · 截至2023年12月31日');
    expect(query(page).period).toBe('2023');
  });
});
