import { readFileSync } from 'node:fs';
import JSZip from 'jszip';
import type { Page } from 'playwright-core';
import readExcelFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { cells, PATIENCE, stillChart, verdict } from './reading';
import { openApp } from './support';

const SCREENS = [
  '#/places?i=smd-standard-rate&focus=zhongfang',
  '#/periods?i=smd-registered',
  '#/progress?place=xiangshan&light=红'
];

/** Puts a screen into the deck, and says its finding. */
async function added(page: Page, go: (route: string) => Promise<void>, route: string): Promise<string> {
  await go(route);
  await page.locator('.export > button').waitFor();
  const finding = await verdict(page);
  await page.getByRole('button', { name: '加入演示' }).click();
  await page.getByText('已加入').waitFor();
  return finding;
}

describe('a deck', () => {
  it('built from three screens goes out as PPTX in its order, one slide a view, and as XLSX', async () => {
    const { page, go } = await openApp();
    const findings: string[] = [];
    for (const route of SCREENS) findings.push(await added(page, go, route));
    await page.getByRole('button', { name: '去看' }).click();
    const [pptx] = await Promise.all([
      page.waitForEvent('download', { timeout: 60_000 }),
      page.locator('[data-export="pptx"]').click()
    ]);
    const zip = await JSZip.loadAsync(readFileSync(await pptx.path()));
    const slides = zip.file(/^ppt\/slides\/slide\d+\.xml$/);
    expect(slides).toHaveLength(3);
    for (const [i, finding] of findings.entries()) {
      const xml = await zip.file(`ppt/slides/slide${i + 1}.xml`)!.async('text');
      expect([...xml.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map((match) => match[1]).join('')).toContain(finding);
    }
    expect(zip.file(/^ppt\/charts\/chart\d+\.xml$/)).toHaveLength(3);
    await expect.poll(() => page.locator('.deck-exported').textContent(), PATIENCE).toMatch(/^已导出 .+\.pptx。$/);

    const [xlsx] = await Promise.all([
      page.waitForEvent('download', { timeout: 60_000 }),
      page.locator('[data-export="xlsx"]').click()
    ]);
    const sheets = await readExcelFile(readFileSync(await xlsx.path()));
    expect(sheets.map((s) => s.data[0]![0]).slice(0, 3)).toEqual(findings);
    expect(sheets.slice(3).map((s) => s.sheet)).toEqual(['口径', '出处', '图的数据']);
  });

  it('of forty slides shows how far it is, and can be stopped', async () => {
    const { page, go } = await openApp();
    await added(page, go, SCREENS[0]!);
    for (let i = 0; i < 39; i += 1) await page.getByRole('button', { name: '加入演示' }).click();
    await page.getByRole('button', { name: '去看' }).click();
    await page.locator('[data-export="pptx"]').waitFor();
    await page.evaluate(() => {
      const seen: string[] = [];
      Object.assign(window, { seen });
      new MutationObserver(() => {
        const said = document.querySelector('.export-progress [role=status]')?.textContent ?? '';
        seen.push(said);
        if (said.startsWith('正在导出，第5张'))
          document.querySelector<HTMLButtonElement>('.export-progress button')!.click();
      }).observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    let downloads = 0;
    page.on('download', () => (downloads += 1));
    await page.locator('[data-export="pptx"]').click();
    await expect.poll(() => page.locator('.deck-exported').textContent(), PATIENCE).toBe('已取消导出。');
    const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
    expect(seen).toContain('正在导出，第3张，共40张');
    expect(seen.some((said) => said.startsWith('正在导出，第9张'))).toBe(false);
    expect(downloads).toBe(0);
  });

  it.each(['http', 'file'] as const)(
    'goes out as 汇报稿 over %s: its name as title, a section a slide',
    async (via) => {
      const { page } = await openApp({ via, route: '#/present?deck=monthly&role=edit' });
      const [docx] = await Promise.all([
        page.waitForEvent('download', { timeout: 60_000 }),
        page.locator('[data-export="docx"]').click()
      ]);
      expect(docx.suggestedFilename()).toMatch(/\.docx$/);
      const zip = await JSZip.loadAsync(readFileSync(await docx.path()));
      const paragraphs = (await zip.file('word/document.xml')!.async('text')).split('</w:p>');
      const of = (style: string) =>
        paragraphs
          .filter((one) => one.includes(`<w:pStyle w:val="${style}"/>`))
          .map((one) => [...one.matchAll(/<w:t [^>]*>([^<]*)/g)].map((match) => match[1]).join(''));
      expect(of('Title').map((text) => `${text.replace(/\s/g, '-')}.docx`)).toEqual([docx.suggestedFilename()]);
      const slides = await page.locator('.deck-slides > li').count();
      expect(of('Heading1')).toHaveLength(slides);
      expect(of('Heading1')[1]).toMatch(/^二、/);
      // Every figure of it is a chart that Word and WPS can edit: nothing is a picture.
      const charts = zip.file(/^word\/charts\/chart\d+\.xml$/);
      expect(charts.length).toBeGreaterThan(1);
      for (const chart of charts) expect(await chart.async('text')).toMatch(/<c:(bar|line)Chart>/);
      expect(zip.file(/^word\/media\//)).toEqual([]);
    }
  );

  it('by double click goes out as well', async () => {
    const { page } = await openApp({
      via: 'file',
      prefix: '/卫健 看板/子目录/',
      route: '#/present?deck=monthly&role=edit'
    });
    const [pptx] = await Promise.all([
      page.waitForEvent('download', { timeout: 60_000 }),
      page.locator('[data-export="pptx"]').click()
    ]);
    expect(pptx.suggestedFilename()).toMatch(/\.pptx$/);
    const zip = await JSZip.loadAsync(readFileSync(await pptx.path()));
    expect(zip.file(/^ppt\/slides\/slide\d+\.xml$/).length).toBeGreaterThanOrEqual(5);
  });
});

/** Sheets of a PDF, and whether they lie across. */
function sheets(pdf: Buffer): { wide: boolean }[] {
  return [...pdf.toString('latin1').matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)].map(
    ([, width, height]) => ({ wide: Number(width) > Number(height) })
  );
}

/** What is laid out for paper, and whether anything stands beyond its edge. */
async function onPaper(page: Page): Promise<{ shown: string[]; beyond: string[]; ratio: number }> {
  return page.evaluate(() => {
    window.dispatchEvent(new Event('beforeprint'));
    const visible = (selector: string) =>
      [...document.querySelectorAll<HTMLElement>(selector)].some((e) => e.getClientRects().length > 0);
    const shown = [
      '.topbar',
      '.page-side',
      '.controls',
      '.tabs',
      '.figure-actions',
      'figure .figure-verdict',
      'figure .chart svg',
      '.figure-foot',
      '.task-list-planned'
    ].filter(visible);
    const width = document.documentElement.clientWidth;
    const beyond = [...document.querySelectorAll('figure svg, figure p, figure table, figure h2')]
      .filter((e) => e.getClientRects().length > 0 && e.getBoundingClientRect().right > width + 1)
      .map((e) => e.tagName);
    const svg = document.querySelector('figure .chart svg');
    const box = svg?.getBoundingClientRect();
    const [, , w = 1, h = 1] = (svg?.getAttribute('viewBox') ?? '').split(' ').map(Number);
    return { shown, beyond, ratio: box && h ? box.width / box.height / (w / h) : 1 };
  });
}

describe('on paper', () => {
  it('a screen has its figure and nothing to click; the drawing keeps its whole within the sheet', async () => {
    const { page } = await openApp({ route: SCREENS[0], viewport: { width: 720, height: 1000 } });
    await stillChart(page);
    await page.emulateMedia({ media: 'print' });
    const { shown, beyond, ratio } = await onPaper(page);
    expect(shown).toEqual(['figure .figure-verdict', 'figure .chart svg', '.figure-foot']);
    expect(beyond).toEqual([]);
    expect(ratio).toBeGreaterThanOrEqual(0.99);
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await page.emulateMedia({ media: null });
    await expect.poll(() => page.locator('.chart svg').first().getAttribute('viewBox'), PATIENCE).toBeNull();
  });

  it('a figure alone is A4 upright or across, and the page is as before', async () => {
    const { page } = await openApp({ route: '#/progress?place=all&light=红' });
    await stillChart(page);
    await page.evaluate(() => void (window.print = () => undefined));
    for (const [key, wide] of [
      ['printTall', false],
      ['printWide', true]
    ] as const) {
      await page.locator('.export > button').click();
      await page.locator(`[data-export="${key}"]`).click();
      // What prints is read when it is wanted.
      await page.locator('.print-this').waitFor({ state: 'attached' });
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.task-list-planned').first().isVisible()).toBe(false);
      const pdf = sheets(await page.pdf({ preferCSSPageSize: true }));
      expect(pdf.every((sheet) => sheet.wide === wide)).toBe(true);
      await page.emulateMedia({ media: null });
      expect(await page.locator('.print-this, .print-path').count()).toBe(0);
      expect(await page.locator('.topbar').isVisible()).toBe(true);
    }
  });

  it('a board of several pages is printed whole: two pages a sheet upright, one across', async () => {
    const { page } = await openApp({ route: '#/progress?place=all&page=2' });
    await page.evaluate(() => {
      window.print = () => Object.assign(window, { printed: true });
    });
    for (const [key, wide] of [
      ['printTall', false],
      ['printWide', true]
    ] as const) {
      await page.evaluate(() => Object.assign(window, { printed: undefined }));
      await page.locator('.export > button').click();
      await page.locator(`[data-export="${key}"]`).click();
      await page.waitForFunction(() => (window as unknown as { printed?: boolean }).printed);
      const count = await page.locator('.print-sheet img').count();
      expect(count).toBeGreaterThanOrEqual(5);
      await expect
        .poll(() => page.locator('.export-message').textContent(), PATIENCE)
        .toBe(`已交给打印，${count}张图；要 PDF，在打印窗口里选“另存为 PDF”。`);
      const pdf = sheets(await page.pdf({ preferCSSPageSize: true }));
      expect(pdf).toEqual(Array.from({ length: wide ? count : Math.ceil(count / 2) }, () => ({ wide })));
      await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
      expect(await page.locator('.print-deck').count()).toBe(0);
    }
  });

  it('a board of several pages is whole by the browser’s own print too, and so are the pages of 自查', async () => {
    const { page, go } = await openApp({ route: '#/progress?place=xiangshan' });
    await page.locator('.chart svg text').first().waitFor();
    expect(await page.locator('.chart-box svg').count()).toBe(1);
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    // 21 tasks: pages of 12 and 9, each row with its light.
    const rows = await page
      .locator('.print-chart')
      .evaluateAll((charts) =>
        charts.map(
          (chart) => [...chart.querySelectorAll('text')].filter((t) => /^[■▲●○]/.test(t.textContent ?? '')).length
        )
      );
    expect(rows).toEqual([12, 9]);
    expect(await page.locator('.chart-box').isVisible()).toBe(false);
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await page.emulateMedia({ media: null });
    expect(await page.locator('.print-chart').count()).toBe(0);
    await go('#/data?tab=audit&show=right');
    await page.locator('.audit-table').first().waitFor();
    const count = Number(/^(\d+) 处/.exec((await page.getByRole('status').first().textContent()) ?? '')![1]);
    expect(count).toBeGreaterThan(50);
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    expect(await page.locator('.audit-table:visible tbody tr').count()).toBe(count);
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  });

  it('heads of a long table are repeated, and no row is torn', async () => {
    const { page } = await openApp({ route: '#/progress?tab=plans&place=all' });
    await page.locator('figure table').first().waitFor();
    await page.emulateMedia({ media: 'print' });
    const css = await page.evaluate(() => {
      const style = (selector: string) => getComputedStyle(document.querySelector(selector)!);
      return [
        style('figure thead').display,
        style('figure tbody tr').breakInside,
        style('figure .table-wrap').overflow
      ];
    });
    expect(css).toEqual(['table-header-group', 'avoid', 'visible']);
    expect(sheets(await page.pdf({ format: 'A4' })).length).toBeGreaterThan(1);
  });

  it('the rows of 数据 are all there, on sheets across without an empty one', async () => {
    const { page } = await openApp({ route: '#/data?place=zhongfang' });
    const count = Number(
      /(\d+) 行/.exec((await page.getByRole('status').filter({ hasText: '行' }).textContent()) ?? '')![1]
    );
    expect(count).toBeGreaterThan(100);
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    const shown = await cells(page, '.print-rows table');
    expect(shown).toHaveLength(count + 1);
    expect(shown[0]!.slice(0, 3)).toEqual(['指标', '地区', '时期']);
    expect(shown.slice(1).every((row) => row[0] !== '' && row[1] === '中方县')).toBe(true);
    expect(await page.locator('.row-box').isVisible()).toBe(false);
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    expect(await page.locator('.print-rows table').count()).toBe(0);
    const pdf = sheets(await page.pdf({ preferCSSPageSize: true }));
    expect(pdf.every((sheet) => sheet.wide)).toBe(true);
    // Six rows a sheet at the least.
    expect(pdf.length).toBeLessThan(count / 6);
  });

  it('a deck is a sheet a slide across, as sharp drawings', async () => {
    const { page } = await openApp({ route: '#/present?deck=monthly&role=edit' });
    await page.evaluate(() => {
      window.print = () => Object.assign(window, { printed: true });
    });
    await page.locator('[data-export="print"]').click();
    await page.waitForFunction(() => 'printed' in window);
    const pictures = page.locator('.print-sheet img');
    const count = await pictures.count();
    expect(count).toBeGreaterThanOrEqual(5);
    expect(await pictures.first().getAttribute('src')).toMatch(/^data:image\/svg\+xml/);
    const pdf = sheets(await page.pdf({ preferCSSPageSize: true }));
    expect(pdf).toEqual(Array.from({ length: count }, () => ({ wide: true })));
    await expect.poll(() => page.locator('.print-deck').count(), PATIENCE).toBe(0);
  });
});
