/** What a person does to have a deck. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { PATIENCE } from './reading';

export const titles = (page: Page) => page.locator('.deck-title').allTextContents();
export const said = (page: Page) => page.locator('.deck-added').textContent();

/** A deck of three screens, open in the editor. */
export async function deckOfThree(page: Page, go: (route: string) => Promise<void>): Promise<void> {
  await go('#/places?i=smd-standard-rate');
  await page.getByRole('button', { name: '加入演示' }).click();
  await expect.poll(() => said(page), PATIENCE).toContain('已加入“我的演示稿”，第1张。');
  await go('#/periods?i=deliveries');
  await page.getByRole('button', { name: '加入演示' }).click();
  await expect.poll(() => said(page), PATIENCE).toContain('第2张。');
  await go('#/progress?place=xiangshan&programme=crc-colonoscopy');
  await page.getByRole('button', { name: '加入演示' }).first().click();
  await expect.poll(() => said(page), PATIENCE).toContain('第3张。');
  await page.getByRole('button', { name: '去看' }).click();
  await expect.poll(() => titles(page), PATIENCE).toHaveLength(3);
}
