import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { palette } from '../../src/charts/theme';
import { oldMajorsToTry } from '../../tools/browser/oldBrowsers';
import { marks, PATIENCE, ranking, stillChart, verdict } from './reading';
import { openApp, openOldApp, type OpenOptions } from './support';

const FOLDER = '/卫健 看板/子目录/';
const SMD_STANDARD = ['宝安区 96.2', '中方县 95.39', '舟山市 90.69', '未具名县（四川） 69.4'];
const PLACES: readonly { readonly name: string; readonly options: OpenOptions }[] = [
  { name: 'over http in a folder with Chinese and a space', options: { via: 'http', prefix: FOLDER } },
  { name: 'by double click in a folder with Chinese and a space', options: { via: 'file', prefix: FOLDER } }
];

// Requests outside the page's own folder are refused and fail the test at its end, as do breaches of the policy.
describe('one build', () => {
  for (const { name, options } of PLACES) {
    it(`shows every screen ${name}, asks for nothing outside and keeps to its policy`, async () => {
      const { page, problems } = await openApp({ ...options, route: '#/places?i=smd-standard-rate' });
      await expect.poll(() => ranking(page), PATIENCE).toEqual(SMD_STANDARD);
      expect(decodeURI(page.url())).toContain('/卫健 看板/子目录/');
      await (await marks(page, palette.accentSoft)).last().hover();
      await page.getByLabel('搜索指标').click();
      await page.keyboard.type('gxy');
      await page.locator('[data-indicator="htn-managed-rate"]').click();
      await expect
        .poll(() => ranking(page), PATIENCE)
        .toEqual(['未具名县（四川甘孜） 57.22', '未具名县（四川） 34.75']);
      for (const screen of ['总览', '时期对比', '任务完成', '地区画像', '数据']) {
        await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: screen, exact: true }).click();
        await page.locator('.topbar-nav [aria-current=page]', { hasText: screen }).waitFor();
        if (/时期|任务/.test(screen)) await stillChart(page);
      }
      expect(problems.unexpected()).toEqual([]);
    });
  }

  it('holds a policy that refuses what is not its own, inline script and eval', async () => {
    const { page, problems } = await openApp();
    await page.locator('.headlines').waitFor();
    problems.allow(/CSP|Content Security Policy|script-src|Refused|outside/);
    await page.evaluate(async () => {
      const inline = document.createElement('script');
      inline.textContent = 'window.__ran = true';
      document.head.append(inline);
      const image = document.createElement('img');
      image.src = 'https://example.invalid/x.png';
      document.body.append(image);
      try {
        setTimeout('window.__ran = true', 0);
      } catch {
        // Some engines throw, others stay silent.
      }
      // Timers of one delay run in the order in which they were set.
      await new Promise((resolve) => setTimeout(resolve));
    });
    expect(await page.evaluate(() => '__ran' in window)).toBe(false);
    await expect
      .poll(() => problems.all().filter((text) => text.includes('CSP: ')).length, PATIENCE)
      .toBeGreaterThanOrEqual(3);
  });

  it('is one folder of plain files: no module script, no inline script, no crossorigin', async () => {
    const { folder } = await openApp();
    const html = readFileSync(join(folder, 'index.html'), 'utf8');
    expect(html).not.toMatch(/type="module"|crossorigin|<script(?![^>]*\ssrc=)[^>]*>|\sstyle=|\son\w+=/);
    expect(html).not.toMatch(/(?:src|href)="(?:\/|https?:)/);
  });

  it('shows a new number once the CSV is replaced and the page reloaded', async () => {
    const { page, folder, replaceData } = await openApp({
      edit: () => undefined,
      route: '#/places?i=smd-standard-rate'
    });
    await expect.poll(() => ranking(page), PATIENCE).toEqual(SMD_STANDARD);
    const csv = readFileSync(join(folder, 'data/observations.csv'), 'utf8');
    const changed = csv.replace(/^(smd-standard-rate,zhoushan,.*?),90\.69,(.*)90\.69%/m, '$1,99.12,$299.12%');
    expect(changed).not.toBe(csv);
    replaceData('observations.csv', changed);
    await page.reload();
    await expect
      .poll(() => ranking(page), PATIENCE)
      .toEqual(['舟山市 99.12', ...SMD_STANDARD.filter((row) => !row.startsWith('舟山市'))]);
    expect(await verdict(page)).toContain('舟山市最高（99.12%）');
  });
});

describe('old engines', () => {
  for (const major of oldMajorsToTry()) {
    for (const { name, options } of PLACES) {
      it(`${major} draws charts and navigation ${name}`, async () => {
        const { page, problems } = await openOldApp(major, {
          ...options,
          route: '#/places?i=smd-standard-rate&focus=zhongfang'
        });
        await page.waitFor(`document.querySelectorAll('.chart svg path[fill="#1d4f91"]').length === 1`);
        expect(await page.evaluate(`document.querySelectorAll('.chart svg path[fill="#c3ccd6"]').length`)).toBe(3);
        const words = await page.evaluate<string[]>(
          `[].map.call(document.querySelectorAll('.chart svg text'), function (t) { return t.textContent; })`
        );
        expect(words).toEqual(
          expect.arrayContaining(['宝安区', '96.2', '中方县', '95.39', '舟山市', '90.69', '未具名县（四川）', '69.4'])
        );
        for (const [at, path] of ['/', '/places', '/periods', '/progress', '/profile', '/data'].entries()) {
          await page.click(`.topbar-nav a:nth-child(${at + 1})`);
          await page.waitFor(
            `location.hash.split('?')[0] === '#${path}' && document.querySelector('.topbar-nav a[aria-current=page]') && document.querySelector('h1')`
          );
          if (path === '/periods' || path === '/progress')
            await page.waitFor(`document.querySelectorAll('.chart svg text').length > 3`);
        }
        await page.waitFor(`document.querySelectorAll('main table tbody tr').length > 10`);
        // The navigation stands in one row, and the page doesn't run out to the right.
        expect(await page.evaluate(`document.documentElement.scrollWidth <= innerWidth`)).toBe(true);
        expect(
          await page.evaluate(
            `new Set([].map.call(document.querySelectorAll('.topbar-nav a'), function (a) { return a.getBoundingClientRect().top; })).size`
          )
        ).toBe(1);
        expect(problems.unexpected()).toEqual([]);
      });
    }
  }
});

describe('where the app cannot run', () => {
  it('tells a reader in IE or compatibility mode to switch to 极速模式', async () => {
    const { page, problems } = await openApp({
      edit: (folder) => {
        // An engine without Proxy: the app itself would fail at its first line.
        writeFileSync(join(folder, 'assets/app.js'), 'throw new Error("no Proxy");');
        const file = join(folder, 'oldbrowser.js');
        writeFileSync(file, `window.Proxy = undefined;\n${readFileSync(file, 'utf8')}`);
      }
    });
    problems.allow(/no Proxy/);
    await page.getByRole('heading', { name: '这个浏览器打不开卫健看板' }).waitFor();
    expect(await page.locator('#app').innerText()).toContain('请切换到极速模式');
  });

  it('keeps that notice to ES5, which is all such an engine reads', () => {
    const source = readFileSync(join(__dirname, '../../public/oldbrowser.js'), 'utf8').replace(
      /\/\*[\s\S]*?\*\/|\/\/.*$/gm,
      ''
    );
    expect(source).not.toMatch(/=>|`|\b(?:let|const|class|async|await)\b|\.\.\.|\?\.|\?\?/);
  });

  it('says so when the script of the app is missing', async () => {
    for (const via of ['http', 'file'] as const) {
      const { page, problems } = await openApp({ via, edit: (folder) => rmSync(join(folder, 'assets/app.js')) });
      problems.allow(/app\.js|404|ERR_FILE_NOT_FOUND/);
      await page.getByRole('heading', { name: '页面文件不完整' }).waitFor();
      expect(await page.locator('#app').innerText()).toContain('没有读到 assets/app.js');
    }
  });

  it('says so without JavaScript', async () => {
    const { page } = await openApp({ context: { javaScriptEnabled: false } });
    expect(await page.locator('noscript').textContent()).toContain('需要启用 JavaScript');
  });
});
