import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { marks, PATIENCE, picture, query, verdict } from './reading';
import { openApp } from './support';

const words = async (page: Page) => (await picture(page)).words.map(({ text }) => text);

describe('格子图', () => {
  it('is offered where places.csv says where places stand, and nowhere else', async () => {
    const { page: real } = await openApp({ route: '#/places' });
    await real.locator('.chart').waitFor();
    expect(await real.getByRole('tab', { name: '格子图' }).count()).toBe(0);
    const { page } = await openApp({ route: '#/places?dataset=demo&i=bed-use' });
    await page.getByRole('tab', { name: '格子图' }).click();
    await expect.poll(() => query(page).tab, PATIENCE).toBe('map');
    await expect.poll(() => words(page), PATIENCE).toEqual(expect.arrayContaining(['拟东区', '例溪县']));
  });

  it('shades places by the printed rule, hatches who has no number, and leads to where a number stands', async () => {
    // 例山县 never reported February 2024.
    const { page } = await openApp({ route: '#/places?dataset=demo&tab=map&i=bed-use&period=2024-02&focus=lian' });
    await expect.poll(() => words(page), PATIENCE).toEqual(expect.arrayContaining(['例山县', '无数据']));
    expect(await words(page)).toContain('无数据或不列入（1个）');
    expect(await verdict(page)).toContain('例安县');
    expect(await page.locator('.figure-notes').textContent()).toContain('按数的大小排序分成4档');
    await page.getByRole('button', { name: '数据表' }).click();
    expect(await page.locator('.data-table thead').textContent()).toContain('档（%）');
    await page.keyboard.press('Escape');
    // The number of 例安县 leads to its report.
    await (await marks(page, { text: '例安县' })).click();
    await page.locator('.source-note').waitFor();
    expect(await page.locator('.source-note').textContent()).toContain('例安县');
  });

  it('is a map where a bureau puts its outlines beside the page, with their approval number, by http and by double click', async () => {
    const edit = (folder: string): void => {
      const demo = join(folder, 'data/demo');
      cpSync(join(__dirname, '../fixtures/map/map.json'), join(demo, 'map.json'));
      const described = readFileSync(join(demo, 'datapackage.json'), 'utf8');
      const named = described.replace('"resources": [', '"resources": [ { "name": "map", "path": "map.json" },');
      writeFileSync(join(demo, 'datapackage.json'), named);
    };
    const route = '#/places?dataset=demo&tab=map&i=bed-use&period=2024-02';
    for (const via of ['http', 'file'] as const) {
      const { page } = await openApp({ route, edit, via });
      await expect
        .poll(() => words(page), PATIENCE)
        .toEqual(expect.arrayContaining(['拟东区', '无数据', '审图号：虚构S（2024）001号']));
      expect(await page.getByRole('tab', { name: '地图' }).count()).toBe(1);
      // 例溪县 has no outline; one outline is of nobody.
      expect(await page.locator('.figure-notes').textContent()).toContain('例溪县没有边界，没有画');
    }
  });
});
