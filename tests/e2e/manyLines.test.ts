import { expect, it } from 'vitest';
import { putLargeData } from './largeData';
import { PATIENCE, stillChart } from './reading';
import { openApp } from './support';

it('draws the own place over the band of 133 others, whose numbers are in the table', async () => {
  const { page } = await openApp({
    route: '#/periods?i=i1&focus=p7',
    edit: (folder) => putLargeData(folder, { places: 134, indicators: 2, tasks: 0, years: 4 })
  });
  await stillChart(page);
  expect(await page.locator('.figure-notes').first().textContent()).toContain('灰带是没有画线的其余133个地区');
  expect(await page.locator('.figure-verdict').first().textContent()).toContain('第7县');
  await page.getByRole('button', { name: '数据表' }).click();
  await expect.poll(() => page.locator('main').textContent(), PATIENCE).toContain('536行');
});
