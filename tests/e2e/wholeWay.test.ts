/** One presenter's morning, by double click and with nothing but a browser: from three screens to the wall, and into files. */
import { readFileSync } from 'node:fs';
import JSZip from 'jszip';
import Papa from 'papaparse';
import type { Page } from 'playwright-core';
import readExcelFile from 'read-excel-file/node';
import { expect, it } from 'vitest';
import { cells, PATIENCE, verdict } from './reading';
import { openApp } from './support';

const SCREENS = [
  '#/places?i=smd-standard-rate&focus=zhongfang',
  '#/periods?tab=changes&place=baoan',
  '#/progress?place=xiangshan&light=红'
];

async function taken(page: Page, format: string): Promise<Buffer> {
  const menu = page.locator('.export > button');
  if (await menu.count()) await menu.click();
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 60_000 }),
    page.locator(`[data-export="${format}"]`).click()
  ]);
  return readFileSync(await download.path());
}

it('from three screens into a deck, onto the wall with its second window, and into every kind of file', async () => {
  const { page, go } = await openApp({ via: 'file', prefix: '/卫健 看板/', installed: true });

  // A deck from three screens.
  const findings: string[] = [];
  for (const route of SCREENS) {
    await go(route);
    await page.locator('.export > button').waitFor();
    findings.push(await verdict(page));
    await page.getByRole('button', { name: '加入演示' }).click();
    await page.getByText('已加入').waitFor();
  }
  await page.getByRole('button', { name: '去看' }).click();
  const titles = () => page.locator('.deck-title').allTextContents();
  await expect.poll(titles, PATIENCE).toEqual(findings);

  // Its files, in its order.
  const pptx = await JSZip.loadAsync(await taken(page, 'pptx'));
  const titlesInFile: string[] = [];
  for (let n = 1; pptx.file(`ppt/slides/slide${n}.xml`); n += 1) {
    titlesInFile.push(titleOf(await pptx.file(`ppt/slides/slide${n}.xml`)!.async('text')));
  }
  const paged = titlesInFile.map((title) => title.replace(/（\d+\/\d+）$/, ''));
  expect(paged.filter((title, at) => title !== paged[at - 1])).toEqual(findings);
  expect(pptx.file(/^ppt\/charts\/chart\d+\.xml$/)).toHaveLength(titlesInFile.length);
  const sheets = await readExcelFile(await taken(page, 'xlsx'));
  expect(sheets.map((s) => s.data[0]![0]).slice(0, 3)).toEqual(findings);

  // The wall by a clicker, and the presenter's window in step both ways.
  await page
    .locator('.deck-slide')
    .first()
    .click({ position: { x: 10, y: 10 } });
  await page.getByRole('button', { name: '开始演示' }).click();
  const onWall = () => page.locator('.slide-title').textContent();
  await expect.poll(onWall, PATIENCE).toBe(findings[0]);
  const [presenter] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('s')]);
  const atPresenter = () => presenter.locator('.presenter-main .presenter-label').textContent();
  await expect.poll(atPresenter, PATIENCE).toContain('第 1 张，共 3 张');
  // The first slide shows the focus place and then the others, the second its rows in two parts: by the same key.
  await page.keyboard.press('PageDown');
  await expect.poll(atPresenter, PATIENCE).toContain('第 2 步');
  await page.keyboard.press('PageDown');
  await expect.poll(onWall, PATIENCE).toBe(findings[1]);
  await expect.poll(atPresenter, PATIENCE).toContain('第 2 张');
  await presenter.keyboard.press('PageDown');
  await presenter.keyboard.press('PageDown');
  await expect.poll(onWall, PATIENCE).toBe(findings[2]);
  await page.reload();
  await expect.poll(onWall, PATIENCE).toBe(findings[2]);
  await presenter.keyboard.press('PageUp');
  await expect.poll(onWall, PATIENCE).toBe(findings[1]);
  await presenter.close();

  // One figure in every form, the same numbers as its 数据表.
  await go(SCREENS[0]!);
  await page.getByRole('button', { name: '数据表', exact: true }).click();
  const table = await cells(page, '.data-table');
  const csv = (await taken(page, 'csv')).toString('utf8');
  expect(csv.charCodeAt(0)).toBe(0xfeff);
  const rows = Papa.parse<string[]>(csv.slice(1), { delimiter: ',' }).data.map(([rank, place, value, period]) =>
    [rank, place, parseFloat(value!), period].join('|')
  );
  for (const [rank, place, value, period] of table)
    expect(rows).toContain([rank, place, parseFloat(value!), period].join('|'));
  const book = await readExcelFile(await taken(page, 'xlsx'));
  // A percentage is a fraction in a cell, and the format shows it as 96.20%.
  const values = book[0]!.data
    .flat()
    .filter((v): v is number => typeof v === 'number')
    .map((v) => Math.round(v * 1e6) / 1e6);
  expect(values).toEqual(expect.arrayContaining([0.962, 0.9539, 0.9069, 0.694]));
  const one = await JSZip.loadAsync(await taken(page, 'pptx'));
  expect(titleOf(await one.file('ppt/slides/slide1.xml')!.async('text'))).toBe(findings[0]);
  const svg = (await taken(page, 'svg')).toString('utf8');
  for (const word of ['宝安区', '96.2', '数据截止2020-12-31']) expect(svg).toContain(word);
  // Width and height stand in the first chunk of a PNG; three times the size is half as wide again as twice.
  const [twice, thrice] = [await taken(page, 'png2'), await taken(page, 'png3')].map((png) => png.readUInt32BE(16));
  expect(thrice! / twice!).toBeCloseTo(1.5, 2);
});

/** The title of a slide: it breaks between its clauses, a run a line; of several pages each says which it is. */
function titleOf(slide: string): string {
  const shape = /<p:ph type="title"\/>[\s\S]*?<\/p:sp>/.exec(slide)![0];
  return [...shape.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map((run) => run[1]).join('');
}
