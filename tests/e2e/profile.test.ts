import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { putLargeData } from './largeData';
import { cells, path, PATIENCE, query, ranking, verdict } from './reading';
import { openApp } from './support';
import { visit } from './visit';

const SMD = 'smd-standard-rate';

/** The texts of the reports don't lie beside the page here; the browser says so when a dialog asks for them. */
const NO_TEXTS = /404.*data\/sources\//;

/** The row of an indicator in 地区画像. */
function row(page: Page, indicator: string): Locator {
  return page.locator(`.profile-row[data-indicator="${indicator}"]`);
}

/** Dots of a strip from left to right: how far, and whether it is the own one. */
async function dots(strip: Locator): Promise<{ x: number; own: boolean }[]> {
  await strip.waitFor();
  const all = await strip.locator('.strip-dot').evaluateAll((list) =>
    list.map((dot) => ({
      x: Number(dot.querySelector('.strip-mark')!.getAttribute('cx')),
      own: dot.classList.contains('strip-dot--own')
    }))
  );
  return all.sort((a, b) => a.x - b.x);
}

describe('地区画像', () => {
  it('is a figure named by its finding, with large figures, tasks, indicators and sources', async () => {
    const { page } = await visit('#/profile?place=zhongfang');
    await expect.poll(() => verdict(page), PATIENCE).toMatch(/^中方县有\d+项指标、\d+项任务/);
    expect(await page.locator('figure').getAttribute('aria-label')).toBe(await verdict(page));
    const key = page.locator('.profile-figures li', { hasText: '严重精神障碍患者规范管理率' });
    expect(await key.textContent()).toMatch(/95\.39%.*4个地区中第2/);
    const tasks = page.locator('section[aria-label="任务"]');
    expect(await tasks.textContent()).toContain('免费产前筛查');
    // progress.csv: done 2,212 of 2,200.
    expect(await tasks.locator('.profile-task', { hasText: '免费产前筛查' }).first().textContent()).toMatch(
      /100\.55%.*完成2,212人，目标2,200人/
    );
    expect(await page.locator('section[aria-label="来源"]').textContent()).toMatch(/B级：.*中方县/);
  });

  it('opens on the reader’s own place, and keeps the chosen one in the address', async () => {
    const { page } = await visit('#/profile?focus=xiangshan');
    await expect.poll(() => verdict(page), PATIENCE).toMatch(/^象山县有/);
    await page.locator('.controls select').first().selectOption('baoan');
    await expect.poll(() => verdict(page), PATIENCE).toMatch(/^宝安区有/);
    expect(query(page).place).toBe('baoan');
  });

  it('shows the standing as a strip of dots, better to the right, the own one in colour', async () => {
    const { page } = await visit('#/profile?place=zhongfang');
    const strip = row(page, SMD).locator('.strip');
    // 69.4, 90.69, 95.39 (own) and 96.2 on 10…230.
    const at = (value: number) => Math.round((10 + ((value - 69.4) / (96.2 - 69.4)) * 220) * 10) / 10;
    expect(await dots(strip)).toEqual([
      { x: 10, own: false },
      { x: at(90.69), own: false },
      { x: at(95.39), own: true },
      { x: 230, own: false }
    ]);
    expect(await strip.locator('.strip-words').textContent()).toMatch(/未具名县（四川）.*69\.4%.*宝安区.*96\.2%/);
    const fill = (own: boolean) =>
      strip
        .locator(`.strip-dot${own ? '.strip-dot--own' : ':not(.strip-dot--own)'} .strip-mark`)
        .first()
        .evaluate((mark) => getComputedStyle(mark).fill);
    expect(await fill(true)).toBe('rgb(29, 79, 145)');
    expect(await fill(false)).toBe('rgb(141, 154, 170)');
  });

  it('names place and value of a dot under the pointer and under the keyboard', async () => {
    const { page, problems } = await visit('#/profile?place=zhongfang');
    problems.allow(NO_TEXTS);
    const strip = row(page, SMD).locator('.strip');
    const picture = strip.locator('svg');
    expect(await picture.getAttribute('aria-label')).toMatch(
      /^严重精神障碍患者规范管理率，4个地区中第2；从差到好：未具名县（四川）.*69\.4%、舟山市90\.69%、中方县95\.39%、宝安区96\.2%$/
    );
    await strip.locator('.strip-dot').nth(2).hover();
    expect(await strip.locator('.strip-active').textContent()).toBe('宝安区 96.2%（2020年10月31日）');
    await page.mouse.move(0, 0);
    await picture.focus();
    await page.keyboard.press('ArrowRight');
    expect(await strip.locator('.strip-active').textContent()).toBe('中方县 95.39%（2020年12月31日）');
    await page.keyboard.press('ArrowRight');
    expect(await strip.locator('.strip-active').textContent()).toBe('宝安区 96.2%（2020年10月31日）');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('dialog').textContent()).toMatch(/宝安区.*严重精神障碍患者规范管理率.*96\.2%/);
  });

  it('draws a small line where a change is known, what was worked back hollow', async () => {
    const { page } = await visit('#/profile?place=baoan');
    const change = row(page, 'smd-registered').locator('.profile-change');
    expect(await change.locator('svg').getAttribute('aria-label')).toMatch(/推算.*、2020年10月31日7,329人$/);
    expect(await change.locator('circle.spark-mark--hollow').count()).toBe(1);
    expect(await change.textContent()).toContain('（原文同比）');
    // A click anywhere in it leads to the point that lies nearest: here the last.
    const box = (await change.locator('svg').boundingBox())!;
    await change.locator('svg').click({ position: { x: box.width * 0.7, y: 1 } });
    expect(await page.getByRole('dialog').textContent()).toContain(
      '宝安区 · 严重精神障碍患者在册人数（2020年10月31日）'
    );
  });

  it('folds by theme, what compares first; all lie open on paper', async () => {
    const { page } = await visit('#/profile?place=zhongfang');
    const themes = page.locator('details[data-theme]');
    await themes.first().waitFor();
    const open = () => themes.evaluateAll((list) => list.filter((d) => (d as HTMLDetailsElement).open).length);
    const all = await themes.count();
    const compared = await page.locator('details[data-theme] > summary', { hasText: '可比' }).count();
    expect(await open()).toBe(compared);
    expect(compared).toBeLessThan(all);
    expect(await themes.first().locator('summary').first().textContent()).toContain('可比');
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    expect(await page.locator('.profile-block details:not([open])').count()).toBe(0);
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await expect.poll(open, PATIENCE).toBe(compared);
    await page.getByRole('button', { name: '全部展开' }).click();
    await expect.poll(open, PATIENCE).toBe(all);
    await page.getByRole('button', { name: '全部收起' }).click();
    await expect.poll(open, PATIENCE).toBe(0);
  });

  it('says plainly that a name is a guess or isn’t given', async () => {
    const { page, go } = await visit('#/profile?place=yongjia');
    await expect
      .poll(() => page.locator('figure .note-warning').first().textContent(), PATIENCE)
      .toMatch(/^地名是推断的/);
    await go('#/profile?place=gansu-district');
    await expect
      .poll(() => page.locator('figure .note-warning').first().textContent(), PATIENCE)
      .toMatch(/原文没有写地名/);
  });

  it('goes to an organisation and back to its county', async () => {
    const { page } = await visit('#/profile?place=zhongfang');
    await page.locator('.profile-units summary').first().click();
    await page.getByRole('link', { name: '中方县人民医院' }).click();
    await expect.poll(() => verdict(page), PATIENCE).toMatch(/^中方县人民医院有/);
    await page.locator('figure').getByRole('link', { name: '中方县', exact: true }).click();
    await expect.poll(() => verdict(page), PATIENCE).toMatch(/^中方县有/);
  });

  it('has all of it in one table, every figure a way to its source', async () => {
    const { page, problems } = await visit('#/profile?place=zhongfang');
    problems.allow(NO_TEXTS);
    await page.getByRole('button', { name: '数据表' }).click();
    const table = await cells(page, 'figure .data-table');
    const smd = table.find((r) => r[1] === '严重精神障碍患者规范管理率')!;
    expect(smd.slice(2, 6)).toEqual(['中方县', '95.39%', '2020年12月31日', '4个地区中第2']);
    expect(table.some((r) => r[0] === '任务' && r[1] === '免费产前筛查' && r[3] === '100.55%')).toBe(true);
    await row(page, SMD).getByRole('button', { name: '95.39%' }).click();
    expect(await page.getByRole('dialog').textContent()).toMatch(/原文写作95\.39%/);
  });

  it('leads from an indicator to its comparison, the place kept in colour', async () => {
    const { page } = await visit('#/profile?place=zhongfang');
    await row(page, SMD).getByRole('link').click();
    await expect.poll(() => verdict(page), PATIENCE).toMatch(/^中方县严重精神障碍患者规范管理率95\.39%/);
    // The indicator is the one that the screen opens on, so that the address needn't name it.
    expect(query(page)).toEqual({ focus: 'zhongfang' });
  });
});

describe('口径卡', () => {
  const card = (page: Page) => page.getByRole('region', { name: '口径卡' });

  it('lies one click from a row of a profile, and leads to the other 口径', async () => {
    const { page } = await visit('#/profile?place=zhongfang');
    await row(page, SMD).getByRole('button', { name: '严重精神障碍患者规范管理率的口径' }).click();
    const text = (await card(page).textContent())!;
    expect(text).toMatch(/定义.*分子.*分母.*单位%（比率，.*方向越高越好.*口径组严重精神障碍患者管理·规范管理率/);
    expect(text).toMatch(/填报.*宝安区（2020年10月31日）/);
    await card(page).getByRole('button', { name: '严重精神障碍患者管理率' }).click();
    await expect.poll(() => path(page), PATIENCE).toBe('/places');
    expect(query(page).i).toBe('smd-managed-rate');
  });

  it.each(['#/places?i=smd-standard-rate', '#/periods'])('lies one click from %s', async (route) => {
    const { page } = await visit(route);
    await page.locator('.figure-actions').getByRole('button', { name: '口径' }).click();
    expect(await card(page).textContent()).toMatch(/定义.*填报/);
  });

  it('lies one click from a row of the heat table, and gives the focus back', async () => {
    const { page } = await visit('#/places?tab=heat');
    const ask = page.getByRole('button', { name: '严重精神障碍患者规范管理率的口径' });
    await ask.click();
    expect(await card(page).textContent()).toContain('越高越好');
    await page.keyboard.press('Escape');
    expect(await card(page).count()).toBe(0);
    expect(await ask.evaluate((button) => button === document.activeElement)).toBe(true);
  });
});

describe('按人口折算', () => {
  it('is off at first; on, it names the places without a population', async () => {
    const { page } = await visit('#/places?i=fd-signed');
    await expect
      .poll(() => ranking(page), PATIENCE)
      .toEqual(expect.arrayContaining([expect.stringMatching(/^株洲市/)]));
    await page.getByText(/^更多/).click();
    await page.getByLabel('按人口折算').check();
    // 869,000 people ÷ 342 times 10,000.
    await expect.poll(() => ranking(page), PATIENCE).toEqual([expect.stringMatching(/^宝安区.* 2,540\.94$/)]);
    expect(await verdict(page)).toBe('家庭医生签约人数：3个有数的地区中只有宝安区有人口数可折算，2,540.94人/万人');
    expect(await page.locator('.note-warning').first().textContent()).toContain(
      '株洲市、宜兴市有这项数，但无人口数，不能折算'
    );
    expect(await page.locator('.figure-subtitle').textContent()).toMatch(/按人口折算 · 单位：人\/万人/);
    expect(query(page).head).toBe('1');
    await page.getByRole('button', { name: '出处' }).click();
    expect(await page.locator('.source-table').textContent()).toContain('常住人口（2020年10月31日）');
  });
});

it('shows fifty of hundreds of indicators, the others under their count', async () => {
  const { page } = await openApp({
    route: '#/profile?place=p7',
    edit: (folder) => putLargeData(folder, { places: 100, indicators: 240, tasks: 1 })
  });
  const rows = page.locator('.profile-block[aria-label="指标"] .profile-row');
  await rows.first().waitFor();
  expect(await page.locator('.profile-rest > summary').textContent()).toBe('另有190项');
  await expect.poll(() => rows.filter({ visible: true }).count(), PATIENCE).toBe(50);
  await page.locator('.profile-rest > summary').click();
  await expect.poll(() => rows.filter({ visible: true }).count(), PATIENCE).toBe(240);
});
