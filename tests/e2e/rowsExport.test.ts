import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import type { Page } from 'playwright-core';
import readExcelFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { PATIENCE } from './reading';
import { openApp } from './support';

async function taken(page: Page, format: 'csv' | 'xlsx'): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 60_000 }),
    page.locator(`.export-rows [data-export="${format}"]`).click()
  ]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

describe('the rows of 数据 are exported', () => {
  it('as they are filtered and ordered, in both forms, and the name says which', async () => {
    const { page } = await openApp({ route: '#/data?i=smd-standard-rate&value=%E2%89%A590&sort=value&desc=1' });
    await page.locator('.row-table--observations tbody tr').first().waitFor();
    const count = Number(/^(\d+) 行$/.exec((await page.locator('.row-filters [role="status"]').textContent())!)![1]);
    const csv = await taken(page, 'csv');
    expect(csv.name).toBe('指标数_严重精神障碍患者规范管理率、数值≥90.csv');
    await expect
      .poll(() => page.locator('.export-rows .export-message').textContent(), PATIENCE)
      .toBe(`已导出 ${csv.name}，${count}行。`);
    const [head, ...rows] = Papa.parse<string[]>(csv.bytes.toString('utf8').slice(1)).data;
    const values = rows.slice(0, count).map((row) => Number(row[head!.indexOf('数值')]));
    expect(rows[count]).toEqual(['']);
    expect(values.every((value) => value >= 90)).toBe(true);
    expect(values).toEqual([...values].sort((a, b) => b - a));
    const { data } = (await readExcelFile((await taken(page, 'xlsx')).bytes))[0]!;
    expect(data[2]!.slice(0, 3)).toEqual(['指标', '主题', '地区']);
    const at = data[2]!.indexOf('数值');
    expect(data.slice(3).map((row) => row[at])).toEqual(values);
  });

  it('of 任务记录 over file://, all of them, days as days', async () => {
    const { page } = await openApp({ via: 'file', route: '#/data?tab=progress' });
    await page.locator('.export-rows').waitFor();
    const text = (await page.locator('.row-filters [role="status"]').textContent())!;
    const { name, bytes } = await taken(page, 'xlsx');
    expect(name).toBe('任务记录_全部.xlsx');
    const { data } = (await readExcelFile(bytes))[0]!;
    expect(`${data.length - 3} 行`).toBe(text);
    const days = data.slice(3).map((row) => row[data[2]!.indexOf('截至')]);
    expect(days.filter((day) => day !== null).every((day) => day instanceof Date)).toBe(true);
    expect(days.some((day) => day !== null)).toBe(true);
  });
});
