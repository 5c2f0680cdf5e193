import { readFileSync } from 'node:fs';
import type { Download } from 'playwright-core';
import readExcelFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { readBatch } from '../../src/datasets/batch/batchFile';
import { workbook } from '../fixtures/sheets/workbook';
import { cells, PATIENCE } from './reading';
import { openApp } from './support';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const percent = (v: number) => ({ v, z: '0.00%' });

/** A progress table of 象山县 up to a day: tasks across under merged heads, a sum and a footnote. */
function table(day: string, done: number, rate: number) {
  return {
    name: '进度.xlsx',
    mimeType: XLSX,
    buffer: Buffer.from(
      workbook([
        {
          name: '进度',
          rows: [
            ['象山县重点工作进度表'],
            [`截至${day}　单位：例`],
            ['单位', '结直肠癌筛查·结肠镜检查', '', ''],
            ['', '目标', '完成', '完成率'],
            ['象山县', 4000, done, percent(rate)],
            ['一院集团', '', 1300, ''],
            ['合计', 4000, done + 1300, ''],
            ['注：各单位上报。']
          ],
          merges: ['B3:D3', 'A3:A4']
        }
      ])
    )
  };
}

describe.each(['http', 'file'] as const)('上新 over %s', (via) => {
  it('takes a workbook of the month in: names mended, checked, kept, shown after a reload', async () => {
    const { page, go } = await openApp({ route: '#/data?tab=intake', via });
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles(table('2020年11月30日', 3012, 0.753));
    const question = page.getByLabel('“一院集团”是哪个地区');
    await question.selectOption({ label: '不采用' });
    await page.getByRole('button', { name: '核对', exact: true }).click();
    await page.getByRole('heading', { name: '四、本次变动3个数' }).waitFor();
    const rows = (await cells(page, '.intake-step [aria-label="本次变动"] table')).slice(1);
    expect(rows.map((row) => [row[0], row[2], row[4], row[6]])).toEqual([
      ['象山县 · 结直肠癌筛查·结肠镜检查 · 完成', '新增', '3,012例', '↑ 升'],
      ['象山县 · 结直肠癌筛查·结肠镜检查 · 完成率', '新增', '75.3%', '↑ 升'],
      ['象山县 · 结直肠癌筛查·结肠镜检查 · 目标', '新增', '4,000例', '']
    ]);
    await page.getByRole('button', { name: '保留', exact: true }).click();
    await page.getByText('已保留，3个数有变动。').waitFor();
    expect(await page.getByRole('link', { name: '看变动，或撤回' }).getAttribute('href')).toContain('tab=changes');
    await page.reload();
    await go('#/progress?place=xiangshan');
    await expect.poll(() => page.locator('figure .chart svg').first().textContent(), PATIENCE).toContain('3,012');
  });
});

describe('上新', () => {
  it('sets a number that is there otherwise beside it, and replaces it only when told', async () => {
    const { page } = await openApp({ route: '#/data?tab=intake' });
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles(table('2020年10月26日', 2710, 0.6775));
    await page.getByLabel('“一院集团”是哪个地区').selectOption({ label: '不采用' });
    await page.getByRole('button', { name: '核对', exact: true }).click();
    await page.getByRole('heading', { name: '和已有的数不同' }).waitFor();
    const row = (await cells(page, '.intake-conflicts table'))[1]!;
    expect(row[2]).toContain('完成 2707，完成率 67.68');
    expect(row[3]).toContain('完成 2710，完成率 67.75');
    expect(await page.getByRole('button', { name: '保留', exact: true }).isDisabled()).toBe(false);
    await page.getByRole('button', { name: '全部采用新数' }).click();
    await expect
      .poll(async () => (await cells(page, '[aria-label="本次变动"] table')).map((each) => each[2]), PATIENCE)
      .toContain('替换');
  });

  it('refuses what is no table, and says why', async () => {
    const { page } = await openApp({ route: '#/data?tab=intake' });
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: '报告.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 x') });
    await page.getByText('这是 PDF，读不出可靠的表格').waitFor();
  });

  it('in a browser that keeps nothing says so before work begins, and gives the work out as a file', async () => {
    const { page } = await openApp({ route: '#/' });
    await page.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('denied', 'SecurityError');
      };
    });
    await page.goto(page.url().replace(/#.*/, '#/data?tab=intake'));
    await page.reload();
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles(table('2020年11月30日', 3012, 0.753));
    await page.getByRole('alert').getByText('浏览器不让这个网页保存数据').waitFor();
    await page.getByLabel('“一院集团”是哪个地区').selectOption({ label: '不采用' });
    await page.getByRole('button', { name: '核对', exact: true }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '存成文件' }).click()
    ]);
    expect(download.suggestedFilename()).toMatch(/^批次_进度\.xlsx_\d{4}-\d\d-\d\d\.jsonl$/);
    const text = readFileSync(await download.path(), 'utf8');
    const reading = readBatch(text, 'weijian-kanban-data');
    expect(
      reading.kind === 'batch' && reading.batch.changes.map(({ table: name, after }) => [name, after?.done])
    ).toEqual([
      ['sources', undefined],
      ['progress', '3012']
    ]);
  });

  it('gives several files back marked, each with its own cells', async () => {
    const { page } = await openApp({ route: '#/data?tab=intake' });
    const bad = (name: string, text: string) => ({
      name,
      mimeType: XLSX,
      buffer: Buffer.from(
        workbook([{ name: '表', rows: [['2020年11月'], ['单位', '门诊人次'], ['象山县', 5], ['宝安区', text]] }])
      )
    });
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles([bad('a.xlsx', '五百左右吧'), bad('b.xlsx', '六百左右吧')]);
    await page.getByRole('heading', { name: 'b.xlsx' }).waitFor();
    await page.getByRole('button', { name: '核对', exact: true }).click();
    const downloads: Download[] = [];
    page.on('download', (download) => downloads.push(download));
    await page.getByRole('button', { name: '存成表格，标出要改的格子' }).click();
    await expect.poll(() => downloads.length, PATIENCE).toBe(2);
    const texts = await Promise.all(
      downloads.map(async (one) => JSON.stringify(await readExcelFile(await one.path())))
    );
    expect(downloads.map((one) => one.suggestedFilename())).toEqual(['a（标出要改的）.xlsx', 'b（标出要改的）.xlsx']);
    expect(texts.map((text) => [text.includes('五百左右吧'), text.includes('六百左右吧')])).toEqual([
      [true, false],
      [false, true]
    ]);
  });

  it('takes a copied range', async () => {
    const { page } = await openApp({ route: '#/data?tab=intake' });
    await page.getByLabel('粘贴单元格').evaluate((box) => {
      const copied = new DataTransfer();
      copied.setData('text/plain', '单位\t门诊人次\n象山县\t1200');
      box.dispatchEvent(new ClipboardEvent('paste', { clipboardData: copied, bubbles: true, cancelable: true }));
    });
    await page.getByText('第1行起 · 读出1个数').waitFor();
  });
});
