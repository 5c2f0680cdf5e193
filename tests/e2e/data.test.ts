import { describe, expect, it } from 'vitest';
import { cells, field, PATIENCE, query } from './reading';
import { visit } from './visit';

const ROWS = '.row-table--observations';

describe('数据', () => {
  it('lists every row as the file has it, with section, line and wording', async () => {
    const { page } = await visit('#/data?i=smd-standard-rate');
    await page.locator(ROWS).waitFor();
    const rows = await cells(page, ROWS);
    const zhoushan = rows.find((row) => row[1] === '舟山市')!;
    expect(zhoushan).toEqual([
      '严重精神障碍患者规范管理率',
      '舟山市',
      '2019年6月30日',
      '数值',
      '90.69%',
      '90.69%',
      expect.stringMatching(/A级.*2019年上半年工作总结和下半年工作思路|2019年上半年工作总结和下半年工作思路（A级）/),
      '一(四)1重大疾病防控',
      '55',
      ''
    ]);
    // The reprint of 宝安区 is a row of its own.
    expect(
      rows
        .slice(1)
        .map((row) => row[1])
        .sort()
    ).toEqual(['中方县', '宝安区', '宝安区', '未具名县（四川）〔推断〕', '舟山市']);
  });

  it('finds rows by Chinese, by the figure as written and by several words', async () => {
    const { page } = await visit('#/data');
    const search = page.getByLabel('搜索');
    await search.fill('390.6万份');
    await expect.poll(() => page.getByRole('status').textContent(), PATIENCE).toBe('2 行');
    expect((await cells(page, ROWS))[1]!.slice(0, 5)).toEqual([
      '居民健康档案份数',
      '宝安区',
      '2020年10月31日',
      '数值',
      '3,906,000份'
    ]);
    await search.fill('规范管理率 舟山');
    await expect.poll(() => page.getByRole('status').textContent(), PATIENCE).toBe('1 行');
    expect(query(page).q).toBe('规范管理率 舟山');
    await search.fill('没有这个词');
    await page.getByText('没有符合条件的行').waitFor();
  });

  it('finds rows by pinyin initials', async () => {
    const { page } = await visit('#/data');
    await page.getByLabel('搜索').click();
    await page.keyboard.type('jmjkdafs');
    await expect
      .poll(async () => [...new Set((await cells(page, ROWS)).slice(1).map((row) => row[0]))].sort(), PATIENCE)
      .toEqual(['居民健康档案份数', '居民健康档案新建更新份数']);
  });

  it('finds rows by pinyin where only the address asks, as a link or a reload does', async () => {
    const { page } = await visit('#/data?q=jmjkdafs');
    await expect
      .poll(async () => [...new Set((await cells(page, ROWS)).slice(1).map((row) => row[0]))].sort(), PATIENCE)
      .toEqual(['居民健康档案份数', '居民健康档案新建更新份数']);
  });

  it('leaves the screen at the first step back, however much was typed', async () => {
    const { page, go } = await visit('#/');
    await page.locator('.headlines').waitFor();
    await go('#/data');
    await page.getByLabel('搜索').pressSequentially('舟山');
    await expect.poll(() => query(page).q, PATIENCE).toBe('舟山');
    await page.goBack();
    await page.locator('.headlines').waitFor();
  });

  it('keeps to a place and a report when asked', async () => {
    const { page } = await visit('#/data');
    await field(page, '地区').selectOption('shenzhen');
    await expect
      .poll(async () => new Set((await cells(page, ROWS)).slice(1).map((row) => row[1])), PATIENCE)
      .toEqual(new Set(['深圳市']));
    await field(page, '来源').selectOption('zhoushan-2019-h1');
    await page.getByText('没有符合条件的行').waitFor();
    await field(page, '地区').selectOption('');
    await expect
      .poll(async () => [...new Set((await cells(page, ROWS)).slice(1).map((row) => row[6]))], PATIENCE)
      .toEqual([expect.stringContaining('2019年上半年工作总结和下半年工作思路')]);
  });

  it('lists what was promised and done', async () => {
    const { page } = await visit('#/data?tab=progress&place=xiangshan');
    await page.locator('.row-table--progress').waitFor();
    const row = (await cells(page, '.row-table--progress')).find((r) => r[11] === '615' && r[0]!.includes('结肠镜'))!;
    expect(row.slice(0, 9)).toEqual([
      '结直肠癌筛查·结肠镜检查',
      '象山县',
      '2020年',
      '2020-10-26',
      '',
      '2,707例',
      '67.68%',
      '实际',
      '2707例 / 67.68%'
    ]);
  });

  it('lists the reports, with grade and file', async () => {
    const { page } = await visit('#/data');
    await page.getByRole('tab', { name: /^来源/ }).click();
    const rows = await cells(page, '[aria-label="来源"] table');
    expect(rows.find((row) => row[0] === '2019年上半年工作总结和下半年工作思路')!.slice(1, 6)).toEqual([
      'A级',
      '舟山市卫生健康委员会',
      '2020-07-24',
      '2019年上半年',
      '001_803259049ffd0e78.txt'
    ]);
  });

  it('says that every row was read', async () => {
    const { page } = await visit('#/data?tab=issues');
    await page.getByText('没有问题，所有行都已采用。').waitFor();
    expect(await page.getByRole('tab', { name: '读取问题 0' }).getAttribute('aria-selected')).toBe('true');
  });
});
