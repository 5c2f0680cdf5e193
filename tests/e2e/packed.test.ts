import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { oldMajorsToTry } from '../../tools/browser/oldBrowsers';
import { dataPack } from '../../tools/dataPack';
import { putLargeData } from './largeData';
import { PATIENCE } from './reading';
import { openApp, openOldApp } from './support';

const LARGE = { places: 60, indicators: 100, tasks: 1, years: 1 };
const ROUTE = '#/places?i=i7';

/** A copy of the page with a large dataset, packed. */
async function packData(folder: string, size = LARGE): Promise<void> {
  putLargeData(folder, size);
  const { exitCode, lines } = await dataPack([
    '--from',
    join(folder, 'data'),
    '--out',
    join(folder, 'data'),
    '--force'
  ]);
  if (exitCode !== 0) throw new Error(lines.join('\n'));
}
const parts = (folder: string) => readdirSync(join(folder, 'data/observations.pack'));

describe.each(['http', 'file'] as const)('a packed dataset over %s', (via) => {
  it('shows its numbers without reading their table', async () => {
    const { page, folder } = await openApp({ via, dataset: 'real', route: ROUTE, edit: packData });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(decodeURIComponent(request.url())));
    await page.reload();
    await expect
      .poll(() => page.locator('.figure-verdict').first().innerText(), PATIENCE)
      .toContain('第7种病规范管理率');
    // p27: 50 + ((27 × 37 + 7 × 101) mod 4999) ÷ 100
    await expect.poll(() => page.locator('main').innerText(), PATIENCE).toContain('67.06');
    expect(asked.filter((url) => /observations\.csv/.test(url))).toEqual([]);
    expect(asked.filter((url) => /observations\.pack\/.*\.bin/.test(url)).length).toBeGreaterThan(0);
    expect(parts(folder).filter((name) => /^[0-9a-f]+\.bin$/.test(name))).toHaveLength(1);
  });

  it('says why a pack is of no use, and reads the table', async () => {
    const { page, go } = await openApp({
      via,
      dataset: 'real',
      route: '#/data?tab=issues',
      context: {},
      edit: async (folder) => {
        await packData(folder);
        const chunk = join(
          folder,
          'data/observations.pack',
          parts(folder).find((name) => /^[0-9a-f]+\.bin$/.test(name))!
        );
        const bytes = readFileSync(chunk);
        bytes[40]! ^= 255;
        writeFileSync(chunk, bytes);
      }
    });
    await expect.poll(() => page.locator('main').innerText(), PATIENCE).toContain('数据包用不上：校验值不对');
    expect(await page.locator('main').innerText()).toContain('已经改读 observations.csv，会慢一些');
    await go(ROUTE);
    await expect
      .poll(() => page.locator('.figure-verdict').first().innerText(), PATIENCE)
      .toContain('第7种病规范管理率');
  });
});

it('shows an indicator as soon as its own numbers are there, and asks for others when they are wanted', async () => {
  const { page, folder, go } = await openApp({
    ...{ dataset: 'real', route: ROUTE },
    edit: (to) => packData(to, { ...LARGE, places: 140, indicators: 600 })
  });
  const { chunks } = JSON.parse(readFileSync(join(folder, 'data/observations.pack/index.json'), 'utf8')) as {
    chunks: { file: string; indicators: string[] }[];
  };
  const fileOf = (id: string) => chunks.find(({ indicators }) => indicators.includes(id))!.file;
  expect(fileOf('i7')).not.toBe(fileOf('i500'));
  // Blocks on their way for ever, until they are let through.
  const held: (() => void)[] = [];
  let isLetThrough = false;
  await page.route('**/*.bin*', (route) => {
    if (isLetThrough || route.request().url().includes(fileOf('i7'))) void route.continue();
    else held.push(() => void route.continue());
  });
  await page.reload();
  const verdict = () => page.locator('.figure-verdict').first().innerText();
  await expect.poll(verdict, PATIENCE).toContain('第7种病规范管理率');
  await go('#/places?i=i500');
  await expect.poll(() => held.length, PATIENCE).toBeGreaterThan(0);
  // The figure before stands until the other can be shown.
  expect(await verdict()).toContain('第7种病规范管理率');
  // What looks over all numbers waits for all, and says so.
  await go('#/present');
  const main = () => page.locator('main').innerText();
  await expect.poll(main, PATIENCE).toContain('正在读取数据');
  isLetThrough = true;
  held.forEach((letThrough) => letThrough());
  await expect.poll(main, PATIENCE).toContain('演示稿');
  await go('#/places?i=i500');
  await expect.poll(verdict, PATIENCE).toContain('第500种病规范管理率');
  await go('#/data?tab=audit');
  await expect.poll(main, PATIENCE).toContain('自查');
});

it('a pack that lacks, with no table beside it, is named', async () => {
  const { page, problems } = await openApp({
    dataset: 'real',
    route: ROUTE,
    context: {},
    edit: async (folder) => {
      await packData(folder);
      for (const name of parts(folder)) if (name.endsWith('.bin')) rmSync(join(folder, 'data/observations.pack', name));
      rmSync(join(folder, 'data/observations.csv'));
    }
  });
  problems.allow(/404 \(Not Found\).*observations\.(csv|pack)/);
  await expect.poll(() => page.locator('body').innerText(), PATIENCE).toContain('数据包用不上');
  expect(await page.locator('body').innerText()).toContain('observations.csv');
});

it.each(oldMajorsToTry())('a packed dataset opens in Chromium %i', async (major) => {
  const { page } = await openOldApp(major, { route: ROUTE, edit: packData });
  await page.waitFor('document.body.innerText.includes("第7种病规范管理率")');
});
