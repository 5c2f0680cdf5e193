import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { writeTwins } from '../../tools/dataTwins';
import { PATIENCE } from './reading';
import { openApp, type OpenedApp } from './support';

const wallAt = async (page: Page) => ((await page.locator('.wall .slide-number').textContent()) ?? '').trim();
const presenterAt = async (page: Page) =>
  ((await page.locator('.presenter-main .presenter-label').textContent()) ?? '').trim();
const turned = (page: Page, to: RegExp | string) => expect.poll(() => wallAt(page), PATIENCE).toMatch(to);

/** A second window of the same browser. */
async function secondWindow(app: OpenedApp<Page>, route: string): Promise<Page> {
  const page = await app.page.context().newPage();
  await page.goto(app.page.url().split('#')[0]! + route);
  return page;
}

describe.each(['http', 'file'] as const)('the presenter’s window over %s', (via) => {
  it('shows notes, what comes next, clock and timer', async () => {
    const { page, go } = await openApp({ via });
    const at = (time: string) => page.clock.setFixedTime(new Date(`2026-03-02T${time}+08:00`));
    const running = () => page.getByLabel('已讲').textContent();
    await at('09:30:00');
    await go('#/present?deck=monthly&role=presenter');
    await expect.poll(() => presenterAt(page), PATIENCE).toBe('第 1 张，共 5 张');
    await page.getByRole('region', { name: '讲稿' }).getByText('先看亮红灯的任务').waitFor();
    expect(await page.locator('.presenter-next .slide-number').textContent()).toBe('2 / 5');
    const time = () => page.getByLabel('时间').textContent();
    expect([await time(), await running()]).toEqual(['09:30', '00:00']);
    await at('09:30:01');
    await expect.poll(running, PATIENCE).toBe('00:01');
    await at('09:30:05');
    await page.reload();
    await expect.poll(running, PATIENCE).toBe('00:05');
    await page.getByRole('button', { name: '暂停计时' }).click();
    await at('09:31:00');
    await expect.poll(time, PATIENCE).toBe('09:31');
    expect(await running()).toBe('00:05');
    await page.getByRole('button', { name: '重新计时' }).click();
    await expect.poll(running, PATIENCE).toBe('00:00');
  });

  it('has its notes larger and smaller, kept over a reload, and mends them where they stand', async () => {
    const { page } = await openApp({ via, route: '#/present?deck=monthly&role=presenter' });
    const notes = page.getByRole('region', { name: '讲稿', exact: true });
    const size = () => notes.evaluate((element) => getComputedStyle(element).fontSize);
    await notes.getByText('先看亮红灯的任务').waitFor();
    expect(await size()).toBe('22px');
    await page.getByRole('button', { name: '讲稿字大一些' }).click();
    await page.getByRole('button', { name: '讲稿字大一些' }).click();
    expect(await size()).toBe('36px');
    await page.reload();
    await notes.waitFor();
    expect(await size()).toBe('36px');
    await page.getByRole('button', { name: '改讲稿' }).click();
    // Letters, blanks and digits are text here: the wall stays where it is.
    await page.keyboard.press('Control+A');
    await page.keyboard.type('b 3 先说结肠镜');
    await page.keyboard.press('Escape');
    await notes.getByText('b 3 先说结肠镜').waitFor();
    expect(await presenterAt(page)).toBe('第 1 张，共 5 张');
    await page.reload();
    await notes.getByText('b 3 先说结肠镜').waitFor();
    await page.keyboard.press('PageDown');
    await expect.poll(() => presenterAt(page), PATIENCE).toMatch(/第 2 张/);
  });

  it('leads and follows the wall, blank screen and all, and a reload of either loses nothing', async () => {
    const app = await openApp({ via, route: '#/present?deck=monthly&slide=2' });
    const wall = app.page;
    await turned(wall, '2 / 5');
    const presenter = await secondWindow(app, '#/present?deck=monthly&role=presenter');
    // It asks where the wall is.
    await expect.poll(() => presenterAt(presenter), PATIENCE).toMatch(/第 2 张/);
    await wall.keyboard.press('PageDown');
    await expect.poll(() => presenterAt(presenter), PATIENCE).toMatch(/第 3 张/);
    await presenter.keyboard.press('PageDown');
    await turned(wall, /4 \/ 5$/);
    await presenter.keyboard.press('PageDown');
    await turned(wall, /^（2\//);
    await expect.poll(() => presenterAt(presenter), PATIENCE).toMatch(/第 2 步/);
    await presenter.keyboard.press('b');
    await wall.getByRole('img', { name: '黑屏' }).waitFor();
    await presenter.getByText('墙上现在是黑屏').waitFor();
    await wall.reload();
    await wall.getByRole('img', { name: '黑屏' }).waitFor();
    await wall.keyboard.press('b');
    await presenter.getByText('墙上现在是黑屏').waitFor({ state: 'detached' });
    await turned(wall, /^（2\/\d+）4 \/ 5$/);
    await presenter.reload();
    await expect.poll(() => presenterAt(presenter), PATIENCE).toMatch(/第 4 张.*第 2 步/);
    await presenter.getByRole('button', { name: '上一步' }).click();
    await turned(wall, /^（1\//);
    await wall.keyboard.press('Home');
    await expect.poll(() => presenterAt(presenter), PATIENCE).toMatch(/第 1 张/);
  });

  it('is opened from the wall by S', async () => {
    const { page } = await openApp({ via, route: '#/present?deck=monthly' });
    await turned(page, '1 / 5');
    const [presenter] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('s')]);
    await expect.poll(() => presenterAt(presenter), PATIENCE).toMatch(/第 1 张/);
    await presenter.keyboard.press('ArrowRight');
    await turned(page, '2 / 5');
  });
});

describe('the wall that the presenter’s window speaks of', () => {
  it('is there or isn’t, and can be opened from it', async () => {
    const { page: presenter, go } = await openApp();
    await presenter.clock.install();
    await presenter.goto('about:blank');
    await go('#/present?deck=monthly&role=presenter&slide=2');
    await expect.poll(() => presenterAt(presenter), PATIENCE).toBe('第 2 张，共 5 张');
    // Two questions, two seconds apart, that nobody answers.
    await presenter.clock.fastForward(2000);
    await presenter.clock.fastForward(2000);
    await expect.poll(() => presenterAt(presenter), PATIENCE).toBe('没有在放映：第 2 张，共 5 张');
    const [wall] = await Promise.all([
      presenter.waitForEvent('popup'),
      presenter.getByRole('button', { name: '打开放映窗口' }).click()
    ]);
    await turned(wall, '2 / 5');
    await expect.poll(() => presenterAt(presenter), PATIENCE).toBe('正在放映：第 2 张，共 5 张');
    await presenter.keyboard.press('PageDown');
    await turned(wall, '3 / 5');
    await wall.close();
    await expect.poll(() => presenterAt(presenter), PATIENCE).toBe('没有在放映：第 3 张，共 5 张');
  });

  it('stays on its slide when an earlier one is dropped in another window, and so does the presenter', async () => {
    const app = await openApp({ route: '#/present?deck=monthly&slide=3' });
    const title = async (page: Page) => (await page.locator('.slide-title').first().textContent()) ?? '';
    await turned(app.page, '3 / 5');
    const before = await title(app.page);
    const presenter = await secondWindow(app, '#/present?deck=monthly&role=presenter');
    await expect.poll(() => presenterAt(presenter), PATIENCE).toMatch(/第 3 张/);
    const editor = await secondWindow(app, '#/present?deck=monthly&role=edit');
    await editor.getByRole('button', { name: '删除第1张' }).click();
    await turned(app.page, '2 / 4');
    expect(await title(app.page)).toBe(before);
    await expect.poll(() => presenterAt(presenter), PATIENCE).toMatch(/第 2 张，共 4 张/);
    expect(await title(presenter)).toBe(before);
    await app.page.reload();
    await turned(app.page, '2 / 4');
    expect(await title(app.page)).toBe(before);
    // An address that was copied before finds its slide too.
    await editor.getByRole('button', { name: '第2张上移' }).click();
    await turned(app.page, '1 / 4');
    await editor.getByRole('button', { name: '删除第1张' }).click();
    await turned(app.page, '1 / 3');
    expect(await title(app.page)).not.toBe(before);
  });
});

it('two decks don’t disturb each other', async () => {
  const app = await openApp({ route: '#/present?deck=monthly' });
  await turned(app.page, '1 / 5');
  const other = await secondWindow(app, '#/present?deck=places');
  await turned(other, '1 / 6');
  // The windows of one origin hear of each other by what they store, whichever deck it is about.
  await app.page.evaluate(() =>
    window.addEventListener('storage', ({ key }) => {
      if (key?.startsWith('kanban-link:')) document.title = key;
    })
  );
  await other.keyboard.press('PageDown');
  await turned(other, '2 / 6');
  await expect.poll(() => app.page.title(), PATIENCE).toMatch(/^kanban-link:.*places/);
  expect(await wallAt(app.page)).toBe('1 / 5');
});

describe('the kiosk', () => {
  /** Two slides of one step each: three seconds, and one by its own. The tests lead the clock. */
  const DECK = JSON.stringify({
    own: [
      {
        id: 'd1',
        name: '大厅',
        slides: [{ address: '/places?i=smd-standard-rate' }, { address: '/places?i=county-visit-rate', dwell: 1 }]
      }
    ],
    current: 'd1'
  });
  const ROUTE = '#/present?deck=d1&auto=3';

  async function open(via: 'http' | 'file'): Promise<OpenedApp<Page>> {
    const app = await openApp({ via, edit: () => undefined });
    await app.page.evaluate((text) => localStorage.setItem('kanban-decks', text), DECK);
    await app.page.clock.install();
    await app.page.goto(`${app.page.url().split('#')[0]}${ROUTE}`);
    await app.page.reload();
    await turned(app.page, '1 / 2');
    return app;
  }
  const words = (page: Page) => page.locator('.slide .chart svg text').allTextContents();

  it.each(['http', 'file'] as const)('turns by itself, and shows new data after a round, over %s', async (via) => {
    const app = await open(via);
    const file = join(app.folder, 'data', 'observations.csv');
    expect(await words(app.page)).toContain('96.2');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^(smd-standard-rate,baoan,[^\n]*?),96\.2,/m, '$1,91.2,'));
    writeTwins(join(app.folder, 'data'));
    await app.page.clock.fastForward(3000);
    await turned(app.page, '2 / 2');
    await app.page.clock.fastForward(1000);
    await turned(app.page, '1 / 2');
    await expect.poll(() => words(app.page), PATIENCE).toContain('91.2');
  });

  it('lives through a reading that fails, says so, and recovers', async () => {
    const app = await open('http');
    app.problems.allow(/404/);
    const file = join(app.folder, 'data', 'observations.csv');
    const whole = readFileSync(file);
    rmSync(file);
    const note = app.page.getByRole('status').filter({ hasText: '数据更新失败' });
    const round = async () => {
      await app.page.clock.fastForward(3000);
      await turned(app.page, '2 / 2');
      await app.page.clock.fastForward(1000);
      await turned(app.page, '1 / 2');
    };
    await round();
    await note.waitFor();
    expect(await note.textContent()).toMatch(
      /^数据更新失败，显示的是\d+月\d+日\d\d:\d\d读入的数据。observations\.csv：没有读到这个文件/
    );
    expect(await words(app.page)).toContain('96.2');
    writeFileSync(file, whole);
    await round();
    await note.waitFor({ state: 'detached' });
  });
});
