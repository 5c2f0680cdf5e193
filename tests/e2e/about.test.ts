import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openApp } from './support';

/** Runs 自检 to its end; @returns the rows of its table */
async function selfCheck(page: Page): Promise<string[][]> {
  await page.getByRole('button', { name: '开始自检' }).click();
  await page.getByText(/^自检\d+项，/).waitFor({ timeout: 60_000 });
  return page
    .getByRole('region', { name: '自检结果' })
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent ?? '')));
}

describe('关于', () => {
  it('is reached from the foot of every screen, checks everything, and its report holds no data', async () => {
    const { page, folder } = await openApp();
    await page.locator('.headlines').waitFor();
    await page.locator('.page-foot').getByText('关于').click();
    await page.getByRole('heading', { level: 1, name: '关于' }).waitFor();
    const facts = await page.locator('.about-facts').first().innerText();
    expect(facts).toContain('0.1.0（构建 ');
    expect(facts).toContain('2021-12-31');
    expect(facts).toContain('服务器上 data 文件夹里的表');
    const rows = await selfCheck(page);
    expect(rows.filter((row) => row[2] !== '正常')).toEqual([]);
    expect(new Set(rows.map((row) => row[0]))).toEqual(new Set(['读表', '画图', '写文件', '存储']));
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '保存报告' }).click()
    ]);
    const report = readFileSync(await download.path(), 'utf8');
    expect(report).toContain('自检37项，全部正常');
    const places = readFileSync(join(folder, 'data/places.csv'), 'utf8').split('\n').slice(1);
    for (const name of places.map((line) => line.split(',')[1] ?? '').filter((name) => name.length > 2))
      expect(report, name).not.toContain(name);
    await page.getByRole('button', { name: '复制报告' }).click();
    await page.getByText('已复制，可以粘贴给技术人员。').waitFor();
  });

  it('is there where the data are not: what is missing, the browser and the store can be told', async () => {
    const { page, problems } = await openApp({ edit: (folder) => rmSync(join(folder, 'data', 'indicators.csv')) });
    problems.allow(/404/);
    await page.getByRole('heading', { level: 1, name: '数据没有读进来' }).waitFor();
    await page.getByText('版本、浏览器和自检').click();
    await page.getByRole('heading', { level: 1, name: '关于' }).waitFor();
    expect(await page.locator('.about-facts').first().innerText()).toContain('没有读进来');
    const rows = await selfCheck(page);
    expect(rows.find((row) => row[0] === '读表' && row[2] === '不正常')).toBeDefined();
    expect(rows.filter((row) => row[0] === '存储').map((row) => row[2])).toEqual(['正常', '正常']);
    await page.getByText('数据没有读进来，看是什么原因').click();
    await page.getByRole('heading', { level: 1, name: '数据没有读进来' }).waitFor();
  });
});
