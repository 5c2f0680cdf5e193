import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { chartWords, PATIENCE } from './reading';
import { openApp } from './support';

const time = async (page: Page) => (await page.locator('.slide-subtitle').innerText()).replace(/\s/g, '');
/** Round numbers, which are those under the axis. */
const axis = async (page: Page) => (await chartWords(page)).filter((word) => /^(0|[\d,]*00)$/.test(word));

describe('periods on the wall', () => {
  it('are stepped through by a key on one axis; the deck stays where it is', async () => {
    const { page } = await openApp({ route: '#/present?dataset=demo&deck=dispatch&slide=6' });
    await expect.poll(() => time(page), PATIENCE).toContain('2024年12月');
    const place = await page.locator('.slide-number').innerText();
    const before = await axis(page);
    await page.keyboard.press('[');
    await expect.poll(() => time(page), PATIENCE).toContain('2024年11月');
    await page.getByRole('status').filter({ hasText: '2024年11月' }).waitFor();
    expect(await axis(page)).toEqual(before);
    expect(await page.locator('.slide-number').innerText()).toBe(place);
    await page.keyboard.press('[');
    await expect.poll(() => time(page), PATIENCE).toContain('2024年10月');
    // Plays to the last one by itself.
    await page.keyboard.press('t');
    await expect.poll(() => time(page), PATIENCE).toContain('2024年12月');
    await page.keyboard.press(']');
    await page.getByText('没有后一期。').waitFor();
    // A slide that was left is found again at its period.
    await page.keyboard.press('[');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.locator('.slide-number').innerText(), PATIENCE).not.toBe(place);
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => time(page), PATIENCE).toContain('2024年11月');
  });

  it('are the same in the presenter’s window, which says which, leads and follows', async () => {
    const app = await openApp({ route: '#/present?dataset=demo&deck=dispatch&slide=6' });
    const wall = app.page;
    await expect.poll(() => time(wall), PATIENCE).toContain('2024年12月');
    const presenter = await wall.context().newPage();
    await presenter.goto(wall.url().replace(/&slide=.*/, '&role=presenter'));
    const steps = presenter.getByRole('group', { name: '时期' });
    const said = () => presenter.locator('.presenter-period').textContent();
    const mirrored = async () =>
      (await presenter.locator('.presenter-main .slide-subtitle').innerText()).replace(/\s/g, '');
    await expect.poll(said, PATIENCE).toBe('2024年12月');
    expect(await steps.getByRole('button', { name: '下一期' }).isDisabled()).toBe(true);
    // The wall leads …
    await wall.mouse.move(300, 300);
    await wall.getByRole('button', { name: '上一期' }).click();
    await expect.poll(said, PATIENCE).toBe('2024年11月（演示稿里是2024年12月）');
    await expect.poll(mirrored, PATIENCE).toContain('2024年11月');
    // … and follows, by button and by key.
    await steps.getByRole('button', { name: '上一期' }).click();
    await expect.poll(() => time(wall), PATIENCE).toContain('2024年10月');
    await presenter.keyboard.press(']');
    await expect.poll(() => time(wall), PATIENCE).toContain('2024年11月');
    // A wall that is opened anew asks.
    await wall.reload();
    await expect.poll(() => time(wall), PATIENCE).toContain('2024年11月');
    await steps.getByRole('button', { name: '逐期播放' }).click();
    await expect.poll(() => time(wall), PATIENCE).toContain('2024年12月');
    await expect.poll(said, PATIENCE).toBe('2024年12月');
  });

  it('are those of every kind of figure that has them; of the others the buttons are away', async () => {
    const { page, go } = await openApp({ route: '#/?dataset=demo' });
    const addresses = [
      '/?tab=card',
      '/places',
      '/places?tab=improve',
      '/places?tab=heat',
      '/progress?tab=months',
      '/periods'
    ];
    await page.evaluate(
      (text) => localStorage.setItem('demo@kanban-decks', text),
      JSON.stringify({
        own: [{ id: 'd1', name: '各期', slides: addresses.map((address) => ({ address })) }],
        current: 'd1'
      })
    );
    await page.reload();
    await page.locator('.headlines').waitFor();
    await go('#/present?dataset=demo&deck=d1&role=presenter');
    const steps = page.getByRole('group', { name: '时期' });
    const head = async () => (await page.locator('.presenter-main .slide-head').innerText()).replace(/\s/g, '');
    for (const [at, address] of addresses.slice(0, -1).entries()) {
      await page.keyboard.type(String(at + 1));
      await page.keyboard.press('Enter');
      await expect
        .poll(() => page.locator('.presenter-main .presenter-label').textContent(), PATIENCE)
        .toContain(`第 ${at + 1} 张`);
      const before = await head();
      await steps.getByRole('button', { name: '上一期' }).click();
      await expect.poll(head, PATIENCE).not.toBe(before);
      const month = /\d+月/.exec((await page.locator('.presenter-period').textContent())!)![0];
      expect(await head(), address).toContain(month);
    }
    await page.keyboard.press('End');
    await steps.waitFor({ state: 'detached' });
  });
});
