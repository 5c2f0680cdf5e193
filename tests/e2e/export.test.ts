import { readFileSync } from 'node:fs';
import JSZip from 'jszip';
import Papa from 'papaparse';
import type { Download, Page } from 'playwright-core';
import readExcelFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { oldMajorsToTry } from '../../tools/browser/oldBrowsers';
import { cells, PATIENCE, verdict } from './reading';
import { openApp, openOldApp } from './support';
import { visit } from './visit';

const RANKED = '#/places?i=smd-standard-rate&focus=zhongfang';

/** Chooses an entry of the menu 导出 and waits for the file. */
async function taken(page: Page, format: string): Promise<{ name: string; bytes: Buffer }> {
  await page.locator('.export > button').click();
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 60_000 }),
    page.locator(`[data-export="${format}"]`).click()
  ]);
  return fileOf(download);
}

async function fileOf(download: Download): Promise<{ name: string; bytes: Buffer }> {
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

function spoken(day: Date): string {
  return `${day.getUTCFullYear()}年${day.getUTCMonth() + 1}月${day.getUTCDate()}日`;
}

/** The table twin as the screen shows it: head and rows. */
async function twin(page: Page): Promise<string[][]> {
  const button = page.getByRole('button', { name: '数据表', exact: true });
  if ((await button.getAttribute('aria-expanded')) !== 'true') await button.click();
  return cells(page, '.data-table');
}

describe('the menu 导出', () => {
  it('opens, moves and closes by keyboard, and says what became of it', async () => {
    const { page } = await visit(RANKED);
    const button = page.locator('.export > button');
    await button.focus();
    await page.keyboard.press('ArrowDown');
    const names = await page.getByRole('menuitem').allTextContents();
    expect(names).toEqual([
      '图片 PNG（2倍）',
      '图片 PNG（3倍）',
      '图片 SVG',
      '幻灯片 PPTX',
      '汇报稿 DOCX',
      '表格 XLSX',
      '数据 CSV',
      '复制表格',
      '打印（A4纵向）',
      '打印（A4横向）'
    ]);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(names[0]);
    await page.keyboard.press('ArrowUp');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(names[9]);
    await page.keyboard.press('Escape');
    expect(await page.getByRole('menuitem').count()).toBe(0);
    expect(await button.evaluate((b) => b === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    for (let i = 0; i < 6; i += 1) await page.keyboard.press('ArrowDown');
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    expect(download.suggestedFilename()).toBe('严重精神障碍患者规范管理率_4个地区_各地最近一期.csv');
    await expect
      .poll(() => page.locator('.export-message').textContent(), PATIENCE)
      .toBe('已导出 严重精神障碍患者规范管理率_4个地区_各地最近一期.csv。');
  });

  it('is on every screen that has a figure', async () => {
    const { page, go } = await openApp();
    for (const route of [
      '#/places',
      '#/places?tab=table',
      '#/places?tab=heat',
      '#/periods',
      '#/periods?tab=changes',
      '#/periods?tab=facets',
      '#/progress',
      '#/progress?tab=matrix',
      '#/progress?tab=plans',
      '#/progress?tab=supervise',
      '#/progress?tab=sums',
      '#/progress?tab=months',
      '#/progress?tab=why',
      '#/profile',
      '#/data?tab=missing'
    ]) {
      await go(route);
      await page.locator('figure .export > button').first().waitFor();
    }
  });
});

describe('what is exported is what is on the screen', () => {
  it('as CSV: the rows of 数据表', async () => {
    const { page } = await visit(RANKED);
    const shown = await twin(page);
    const { bytes } = await taken(page, 'csv');
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const rows = Papa.parse<string[]>(bytes.toString('utf8').slice(1)).data;
    expect(rows[0]).toEqual(expect.arrayContaining(shown[0]!));
    expect(rows.slice(1, shown.length).map((row) => row[rows[0]!.indexOf('地区')])).toEqual(
      shown.slice(1).map((row) => row[1])
    );
    expect(rows.slice(1, 5).map((row) => row[rows[0]!.indexOf('数值（%）')])).toEqual([
      '96.2',
      '95.39',
      '90.69',
      '69.4'
    ]);
    expect(rows).toContainEqual(['标题', await verdict(page)]);
  });

  it('as XLSX: numbers as numbers, with 口径 and 出处', async () => {
    const { page } = await visit(RANKED);
    const shown = await twin(page);
    const { name, bytes } = await taken(page, 'xlsx');
    expect(name).toBe('严重精神障碍患者规范管理率_4个地区_各地最近一期.xlsx');
    const sheets = await readExcelFile(bytes);
    expect(sheets.map((s) => s.sheet)).toEqual(['严重精神障碍患者规范管理率', '口径', '出处', '图的数据']);
    const rows = sheets[0]!.data;
    expect(rows[2]).toEqual(expect.arrayContaining(shown[0]!));
    expect(rows.slice(3, 3 + shown.length - 1).map((row) => row[1])).toEqual(shown.slice(1).map((row) => row[1]));
    expect(rows.slice(3, 7).map((row) => row[2])).toEqual([0.962, 0.9539, 0.9069, 0.694]);
  });

  it('as XLSX: the 督办清单 of 任务完成', async () => {
    const { page } = await visit('#/progress?tab=supervise&place=all');
    const shown = await twin(page);
    const { name, bytes } = await taken(page, 'xlsx');
    expect(name).toMatch(/^督办清单_全部地区_截至2020-12-31\.xlsx$/);
    const rows = (await readExcelFile(bytes))[0]!.data;
    expect(rows[2]).toEqual(shown[0]);
    // Days come as dates, so that they can be sorted and filtered.
    const said = rows.slice(3, 2 + shown.length).map(({ 3: day }) => (day instanceof Date ? spoken(day) : day));
    expect(said).toEqual(shown.slice(1).map((row) => row[3]));
  });

  it('as PPTX: an editable chart with the numbers of the screen', async () => {
    const { page } = await visit(RANKED);
    const { name, bytes } = await taken(page, 'pptx');
    expect(name).toBe('严重精神障碍患者规范管理率_4个地区_各地最近一期.pptx');
    const zip = await JSZip.loadAsync(bytes);
    const chart = await zip.file(/^ppt\/charts\/chart\d+\.xml$/)[0]!.async('text');
    expect(
      [...chart.matchAll(/<c:numCache>.*?<\/c:numCache>/g)][0]![0].match(/<c:v>[^<]+/g)!.map((v) => Number(v.slice(5)))
    ).toEqual([96.2, 95.39, 90.69, 69.4]);
    const book = await zip.file(/^ppt\/embeddings\/.*\.xlsx$/)[0]!.async('nodebuffer');
    expect((await readExcelFile(book))[0]!.data[2]!.slice(0, 2)).toEqual(['中方县（2020年12月31日）', 95.39]);
    const texts = [...(await zip.file('ppt/slides/slide1.xml')!.async('text')).matchAll(/<a:t>([^<]*)<\/a:t>/g)];
    expect(texts.map((match) => match[1]).join('')).toContain(await verdict(page));
  });

  it('as PPTX: every row of the board, whichever page is shown', async () => {
    const { page } = await visit('#/progress?place=all&page=2');
    const total = Number(/（(\d+)项/.exec((await page.locator('.pager').first().textContent()) ?? '')![1]);
    const zip = await JSZip.loadAsync((await taken(page, 'pptx')).bytes);
    const charts = await Promise.all(zip.file(/^ppt\/charts\/chart\d+\.xml$/).map((file) => file.async('text')));
    const rows = charts.map((chart) => Number(/<c:cat>.*?<c:ptCount val="(\d+)"\/>/.exec(chart)![1]));
    expect(rows.reduce((sum, n) => sum + n, 0)).toBe(total);
    expect(total).toBeGreaterThan(24);
  });

  it('as pictures: PNG twice and three times the size on white, SVG with title and source', async () => {
    const { page } = await visit(RANKED);
    const svg = (await taken(page, 'svg')).bytes.toString('utf8');
    const [, width, height] = /^<svg[^>]* width="(\d+)" height="(\d+)"/.exec(svg)!;
    expect(svg).toContain('数据截止2020-12-31');
    const sizes = [];
    for (const format of ['png2', 'png3']) {
      const { name, bytes } = await taken(page, format);
      expect(name).toBe('严重精神障碍患者规范管理率_4个地区_各地最近一期.png');
      sizes.push([bytes.readUInt32BE(16) / Number(width), bytes.readUInt32BE(20) / Number(height)]);
      const corner = await page.evaluate(async (data) => {
        const image = new Image();
        image.src = `data:image/png;base64,${data}`;
        await image.decode();
        const canvas = document.createElement('canvas');
        [canvas.width, canvas.height] = [image.width, image.height];
        const paper = canvas.getContext('2d')!;
        paper.drawImage(image, 0, 0);
        const all = paper.getImageData(0, 0, image.width, image.height).data;
        return {
          corner: [...all.slice(0, 4)],
          accent: all.some((_, i) => i % 4 === 0 && all[i] === 0x1d && all[i + 1] === 0x4f && all[i + 2] === 0x91)
        };
      }, bytes.toString('base64'));
      expect(corner).toEqual({ corner: [255, 255, 255, 255], accent: true });
    }
    expect(sizes).toEqual([
      [2, 2],
      [3, 3]
    ]);
  });

  it('on the clipboard: text and a table, also where navigator.clipboard is absent', async () => {
    const { page } = await openApp({ route: RANKED, context: { permissions: ['clipboard-read', 'clipboard-write'] } });
    const shown = await twin(page);
    await page.evaluate(() => {
      const { clipboard } = navigator;
      Object.assign(window, { realClipboard: clipboard });
      Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
    });
    await page.locator('.export > button').click();
    await page.locator('[data-export="copy"]').click();
    await expect
      .poll(() => page.locator('.export-message').textContent(), PATIENCE)
      .toContain(`已复制表格，${shown.length - 1}行`);
    const [html, text] = await page.evaluate(async () => {
      const [item] = await (window as unknown as { realClipboard: Clipboard }).realClipboard.read();
      return Promise.all(['text/html', 'text/plain'].map(async (type) => (await item!.getType(type)).text()));
    });
    // After the table and an empty line stands what its figures mean.
    expect(text!.split(/\r?\n/).map((line) => line.split('\t'))).toEqual([
      ...shown,
      [''],
      [expect.stringMatching(/^口径·严重精神障碍患者规范管理率：定义：/)],
      [expect.stringMatching(/^数据版本 0\.1\.0 · \d{4}-\d\d-\d\d \d\d:\d\d导出$/)]
    ]);
    expect(html).toContain('<table');
    expect(html).toContain('96.2%');
  });
});

describe('in every place', () => {
  it('by double click as over http', async () => {
    const { page } = await openApp({ route: RANKED, via: 'file', prefix: '/卫健 看板/子目录/' });
    for (const format of ['png2', 'pptx', 'xlsx'])
      expect((await taken(page, format)).bytes.length).toBeGreaterThan(4000);
  });

  it('loads the big writers only when they are asked for', async () => {
    const { page } = await openApp();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(page.url().split('#')[0] + RANKED);
    await page.reload();
    await page.locator('.export > button').waitFor();
    await taken(page, 'csv');
    expect(asked.filter((url) => /assets\/(pptx|xlsx)\.js/.test(url))).toEqual([]);
    await taken(page, 'xlsx');
    expect(asked.filter((url) => /assets\/xlsx\.js\?v=[0-9a-f]{8}$/.test(url))).toHaveLength(1);
  });

  it('says what is missing from the folder', async () => {
    const { page, problems } = await openApp({ route: RANKED });
    problems.allow(/pptx\.js/);
    problems.allow(/Failed to load resource/);
    await page.route('**/assets/pptx.js*', (route) => route.fulfill({ status: 404 }));
    await page.locator('.export > button').click();
    await page.locator('[data-export="pptx"]').click();
    await expect
      .poll(() => page.locator('.export-message').textContent(), PATIENCE)
      .toBe('没有导出：没有读到 assets/pptx.js，请检查文件夹是否完整。');
  });

  it.each(oldMajorsToTry())('in Chromium %i makes every file', async (major) => {
    const { page } = await openOldApp(major, { route: RANKED });
    await expect
      .poll(() => page.evaluate<number>("document.querySelectorAll('.export > button').length"), PATIENCE)
      .toBe(1);
    // A file would be handed to a dialog that nobody answers: the size of what is handed over is enough.
    await page.evaluate(
      "window.made = []; URL.createObjectURL = (blob) => { window.made.push(blob.size); return 'blob:none'; }; HTMLAnchorElement.prototype.click = () => undefined; 0"
    );
    for (const [i, format] of ['png2', 'svg', 'csv', 'xlsx', 'pptx', 'docx'].entries()) {
      await page.evaluate(`document.querySelector('.export > button').click(); 0`);
      await expect
        .poll(() => page.evaluate<boolean>(`!!document.querySelector('[data-export="${format}"]')`), PATIENCE)
        .toBe(true);
      await page.evaluate(`document.querySelector('[data-export="${format}"]').click(); 0`);
      await expect
        .poll(() => page.evaluate<number>('window.made.length'), { timeout: 20_000, interval: 60 })
        .toBe(i + 1);
    }
    const sizes = await page.evaluate<number[]>('window.made');
    expect(sizes.map((size) => size > 1500)).toEqual([true, true, true, true, true, true]);
  });
});
