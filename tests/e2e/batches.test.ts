import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import JSZip from 'jszip';
import Papa from 'papaparse';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { writeBatch } from '../../src/datasets/batch/batchFile';
import { newBatch } from '../../src/datasets/batch/newBatch';
import type { Batch, RowChange, TableRow } from '../../src/domain/batch/batch';
import { PATIENCE, ranking } from './reading';
import { openApp } from './support';

const CHANGES = '#/data?tab=changes';
const RANKED = '#/places?i=smd-standard-rate';
/** 宝安区 at the head of the ranking, as the package has it. */
const AS_PACKED = ['宝安区 96.2', '中方县 95.39', '舟山市 90.69', '未具名县（四川） 69.4'];

const csv = readFileSync(join(__dirname, '../../data/observations.csv'), 'utf8');
const rows = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true }).data;
const found = rows.find(({ indicator, value }) => indicator === 'smd-standard-rate' && value === '95.39')!;
const ROW: TableRow = Object.fromEntries(Object.entries(found).filter(([, text]) => text !== ''));

function batch(title: string, made: string, ...changes: RowChange[]): Batch {
  return newBatch({ made, kind: '上新', title, files: [], base: '0.1.0', decisions: [], changes });
}
/** So few patients that their neighbours know them. */
const FEW = batch('登记', '2020-11-04T08:00:00Z', {
  table: 'observations',
  before: null,
  after: { ...ROW, indicator: 'smd-registered', value: '3', written: '3人' }
});
const raise = (from: string, to: string): RowChange => ({
  table: 'observations',
  before: { ...ROW, value: from },
  after: { ...ROW, value: to }
});
const FIRST = batch('十月监测表', '2020-11-03T01:20:00Z', raise('95.39', '96.5'));
const SECOND = batch('核对后改正', '2020-11-05T01:20:00Z', raise('96.5', '96.8'));

const batchFile = (one: Batch) => writeBatch(one, 'weijian-kanban-data');

async function putIn(page: Page, name: string, content: string | Buffer): Promise<void> {
  await page
    .locator('.batches input[type=file]')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });
}
const said = (page: Page) => page.locator('.batches-said').innerText();
const states = (page: Page) =>
  page.locator('.batches-table tbody').evaluateAll((bodies) =>
    bodies.map((body) => {
      const cells = [...body.querySelectorAll('tr:first-child > *')].map((cell) =>
        (cell as HTMLElement).innerText.trim()
      );
      return `${cells[2]} ${cells[4]}`;
    })
  );

describe.each(['http', 'file'] as const)('变动 over %s', (via) => {
  it('a batch is put in, changes the charts, survives a reload, and is switched off with what rests on it', async () => {
    const { page, go } = await openApp({ via, route: CHANGES });
    await page.getByText('还没有批次').waitFor();
    await putIn(page, '一.jsonl', batchFile(FIRST));
    await expect.poll(() => said(page), PATIENCE).toBe('已放入“一.jsonl”。');
    await putIn(page, '二.jsonl', batchFile(SECOND));
    await expect.poll(() => states(page), PATIENCE).toEqual(['核对后改正 已打开', '十月监测表 已打开']);
    await go(RANKED);
    await expect
      .poll(() => ranking(page), PATIENCE)
      .toEqual(['中方县 96.8', ...AS_PACKED.filter((one) => !one.startsWith('中方县'))]);
    await page.reload();
    await expect.poll(() => ranking(page), PATIENCE).toContain('中方县 96.8');
    await go('#/');
    await page.getByRole('link', { name: /^数据版本 0\.1\.0\+[0-9a-f]{8}，含2批上新$/ }).click();
    await page.getByRole('switch', { name: '使用“十月监测表”' }).click();
    await page.getByText('“核对后改正”建立在这一批上面，要一起关掉。').waitFor();
    await page.getByRole('button', { name: '一起关掉' }).click();
    await expect.poll(() => said(page), PATIENCE).toBe('已关掉“十月监测表”，数还在，可以再打开。');
    expect(await states(page)).toEqual(['核对后改正 已关掉', '十月监测表 已关掉']);
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')), PATIENCE)
      .toBe('使用“十月监测表”');
    await page.getByText('数据版本 0.1.0', { exact: true }).waitFor();
    await go(RANKED);
    await expect.poll(() => ranking(page), PATIENCE).toEqual(AS_PACKED);
  });

  it('the history of a number stands with its source', async () => {
    const { page, go } = await openApp({ via, route: CHANGES });
    await putIn(page, '一.jsonl', batchFile(FIRST));
    await expect.poll(() => states(page), PATIENCE).toHaveLength(1);
    await putIn(page, '二.jsonl', batchFile(SECOND));
    await expect.poll(() => states(page), PATIENCE).toHaveLength(2);
    await go('#/data?i=smd-standard-rate&place=zhongfang');
    await page.locator('.row-table tbody tr').first().click();
    const dialog = page.getByRole('dialog', { name: '出处' });
    await expect
      .poll(() => dialog.locator('.source-history').allInnerTexts(), PATIENCE)
      .toEqual(['2020-11-05 上新“核对后改正”：96.5 → 96.8', '2020-11-03 上新“十月监测表”：95.39 → 96.5']);
  });

  it('the package out, put beside the page, holds the batches; in again it has nothing new; taken back it is as it was', async () => {
    const { page, go, folder } = await openApp({ via, route: CHANGES, edit: () => undefined });
    await putIn(page, '一.jsonl', batchFile(FIRST));
    await expect.poll(() => states(page), PATIENCE).toEqual(['十月监测表 已打开']);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出数据包' }).click()
    ]);
    expect(download.suggestedFilename()).toMatch(/^卫健看板数据包_0\.1\.0\+[0-9a-f]{8}\.zip$/);
    const bytes = readFileSync(await download.path());
    await putIn(page, '数据包.zip', bytes);
    await expect.poll(() => said(page), PATIENCE).toBe('数据包里的内容这里都已经有了，没有新的。');

    const zip = await JSZip.loadAsync(bytes);
    for (const [name, entry] of Object.entries(zip.files))
      writeFileSync(join(folder, 'data', name), await entry.async('nodebuffer'));
    await page.reload();
    await expect.poll(() => states(page), PATIENCE).toEqual(['十月监测表 已并入数据包']);
    await go(RANKED);
    await expect.poll(() => ranking(page), PATIENCE).toContain('中方县 96.5');
    await go('#/data?tab=issues');
    await page.getByText('没有问题，所有行都已采用。').waitFor();
    await go(CHANGES);
    await page.getByRole('button', { name: '撤回' }).click();
    await expect.poll(() => states(page), PATIENCE).toEqual(['撤回“十月监测表” 已打开', '十月监测表 已并入数据包']);
    await go(RANKED);
    await expect.poll(() => ranking(page), PATIENCE).toEqual(AS_PACKED);
  });

  it('asks before counts of a few people go out, and withholds them when told to', async () => {
    const { page, go, folder } = await openApp({ via, route: CHANGES, edit: () => undefined });
    await putIn(page, '一.jsonl', batchFile(FEW));
    await expect.poll(() => states(page), PATIENCE).toEqual(['登记 已打开']);
    await page.getByRole('button', { name: '导出数据包' }).click();
    const question = page.getByRole('group', { name: '人数太少的数' });
    expect(await question.innerText()).toContain('有1个人数少于规定的数');
    await question.getByRole('button', { name: '不导出' }).click();
    expect(await question.count()).toBe(0);
    await page.getByRole('button', { name: '导出数据包' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      question.getByRole('button', { name: '隐藏后导出' }).click()
    ]);
    expect(download.suggestedFilename()).toMatch(/^卫健看板数据包_小数隐藏_0\.1\.0\+[0-9a-f]{8}\.zip$/);
    const zip = await JSZip.loadAsync(readFileSync(await download.path()));
    const [log] = (await zip.file('小数隐藏.md')!.async('string')).split('\n').filter((line) => line.startsWith('- '));
    expect(log).toMatch(/^- observations\.csv 第\d+行：中方县2020年12月31日严重精神障碍患者在册人数，人数少于5$/);
    for (const [name, entry] of Object.entries(zip.files))
      writeFileSync(join(folder, 'data', name), await entry.async('nodebuffer'));
    // The batch goes: what is shown is the package.
    await page.getByRole('switch').click();
    await expect.poll(() => states(page), PATIENCE).toEqual(['登记 已关掉']);
    await page.reload();
    await go('#/data?i=smd-registered&place=zhongfang');
    await expect.poll(() => page.locator('.row-table tbody').innerText(), PATIENCE).toContain('小数隐藏');
    await go('#/data?tab=issues');
    await page.getByText('没有问题，所有行都已采用。').waitFor();
  });

  it('another window is told and follows', async () => {
    const { page } = await openApp({ via, route: CHANGES });
    await page.getByText('还没有批次').waitFor();
    const other = await page.context().newPage();
    await other.goto(page.url().replace(/#.*/, RANKED));
    await expect.poll(() => ranking(other), PATIENCE).toEqual(AS_PACKED);
    await putIn(page, '一.jsonl', batchFile(FIRST));
    await expect.poll(() => ranking(other), PATIENCE).toContain('中方县 96.5');
    await other.getByText('另一个窗口改了批次，这里已跟着更新。').waitFor();
  });
});

it('a package of another browser is taken in as one batch', async () => {
  const { page } = await openApp({ route: CHANGES });
  await putIn(page, '一.jsonl', batchFile(FIRST));
  await expect.poll(() => states(page), PATIENCE).toHaveLength(1);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出数据包' }).click()
  ]);
  const bytes = readFileSync(await download.path());
  const { page: elsewhere } = await openApp({ via: 'file', route: CHANGES });
  await putIn(elsewhere, '数据包.zip', bytes);
  await expect
    .poll(() => states(elsewhere), PATIENCE)
    .toEqual([expect.stringMatching(/^数据包 0\.1\.0\+[0-9a-f]{8}\n数据包\.zip 已打开$/)]);
  await elsewhere.getByRole('button', { name: '明细' }).click();
  await elsewhere.getByText(/中方县 .*：95\.39 → 96\.5$/).waitFor();
});

it('files that are no batch are refused in words, and nothing changes', async () => {
  const { page } = await openApp({ route: CHANGES });
  await putIn(page, '一.jsonl', batchFile(FIRST).slice(0, -30));
  await expect.poll(() => said(page), PATIENCE).toContain('批次文件不完整');
  await putIn(page, '空.zip', 'PK坏的');
  await expect.poll(() => said(page), PATIENCE).toBe('没有做成：这个压缩包打不开，可能没有传完整。');
  await page.getByText('还没有批次').waitFor();
});

it('a browser that keeps nothing says so, and shows the package', async () => {
  const { page } = await openApp({ route: '#/' });
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('denied', 'SecurityError');
    };
  });
  await page.goto(page.url().replace(/#.*/, CHANGES));
  await page.reload();
  await page.getByRole('alert').getByText('浏览器不让这个网页保存数据').waitFor();
  await putIn(page, '一.jsonl', batchFile(FIRST));
  await expect.poll(() => said(page), PATIENCE).toContain('浏览器不让这个网页保存数据');
  await page.getByText('还没有批次').waitFor();
});
