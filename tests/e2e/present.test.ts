import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { path, PATIENCE, query, stillChart, verdict } from './reading';
import { openApp, openOldApp } from './support';

const WALL = { width: 1920, height: 1080 };

const title = async (page: Page) => ((await page.locator('.slide-title').first().textContent()) ?? '').trim();
/** `2 / 5`, with the part of the slide before it where it has several. */
const number = async (page: Page) => ((await page.locator('.slide-number').first().textContent()) ?? '').trim();

describe('the wall', () => {
  it('shows what the dashboard shows: title, rows, source line, cut-off date', async () => {
    const { page, go } = await openApp({ viewport: WALL, route: '#/progress?place=xiangshan&light=红' });
    await stillChart(page);
    const [finding, source] = [await verdict(page), await page.locator('.figure-source').textContent()];
    await go('#/present?deck=monthly');
    await expect.poll(() => title(page), PATIENCE).toBe(finding);
    expect(source).toBe(
      `${await page.locator('.slide-source').textContent()} · ${await page.locator('.slide-cutoff').textContent()}`
    );
    expect(await page.locator('.slide-cutoff').textContent()).toBe('数据截止2020-10-31');
    expect(await number(page)).toBe('1 / 5');
    expect(await page.locator('.slide .chart svg text').allTextContents()).toEqual(
      expect.arrayContaining(['67.68%', '慢14.3个百分点 ', '2,707，推算4,000 · B级'])
    );
    await page.getByRole('figure', { name: finding, exact: true }).waitFor();
    // Nothing else of the page is there.
    expect(await page.locator('.topbar').count()).toBe(0);
  });

  it('is driven by the keys that clickers send', async () => {
    const { page } = await openApp({ route: '#/present?deck=monthly' });
    await expect.poll(() => number(page), PATIENCE).toBe('1 / 5');
    const goes = async (key: string, to: string) => {
      await page.keyboard.press(key);
      await expect.poll(() => number(page), { ...PATIENCE, message: key }).toBe(to);
    };
    await goes('PageDown', '2 / 5');
    await goes('PageUp', '1 / 5');
    await goes('ArrowRight', '2 / 5');
    await goes('Space', '3 / 5');
    await goes('p', '2 / 5');
    await goes('ArrowUp', '1 / 5');
    await goes('PageUp', '1 / 5');
    await goes('End', '（1/2）5 / 5');
    await goes('n', '（2/2）5 / 5');
    await goes('PageDown', '（2/2）5 / 5');
    await page.getByText('放映结束').waitFor();
    await goes('PageDown', '（2/2）5 / 5');
    await goes('PageUp', '（2/2）5 / 5');
    await page.getByText('放映结束').waitFor({ state: 'detached' });
    await goes('Home', '1 / 5');
    await page.keyboard.press('3');
    await page.getByText('转到第 3 张：按回车').waitFor();
    await goes('Enter', '3 / 5');
    await page.keyboard.press('9');
    await goes('Enter', '3 / 5');
    await page.getByText('没有第9张，共5张。').waitFor();
    await page.mouse.move(600, 300);
    await page.mouse.wheel(0, 120);
    await expect.poll(() => number(page), PATIENCE).toMatch(/4 \/ 5$/);
    await page.mouse.wheel(0, -120);
    await expect.poll(() => number(page), PATIENCE).toBe('3 / 5');
    expect(query(page)).toMatchObject({ deck: 'monthly' });
  });

  it('goes black and white and back by the same key, and any step brings the picture back first', async () => {
    const { page } = await openApp({ route: '#/present?deck=monthly' });
    await page.locator('.slide-number').waitFor();
    for (const [key, name] of [
      ['b', '黑屏'],
      ['.', '黑屏'],
      ['w', '白屏']
    ] as const) {
      await page.keyboard.press(key);
      await page.getByRole('img', { name }).waitFor();
      await page.keyboard.press(key);
      await page.getByRole('img', { name }).waitFor({ state: 'detached' });
    }
    await page.keyboard.press('b');
    await page.getByRole('img', { name: '黑屏' }).waitFor();
    const colour = await page.evaluate(() => getComputedStyle(document.elementFromPoint(300, 300)!).backgroundColor);
    expect(colour).toBe('rgb(0, 0, 0)');
    await page.keyboard.press('PageDown');
    await page.locator('.wall-blank').waitFor({ state: 'detached' });
    expect(await number(page)).toBe('1 / 5');
  });

  it('goes to a slide by number, with the keys off while typing', async () => {
    const { page } = await openApp({ route: '#/present?deck=monthly' });
    await page.locator('.slide-number').waitFor();
    await page.keyboard.press('g');
    const field = page.getByRole('dialog', { name: '转到第几张' }).getByRole('textbox');
    await field.waitFor();
    await page.keyboard.press('n');
    expect(await field.inputValue()).toBe('n');
    await field.fill('3');
    await page.keyboard.press('Enter');
    await expect.poll(() => number(page), PATIENCE).toBe('3 / 5');
    await page.keyboard.press('PageDown');
    await expect.poll(() => number(page), PATIENCE).toMatch(/4 \/ 5$/);
  });

  it('shows where a figure stands when it is clicked, and turns no page meanwhile', async () => {
    const { page } = await openApp({ viewport: WALL, route: '#/present?deck=places&slide=1' });
    await stillChart(page);
    // The longest bar on the wall.
    const bar = await page.evaluate(() => {
      const boxes = [...document.querySelectorAll('.slide .chart svg path')]
        .map((path) => path.getBoundingClientRect())
        .filter((box) => box.height > 20 && box.height < 200);
      const { x, y, width, height } = boxes.reduce((best, box) => (box.width > best.width ? box : best));
      return { x: x + width / 2, y: y + height / 2 };
    });
    await page.mouse.click(bar.x, bar.y);
    const note = page.locator('.source-note');
    await note.waitFor();
    expect(await note.innerText()).toContain('96.2%');
    const small = await note.evaluate((box) =>
      Math.min(...[...box.querySelectorAll('dd, dt, h3')].map((part) => part.getBoundingClientRect().height))
    );
    expect(small).toBeGreaterThan(24);
    await page.keyboard.press('PageDown');
    expect(await number(page)).toBe('1 / 6');
    await page.keyboard.press('Escape');
    await note.waitFor({ state: 'detached' });
    await page.keyboard.press('PageDown');
    await expect.poll(() => number(page), PATIENCE).toBe('2 / 6');
  });

  it('prints its keys, hides the pointer when it is still, and leaves by Escape', async () => {
    const { page } = await openApp({ route: '#/present?deck=monthly&slide=2' });
    await page.locator('.slide-number').waitFor();
    await page.keyboard.press('?');
    const card = page.getByRole('dialog', { name: '按键说明' });
    await card.getByText('黑屏，再按恢复').waitFor();
    expect(await card.getByRole('row').count()).toBeGreaterThan(12);
    await page.keyboard.press('Escape');
    await card.waitFor({ state: 'detached' });
    await page.mouse.move(200, 200);
    await page.mouse.move(210, 200);
    const pointer = () => page.locator('.wall').evaluate((wall) => getComputedStyle(wall).cursor);
    await expect.poll(pointer, PATIENCE).toBe('auto');
    await expect.poll(pointer, PATIENCE).toBe('none');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '开始演示' }).waitFor();
    expect(query(page)).toMatchObject({ role: 'edit', slide: '2' });
  });

  it('fills the screen by F', async () => {
    const { page } = await openApp({ route: '#/present?deck=monthly' });
    await page.locator('.slide-number').waitFor();
    await page.keyboard.press('f');
    await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null), PATIENCE).toBe(true);
    await page.keyboard.press('PageDown');
    await expect.poll(() => number(page), PATIENCE).toBe('2 / 5');
    await page.keyboard.press('f');
    await expect.poll(() => page.evaluate(() => document.fullscreenElement), PATIENCE).toBe(null);
  });

  it('starts in full screen by its button, and ends with it', async () => {
    const { page } = await openApp({ route: '#/present?deck=monthly&role=edit' });
    await page.getByRole('button', { name: '开始演示' }).click();
    const isFull = () => page.evaluate(() => document.fullscreenElement !== null);
    await expect.poll(isFull, PATIENCE).toBe(true);
    await expect.poll(() => number(page), PATIENCE).toBe('1 / 5');
    // What the browser does at Escape, which it keeps to itself.
    await page.evaluate(() => document.exitFullscreen());
    await page.getByRole('button', { name: '开始演示' }).waitFor();
    expect(await isFull()).toBe(false);
  });

  it('shows the focus place first and then the others by the same key', async () => {
    const { page, go } = await openApp({ viewport: WALL, route: '#/places?i=smd-standard-rate&focus=zhongfang' });
    await page.getByRole('button', { name: '加入演示' }).click();
    await page.getByText('已加入“我的演示稿”，第1张。').waitFor();
    await go('#/present?deck=d1');
    const words = () => page.locator('.slide .chart svg text').allTextContents();
    await expect.poll(words, PATIENCE).toEqual(expect.arrayContaining(['95.39', '中方县', '宝安区']));
    expect(await words()).not.toContain('96.2');
    await page.keyboard.press('PageDown');
    await expect.poll(words, PATIENCE).toContain('96.2');
    expect(await number(page)).toBe('1 / 1');
  });

  it('knows no deck of that name: says so and offers the others', async () => {
    const { page } = await openApp({ route: '#/present?deck=nonsense' });
    await page.getByText('这个浏览器里没有地址所说的演示稿“nonsense”。').waitFor();
    await page.getByRole('button', { name: '开始演示' }).click();
    await page.locator('.wall').waitFor();
    await expect.poll(() => number(page), PATIENCE).toBe('1 / 5');
    expect(path(page)).toBe('/present');
    expect(query(page).deck).toBe('monthly');
  });
});

describe('old engines', () => {
  it.each([83, 109] as const)('draw a slide and turn it in Chromium %i, by double click', async (major) => {
    const { page } = await openOldApp(major, { via: 'file', route: '#/present?deck=monthly' });
    const seen = () =>
      page.evaluate(
        "(document.querySelector('.slide-number') || {}).textContent + ' ' + document.querySelectorAll('.slide .chart svg path').length"
      );
    await expect.poll(seen, PATIENCE).toMatch(/^1 \/ 5 [1-9]/);
    await page.evaluate(
      "document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'PageDown', bubbles: true }))"
    );
    await expect.poll(seen, PATIENCE).toMatch(/^2 \/ 5 [1-9]/);
  });
});
