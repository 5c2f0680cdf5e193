import { describe, expect, it } from 'vitest';
import { putLargeData } from './largeData';
import { cells, chartWords, field, marks, openMore, PATIENCE, query, stillChart, verdict } from './reading';
import { openApp } from './support';
import { visit } from './visit';

describe('小图', () => {
  it('shows each place on one axis, with the own one behind them, and leads to the whole chart of one', async () => {
    const { page } = await visit('#/periods?dataset=demo&i=htn-standard&focus=lichuan');
    await page.getByRole('tab', { name: '小图' }).click();
    await expect
      .poll(() => verdict(page), PATIENCE)
      .toBe(
        '例川县高血压患者规范管理率比2023年1月31日上升7.64个百分点；12个地区都好转，拟南区好转最多（口径有变，分段看）'
      );
    expect(query(page)).toMatchObject({ tab: 'facets', i: 'htn-standard' });
    const words = await chartWords(page);
    expect(words).toEqual(expect.arrayContaining(['拟西区', '84.24', '例泽县', '76.95', '口径调整', '2024年12月31日']));
    expect(words.indexOf('拟西区')).toBeLessThan(words.indexOf('例泽县'));
    // Every number of the table stands beside that of the own place.
    await page.getByRole('button', { name: '数据表' }).click();
    const rows = await cells(page, '.data-table');
    expect(rows[0]!.slice(0, 4)).toEqual(['地区', '时期', '数值（%）', '例川县']);
    expect(rows[1]!.slice(0, 4)).toEqual(['拟西区', '2023年1月31日', '79.02%', '71.03%']);
    await page.locator('.change-links').getByRole('button', { name: '拟西区' }).click();
    await expect.poll(() => query(page), PATIENCE).toMatchObject({ i: 'htn-standard', p: 'nixi' });
    expect(query(page)).not.toHaveProperty('tab');
  });

  it('leads from a name to where its numbers stand, and by keys from number to number', async () => {
    const { page } = await visit('#/periods?dataset=demo&tab=facets&i=htn-standard');
    await stillChart(page);
    await (await marks(page, { text: '拟西区' })).click();
    await page.locator('.source-note').waitFor();
    expect(await page.locator('.source-note').innerText()).toContain('拟西区');
    await page.keyboard.press('Escape');
    await page.locator('.chart').first().focus();
    for (let i = 0; i < 2; i += 1) await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.locator('.chart-tip').innerText(), PATIENCE).toContain('拟西区 78.98%');
  });

  it('shows the indicators of one place, those that got worse first', async () => {
    const { page } = await visit('#/periods?dataset=demo&tab=facets&focus=lichuan');
    await field(page, '每图').selectOption('一项指标');
    await expect
      .poll(() => verdict(page), PATIENCE)
      .toBe('例川县33项分好坏的指标中23项好转、8项变差、2项持平，另10项不评价好坏');
    expect((await chartWords(page)).includes('基层诊疗人次占比')).toBe(true);
    expect(query(page)).toMatchObject({ by: 'indicators' });
    await page.getByRole('button', { name: '下一页' }).click();
    await expect
      .poll(() => page.locator('.change-links button').first().innerText(), PATIENCE)
      .not.toBe('基层诊疗人次占比');
    await field(page, '地区').selectOption('nidong');
    await expect.poll(() => verdict(page), PATIENCE).toContain('拟东区');
    expect(await page.locator('.pager').innerText()).toContain('第 1 页');
  });

  it('says which length of period an address asks for in vain', async () => {
    const { page } = await visit('#/periods?dataset=demo&tab=facets&i=htn-standard&span=全年');
    await page.getByText('这项指标没有地址里的时期长短“全年”，已改用默认。').waitFor();
  });

  it('turns the pages of very many places, and draws those that are chosen', async () => {
    const { page } = await openApp({
      route: '#/periods?tab=facets&i=i1&focus=p7',
      edit: (folder) => putLargeData(folder, { places: 134, indicators: 2, tasks: 0, years: 4 })
    });
    await stillChart(page);
    expect(await page.locator('.pager').innerText()).toContain('共 12 页（134条）');
    const first = await page.locator('.change-links').innerText();
    await page.getByRole('button', { name: '下一页' }).click();
    await expect.poll(() => page.locator('.change-links').innerText(), PATIENCE).not.toBe(first);
    await openMore(page);
    await page.getByRole('group', { name: '画哪些地区' }).getByRole('button').nth(1).click();
    await expect.poll(() => page.locator('.pager').count(), PATIENCE).toBe(0);
    expect(query(page).p).toBeTruthy();
  });
});
