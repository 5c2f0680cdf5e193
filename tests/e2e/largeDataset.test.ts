import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { oldMajorsToTry } from '../../tools/browser/oldBrowsers';
import { putLargeData } from './largeData';
import { PATIENCE } from './reading';
import { openApp, openOldApp } from './support';

/** 36,000 numbers, more than 2 MB. */
const LARGE = { places: 120, indicators: 150, tasks: 1, years: 2 };
const ROUTE = '#/places?i=i7';

/** Notes the workers from the page's first script on; in the page itself there is none where it is told so. */
const NOTE_WORKERS = () => {
  const log: string[] = [];
  Object.assign(window, { workerLog: log });
  const end = Worker.prototype.terminate;
  window.Worker = class extends Worker {
    constructor(address: string | URL) {
      super(address);
      log.push('started');
    }
    terminate(): void {
      log.push('ended');
      end.call(this);
    }
  };
};
const workerLog = (page: Page) => page.evaluate(() => (window as unknown as { workerLog: string[] }).workerLog);
const verdict = (page: Page) => page.locator('.figure-verdict').first().innerText();

function openLarge(via: 'http' | 'file') {
  return openApp({
    via,
    dataset: 'real',
    route: '#/about',
    context: {},
    edit: (folder) => putLargeData(folder, LARGE)
  });
}

describe.each(['http', 'file'] as const)('a large dataset over %s', (via) => {
  it('is read by a worker, with what was written on it; a changed table shows after a reload', async () => {
    const { page, folder, replaceData } = await openLarge(via);
    await page.addInitScript(NOTE_WORKERS);
    await page.goto(page.url().replace(/#.*/, ROUTE));
    await page.reload();
    await expect.poll(() => verdict(page), PATIENCE).toContain('第7种病规范管理率');
    const before = await verdict(page);
    await expect.poll(() => workerLog(page), PATIENCE).toEqual(['started', 'ended']);

    await page.getByRole('button', { name: '加说明' }).click();
    const form = page.getByRole('form', { name: '加说明' });
    await form.getByRole('radio', { name: '说明' }).check();
    await form.getByLabel('内容').fill('年底补报');
    await form.getByLabel('日期').fill('2021-01-10');
    await form.getByLabel('署名').fill('李四');
    await form.getByRole('button', { name: '加上' }).click();
    const note = page.locator('.figure-notes', { hasText: '年底补报。——李四' });
    await note.waitFor();

    const table = readFileSync(join(folder, 'data/observations.csv'), 'utf8');
    replaceData(
      'observations.csv',
      table.replace(/^i7,p1,2020,数值,s1,[\d.]+,(.*),[\d.]+%,/m, 'i7,p1,2020,数值,s1,99.99,$1,99.99%,')
    );
    await page.reload();
    await expect.poll(() => verdict(page), PATIENCE).toContain('第1县最高（99.99%）');
    expect(before).not.toContain('99.99%');
    await note.waitFor();
    expect(await workerLog(page)).toEqual(['started', 'ended']);
  });

  it('is read in the page where there is no worker', async () => {
    const { page } = await openLarge(via);
    await page.addInitScript(() => Reflect.deleteProperty(window, 'Worker'));
    await page.goto(page.url().replace(/#.*/, ROUTE));
    await page.reload();
    await expect.poll(() => verdict(page), PATIENCE).toContain('第7种病规范管理率');
  });
});

it('a small dataset is read at once, without a worker', async () => {
  const { page } = await openApp({ route: '#/about' });
  await page.addInitScript(NOTE_WORKERS);
  await page.goto(page.url().replace(/#.*/, '#/places'));
  await page.reload();
  await page.locator('.figure-verdict').first().waitFor();
  expect(await workerLog(page)).toEqual([]);
});

it.each(oldMajorsToTry())('a large dataset and its screens open in Chromium %i', async (major) => {
  const { page, go } = await openOldApp(major, { route: ROUTE, edit: (folder) => putLargeData(folder, LARGE) });
  const shows = (text: string) => page.waitFor(`document.body.innerText.includes(${JSON.stringify(text)})`);
  await shows('第7种病规范管理率');
  await go(`${ROUTE}&tab=table`);
  await shows('名次');
  await go('#/places?tab=heat');
  await shows('150项指标');
  await page.waitFor('document.querySelectorAll(".heat-figure td").length > 10');
  await go('#/periods?tab=facets&i=i7');
  await shows('每图');
});
