import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { PATIENCE } from './reading';
import { browser, openApp } from './support';

describe('a deck handed on', () => {
  it('is a folder that opens by double click with the deck, and one page that opens by itself; both show its figures', async () => {
    const { page } = await openApp({ route: '#/present?deck=monthly&role=edit' });
    const name = await page.locator('.deck-name input, input.deck-name').first().inputValue();
    const packed = async (button: string) => {
      const [download] = await Promise.all([
        page.waitForEvent('download', { timeout: 90_000 }),
        (async () => {
          await page.locator(button).click();
          // Where there are small counts it asks first.
          const hide = page.getByRole('button', { name: '隐藏后打包' });
          const begun = page.getByText(/正在打包|正在准备|已导出/);
          await expect.poll(async () => (await hide.count()) + (await begun.count()) > 0, PATIENCE).toBe(true);
          if (await hide.count()) await hide.click();
        })()
      ]);
      return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
    };
    const zip = await JSZip.loadAsync((await packed('[data-hand-on="folder"]')).bytes);
    const place = mkdtempSync(join(tmpdir(), 'kanban-hand-on-'));
    for (const entry of Object.values(zip.files)) {
      if (entry.dir) continue;
      mkdirSync(dirname(join(place, entry.name)), { recursive: true });
      writeFileSync(join(place, entry.name), await entry.async('nodebuffer'));
    }
    // A colleague's browser, which knows nothing of this page.
    const context = await (await browser()).newContext();
    const complaints: string[] = [];
    context.on('console', (said) => {
      if (said.type() === 'error') complaints.push(said.text());
    });
    context.on('request', (request) => {
      if (!request.url().startsWith(pathToFileURL(place).href) && !request.url().startsWith('data:'))
        complaints.push(request.url());
    });
    const other = await context.newPage();
    await other.goto(pathToFileURL(join(place, 'weijian-kanban/打开演示稿.html')).href);
    await expect.poll(() => other.url(), PATIENCE).toContain('index.html#/present?deck=handed-on');
    await expect
      .poll(() => other.locator('.deck-name input, input.deck-name').first().inputValue(), PATIENCE)
      .toBe(name);
    await other.close();

    const html = await packed('[data-export="html"]');
    const file = join(place, 'deck.html');
    writeFileSync(file, html.bytes);
    const alone = await context.newPage();
    await alone.goto(pathToFileURL(file).href);
    const drawn = await alone.evaluate(() =>
      [...document.images].map((image) => image.complete && image.naturalWidth > 0)
    );
    expect(drawn.length).toBeGreaterThan(2);
    expect(drawn).toEqual(drawn.map(() => true));
    expect(await alone.locator('details table td').count()).toBeGreaterThan(5);
    await context.close();
    expect(complaints).toEqual([]);

    // The package, dropped where the same data is: its deck is offered, and opens.
    const { bytes: buffer } = await packed('[data-hand-on="package"]');
    await page.goto(page.url().replace(/#.*/, '#/data?tab=intake'));
    await page
      .locator('.intake input[type=file]')
      .first()
      .setInputFiles({ name: '例会.zip', mimeType: 'application/zip', buffer });
    await page.getByText(`数据包里带着汇报“${name}”`).waitFor();
    await page.getByRole('button', { name: '收下并打开' }).first().click();
    const opened = page.locator('.deck-name input, input.deck-name').first();
    await expect.poll(() => opened.inputValue(), PATIENCE).toContain(name);
    expect(page.url()).toMatch(/#\/present\?deck=(?!monthly)[^&]+&role=edit/);
  });

  it('is one page without the counts that make somebody known, where that is asked for', async () => {
    const { page, replaceData, folder } = await openApp({ dataset: 'data' });
    const path = join(folder, 'data', 'datapackage.json');
    // Every count of people is small now.
    const stated = { ...(JSON.parse(readFileSync(path, 'utf8')) as object), smallNumbers: { threshold: 1_000_000 } };
    replaceData('datapackage.json', JSON.stringify(stated));
    await page.goto(page.url().replace(/#.*/, '#/present?deck=monthly&role=edit'));
    await page.reload();
    await page.locator('[data-export="html"]').click();
    const [download] = await Promise.all([
      page.waitForEvent('download', { timeout: 90_000 }),
      page.getByRole('button', { name: '隐藏后打包' }).click()
    ]);
    expect(download.suggestedFilename()).toMatch(/-小数隐藏\.html$/);
    const html = readFileSync(await download.path(), 'utf8');
    expect(html).toContain('目标');
    // 象山县's colonoscopies done so far.
    expect(html).not.toContain('2,707');
    await page.getByText('人数太少的数已隐藏').waitFor();
  });
});
