import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import readExcelFile from 'read-excel-file/node';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { putLargeData } from './largeData';
import { openApp } from './support';
import { visit } from './visit';

/** Longer than this nobody waits for a file: 35 times the places of the shipped data take a sixth of it. */
const MOST_MS = 60_000;

/** Chooses an entry of the menu 导出 and waits for the file, or for the sentence that there is none. */
async function taken(page: Page, format: string): Promise<{ name: string; bytes: Buffer }> {
  await page.locator('.export > button').first().click();
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: MOST_MS }),
    page.locator(`[data-export="${format}"]`).click()
  ]);
  // The menu is back for the next one.
  await page.locator('.export > button:not([disabled])').first().waitFor();
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

const LARGE = { places: 600, indicators: 20, tasks: 1 } as const;

describe.each(['http', 'file'] as const)('a large figure over %s, with the Content-Security-Policy on', (via) => {
  const open = (route: string) => visit(route, { via, made: '600 places', edit: largeFolder });

  it('of 600 places becomes every kind of file', async () => {
    const { page } = await open('#/places?i=i1');
    for (const format of ['xlsx', 'csv', 'svg', 'png2', 'pptx'])
      expect([format, (await taken(page, format)).bytes.length > 5000]).toEqual([format, true]);
    const rows = (await readExcelFile((await taken(page, 'xlsx')).bytes))[0]!.data;
    expect(rows.filter((row) => /^第\d+县$/.test(String(row[1])))).toHaveLength(600);
  });

  it('of 20 indicators by 600 places becomes a workbook with all 12,000 values', async () => {
    const { page } = await open('#/places?tab=heat');
    const rows = (await readExcelFile((await taken(page, 'xlsx')).bytes))[0]!.data;
    expect(rows.flat().filter((cell) => typeof cell === 'number')).toHaveLength(12_000);
    // Some hundred slides, and a picture of a part that says so.
    expect((await taken(page, 'pptx')).bytes.length).toBeGreaterThan(100_000);
    expect((await taken(page, 'png2')).name).toMatch(/_前\d+列\.png$/);
  });

  it('of 600 tasks becomes a workbook with all of them', async () => {
    const { page } = await open('#/progress?place=all');
    const rows = (await readExcelFile((await taken(page, 'xlsx')).bytes))[0]!.data;
    expect(rows.filter((row) => row[1] === '第1项筛查')).toHaveLength(600);
    for (const format of ['pptx', 'svg', 'csv'])
      expect([format, (await taken(page, format)).bytes.length > 5000]).toEqual([format, true]);
  });
});

function largeFolder(folder: string): void {
  putLargeData(folder, LARGE);
}

describe('hostile ids and names', () => {
  it('break no script of exports and leave Object.prototype as it was', async () => {
    const { page, go } = await openApp({
      edit: (folder) => {
        putLargeData(folder, { places: 4, indicators: 4, tasks: 1 });
        for (const table of ['places', 'indicators', 'observations', 'programmes', 'progress']) {
          const file = join(folder, 'data', `${table}.csv`);
          const text = readFileSync(file, 'utf8')
            .replace(/\b[pi]1\b/g, '__proto__')
            .replace(/\b[pi]2\b/g, 'constructor')
            .replace(/第1县|第1种病规范管理率|第1项筛查/g, '__proto__')
            .replace(/第2县|第2种病规范管理率/g, 'constructor');
          writeFileSync(file, text);
        }
      }
    });
    for (const route of ['#/places?tab=heat', '#/places', '#/progress?place=all']) {
      await go(route);
      await page.locator('.export > button').first().waitFor();
      for (const format of ['xlsx', 'pptx', 'svg', 'csv'])
        expect([route, format, (await taken(page, format)).bytes.length > 500]).toEqual([route, format, true]);
    }
    const inherited = await page.evaluate(() => {
      const keys: string[] = [];
      for (const key in {}) keys.push(key);
      return keys;
    });
    expect(inherited).toEqual([]);
  });
});

describe('a long export', () => {
  it('shows how far it is, and can be stopped', async () => {
    const { page } = await openApp({
      route: '#/places?tab=heat',
      edit: (folder) => largeFolder(folder)
    });
    await page.locator('.export > button').first().waitFor();
    await page.evaluate(() => {
      const seen: string[] = [];
      Object.assign(window, { seen });
      new MutationObserver(() => {
        seen.push(document.querySelector('.export-message')?.textContent ?? '');
        if (seen[seen.length - 1]!.startsWith('正在导出，第'))
          document.querySelector<HTMLButtonElement>('.export-stop')?.click();
      }).observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    let downloads = 0;
    page.on('download', () => (downloads += 1));
    await page.locator('.export > button').first().click();
    await page.locator('[data-export="xlsx"]').click();
    await expect
      .poll(() => page.locator('.export-message').first().textContent(), { timeout: 20_000, interval: 60 })
      .toBe('已取消导出。');
    expect(await page.locator('.export > button').first().isEnabled()).toBe(true);
    expect(downloads).toBe(0);
  });

  it('that never gets its script says so within half a minute, and the menu is back', async () => {
    const { page, problems } = await openApp({ route: '#/places?i=smd-standard-rate' });
    problems.allow(/xlsx\.js/);
    await page.clock.install();
    // A server that takes the request and never answers.
    await page.route('**/assets/xlsx.js*', () => undefined);
    await page.locator('.export > button').first().click();
    await page.locator('[data-export="xlsx"]').click();
    await page.waitForRequest('**/assets/xlsx.js*').catch(() => undefined);
    await page.clock.runFor(31_000);
    await expect
      .poll(() => page.locator('.export-message').first().textContent(), { timeout: 20_000, interval: 60 })
      .toBe('没有导出：等了30秒，没有读到 assets/xlsx.js。');
    expect(await page.locator('.export > button').first().isEnabled()).toBe(true);
  });
});
