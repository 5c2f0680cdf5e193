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
    await page.keyboard.press('[');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => time(page), PATIENCE).toContain('2024年12月');
  });
});
