import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PATIENCE, ranking } from './reading';
import { putSmallData, smallData } from './smallData';
import { openApp } from './support';

/** tests/fixtures/small/observations.csv: 95.39 and “90%以上”. */
const SMALL = ['甲县 95.39', '乙县 ≥90'];

describe('loading', () => {
  it('shows how far it has come, and then the screen', async () => {
    const { page } = await openApp({ route: '#/places?i=smd-standard-rate' });
    let release = () => undefined as void;
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/data/observations.csv', async (route) => {
      await held;
      await route.continue();
    });
    await page.reload({ waitUntil: 'commit' });
    const bar = page.getByRole('progressbar', { name: '读取进度' });
    await bar.waitFor();
    const share = () => bar.evaluate((element) => (element as HTMLProgressElement).position);
    // Some of the files have come, the held one hasn't.
    await expect.poll(share, PATIENCE).toBeGreaterThan(0);
    expect(await share()).toBeLessThan(1);
    expect(await page.locator('.loading').textContent()).toContain('正在读取数据');
    expect(await page.getByRole('navigation').count()).toBe(0);
    release();
    await expect.poll(() => ranking(page), PATIENCE).toHaveLength(4);
    expect(await page.locator('.loading').count()).toBe(0);
  });

  it('follows an address that is changed before the first screen is there', async () => {
    const { page } = await openApp({ route: '#/periods' });
    let release = () => undefined as void;
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/assets/PeriodsView.js*', async (route) => {
      await held;
      await route.continue();
    });
    await page.reload({ waitUntil: 'commit' });
    await page.locator('#app[data-running]').waitFor({ state: 'attached' });
    await page.evaluate(() => (location.hash = '#/data?tab=sources'));
    release();
    await page.getByRole('heading', { name: '数据', exact: true }).waitFor();
    expect(await page.evaluate(() => location.hash)).toContain('tab=sources');
  });

  it('reads the script of a screen at which somebody points, by mouse or key, before it is asked for', async () => {
    const { page } = await openApp({ route: '#/places?i=smd-standard-rate' });
    const isRead = (script: string) =>
      page.evaluate((name) => performance.getEntriesByType('resource').some((one) => one.name.includes(name)), script);
    // The mouse may stand anywhere: an earlier test left it there.
    await page.mouse.move(640, 700);
    await page.getByRole('link', { name: '时期对比' }).hover();
    await expect.poll(() => isRead('assets/PeriodsView.js'), PATIENCE).toBe(true);
    expect(await isRead('assets/DataView.js')).toBe(false);
    await page.getByRole('link', { name: '数据', exact: true }).focus();
    await expect.poll(() => isRead('assets/DataView.js'), PATIENCE).toBe(true);
    expect(await page.evaluate(() => location.hash)).toContain('#/places');
  });

  it('makes no database and reads no script of batches where none was ever kept', async () => {
    const { page } = await openApp({ route: '#/places?i=smd-standard-rate' });
    await expect.poll(() => ranking(page), PATIENCE).toHaveLength(4);
    // Databases are listed from Chromium 72 on.
    const made = await page.evaluate(() => indexedDB.databases());
    expect(made.filter(({ name }) => name?.includes('batch'))).toEqual([]);
    const asked = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    expect(asked.filter((name) => /batch/i.test(name))).toEqual([]);
  });

  for (const via of ['http', 'file'] as const) {
    it(`names a missing table and what to do, over ${via}`, async () => {
      const { page, problems } = await openApp({
        via,
        dataset: 'tests/fixtures/small',
        edit: (folder) => putSmallData(join(folder, 'data'), undefined, ['observations.csv'])
      });
      problems.allow(/observations\.csv|404/);
      await page.getByRole('heading', { name: '数据没有读进来' }).waitFor();
      const text = await page.getByRole('alert').innerText();
      expect(text).toContain('observations.csv');
      expect(text.length).toBeGreaterThan(60);
    });
  }

  it('reads again once the file is there', async () => {
    const { page, folder, problems } = await openApp({
      dataset: 'tests/fixtures/small',
      route: '#/places?i=htn',
      edit: (target) => putSmallData(join(target, 'data'), undefined, ['observations.csv'])
    });
    problems.allow(/observations\.csv|404/);
    await page.getByRole('button', { name: '重新读取' }).waitFor();
    putSmallData(join(folder, 'data'));
    await page.getByRole('button', { name: '重新读取' }).click();
    await expect.poll(() => ranking(page), PATIENCE).toEqual(SMALL);
  });

  it('says on every screen that a table is lost, refused or cut short, and shows what is left', async () => {
    const { page, folder, problems, go } = await openApp({ edit: () => undefined, route: '#/progress' });
    problems.allow(/403|ERR_/);
    await page.locator('main figure').first().waitFor();
    const file = join(folder, 'data/progress.csv');
    const whole = readFileSync(file, 'utf8');
    const banner = page.locator('main > .note-problem[role=status]');
    // Read once, said on every screen; each text is met first on another one.
    const routes = ['#/', '#/progress', '#/profile', '#/data', '#/present'];
    const say = async (text: string): Promise<void> => {
      await page.reload();
      routes.push(routes.shift()!);
      for (const route of routes) {
        await go(route);
        await banner.first().waitFor();
        expect(await banner.allInnerTexts(), route).toEqual([expect.stringContaining(text)]);
      }
    };
    writeFileSync(file, '<!DOCTYPE html><html><body>请登录</body></html>');
    await say('progress.csv：读到的是网页，不是表格');
    writeFileSync(file, whole.replace('programme,', 'task,'));
    await say('表头里缺少必需的列：programme（任务编号）');
    writeFileSync(file, `${whole.split('\n', 70).join('\n')}\n`);
    await say('说明里是139行，文件里是69行，少70行');
    writeFileSync(file, whole);
    await page.route('**/data/relations.csv', (route) => route.fulfill({ status: 403 }));
    await say('relations.csv：没有读到这个文件：服务器回答 403');
    await page.unroute('**/data/relations.csv');
    await page.reload();
    await page.locator('h1').waitFor();
    expect(await banner.count()).toBe(0);
  });

  it('goes on without a file that never comes', async () => {
    const { page } = await openApp({ route: '#/progress' });
    await page.locator('main figure').first().waitFor();
    await page.clock.install();
    await page.route('**/data/relations.csv', () => undefined);
    const asked = page.waitForRequest('**/data/relations.csv');
    await page.reload({ waitUntil: 'commit' });
    await asked;
    await page.getByRole('progressbar', { name: '读取进度' }).waitFor();
    await page.clock.fastForward(16_000);
    await page.locator('main figure').first().waitFor();
    expect(await page.locator('.note-problem[role=status]').allInnerTexts()).toEqual([
      expect.stringContaining('relations.csv：没有读到这个文件：服务器15秒没有回答，没有再等')
    ]);
  });

  it('names an unreadable table', async () => {
    const { page } = await openApp(smallData('binary'));
    await page.getByRole('heading', { name: '数据没有读进来' }).waitFor();
    expect(await page.getByRole('alert').innerText()).toContain('observations.csv');
  });

  it('says so where the twins for double click are missing', async () => {
    const { page, problems } = await openApp({ via: 'file', prefix: '/无 孪生/' });
    await page.locator('.headlines').waitFor();
    problems.allow(/twins\.js|ERR_FILE_NOT_FOUND/);
    rmSync(decodeURIComponent(new URL('data/twins.js', page.url()).pathname));
    await page.reload();
    await page.getByRole('heading', { name: '数据没有读进来' }).waitFor();
    expect(await page.getByRole('alert').innerText()).toContain('data/twins.js');
  });

  it('reads every encoding to the same screen, over http', async () => {
    const { page, folder } = await openApp({ ...smallData(), route: '#/places?i=htn' });
    await expect.poll(() => ranking(page), PATIENCE).toEqual(SMALL);
    for (const encoding of ['gb18030', 'utf8-bom', 'utf16le', 'utf16le-bom', 'utf16be', 'utf16be-bom']) {
      putSmallData(join(folder, 'data'), `encoding-${encoding}`);
      await page.reload();
      await expect.poll(() => ranking(page), PATIENCE).toEqual(SMALL);
      expect(await page.getByRole('combobox', { name: '关注地区' }).innerText()).toContain('丙县');
      await page.getByRole('link', { name: '数据', exact: true }).click();
      await page.getByRole('tab', { name: '读取问题 0' }).waitFor();
      await page.goBack();
    }
  });

  it('reads GB18030 and UTF-16 by double click too', async () => {
    for (const encoding of ['gb18030', 'utf16le-bom']) {
      const { page, close } = await openApp({
        ...smallData(`encoding-${encoding}`),
        via: 'file',
        route: '#/places?i=htn'
      });
      await expect.poll(() => ranking(page), PATIENCE).toEqual(SMALL);
      await close();
    }
  });
});

describe('a screen whose script is missing', () => {
  it('says which file and what to do, and opens once it is there', async () => {
    const app = await openApp({ route: '#/places' });
    app.problems.allow(/PeriodsView|ERR_FAILED|没有读到/);
    await app.page.route('**/assets/PeriodsView.js*', (route) => route.abort());
    await app.page.getByRole('link', { name: '时期对比' }).click();
    await app.page
      .getByText('没有读到 assets/PeriodsView.js。请稍后再点一次；仍不行，请管理员把整个文件夹重新复制一遍。')
      .waitFor();
    await app.page.unroute('**/assets/PeriodsView.js*');
    await app.page.getByRole('link', { name: '时期对比' }).click();
    await app.page.locator('main[data-screen="/periods"] figure .chart svg').waitFor();
    expect(await app.page.getByText('没有读到').count()).toBe(0);
  });
});
