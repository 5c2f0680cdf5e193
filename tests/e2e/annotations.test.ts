import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import JSZip from 'jszip';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { PATIENCE, stillChart } from './reading';
import { openApp } from './support';

const OVER_TIME = '#/periods?dataset=demo&i=stay-days&p=lian,nidong';
const CHANGES = '#/data?dataset=demo&tab=changes';
const EVENT = '①事件 2024年3月1日，例安县：=1+1 <b>新院区启用</b>。——县卫健局';
const WORD = '说明 2025年1月10日：口径没有变。——县卫健局';

interface Written {
  readonly kind: '事件' | '说明';
  readonly text: string;
  readonly date: string;
  readonly author?: string;
  readonly place?: string;
}

/** What a person does: opens the form below the chart, fills it in, and adds it. */
async function write(page: Page, { kind, text, date, author, place }: Written): Promise<void> {
  await page.getByRole('button', { name: '加说明' }).click();
  const form = page.getByRole('form', { name: '加说明' });
  await form.getByRole('radio', { name: kind }).check();
  await form.getByLabel('内容').fill(text);
  await form.getByLabel('日期').fill(date);
  if (author !== undefined) await form.getByLabel('署名').fill(author);
  if (place !== undefined) await form.getByLabel('哪里').selectOption({ label: place });
  await form.getByRole('button', { name: '加上' }).click();
}
const notes = (page: Page) => page.locator('.figure-notes p').allInnerTexts();
async function numbers(page: Page): Promise<string[]> {
  return (await (await stillChart(page)).locator('text').allTextContents()).filter((text) => /^[①-⑳]$/.test(text));
}

describe.each(['http', 'file'] as const)('加说明 over %s', (via) => {
  it('an event is written, drawn, kept over a reload, in the package, on the slide, and gone when switched off', async () => {
    const { page, go, folder } = await openApp({ via, route: OVER_TIME, edit: () => undefined });
    await write(page, {
      ...{ kind: '事件', text: '=1+1 <b>新院区启用</b>', date: '2024-03-01', author: '县卫健局', place: '例安县' }
    });
    await page.getByText('已加上。要撤掉，到“数据—变动”里关掉。').waitFor();
    await expect.poll(() => notes(page), PATIENCE).toContain(EVENT);
    await expect.poll(() => numbers(page), PATIENCE).toEqual(['①']);
    // Who wrote last is known; the day of an explanation may be any.
    await write(page, { kind: '说明', text: '口径没有变', date: '2025-01-10' });
    await expect.poll(() => notes(page), PATIENCE).toEqual(expect.arrayContaining([EVENT, WORD]));
    await page.reload();
    await expect.poll(() => notes(page), PATIENCE).toEqual(expect.arrayContaining([EVENT, WORD]));
    await page.getByRole('button', { name: '加入演示' }).click();
    await page.getByRole('button', { name: '去看' }).click();
    const [pptx] = await Promise.all([
      page.waitForEvent('download', { timeout: 60_000 }),
      page.locator('[data-export="pptx"]').click()
    ]);
    const deck = await JSZip.loadAsync(readFileSync(await pptx.path()));
    const slide = await deck.file('ppt/slides/slide1.xml')!.async('text');
    expect(slide).toContain('①事件 2024年3月1日，例安县：=1+1 &lt;b&gt;新院区启用&lt;/b&gt;。——县卫健局');

    await go(CHANGES);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出数据包' }).click()
    ]);
    const zip = await JSZip.loadAsync(readFileSync(await download.path()));
    const csv = await zip.file('annotations.csv')!.async('string');
    expect(csv.split('\n')[1]).toMatch(
      /^2024-03-01-[0-9a-f]{8},事件,2024-03-01,　=1\+1 <b>新院区启用<\/b>,县卫健局,lian,stay-days,/
    );
    await page.getByRole('switch', { name: '使用“事件 =1+1 <b>新院区启用</b>”' }).click();
    await page.getByText('已关掉“事件 =1+1 <b>新院区启用</b>”，数还在，可以再打开。').waitFor();
    await go(OVER_TIME);
    await expect.poll(() => notes(page), PATIENCE).toContain(WORD);
    expect(await notes(page)).not.toContain(EVENT);
    expect(await numbers(page)).toEqual([]);

    // The package beside the page: what was written is in it for everybody.
    for (const [name, entry] of Object.entries(zip.files))
      writeFileSync(join(folder, 'data/demo', name), await entry.async('nodebuffer'));
    await page.reload();
    await expect.poll(() => notes(page), PATIENCE).toEqual(expect.arrayContaining([EVENT, WORD]));
    await go('#/data?dataset=demo&tab=issues');
    await page.getByText('没有问题，所有行都已采用。').waitFor();
  });
});

describe('the form', () => {
  it('says what is missing, keeps what was typed, and closes without a trace', async () => {
    const { page } = await openApp({ route: OVER_TIME });
    await write(page, { kind: '事件', text: '新院区启用', date: '2019-03-01', author: '张三' });
    const form = page.getByRole('form', { name: '加说明' });
    await form.getByText('这张图是2023—2024年的，事件要发生在这几年里').waitFor();
    expect(await form.getByLabel('内容').inputValue()).toBe('新院区启用');
    await form.getByLabel('内容').fill('数'.repeat(201));
    await form.getByRole('button', { name: '加上' }).click();
    await form.getByText('内容有201个字，最多200个').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => form.count(), PATIENCE).toBe(0);
  });

  it.each([
    ['地区对比', '#/places?dataset=demo&i=stay-days'],
    ['任务完成', '#/progress?dataset=demo&place=lian'],
    ['地区画像', '#/profile?dataset=demo&place=lian'],
    ['多项指标', '#/places?dataset=demo&tab=heat']
  ])('is there on %s too, and what is written stands below', async (_name, route) => {
    const { page } = await openApp({ route });
    await write(page, { kind: '说明', text: '年底补报', date: '2025-01-10', author: '李四', place: '例安县' });
    await expect
      .poll(async () => (await notes(page)).join('\n'), PATIENCE)
      .toMatch(/说明 2025年1月10日.*年底补报。——李四/);
  });

  it('says why nothing can be kept', async () => {
    const { page } = await openApp({ route: '#/' });
    await page.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('denied', 'SecurityError');
      };
    });
    const address = page.url().replace(/#.*/, OVER_TIME);
    // The page opens itself anew for another dataset: told from outside to do so as well, it would do neither.
    await page.goto('about:blank');
    await page.goto(address);
    await write(page, { kind: '说明', text: '年底补报', date: '2025-01-10', author: '李四' });
    await page.getByRole('alert').getByText('浏览器不让这个网页保存数据').waitFor();
    expect(await page.getByRole('form', { name: '加说明' }).getByLabel('内容').inputValue()).toBe('年底补报');
  });
});
