import { describe, expect, it } from 'vitest';
import { cells, field, PATIENCE, query } from './reading';
import { visit } from './visit';

describe('交了没有', () => {
  it('tells of a month who has reported and what is missing, and keeps the month in the address', async () => {
    const { page, go } = await visit('#/data', { dataset: 'monthly' });
    await page.getByRole('tab', { name: '交了没有' }).click();
    await expect
      .poll(() => page.locator('figure .figure-verdict').textContent(), PATIENCE)
      .toBe('2025年12月应报12个单位，已报12个，都按时报齐');
    await field(page, '月份').selectOption('2025-04');
    await expect.poll(() => query(page), PATIENCE).toMatchObject({ tab: 'reported', month: '2025-04' });
    const rows = (await cells(page, '.reporting')).slice(1);
    // The made-up data has no cumulative visits of 癸县 for April.
    expect(rows[0]!.slice(0, 4).map((text) => text.replace(/\s+/g, ' '))).toEqual([
      '癸县',
      expect.stringMatching(/^◔ 报了一部分/),
      '3／4',
      '门诊人次（累计）'
    ]);
    await go('#/data?tab=reported&month=1999-01');
    await expect.poll(() => page.getByText('没有“1999-01”这个月的数，已改为最近一个月。').count(), PATIENCE).toBe(1);
  });
});
