import { describe, expect, it } from 'vitest';
import { cells, field, PATIENCE, query } from './reading';
import { visit } from './visit';

const ROWS = '.row-table--observations';
const status = (text: string) => new RegExp(`^${text} 行$`);

describe('the rows of 数据', () => {
  it('are in the page only where they are in sight, the head stays, and the last one is reached', async () => {
    const { page } = await visit('#/data', { dataset: 'monthly' });
    await page
      .getByRole('status')
      .filter({ hasText: status('1,022') })
      .waitFor();
    expect(await page.locator(`${ROWS} tbody tr`).count()).toBeLessThan(60);
    expect(await page.locator(ROWS).getAttribute('aria-rowcount')).toBe('1023');
    const room = () => page.locator('.row-box').evaluate((box) => box.scrollHeight);
    // A head and 1,022 rows of 37 px.
    const whole = await room();
    expect(Math.abs(whole - 37_851)).toBeLessThan(3);
    await page.locator('.row-box').evaluate((box) => (box.scrollTop = box.scrollHeight));
    await page.locator(`${ROWS} tr[aria-rowindex="1023"]`).waitFor();
    const box = (await page.locator('.row-box').boundingBox())!;
    const head = (await page.locator(`${ROWS} thead th`).first().boundingBox())!;
    const last = (await page.locator(`${ROWS} tbody tr`).last().boundingBox())!;
    expect(Math.abs(head.y - box.y)).toBeLessThan(2);
    expect(Math.abs(last.y + last.height - (box.y + box.height))).toBeLessThan(18);
    expect(last.height).toBe(37);
    expect(Math.abs((await room()) - whole)).toBeLessThan(3);
    expect(await page.locator(`${ROWS} tbody tr`).count()).toBeLessThan(60);
  });

  it('are filtered by every column, and the address keeps it', async () => {
    const { page } = await visit('#/data');
    const steps: [string, string, string, string][] = [
      ['主题', 'theme', '慢病与精神卫生', ''],
      ['指标', 'i', 'smd-standard-rate', ''],
      ['时期', 'period', '2020-10-31', ''],
      ['类别', 'measure', '数值', ''],
      ['状态', 'status', '实际', ''],
      ['地区', 'place', 'baoan', ''],
      ['来源', 'source', 'baoan-2020', '']
    ];
    for (const [label, key, value] of steps) {
      await field(page, label).selectOption(value);
      await expect.poll(() => query(page)[key], PATIENCE).toBe(value);
    }
    await page
      .getByRole('status')
      .filter({ hasText: status('1') })
      .waitFor();
    expect((await cells(page, ROWS))[1]!.slice(0, 5)).toEqual([
      '严重精神障碍患者规范管理率',
      '宝安区',
      '2020年10月31日',
      '数值',
      '96.2%'
    ]);
    await page.reload();
    await page
      .getByRole('status')
      .filter({ hasText: status('1') })
      .waitFor();
    await page.getByRole('button', { name: '清空筛选' }).click();
    await expect.poll(() => query(page), PATIENCE).toEqual({});
  });

  it('are filtered by the columns that have no list too: numbers and words', async () => {
    const { page } = await visit('#/data?i=smd-standard-rate');
    await page
      .getByRole('status')
      .filter({ hasText: status('5') })
      .waitFor();
    await page.getByText('按其他列筛选').click();
    const column = (key: string) => page.locator(`.row-conditions [data-column="${key}"]`);
    for (const [key, text, left] of [
      ['value', '≥90', '4'],
      ['written', '96', '2'],
      ['note', '截止时间', '2'],
      ['section', '一', '1'],
      ['line', '1000-1100', '1']
    ] as const) {
      await column(key).fill(text);
      await expect.poll(() => query(page)[key], PATIENCE).toBe(text);
      if (key !== 'section' && key !== 'line')
        await page
          .getByRole('status')
          .filter({ hasText: status(left) })
          .waitFor();
    }
    await column('section').fill('');
    await page
      .getByRole('status')
      .filter({ hasText: status('1') })
      .waitFor();
    await column('value').fill('九十');
    await page.getByText('“数值”一栏读不出“九十”').waitFor();
    await page.getByRole('button', { name: '清空筛选' }).click();
    await expect.poll(() => query(page), PATIENCE).toEqual({});
    await page.goto(page.url().replace(/#.*/, '#/data?tab=progress&rate=%3E100&asOf=2020-10'));
    await page.reload();
    await page.locator('.row-table--progress tbody tr').first().waitFor();
    const rates = (await cells(page, '.row-table--progress')).slice(1).map((row) => Number(row[6]!.replace('%', '')));
    expect(rates.length).toBeGreaterThan(2);
    expect(Math.min(...rates)).toBeGreaterThan(100);
  });

  it('offers the indicators of the chosen theme only', async () => {
    const { page } = await visit('#/data?theme=慢病与精神卫生');
    const options = () => field(page, '指标').locator('option').allTextContents();
    const some = (await options()).length;
    await field(page, '主题').selectOption('');
    await expect.poll(async () => (await options()).length, PATIENCE).toBeGreaterThan(some * 3);
  });

  it('are sorted by a click on the head: up, down, and as in the file', async () => {
    const { page } = await visit('#/data?i=smd-standard-rate');
    const values = async () => (await cells(page, ROWS)).slice(1).map((row) => row[4]);
    const asFiled = await values();
    const head = page.locator(`${ROWS} .row-column--value`);
    await head.getByRole('button').click();
    await expect.poll(values, PATIENCE).toEqual(['69.4%', '90.69%', '95.39%', '96.2%', '96.2%']);
    expect(await head.getAttribute('aria-sort')).toBe('ascending');
    await head.getByRole('button').click();
    await expect.poll(values, PATIENCE).toEqual(['96.2%', '96.2%', '95.39%', '90.69%', '69.4%']);
    expect(query(page)).toMatchObject({ sort: 'value', desc: '1' });
    await head.getByRole('button').click();
    await expect.poll(values, PATIENCE).toEqual(asFiled);
    expect(query(page).sort).toBeUndefined();
  });

  it('open whole, by mouse and by keyboard, and not when words are being marked', async () => {
    const { page } = await visit('#/data?i=smd-standard-rate&place=zhoushan');
    const row = page.locator(`${ROWS} tbody tr`);
    await row.locator('td').nth(5).dblclick();
    await page.locator('.source-note').waitFor();
    await page.keyboard.press('Escape');
    await page.evaluate(() => getSelection()!.removeAllRanges());
    await row.getByRole('button').focus();
    await page.keyboard.press('Enter');
    const fields = await page.locator('.source-fields dt, .source-fields dd').allTextContents();
    expect(fields.slice(0, 12)).toEqual([
      '指标',
      '严重精神障碍患者规范管理率',
      '主题',
      '慢病与精神卫生',
      '地区',
      '舟山市',
      '时期',
      '2019年6月30日',
      '类别',
      '数值',
      '数值',
      '90.69%'
    ]);
    expect(fields[fields.length - 1]).toMatch(/^observations.csv 第\d+行$/);
  });

  it('says so where the address asks for what the table doesn’t have', async () => {
    const { page } = await visit('#/data?theme=没有的主题&sort=美');
    await page.getByText('这张表没有主题“没有的主题”').waitFor();
    await page.getByText('地址里的选项“美”读不懂，已改用默认。').waitFor();
  });
});
