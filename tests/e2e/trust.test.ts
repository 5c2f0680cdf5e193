import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { palette } from '../../src/charts/theme';
import { marks, painted, PATIENCE } from './reading';
import { openApp, openOldApp } from './support';
import { visit } from './visit';

const ZHOUSHAN = '001_803259049ffd0e78.txt';
const XIANGSHAN = '000_5a4611c6fa10d0bb.txt';

/** Puts a made-up text beside the page: `第n行` on every line but those given. */
function putText(
  folder: string,
  file: string,
  lines: Readonly<Record<number, string>>,
  encode = (text: string): Buffer => Buffer.from(text)
): void {
  mkdirSync(join(folder, 'data/sources'), { recursive: true });
  const text = Array.from({ length: 700 }, (_, i) => lines[i + 1] ?? `第${i + 1}行`).join('\r\n');
  writeFileSync(join(folder, 'data/sources', file), encode(text));
}

const note = (page: Page) => page.locator('.source-note');
/** The dialog opens after the click, not within it. */
async function titles(page: Page): Promise<string[]> {
  await page.locator('.source-note h3').first().waitFor();
  return page.locator('.source-note h3').allTextContents();
}

/** The dialog as `term：words`. */
async function facts(page: Page): Promise<string[]> {
  await note(page).waitFor();
  return page
    .locator('.source-note .source-entry')
    .first()
    .locator('dt')
    .evaluateAll((terms) =>
      terms.map((term) => `${term.textContent}：${term.nextElementSibling?.textContent?.trim()}`)
    );
}

/** Listens for one event of each kind; the answer gives what came, and where. */
async function hear(page: Page, kinds: readonly string[]): Promise<() => Promise<unknown>> {
  await page.evaluate((all) => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    for (const kind of all)
      window.addEventListener(kind, (event) => heard.push(`${kind} ${(event.target as Element).tagName}`), {
        capture: true,
        once: true
      });
  }, kinds);
  return () => page.evaluate('window.heard');
}

describe('出处 in one click', () => {
  it('from a bar: report, grade, section, line and the figure as written', async () => {
    const { page } = await visit('#/places?i=smd-standard-rate&focus=zhoushan');
    await (await marks(page, palette.accent)).first().click();
    expect(await titles(page)).toEqual(['舟山市 · 严重精神障碍患者规范管理率（2019年6月30日）']);
    expect(await facts(page)).toEqual([
      '原文写作：90.69%',
      '报告：2019年上半年工作总结和下半年工作思路',
      '等级：A级：发布单位官网原文',
      '章节：一(四)1重大疾病防控',
      `行：第55行打开原文 ${ZHOUSHAN}`
    ]);
    await page.keyboard.press('Escape');
    await note(page).waitFor({ state: 'detached' });
  });

  it('from a name beside a bar, and says why a place is called so', async () => {
    const { page } = await visit('#/places?i=smd-standard-rate');
    await (await marks(page, { text: '未具名县（四川）' })).click();
    expect(await titles(page)).toEqual(['未具名县（四川）〔推断〕 · 严重精神障碍患者规范管理率（2016年6月30日）']);
    expect(await page.locator('.source-note .note-warning').first().textContent()).toMatch(/^地名是推断的：/);
  });

  it('from a bar that is pressed before the page could paint it lighter, and let go after', async () => {
    const { page } = await visit('#/progress?place=xiangshan');
    const box = (await (await marks(page, palette.accent)).first().boundingBox())!;
    const heard = await hear(page, ['mousedown', 'mouseup', 'click']);
    await Promise.all([page.mouse.move(box.x + box.width / 2, box.y + box.height / 2), page.mouse.down()]);
    await painted(page);
    await page.mouse.up();
    expect(await heard()).toEqual(['mousedown path', 'mouseup path', 'click path']);
    expect(await titles(page)).toEqual(['象山县 · 结直肠癌筛查·结肠镜检查（2020年）']);
  });

  it('from a bar of a task and from its figures', async () => {
    const { page } = await visit('#/progress?place=xiangshan');
    await (await marks(page, palette.accent)).first().click();
    expect(await titles(page)).toEqual(['象山县 · 结直肠癌筛查·结肠镜检查（2020年）']);
    await page.getByRole('button', { name: '关闭' }).click();
    await (await marks(page, { text: '2,707' })).click();
    expect(await titles(page)).toEqual(['象山县 · 结直肠癌筛查·结肠镜检查（2020年）']);
    expect(await facts(page)).toContain('原文写作：2707例 / 67.68%');
  });

  it('goes away with the figure that it is about, when the reader goes back', async () => {
    const { page, go } = await visit('#/places');
    await go('#/progress?place=xiangshan');
    await (await marks(page, { text: '2,707' })).click();
    await titles(page);
    await page.goBack();
    await note(page).waitFor({ state: 'detached' });
    expect(page.url()).toContain('#/places');
  });

  it('from a point of a line, with the change that the report states', async () => {
    const { page } = await visit('#/periods?i=smd-registered');
    await (await marks(page, palette.accent)).last().click();
    expect(await titles(page)).toEqual([
      '宝安区 · 严重精神障碍患者在册人数（2020年10月31日）',
      '宝安区 · 严重精神障碍患者在册人数（2020年10月31日）',
      '宝安区 · 严重精神障碍患者在册人数（2020年10月31日，增长0.5%）'
    ]);
  });

  it('from a number of 数据表, of the heat table, of 出处 and of 同比', async () => {
    const { page, go } = await visit('#/places?i=smd-standard-rate');
    await page.getByRole('button', { name: '数据表' }).click();
    await page.locator('.data-table').getByRole('button', { name: '90.69%' }).click();
    expect((await facts(page))[0]).toBe('原文写作：90.69%');
    await page.keyboard.press('Escape');
    await page.locator('.figure-actions').getByRole('button', { name: '出处' }).click();
    await page.locator('.source-table').getByRole('button', { name: '55', exact: true }).click();
    expect((await facts(page))[0]).toBe('原文写作：90.69%');
    await page.keyboard.press('Escape');
    await go('#/places?tab=heat');
    await page
      .locator('.heat')
      .getByRole('button', { name: /^90.69%/ })
      .click();
    expect((await facts(page))[0]).toBe('原文写作：90.69%');
    await page.keyboard.press('Escape');
    await go('#/periods?i=deliveries');
    await page.locator('.change-table .figure-button').nth(1).click();
    expect(await page.locator('.source-note dd').filter({ hasText: '原文同比' }).count()).toBe(1);
  });

  it('gives the focus back to the number that was asked', async () => {
    const { page } = await visit('#/places?i=smd-standard-rate');
    await page.getByRole('button', { name: '数据表' }).click();
    const figure = page.locator('.data-table').getByRole('button', { name: '90.69%' });
    await figure.focus();
    await page.keyboard.press('Enter');
    await note(page).waitFor();
    await page.keyboard.press('Escape');
    await note(page).waitFor({ state: 'detached' });
    expect(await figure.evaluate((element) => element === document.activeElement)).toBe(true);
  });
});

describe('the text beside the page', () => {
  const line = '患者管理率<b onclick="alert(1)">190.69%</b>，规范管理率90.69%，比上年高。';

  it('opens at the line, the figure marked, everything as text', async () => {
    const { page } = await openApp({
      route: '#/data?i=smd-standard-rate&place=zhoushan',
      edit: (folder) => putText(folder, ZHOUSHAN, { 55: line })
    });
    await page.locator('.row-table--observations tbody tr').click();
    await page.locator('.excerpt mark').waitFor();
    expect(await page.locator('.excerpt-line--wanted').textContent()).toBe(`55${line}`);
    expect(await page.locator('.excerpt mark').allTextContents()).toEqual(['90.69%']);
    expect(await page.locator('.excerpt-line').allTextContents()).toEqual([
      '53第53行',
      '54第54行',
      `55${line}`,
      '56第56行',
      '57第57行'
    ]);
    expect(await page.locator('.source-note b').count()).toBe(0);
    await page.getByRole('button', { name: '前后各多看10行' }).click();
    await expect.poll(() => page.locator('.excerpt-line').count(), PATIENCE).toBe(25);
    await expect(page.locator('.excerpt mark').isVisible()).resolves.toBe(true);
  });

  it('shows a figure deep in a long line without a further step', async () => {
    const long = `${'很长的一段。'.repeat(400)}规范管理率90.69%${'。还有很多。'.repeat(200)}`;
    const { page } = await openApp({
      viewport: { width: 390, height: 844 },
      route: '#/places?i=smd-standard-rate&focus=zhoushan',
      edit: (folder) => putText(folder, ZHOUSHAN, { 55: long })
    });
    await (await marks(page, palette.accent)).first().click();
    await expect
      .poll(
        () =>
          page.locator('.excerpt mark').evaluate((mark) => {
            const box = mark.getBoundingClientRect();
            return document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2) === mark;
          }),
        PATIENCE
      )
      .toBe(true);
  });

  it('says so where the figure isn’t on its line, or the line isn’t there', async () => {
    const { page, folder } = await openApp({
      route: '#/data?i=smd-standard-rate&place=zhoushan',
      edit: (copy) => putText(copy, ZHOUSHAN, {})
    });
    await page.locator('.row-table--observations tbody tr').click();
    await page.getByText('第55行里没有找到“90.69%”，原文文件可能不是抄录时的那一份。').waitFor();
    writeFileSync(join(folder, 'data/sources', ZHOUSHAN), '只有一行');
    await page.reload();
    await page.locator('.row-table--observations tbody tr').click();
    await page.getByText('这个原文文件只有1行，没有第55行').waitFor();
  });

  it('is named with what to do where it is absent, and is asked for only by a click', async () => {
    const { page, problems } = await visit('#/places?i=smd-standard-rate&focus=zhoushan');
    const bar = (await marks(page, palette.accent)).first();
    expect(problems.all()).toEqual([]);
    await bar.click();
    await page
      .getByText(`网页旁边没有这份原文。请网管把它放到 data/sources/${ZHOUSHAN}，这里就能看到这一行；`)
      .waitFor();
    // What is asked for is there, if only to say what belongs there: nothing for the console to complain of.
    expect(problems.all()).toEqual([]);
    const place = await page.request.get(
      await page.getByRole('link', { name: `打开原文 ${ZHOUSHAN}` }).evaluate((link: HTMLAnchorElement) => link.href)
    );
    expect(await place.text()).toMatch(/^\uFEFF（这里应放原文）/);
  });

  it('is read by double click where the build had it', async () => {
    const { page } = await openApp({
      via: 'file',
      prefix: '/共享 盘/看板/',
      route: '#/places?i=smd-standard-rate&focus=zhoushan',
      edit: (folder) => putText(folder, ZHOUSHAN, { 55: line })
    });
    await (await marks(page, palette.accent)).first().click();
    await page.locator('.excerpt mark').waitFor();
    expect(await page.locator('.excerpt mark').allTextContents()).toEqual(['90.69%']);
  });

  it('put there later can’t be read by double click: the page says why, and the reader may pick it', async () => {
    const { page, folder } = await openApp({
      via: 'file',
      prefix: '/共享 盘/看板/',
      route: '#/places?i=smd-standard-rate&focus=zhoushan',
      edit: () => undefined
    });
    putText(folder, ZHOUSHAN, { 55: line });
    await (await marks(page, palette.accent)).first().click();
    await page.getByText('双击打开的网页，浏览器不许它自己读旁边的文件。').waitFor();
    expect(
      await page
        .getByRole('link', { name: `打开原文 ${ZHOUSHAN}` })
        .evaluate((link: HTMLAnchorElement) => decodeURIComponent(link.href))
    ).toMatch(new RegExp(`/共享 盘/看板/data/sources/${ZHOUSHAN}$`));
    await page.locator('.source-pick input').setInputFiles(join(folder, 'data/sources', ZHOUSHAN));
    await page.locator('.excerpt mark').waitFor();
    expect(await page.locator('.excerpt-line--wanted').textContent()).toBe(`55${line}`);
    // Kept for the next figure of the same report.
    await page.keyboard.press('Escape');
    await (await marks(page, { text: '舟山市' })).click();
    await page.locator('.excerpt mark').waitFor();
  });
});

describe('in Chromium 83', () => {
  it('rows scroll, the dialog opens at the line', async () => {
    const { page } = await openOldApp(83, {
      route: '#/data?tab=progress&place=xiangshan&q=结肠镜',
      edit: (folder) => putText(folder, XIANGSHAN, { 615: '结肠镜2707例，完成67.68%。' })
    });
    await page.waitFor(`document.querySelectorAll('.row-table--progress tbody tr').length > 0`);
    await page.evaluate(
      `[...document.querySelectorAll('.row-table--progress tbody tr')].find((row) => /67.68/.test(row.textContent)).click()`
    );
    await page.waitFor(`document.querySelectorAll('.excerpt mark').length === 2`);
    expect(
      await page.evaluate(`[...document.querySelectorAll('.excerpt mark')].map((m) => m.textContent).join()`)
    ).toBe('2707例,67.68%');
    await page.evaluate(`document.querySelector('.source-note-head button').click()`);
    await page.waitFor(`!document.querySelector('.source-note')`);
    await page.evaluate(`location.hash = '#/data'`);
    await page.waitFor(`document.querySelectorAll('.row-table--observations tbody tr').length > 10`);
    await page.evaluate(`document.querySelector('.row-box').scrollTop = 20000`);
    await page.waitFor(
      `Number(document.querySelector('.row-table--observations tbody tr').getAttribute('aria-rowindex')) > 400`
    );
    const gap = await page.evaluate<number>(
      `document.querySelector('.row-table thead th').getBoundingClientRect().top - document.querySelector('.row-box').getBoundingClientRect().top`
    );
    expect(Math.abs(gap)).toBeLessThan(2);
  });
});
