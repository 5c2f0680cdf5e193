import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PATIENCE } from './reading';
import { openApp } from './support';

it('a deck is made in the editor alone; what is frozen stays, what isn’t says what has changed', async () => {
  const { page, go, replaceData, folder } = await openApp({ dataset: 'data' });
  await go('#/present?role=edit');
  await page.getByRole('button', { name: '新建' }).click();
  await page.getByRole('button', { name: '标题片' }).click();
  await page.getByRole('button', { name: '图…' }).click();
  await page.getByRole('textbox', { name: '找图' }).fill('地区对比 严重精神障碍患者规范管理率');
  const offer = page.getByRole('button', { name: '地区对比：严重精神障碍患者规范管理率' });
  await offer.click();
  await offer.click();
  await page.getByRole('button', { name: '文字', exact: true }).click();
  const rows = page.locator('.deck-slide');
  await expect.poll(() => rows.count(), PATIENCE).toBe(4);
  await page.getByRole('button', { name: '插入数据里的数' }).nth(1).click();
  await page.getByLabel('地区', { exact: true }).selectOption('baoan');
  await page.getByLabel('哪项').selectOption('smd-standard-rate');
  await page.getByRole('button', { name: '插入', exact: true }).click();
  await page.getByRole('button', { name: '冻结第2张' }).click();
  await expect.poll(() => rows.nth(1).textContent(), PATIENCE).toContain('已冻结于');

  // Shown once, so that there is something to compare with.
  await page.getByRole('button', { name: '开始演示' }).click();
  const wall = page.locator('.wall .slide');
  const body = () => wall.textContent();
  await page.keyboard.press('End');
  await expect.poll(body, PATIENCE).toContain('96.2%（2020年10月31日）');
  await page.keyboard.press('PageUp');
  await expect.poll(() => wall.locator('.slide-number').textContent(), PATIENCE).toContain('3 / 4');

  const file = join(folder, 'data', 'observations.csv');
  const changed = readFileSync(file, 'utf8').replace(
    /^(smd-standard-rate,baoan,.*?),96\.2,(.*)96\.2%/gm,
    '$1,91.5,$291.5%'
  );
  replaceData('observations.csv', changed);
  await page.reload();
  await expect.poll(body, PATIENCE).toMatch(/比上次放映（\d+月\d+日\d\d:\d\d）变了\d+个数：.*96\.2%变为91\.5%/);
  await page.keyboard.press('PageUp');
  await expect.poll(body, PATIENCE).toMatch(/宝安区最高（96\.2%）.*已冻结于/);
  await page.keyboard.press('End');
  await expect.poll(body, PATIENCE).toContain('91.5%（2020年10月31日）');
});

it('what is drawn on the wall stays where it is kept, goes with the page where it isn’t, and can be wiped out', async () => {
  const { page } = await openApp({ route: '#/present?deck=monthly&slide=2', viewport: { width: 1600, height: 900 } });
  await page.locator('.slide').waitFor();
  const draw = async (x: number) => {
    await page.mouse.move(x, 300);
    await page.mouse.down();
    await page.mouse.move(x + 100, 380, { steps: 4 });
    await page.mouse.up();
  };
  await page.keyboard.press('c');
  await draw(400);
  await page.getByRole('button', { name: '保留笔迹' }).click();
  const kept = page.locator('.slide-ink polyline');
  await expect.poll(() => kept.count(), PATIENCE).toBe(1);
  // The slide fills the window of its ratio: 1080 units are 900 px.
  expect(await kept.getAttribute('points')).toMatch(/^480,360 .* 600,456$/);
  await draw(700);
  await page.keyboard.press('PageDown');
  await page.keyboard.press('PageUp');
  await expect.poll(() => page.locator('.wall-pen polyline').count(), PATIENCE).toBe(0);
  await page.reload();
  await page.locator('.slide').waitFor();
  await expect.poll(() => kept.count(), PATIENCE).toBe(1);
  await page.goto(page.url().replace(/#.*/, '#/present?deck=monthly&role=edit'));
  await page.getByRole('button', { name: '擦掉第2张的笔迹' }).click();
  await expect.poll(() => page.getByRole('button', { name: /的笔迹$/ }).count(), PATIENCE).toBe(0);
});

it('a short remark is put at a bar by name and by a press on it, is on the wall, and goes again', async () => {
  const { page } = await openApp({ route: '#/present?deck=places&role=edit&slide=1' });
  const first = page.locator('.deck-slide').first();
  await first.getByRole('button', { name: '加短说明' }).click();
  const marks = first.getByLabel('给哪个数加短说明');
  await marks.selectOption({ label: '宝安区 严重精神障碍患者规范管理率 2020年10月31日' });
  await first.getByLabel('短说明', { exact: true }).fill('口径有调整');
  await first.getByRole('button', { name: '加上' }).click();
  const preview = page.locator('.deck-preview .slide');
  await expect.poll(() => preview.textContent(), PATIENCE).toContain('口径有调整');

  // A press on the lowest bar chooses its number.
  const chart = page.locator('.deck-preview .slide-chart');
  const box = (await chart.boundingBox())!;
  await page.mouse.click(box.x + box.width * 0.4, box.y + box.height * 0.85);
  await expect.poll(() => marks.inputValue(), PATIENCE).not.toBe('');
  await first.getByLabel('短说明', { exact: true }).fill('两个月的数');
  await first.getByRole('button', { name: '加上' }).click();
  await expect.poll(() => preview.textContent(), PATIENCE).toContain('两个月的数');

  await first.getByLabel('宝安区 严重精神障碍患者规范管理率 2020年10月31日').fill('口径去年调整过');
  await first.getByRole('button', { name: '去掉短说明“两个月的数”' }).click();
  await page.getByRole('button', { name: '开始演示' }).click();
  const wall = page.locator('.wall .slide');
  await expect.poll(() => wall.textContent(), PATIENCE).toContain('口径去年调整过');
  expect(await wall.textContent()).not.toContain('两个月的数');
  await page.reload();
  await expect.poll(() => wall.textContent(), PATIENCE).toContain('口径去年调整过');
});
