import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { writeBatch } from '../../src/datasets/batch/batchFile';
import { newBatch } from '../../src/datasets/batch/newBatch';
import { PATIENCE, ranking } from './reading';
import { openApp } from './support';

const ROWS = '#/data?i=smd-standard-rate';

/** Words that stand before or after an element by the stylesheet. */
const marked = (page: Page, selector: string) =>
  page
    .locator(selector)
    .evaluateAll((all) =>
      all.filter((node) => getComputedStyle(node, '::after').content === '"新"').map((node) => node.textContent!.trim())
    );

/** The numbers that the browser has seen, once it has looked through the data. */
async function lookedThrough(page: Page): Promise<void> {
  const count = () =>
    page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const asked = indexedDB.open('kanban-seen');
          asked.onerror = () => resolve(-1);
          asked.onupgradeneeded = () => asked.transaction!.abort();
          asked.onsuccess = () => {
            const db = asked.result;
            const all = db.transaction('seen').objectStore('seen').count();
            all.onsuccess = () => {
              db.close();
              resolve(all.result);
            };
          };
        })
    );
  await expect.poll(count, PATIENCE).toBe(1);
}

describe.each(['http', 'file'] as const)('new numbers over %s', (via) => {
  it('of a newer package carry a mark until their place was seen; print, copy and files carry none', async () => {
    const { page, go, replaceData, folder } = await openApp({ via, route: '#/', edit: () => undefined });
    await lookedThrough(page);
    expect(await page.getByText('更新了什么').count()).toBe(0);

    const text = readFileSync(`${folder}/data/observations.csv`, 'utf8');
    replaceData('observations.csv', text.replace('zhongfang-2020,95.39,,实际,1113', 'zhongfang-2020,95.99,,实际,1113'));
    const described = readFileSync(`${folder}/data/datapackage.json`, 'utf8');
    replaceData(
      'datapackage.json',
      described.replace(/"version": "[^"]*"/, '"version": "0.2.0"').replace(/^ *"(?:bytes|hash)": .*\n/gm, '')
    );
    await page.reload();
    const list = page.getByRole('region', { name: '更新了什么' });
    await list.waitFor();
    expect((await list.innerText()).replace(/\s+/g, ' ')).toContain('有1个数是新的');
    expect(await list.locator('li').innerText()).toMatch(/中方县 2020年12月31日 95\.99%$/);

    // Beside the chart, in its table, and in the rows; the words of the chart stay as they are.
    await list.getByRole('link').click();
    await expect.poll(() => ranking(page), PATIENCE).toContain('中方县 95.99');
    const fresh = page.locator('.fresh-figure');
    expect(await fresh.innerText()).toBe('中方县 2020年12月31日');
    await page.getByRole('button', { name: '数据表', exact: true }).click();
    await page.locator('.data-table').waitFor();
    expect(await marked(page, '.data-table .figure-button')).toEqual(['2', '95.99%', '比宝安区低0.21个百分点']);
    await page.emulateMedia({ media: 'print' });
    expect(await fresh.isVisible()).toBe(false);
    expect(await marked(page, '.data-table .figure-button')).toEqual([]);
    await page.emulateMedia({ media: 'screen' });

    // Seen: by the next screen it is a number like the others, after a reload too.
    await go(ROWS);
    await page.locator('.row-table tbody tr').first().waitFor();
    expect(await marked(page, '.row-opener')).toEqual([]);
    await go('#/');
    expect(await page.getByText('更新了什么').count()).toBe(0);
    await page.reload();
    await page.getByRole('heading', { name: '今日要点' }).waitFor();
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
    expect(await page.getByText('更新了什么').count()).toBe(0);
  });
});

async function putIn(page: Page, title: string, period: string, value: string): Promise<void> {
  const after = {
    ...{ indicator: 'smd-standard-rate', place: 'baoan', period, measure: '数值', value, status: '实际' },
    ...{ source: 'baoan-2020', line: '1051', written: `${value}%`, section: '基本情况' }
  };
  const batch = newBatch({
    ...{ made: '2021-02-01T00:00:00Z', kind: '上新', title, files: [], base: '0.1.0', decisions: [] },
    changes: [{ table: 'observations', before: null, after }]
  });
  await page.locator('.batches input[type=file]').setInputFiles({
    name: `${title}.jsonl`,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(writeBatch(batch, 'weijian-kanban-data'))
  });
}

it('of a batch are new, in the rows too, and once seen never again; 全部看过 takes all marks off', async () => {
  const { page, go } = await openApp({ route: '#/data?tab=changes' });
  await lookedThrough(page);
  await putIn(page, '一月', '2021-10-31', '97');
  await page.getByRole('switch', { name: '使用“一月”' }).waitFor();
  await go('#/');
  const list = page.getByRole('region', { name: '更新了什么' });
  await list.waitFor();
  await go(`${ROWS}&place=baoan`);
  await expect.poll(() => marked(page, '.row-opener'), PATIENCE).toHaveLength(1);
  expect(await page.locator('tr:has(.fresh)').innerText()).toContain('97');
  await go('#/data?tab=changes');
  await page.getByRole('switch', { name: '使用“一月”' }).click();
  await page.getByText('已关掉“一月”').waitFor();
  await page.getByRole('switch', { name: '使用“一月”' }).click();
  await page.getByText('已打开“一月”').waitFor();
  // What was seen once isn't new again.
  await go('#/');
  await page.getByRole('heading', { name: '今日要点' }).waitFor();
  expect(await list.count()).toBe(0);

  await go('#/data?tab=changes');
  await putIn(page, '二月', '2021-11-30', '98');
  await page.getByRole('switch', { name: '使用“二月”' }).waitFor();
  await go('#/');
  await list.getByRole('button', { name: '全部看过' }).click();
  await list.waitFor({ state: 'detached' });
  await go(`${ROWS}&place=baoan`);
  await page.locator('.row-table tbody tr').first().waitFor();
  expect(await marked(page, '.row-opener')).toEqual([]);
});
