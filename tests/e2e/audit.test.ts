import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cells, field, PATIENCE, query } from './reading';
import { visit } from './visit';

const TABLE = '.audit-table';

describe('自查', () => {
  it('lists each contradiction with its arithmetic, sureness and lines', async () => {
    const { page } = await visit('#/data');
    await page.getByRole('tab', { name: /^自查 \d+$/ }).click();
    await page.locator(TABLE).waitFor();
    expect(query(page).tab).toBe('audit');
    const rows = (await cells(page, TABLE)).slice(1);
    expect(rows.length).toBeGreaterThanOrEqual(20);
    const blood = rows.find((row) => row[0]!.startsWith('象山县2020年10月全血采集量'))!;
    expect(blood[0]).toContain('分项相加比合计多2单位。');
    expect(blood.slice(1, 4)).toEqual(['270.5＋216.5＋19＋19＝525，原文合计523', '确定', '合计']);
    expect(blood[4]).toContain('第357行');
  });

  it('keeps to a kind, and to what was found right, in the address', async () => {
    const { page } = await visit('#/data?tab=audit');
    await field(page, '列出').selectOption('right');
    await field(page, '类别').selectOption('合计');
    await expect.poll(() => query(page), PATIENCE).toMatchObject({ tab: 'audit', show: 'right', kind: '合计' });
    const rows = (await cells(page, TABLE)).slice(1);
    expect(new Set(rows.map((row) => row[3]))).toEqual(new Set(['合计']));
    expect(rows.map((row) => row[1])).toContain('10＋16＋146＋7＋1＋1＋937＋141＋33＋1＝1,293，原文合计1,293');
  });

  it('opens every line that a finding rests on', async () => {
    const { page } = await visit('#/data?tab=audit&kind=分母');
    await page.locator(TABLE).getByRole('button', { name: '第697行' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    expect(await dialog.textContent()).toContain('2439人');
    expect(await dialog.textContent()).toContain('48.94%');
  });

  it('leaves the page as a table of all rows, the list and the kind in its name', async () => {
    const { page } = await visit('#/data?tab=audit&show=right&kind=合计');
    await page.locator(TABLE).waitFor();
    await page.getByRole('button', { name: '导出' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: /CSV/ }).click()
    ]);
    expect(download.suggestedFilename()).toBe('自查_核对没有问题的_合计.csv');
    const text = readFileSync(await download.path(), 'utf8');
    expect(text).toContain('10＋16＋146＋7＋1＋1＋937＋141＋33＋1＝1,293，原文合计1,293');
  });

  it('audits another dataset by its own relations', async () => {
    const { page } = await visit('#/data?tab=audit', { dataset: 'monthly' });
    await page.locator(TABLE).waitFor();
    const rows = (await cells(page, TABLE)).slice(1);
    expect(rows.map((row) => [row[0]!.slice(0, 11), row[2]])).toEqual([['戊县2025年4月门诊', '很可能']]);
  });
});
