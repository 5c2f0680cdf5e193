import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PATIENCE } from './reading';
import { openApp } from './support';

/** The version that index.html of a built folder carries. */
const versionIn = (folder: string): string =>
  /data-version="(\w+)"/.exec(readFileSync(join(folder, 'index.html'), 'utf8'))![1]!;

/** One of the scripts that the page starts with, whatever the build calls them. */
const START = readFileSync('dist/index.html', 'utf8')
  .match(/assets\/[\w.-]+\.js/g)!
  .find((name) => name !== 'assets/app.js')!;

/** Makes the scripts of a folder those of another build, the page too where `withPage`. */
function rebuild(folder: string, version: string, withPage: boolean): void {
  const old = versionIn(folder);
  // A file may define several scripts, each with its version.
  for (const name of readdirSync(join(folder, 'assets'))) {
    const file = join(folder, 'assets', name);
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.split(`}),"${old}");`).join(`}),"${version}");`));
  }
  const page = join(folder, 'index.html');
  if (withPage) writeFileSync(page, readFileSync(page, 'utf8').split(old).join(version));
}

describe('an update of the folder while the page is open', () => {
  it('a screen of the new build is not put into the old page: it says 有新版本 and opens anew', async () => {
    const { page, folder } = await openApp({ edit: () => undefined, route: '#/places' });
    await page.locator('.chart svg').first().waitFor();
    rebuild(folder, 'newbuild', true);
    await page.getByRole('navigation').getByText('数据', { exact: true }).click();
    await page.getByText('看板有新版本，正在重新打开').first().waitFor();
    await page.getByRole('heading', { level: 1, name: '数据' }).waitFor();
    expect(await page.evaluate(() => document.querySelector('[data-version]')!.getAttribute('data-version'))).toBe(
      'newbuild'
    );
    expect(await page.locator('.version-notice').count()).toBe(0);
  });

  it('a folder that holds two versions is opened anew once, and then said to hold them', async () => {
    let opened = 0;
    const { page, folder } = await openApp({ edit: () => undefined });
    await page.locator('.headlines').waitFor();
    rebuild(folder, 'newbuild', false);
    page.on('request', (request) => {
      if (request.isNavigationRequest()) opened += 1;
    });
    await page.reload({ waitUntil: 'commit' });
    await page.getByRole('heading', { name: '看板的文件不是同一个版本的' }).waitFor();
    expect(opened).toBe(2);
    expect(await page.getByRole('alert').innerText()).toContain('请管理员把整个文件夹重新复制一遍');
  });

  it('a script that the browser has kept under the wrong address is asked for once more', async () => {
    const { page } = await openApp({ route: '#/places' });
    await page.locator('.chart svg').first().waitFor();
    const asked: string[] = [];
    await page.route('**/assets/DataView.js*', async (route) => {
      asked.push(new URL(route.request().url()).search.replace(/\d{9,}/, 'N'));
      if (route.request().url().includes('again=')) return route.continue();
      return route.fulfill({ contentType: 'text/javascript', body: 'kanban.define("DataView.js",[],null,"kept");' });
    });
    await page.getByRole('navigation').getByText('数据', { exact: true }).click();
    await page.getByRole('heading', { level: 1, name: '数据' }).waitFor();
    const version = await page.evaluate(() => document.querySelector('[data-version]')!.getAttribute('data-version'));
    expect(asked).toEqual([`?v=${version}`, `?v=${version}&again=N`]);
  });

  it('names a start-up script that is missing, whichever it is', async () => {
    const { page, problems } = await openApp({ edit: (folder) => rmSync(join(folder, START)) });
    problems.allow(/404|Refused to execute script from /);
    await page.getByRole('heading', { name: '页面文件不完整' }).waitFor();
    expect(await page.locator('#app').innerText()).toContain(`没有读到 ${START}`);
  });

  it('names a start-up script in whose place a login page came', async () => {
    const { page, problems } = await openApp({
      edit: (folder) => writeFileSync(join(folder, START), '<!doctype html><html>请登录</html>')
    });
    problems.allow(/^exception/);
    await page.getByRole('heading', { name: '页面文件不完整' }).waitFor();
    expect(await page.locator('#app').innerText()).toContain(`没有读到 ${START}`);
  });

  it('no export is written by the writer of another build', async () => {
    const { page, folder } = await openApp({ edit: () => undefined, route: '#/places' });
    await page.locator('.chart svg').first().waitFor();
    const file = join(folder, 'assets/xlsx.js');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/("assets\/xlsx\.js"\]=)"\w+"/, '$1"another"'));
    await page.getByRole('button', { name: '导出' }).first().click();
    await page.locator('[data-export=xlsx]').click();
    await expect.poll(() => page.locator('body').innerText(), PATIENCE).toContain('看板有新版本，请刷新页面后再导出');
  });
});
