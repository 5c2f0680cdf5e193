import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PATIENCE, query, stillChart } from './reading';
import { openApp } from './support';
import { deckOfThree, said, titles } from './deckSteps';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe('a deck', () => {
  it('is built from three screens, and shown', async () => {
    const { page, go } = await openApp();
    await deckOfThree(page, go);
    const built = await titles(page);
    expect(built[0]).toMatch(/^严重精神障碍患者规范管理率/);
    expect(built[1]).toMatch(/^宝安区分娩量45,162人/);
    expect(built[2]).toMatch(/^3家单位合计比象山县自报多275例；象山县结直肠癌筛查·结肠镜检查完成67\.68%/);
    // What the screen warns of goes along for the presenter.
    expect(await page.locator('.deck-slide textarea').first().inputValue()).toContain('注意：各地时期不同');
    await page.getByRole('textbox', { name: '标题' }).first().fill('规范管理率谁高谁低');
    await page.keyboard.press('Tab');
    await expect.poll(async () => (await titles(page))[0], PATIENCE).toBe('规范管理率谁高谁低');
    await page
      .locator('.deck-slide')
      .first()
      .click({ position: { x: 10, y: 10 } });
    await page.getByRole('button', { name: '开始演示' }).click();
    const shown = () => page.locator('.slide-title').textContent();
    await expect.poll(shown, PATIENCE).toBe('规范管理率谁高谁低');
    await page.keyboard.press('PageDown');
    await expect.poll(shown, PATIENCE).toBe(built[1]);
    await page.keyboard.press('PageDown');
    await expect.poll(shown, PATIENCE).toBe(built[2]);
    await page.keyboard.press('PageUp');
    await expect.poll(shown, PATIENCE).toBe(built[1]);
    await page.keyboard.press('.');
    await page.getByRole('img', { name: '黑屏' }).waitFor();
    await page.keyboard.press('.');
    await page.keyboard.press('Escape');
    await expect.poll(() => titles(page), PATIENCE).toHaveLength(3);
  });

  it('is put in order by buttons, by keys and by dragging; every change can be taken back', async () => {
    // Tall, so that nothing scrolls away under the dragged slide.
    const { page, go } = await openApp({ viewport: { width: 1280, height: 1400 } });
    await deckOfThree(page, go);
    const [a, b, c] = (await titles(page)) as [string, string, string];
    const becomes = (order: string[]) => expect.poll(() => titles(page), PATIENCE).toEqual(order);
    await page.getByRole('button', { name: '第1张下移' }).click();
    await becomes([b, a, c]);
    await page.getByRole('textbox', { name: '标题' }).nth(2).focus();
    await page.keyboard.press('Alt+ArrowUp');
    await page.keyboard.press('Alt+ArrowUp');
    await becomes([c, b, a]);
    await page.locator('.deck-grip').nth(2).dragTo(page.locator('.deck-grip').first());
    await becomes([a, c, b]);
    await page.getByRole('button', { name: '复制第2张' }).click();
    await becomes([a, c, c, b]);
    await page.getByRole('button', { name: '删除第1张' }).click();
    await becomes([c, c, b]);
    const undo = page.getByRole('button', { name: '撤销' });
    await undo.click();
    await becomes([a, c, c, b]);
    await undo.click();
    await undo.click();
    await becomes([c, b, a]);
    await page.getByRole('button', { name: '重做' }).click();
    await becomes([a, c, b]);
    await page.reload();
    await becomes([a, c, b]);
  });

  it('keeps a time and notes for each slide, and several decks apart', async () => {
    const { page, go } = await openApp();
    await deckOfThree(page, go);
    await page.getByRole('textbox', { name: '停留秒数' }).nth(1).fill('45');
    await page.getByRole('textbox', { name: '讲稿' }).nth(1).fill('先说口径\n再说高低');
    await page.keyboard.press('Tab');
    await page.getByRole('textbox', { name: '停留秒数' }).nth(2).fill('abc');
    await page.keyboard.press('Tab');
    await expect.poll(() => page.getByRole('textbox', { name: '停留秒数' }).nth(2).inputValue(), PATIENCE).toBe('');
    await page.getByRole('button', { name: '新建' }).click();
    await page.getByText('还没有幻灯片').waitFor();
    await page.getByRole('textbox', { name: '名称' }).fill('十一月例会');
    await page.keyboard.press('Tab');
    await go('#/progress');
    await page.getByRole('button', { name: '加入演示' }).first().click();
    await expect.poll(() => said(page), PATIENCE).toContain('已加入“十一月例会”，第1张。');
    await go('#/present?deck=d1&role=edit');
    await expect.poll(() => page.getByRole('textbox', { name: '停留秒数' }).nth(1).inputValue(), PATIENCE).toBe('45');
    expect(await page.getByRole('textbox', { name: '讲稿' }).nth(1).inputValue()).toBe('先说口径\n再说高低');
    const names = await page.getByRole('combobox', { name: '演示稿' }).locator('option').allTextContents();
    expect(names).toEqual([
      '月度例会（象山县2020年10月）（5张）',
      '地区对比（6张）',
      '我的演示稿（3张）',
      '十一月例会（1张）'
    ]);
  });

  it('leaves the browser as a .json file and comes back; a bad slide is named, the others are kept', async () => {
    const { page, go } = await openApp();
    await deckOfThree(page, go);
    const before = await titles(page);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出', exact: true }).click()
    ]);
    expect(download.suggestedFilename()).toBe('我的演示稿.json');
    const saved = JSON.parse(readFileSync(await download.path(), 'utf8')) as { slides: { address: string }[] };
    expect(saved.slides).toHaveLength(3);
    saved.slides.splice(1, 0, { address: '/places?i=nonsense' }, { address: 'javascript:alert(1)' });
    const file = join(tmpdir(), `deck-${process.pid}.json`);
    writeFileSync(file, JSON.stringify(saved));
    await page.getByLabel('导入演示稿文件').setInputFiles(file);
    await page.getByText('已导入“我的演示稿”，3张。').waitFor();
    expect(await page.locator('.note-problem p').allTextContents()).toEqual([
      '已导入“我的演示稿”，3张。',
      '第2张：没有导入，因为地址里的指标“nonsense”不在数据中。',
      '第3张：地址“javascript:alert(1)”不是看板的页面，没有导入。'
    ]);
    expect(await titles(page)).toEqual(before);
    expect(query(page).deck).toMatch(/^d2-/);
    writeFileSync(file, '<html>');
    await page.getByLabel('导入演示稿文件').setInputFiles(file);
    await page.getByText('这个文件不是完整的 JSON，读不出演示稿。').waitFor();
  });

  it('shows the text of a title and of notes as text', async () => {
    const evil = '<img src=x onerror=alert(1)>';
    const { page, go } = await openApp();
    await deckOfThree(page, go);
    await page.getByRole('textbox', { name: '标题' }).first().fill(evil);
    await page.getByRole('textbox', { name: '讲稿' }).first().fill(evil);
    await page.keyboard.press('Tab');
    await go('#/present?deck=d1&role=presenter');
    await expect.poll(() => page.locator('.slide-title').first().textContent(), PATIENCE).toBe(evil);
    expect(await page.locator('.presenter-notes').textContent()).toBe(evil);
    expect(await page.locator('.presenter img').count()).toBe(0);
  });
});

describe('加入演示 where the browser keeps nothing', () => {
  it('says so', async () => {
    const { page } = await openApp({ route: '#/places?i=smd-standard-rate' });
    await page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await page.getByRole('button', { name: '加入演示' }).click();
    await expect
      .poll(() => said(page), PATIENCE)
      .toContain('浏览器不让保存，“我的演示稿”第1张关掉页面就没有了，请到演示里用“导出”存成文件。');
    await page.getByRole('button', { name: '去看' }).click();
    await page.getByText('浏览器不让保存，演示稿关掉页面就没有了。').waitFor();
    expect(await titles(page)).toHaveLength(1);
  });
});

describe('half a surrogate pair in the settings', () => {
  it('leaves no screen empty', async () => {
    const { page } = await openApp();
    await page.evaluate(() => {
      localStorage.setItem('kanban-focus', 'xiang\ud800');
      localStorage.setItem('kanban-rule', '\udfff');
    });
    await page.reload();
    await page.locator('main h1').first().waitFor({ state: 'attached' });
    await page.getByText('地址里的地区“xiang\ufffd”不在数据中').waitFor();
  });
});

describe('加入演示', () => {
  it('is on every figure of every screen, and its slide shows that figure', async () => {
    const { page, go } = await openApp();
    const routes = [
      '#/',
      '#/places',
      '#/places?tab=table',
      '#/places?tab=heat',
      '#/periods',
      '#/periods?tab=changes',
      '#/periods?tab=facets',
      '#/progress',
      '#/progress?tab=matrix',
      '#/progress?tab=plans&place=all',
      '#/progress?tab=supervise&place=all',
      '#/progress?tab=sums&place=all',
      '#/progress?tab=months',
      '#/progress?tab=why',
      '#/profile',
      '#/data?tab=missing',
      '#/data?tab=audit'
    ];
    const names: string[] = [];
    for (const [at, route] of routes.entries()) {
      await go(route);
      const figure = page
        .locator('figure[aria-label]')
        .filter({ has: page.getByRole('button', { name: '加入演示' }) })
        .first();
      await figure.getByRole('button', { name: '加入演示' }).first().click();
      await expect.poll(() => said(page), { ...PATIENCE, message: route }).toContain(`第${at + 1}张。`);
      names.push((await figure.getAttribute('aria-label'))!);
    }
    await go('#/data');
    expect(await page.getByRole('button', { name: '加入演示' }).count()).toBe(0);
    await go('#/present?deck=d1&role=edit');
    await expect.poll(() => titles(page), PATIENCE).toEqual(names);
    expect(await page.locator('.deck-slide .note-problem').count()).toBe(0);
  });
});

describe('a ready deck', () => {
  it('is changed here, and put back as it was', async () => {
    const { page } = await openApp({ route: '#/present?deck=monthly&role=edit' });
    await expect.poll(() => titles(page), PATIENCE).toHaveLength(5);
    await page.getByRole('button', { name: '删除第1张' }).click();
    await expect.poll(() => titles(page), PATIENCE).toHaveLength(4);
    await page.getByRole('button', { name: '恢复原样' }).click();
    await expect.poll(() => titles(page), PATIENCE).toHaveLength(5);
  });
});

describe('axe', () => {
  it.each([
    ['the editor', '#/present?deck=monthly&role=edit'],
    ['the wall', '#/present?deck=places'],
    ['the presenter’s window', '#/present?deck=places&role=presenter']
  ])('finds nothing serious on %s', async (_name, route) => {
    const { page } = await openApp({ route, context: { bypassCSP: true } });
    await stillChart(page);
    await page.evaluate(AXE);
    const found = await page.evaluate(async () => {
      const { axe } = window as unknown as {
        axe: { run(): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> };
      };
      return (await axe.run()).violations
        .filter((v) => /serious|critical/.test(v.impact))
        .flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.html.slice(0, 120)}`));
    });
    expect(found).toEqual([]);
  });
});
