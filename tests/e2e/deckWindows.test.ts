import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { PATIENCE } from './reading';
import { openApp } from './support';
import { deckOfThree, titles } from './deckSteps';

/** Another window of the same browser, at the same route. */
async function another(page: Page): Promise<Page> {
  const other = await page.context().newPage();
  await other.goto(page.url());
  await expect.poll(() => titles(other), PATIENCE).not.toHaveLength(0);
  return other;
}
const notes = (page: Page, at: number) => page.getByRole('textbox', { name: '讲稿' }).nth(at);

describe('what is typed', () => {
  it('is there after a reload, though the field was never left', async () => {
    const { page, go } = await openApp();
    await deckOfThree(page, go);
    await page.getByRole('textbox', { name: '标题' }).first().fill('规范管理率');
    await notes(page, 1).fill('先说口径');
    await page.getByRole('textbox', { name: '名称' }).fill('十一月例会');
    await page.reload();
    await expect.poll(async () => (await titles(page))[0], PATIENCE).toBe('规范管理率');
    expect(await notes(page, 1).inputValue()).toBe('先说口径');
    expect(await page.getByRole('textbox', { name: '名称' }).inputValue()).toBe('十一月例会');
  });

  it('stays under the fingers while another window changes the deck, and both are kept', async () => {
    const { page, go } = await openApp();
    await deckOfThree(page, go);
    const other = await another(page);
    await notes(page, 0).focus();
    await notes(page, 0).fill('这里写了一半');
    await notes(other, 0).fill('别处的话');
    await other.getByRole('textbox', { name: '标题' }).nth(1).fill('别处的题');
    await other.getByRole('button', { name: '复制第3张' }).click();
    await other.evaluate(() => localStorage.setItem('kanban-wall', '{"ratio":"4:3","ground":"dark","size":1}'));
    await expect.poll(() => titles(page), PATIENCE).toHaveLength(4);
    expect((await titles(page))[1]).toBe('别处的题');
    expect(await notes(page, 0).inputValue()).toBe('这里写了一半');
    await notes(page, 0).pressSequentially('，写完了');
    await page.keyboard.press('Tab');
    await expect.poll(() => notes(other, 0).inputValue(), PATIENCE).toBe('这里写了一半，写完了');
    expect(await notes(page, 0).inputValue()).toBe('这里写了一半，写完了');
  });

  it('is one step to take back, and said where it is too long', async () => {
    const { page, go } = await openApp();
    await deckOfThree(page, go);
    const title = page.getByRole('textbox', { name: '标题' }).first();
    await title.pressSequentially('很长的题');
    await title.fill('题'.repeat(199) + '👨‍👩‍👧‍👦');
    await page.getByText('最多200字，后面的没有保存。').waitFor();
    await page.keyboard.press('Tab');
    expect(await title.inputValue()).toBe('题'.repeat(199));
    await page.getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => title.inputValue(), PATIENCE).toBe('');
  });
});

describe('two windows', () => {
  it('that add to a deck in the same moment lose nothing', async () => {
    const { page } = await openApp({ route: '#/places?i=smd-standard-rate' });
    const other = await page.context().newPage();
    await other.goto(page.url().replace(/#.*/, '#/periods?i=deliveries'));
    const buttons = [page, other].map((window) => window.getByRole('button', { name: '加入演示' }).first());
    await Promise.all(buttons.map((button) => button.waitFor()));
    for (const round of [1, 2, 3]) {
      await Promise.all(buttons.map((button) => button.click()));
      const count = () =>
        page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('kanban-slide:')).length);
      await expect.poll(count, PATIENCE).toBe(2 * round);
    }
    await page.goto(page.url().replace(/#.*/, '#/present?role=edit'));
    const options = () => page.getByRole('combobox', { name: '演示稿' }).locator('option').allTextContents();
    await expect.poll(async () => (await options()).length, PATIENCE).toBeGreaterThan(2);
    const counted = (await options()).slice(2).map((text) => Number(/（(\d+)张）$/.exec(text)![1]));
    expect(counted.reduce((sum, n) => sum + n, 0)).toBe(6);
  });

  it('leave each other’s 撤销: a deleted deck comes back after the other has changed something', async () => {
    const { page, go } = await openApp();
    await deckOfThree(page, go);
    const built = await titles(page);
    const other = await another(page);
    await page.getByRole('button', { name: '删除演示稿' }).click();
    await expect.poll(() => titles(other), PATIENCE).not.toEqual(built);
    await other.getByRole('button', { name: '新建' }).click();
    const options = () => page.getByRole('combobox', { name: '演示稿' }).locator('option').allTextContents();
    await expect.poll(async () => (await options()).join(), PATIENCE).toContain('我的演示稿（0张）');
    await page.getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => titles(page), PATIENCE).toEqual(built);
  });
});
