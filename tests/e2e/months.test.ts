import { describe, expect, it } from 'vitest';
import { cells, chartWords, field, marks, PATIENCE, query, verdict } from './reading';
import { visit } from './visit';

/** Cervical screening of 例川县 in the demonstration data, reported every month of 2024. */
const TASK = '#/progress?dataset=demo&place=lichuan&unit=lichuan&programme=cervical';

describe('任务逐月', () => {
  it('is one click from the sources of a bar: own course, 序时, the year before', async () => {
    const { page } = await visit(TASK);
    await (await marks(page, { text: '宫颈癌筛查' })).first().click();
    await page.locator('.source-note').getByRole('link', { name: '逐月怎么走到这里' }).first().click();
    await expect.poll(() => query(page).tab, PATIENCE).toBe('months');
    await expect
      .poll(() => verdict(page), PATIENCE)
      .toBe('例川县宫颈癌筛查完成77.25%，比序时慢22.8个百分点，比上年同期低21.0个百分点');
    expect(await chartWords(page)).toEqual(
      expect.arrayContaining(['目标100%', '1月', '12月', '完成', '77.25%', '■滞后', '序时', '2023年', '98.28%'])
    );
    await page.getByText('不画推算：已到期，不推算。').waitFor();
    await page.getByRole('button', { name: '数据表' }).click();
    const rows = await cells(page, '.data-table');
    expect(rows).toHaveLength(13);
    expect(rows[12]!.slice(0, 3)).toEqual(['2024年12月31日', expect.stringMatching(/^■ ?滞后$/), '3,592人']);
  });

  it('is stepped through month by month; before the end of the year it ends in a range', async () => {
    const { page } = await visit(`${TASK}&period=2024&tab=months`);
    await expect.poll(() => verdict(page), PATIENCE).toContain('77.25%');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => query(page).reported, PATIENCE).toBe('2024-10');
    await expect.poll(() => verdict(page), PATIENCE).toMatch(/；推算年底完成[\d.]+%—[\d.]+%$/);
    expect(await chartWords(page)).toEqual(expect.arrayContaining(['推算最高', '推算最低']));
    await page.getByText(/^推算年底＝已完成/).waitFor();
    await field(page, '任务').selectOption('fd-sign');
    await expect.poll(() => verdict(page), PATIENCE).toContain('例川县家庭医生新增签约');
    await page.getByRole('button', { name: '看全部任务' }).click();
    await expect.poll(() => query(page), PATIENCE).toEqual({ dataset: 'demo', place: 'lichuan' });
  });
});
