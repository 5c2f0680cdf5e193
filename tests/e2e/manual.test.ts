import { describe, expect, it } from 'vitest';
import { PATIENCE } from './reading';
import { openApp } from './support';

describe.each(['http', 'file'] as const)('数据员手册 over %s', (via) => {
  it('is read inside the page, from 上新 and from 关于, with its pictures, and on paper', async () => {
    const { page, go } = await openApp({ route: '#/data?tab=intake', via });
    await page.getByRole('link', { name: '数据员手册' }).click();
    await page.getByRole('heading', { name: '数据员手册：十分钟把这个月的数放进看板' }).waitFor();
    expect(await page.locator('.manual h2').allTextContents()).toEqual([
      '一、放进来',
      '二、认表',
      '三、对名称',
      '四、核对',
      '五、看变动，保留',
      '六、下个月更省事：填报表',
      '七、交了没有',
      '八、读报告'
    ]);
    const widths = () =>
      page.locator('.manual img').evaluateAll((all) => all.map((img) => (img as HTMLImageElement).naturalWidth));
    await expect.poll(async () => (await widths()).every((width) => width > 300), PATIENCE).toBe(true);
    expect(await widths()).toHaveLength(7);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button', { name: '打印' }).isVisible()).toBe(false);
    expect(await page.getByRole('heading', { name: '一、放进来' }).isVisible()).toBe(true);
    await page.emulateMedia({ media: 'screen' });
    await go('#/about');
    await page.getByRole('link', { name: '数据员手册' }).click();
    await expect.poll(() => page.url(), PATIENCE).toMatch(/#\/manual$/);
  });
});
