import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { palette } from '../../src/charts/theme';
import { cells, chartWords, PATIENCE, query, stillChart, verdict } from './reading';
import { visit } from './visit';

describe('为什么变了', () => {
  it('is asked on 时期对比, and answered by the units, in chart and table', async () => {
    const { page } = await visit('#/periods?dataset=demo&i=outpatient&p=nizhou');
    await page.getByRole('button', { name: '拟州市为什么变了' }).click();
    await expect
      .poll(() => verdict(page), PATIENCE)
      .toBe(
        '拟州市2024年12月门急诊总人次比上年同期增加5,118人次：12个地区中9个增加、3个减少，增加最多的是例川县（+8,028）'
      );
    expect(query(page)).toMatchObject({ tab: 'why', i: 'outpatient', place: 'nizhou' });
    expect(await chartWords(page)).toEqual(
      expect.arrayContaining(['2,773,404人次', '+8,028', '−12,598', '2,778,522人次（+5,118）'])
    );
    // Every step leads to its two figures, and all of them add up to the change.
    await page.getByRole('button', { name: '数据表' }).click();
    const rows = (await cells(page, '.data-table')).slice(1);
    const shares = rows.map((row) => Number(row[3]!.replace('−', '-').replace(/[+,]/g, '')));
    expect(shares.slice(0, 12).reduce((sum, one) => sum + one, 0)).toBe(5118);
    expect(rows[12]!.slice(0, 4)).toEqual(['拟州市（合计）', '2,773,404人次', '2,778,522人次', '+5,118']);
    await page.locator('.data-table').getByRole('button', { name: '+8,028' }).click();
    await page.locator('.source-note').waitFor();
    expect(await page.locator('.source-note').innerText()).toContain('2023年12月');
  });

  it('says plainly what can’t be split, and leads back', async () => {
    const { page } = await visit('#/periods?dataset=demo&tab=why&i=inpatient-cost&place=nizhou');
    await page.getByText('平均数和率不能相加，各单位没有写明分子、分母，拆不到各单位。', { exact: true }).waitFor();
    expect(await page.locator('.chart').count()).toBe(0);
    await page.getByRole('button', { name: '看逐期变化' }).click();
    await expect.poll(() => query(page), PATIENCE).toEqual({ dataset: 'demo', i: 'inpatient-cost' });
  });
});

describe('为什么', () => {
  it('is one click from a change of 多项指标, and from the figure of a place on 地区对比', async () => {
    const { page, go } = await visit('#/periods?dataset=demo&tab=changes&place=nizhou');
    await stillChart(page);
    await page.getByRole('button', { name: '数据表' }).click();
    await page.locator('.data-table tr', { hasText: '罚没款金额' }).locator('td button').first().click();
    await page.locator('.source-note').getByRole('link', { name: '为什么变了' }).first().click();
    await expect.poll(() => verdict(page), PATIENCE).toMatch(/^拟州市2024年12月罚没款金额比上年同期.+个地区都增加/);
    // A place without units of its own has nothing to be split into.
    await go('#/places?dataset=demo&i=fines&p=lihu,lixi');
    await stillChart(page);
    await page.getByRole('button', { name: '数据表' }).click();
    await page.locator('.data-table td button').first().click();
    const links = page.locator('.source-note .source-chart').first().getByRole('link');
    await expect.poll(() => links.allTextContents(), PATIENCE).toEqual(['看这个数所在的图']);
  });

  it('is put into a deck from the editor, of a change and of a task', async () => {
    const { page } = await visit('#/present?dataset=demo&role=edit');
    await page.getByRole('button', { name: '新建' }).click();
    await page.getByRole('button', { name: '图…' }).click();
    for (const name of ['为什么变了：拟州市门急诊总人次', '为什么慢：宫颈癌筛查']) {
      await page.getByRole('textbox', { name: '找图' }).fill(name);
      await page.getByRole('button', { name, exact: true }).click();
    }
    const slides = page.locator('.deck-slide');
    await expect.poll(() => slides.count(), PATIENCE).toBe(2);
    await page.getByRole('button', { name: '开始演示' }).click();
    await page.locator('.wall .slide-title').waitFor();
    await page.keyboard.press('Home');
    await expect
      .poll(() => page.locator('.wall .slide-title').textContent(), PATIENCE)
      .toContain('拟州市2024年12月门急诊总人次比上年同期增加5,118人次');
    await page.keyboard.press('End');
    await expect.poll(() => page.locator('.wall .slide-title').textContent(), PATIENCE).toContain('落后最多的是');
  });
});

describe('from a red light to its lines in the report', () => {
  it('are three clicks: its units, the months of one, the report of a month', async () => {
    const { page } = await visit('#/?dataset=demo');
    const red = page.locator('.overview-end').filter({ hasText: '谁落后' }).locator('a').first();
    await expect.poll(() => red.textContent(), PATIENCE).toMatch(/^■/);
    const [at, task] = (await red.textContent())!.replace(/^■\s*/, '').split('　') as [string, string];
    // One: the units that it lies with, its own among them.
    await red.click();
    await expect.poll(() => verdict(page), PATIENCE).toMatch(new RegExp(`^拟州市2024年${task}完成.+落后最多的是`));
    expect(await chartWords(page)).toEqual(expect.arrayContaining([at, '序时应完成', '完成']));
    // Two: the months of the unit.
    await page.locator('.change-links').getByRole('button', { name: at }).click();
    await expect.poll(() => verdict(page), PATIENCE).toContain(`${at}${task}完成`);
    // Three: what the report of a month says.
    await monthMark(page);
    await page.locator('.source-note .source-written').first().waitFor();
    expect(await page.locator('.source-note').innerText()).toContain(task);
  });

  it('begin on 任务完成 as well, at a red bar', async () => {
    const { page } = await visit('#/progress?dataset=demo&place=lichuan');
    await page.locator('.change-links').getByRole('button', { name: '例川县宫颈癌筛查' }).click();
    await expect
      .poll(() => query(page), PATIENCE)
      .toMatchObject({ tab: 'why', programme: 'cervical', place: 'lichuan' });
    await expect.poll(() => verdict(page), PATIENCE).toContain('落后最多的是');
    await page.getByLabel('差距').selectOption('target');
    await expect.poll(() => verdict(page), PATIENCE).toContain('比目标少');
  });
});

/** A click on a point of the line. */
async function monthMark(page: Page): Promise<void> {
  const svg = await stillChart(page);
  await svg.locator(`path[fill="${palette.accent}"]`).first().click();
}
