import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { cells, PATIENCE } from './reading';
import { putSmallData, smallData } from './smallData';
import { openApp } from './support';

interface Expected {
  readonly kind: 'ok' | 'failed';
  readonly absent?: readonly string[];
  readonly issues: readonly { file: string; row?: number; column?: string; rule: string }[];
  readonly kept?: Readonly<Record<string, number>>;
  readonly says?: readonly string[];
}

/** The kinds of bad input that the issue names, by their folder in tests/fixtures/bad. */
const CASES = [
  'empty-file',
  'header-only',
  'missing-column-required',
  'missing-column-optional',
  'duplicate-key',
  'duplicate-place',
  'unknown-place',
  'unknown-indicator',
  'number-letters',
  'number-thousands-comma',
  'number-fullwidth',
  'number-percent-sign',
  'number-dash',
  'period-impossible',
  'lone-quote',
  'lone-quote-swallows-rows',
  'lone-quote-never-closed',
  'row-too-long',
  'row-too-short',
  'binary',
  'missing-file',
  'excel-workbook-named-csv',
  'web-page-instead',
  'html-in-names',
  'package-broken-json'
];

/** What the page says of a dataset that it could read in part: the rows of 读取问题, and how many figures were kept. */
async function partlyRead(page: Page): Promise<{ issues: string[][]; kept: number }> {
  const tab = await page.getByRole('tab', { name: /^指标数 / }).textContent();
  const count = Number(/\d+$/.exec((await page.getByRole('tab', { name: /^读取问题 / }).textContent())!)![0]);
  const issues = count === 0 ? [] : (await cells(page, '.data-issues')).slice(1);
  expect(issues).toHaveLength(count);
  return { issues, kept: Number(/\d+$/.exec(tab!)![0]) };
}

describe('bad input in the page', () => {
  it('is survived, named by file and row, and the rest is kept', async () => {
    const { page, folder, problems } = await openApp({ ...smallData(), route: '#/data?tab=issues' });
    problems.allow(/404/);
    await page.getByRole('tab', { name: '读取问题 0' }).waitFor();
    for (const name of CASES) {
      const expected = JSON.parse(
        readFileSync(join(__dirname, '../fixtures/bad', name, 'expected.json'), 'utf8')
      ) as Expected;
      putSmallData(join(folder, 'data'), name, expected.absent);
      await page.reload();
      if (expected.kind === 'failed') {
        await page.getByRole('heading', { name: '数据没有读进来' }).waitFor();
        const text = await page.getByRole('alert').innerText();
        for (const piece of [...expected.issues.map((issue) => issue.file), ...(expected.says ?? [])])
          expect(text, name).toContain(piece);
        continue;
      }
      await page.locator('h1').waitFor();
      const read = await partlyRead(page);
      expect(read.kept, name).toBe(expected.kept!['observations.csv']);
      expect(
        read.issues.map(([file, row, column]) => [file, row, column]),
        name
      ).toEqual(expected.issues.map((issue) => [issue.file, String(issue.row ?? ''), issue.column ?? '']));
      for (const piece of expected.says ?? []) expect(read.issues.flat().join('\n'), name).toContain(piece);
    }
  });

  it('is told on the first screen too, with a way to the rows', async () => {
    const { page } = await openApp(smallData('number-letters'));
    await page.getByText('读数据时发现 1 个问题').waitFor();
    await page.getByRole('link', { name: '逐条查看' }).click();
    await page.locator('.data-issues').waitFor();
    const [, row] = await cells(page, '.data-issues');
    expect(row!.slice(0, 4)).toEqual(['observations.csv', '9', 'value', 'abc']);
    expect(row!.join('|')).toContain('“abc”不是数字');
    expect(row!.join('|')).toContain('未采用');
  });

  it('is named by double click as over http', async () => {
    const { page } = await openApp({ ...smallData('number-thousands-comma'), via: 'file', route: '#/data?tab=issues' });
    await page.locator('.data-issues').waitFor();
    const [, row] = await cells(page, '.data-issues');
    expect(row!.slice(0, 4)).toEqual(['observations.csv', '9', 'value', '12,345']);
    expect(row!.join('|')).toContain('千分位逗号请去掉');
  });

  it('in thousands of rows is paged', async () => {
    const { page } = await openApp({
      ...smallData(),
      route: '#/data?tab=issues',
      edit: (folder) => {
        putSmallData(join(folder, 'data'));
        const file = join(folder, 'data/observations.csv');
        const bad = Array.from({ length: 2500 }, (_, at) => `htn,jia,2020,数值,s1,abc,,实际,${at + 1},abc,一、慢病,`);
        writeFileSync(file, `${readFileSync(file, 'utf8').trim()}\n${bad.join('\n')}\n`);
      }
    });
    await page.getByRole('tab', { name: '读取问题 2500' }).waitFor();
    await page.getByText('第 1 页，共 25 页').waitFor();
    expect((await cells(page, '.data-issues')).length).toBe(101);
    await page.getByRole('tab', { name: '指标数 7' }).waitFor();
  });
});

describe('50 MB of nonsense', () => {
  const SIZE = 50 * 1024 * 1024;
  const HEAD = 'indicator,place,period,measure,source,value,qualifier,status,line,written,section,note\n';

  /** Waits for the page's answer; a page that hangs has none within a minute. */
  async function answerTo(page: Page, folder: string, bytes: Buffer): Promise<void> {
    writeFileSync(join(folder, 'data/observations.csv'), bytes);
    await page.reload({ waitUntil: 'commit' });
    await page.locator('[role=alert], .data-issues').first().waitFor({ timeout: 60_000 });
  }

  it('does not hang the page', async () => {
    const { page, folder } = await openApp({ ...smallData(), route: '#/data?tab=issues' });
    await page.locator('h1').waitFor();
    await answerTo(page, folder, Buffer.alloc(SIZE));
    expect(await page.getByRole('alert').innerText()).toContain('observations.csv');
    await answerTo(page, folder, Buffer.alloc(SIZE, '胡言乱语，没有换行。'));
    expect(await page.getByRole('alert').innerText()).toContain('observations.csv');
    await answerTo(page, folder, Buffer.concat([Buffer.from(HEAD), Buffer.alloc(SIZE, 'a,b,c,d,e,f,g,h,i,j,k,l\n')]));
    // It still answers to a click.
    const alert = page.getByRole('alert');
    if ((await alert.count()) === 0) {
      await page.getByRole('tab', { name: /^来源/ }).click();
      await expect.poll(() => page.locator('[aria-label="来源"] table').count(), PATIENCE).toBe(1);
    } else expect(await alert.innerText()).toContain('observations.csv');
  });
});
