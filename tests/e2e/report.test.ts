import { strToU8, zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { PATIENCE } from './reading';
import { oldMajorsToTry } from '../../tools/browser/oldBrowsers';
import { openApp, openOldApp } from './support';

const month = (n: number, visits: string, done: number, rate: string, more = '') =>
  `象山县2020年${n}月卫生健康重点工作进展通报
一、医疗服务
1-${n}月，全县医疗机构门诊人次${visits}万人次，同比增长3.5%。
二、慢病管理
全年结直肠癌筛查任务4000例，已完成${done}例，完成率${rate}%。
召开工作会议12次。${more}`;
const OCTOBER = month(10, '46.2', 3012, '75.3');
const NOVEMBER = month(11, '51.4', 3412, '85.3', '\n新增家庭病床35张。');

function docx(text: string): Buffer {
  const body = text
    .split('\n')
    .map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`)
    .join('');
  return Buffer.from(zipSync({ 'word/document.xml': strToU8(`<w:document><w:body>${body}</w:body></w:document>`) }));
}
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const counts = (page: Page) => page.locator('.confirm-counts').textContent();

describe.each(['http', 'file'] as const)('读报告 over %s', (via) => {
  it('takes a report by keys to kept rows, each with its line, and the next one as a group', async () => {
    const { page, go } = await openApp({ route: '#/data?tab=intake', via, viewport: { width: 1920, height: 1080 } });
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: '十月通报.docx', mimeType: DOCX, buffer: docx(OCTOBER) });
    // A report goes to its own screen; its source is guessed, and nothing is read before it is said.
    await page.getByRole('heading', { name: '这是谁的报告' }).waitFor();
    expect(await page.getByRole('textbox', { name: '哪个单位' }).inputValue()).toBe('象山县');
    expect(await page.getByLabel('哪个时期').inputValue()).toBe('2020-10');
    expect(await page.locator('.confirm-text').count()).toBe(0);
    await page.getByRole('button', { name: '开始读' }).click();

    await page.getByRole('region', { name: '报告原文' }).waitFor();
    expect(await counts(page)).toBe('数字9，提出6，已确认0，不要0，待定6');
    // 门诊人次 and its growth: the sentence as it stands; then the figures of the task.
    await page.getByRole('textbox', { name: '名称' }).fill('门诊人次');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: '名称' }).fill('门诊人次');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    // Target, done and rate of a task that has the very name.
    for (let i = 0; i < 3; i++) {
      await page.getByRole('textbox', { name: '名称' }).fill('结直肠癌筛查');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
    }
    await expect.poll(() => counts(page), PATIENCE).toBe('数字9，提出6，已确认5，不要0，待定1');
    // A step back, and a reload: the work is still there.
    await page.keyboard.press('z');
    await expect.poll(() => counts(page), PATIENCE).toContain('已确认4，不要0，待定2');
    await page.getByText('已存', { exact: true }).waitFor();
    await page.reload();
    await expect.poll(() => counts(page), PATIENCE).toContain('已确认4，不要0，待定2');
    await page.keyboard.press('Enter');

    await page.getByRole('button', { name: '核对已确认的5个数' }).click();
    await page.getByRole('heading', { name: '本次变动5个数' }).waitFor();
    await page.getByText(/自查：放进这些数以后/).waitFor();
    await page.getByRole('button', { name: '保留', exact: true }).click();
    await page.getByText('已保留，5个数有变动。').waitFor();

    // The figure says where it stands, and shows its line from the text that is kept here.
    await go('#/data?tab=observations&q=门诊人次&place=xiangshan');
    await page.getByRole('row', { name: /46\.2/ }).first().click();
    await page.locator('dialog').getByText('一、医疗服务').waitFor();
    expect(await page.locator('dialog mark').first().textContent()).toBe('46.2万人次');
    await page.keyboard.press('Escape');

    // Next month, the same sentences: confirmed as a group, what is new by itself.
    await go('#/data?tab=report');
    await page.getByLabel('粘贴报告的文字').evaluate((box, text) => {
      const copied = new DataTransfer();
      copied.setData('text/plain', text);
      box.dispatchEvent(new ClipboardEvent('paste', { clipboardData: copied, bubbles: true, cancelable: true }));
    }, NOVEMBER);
    await page.getByRole('heading', { name: '这是谁的报告' }).waitFor();
    await expect
      .poll(() => page.getByLabel('上一份是').locator('option:checked').textContent(), PATIENCE)
      .toBe('象山县2020年10月卫生健康重点工作进展通报');
    await page.getByRole('button', { name: '开始读' }).click();
    await page.getByRole('button', { name: '与上期同句 5' }).waitFor();
    await page.keyboard.press('a');
    await expect.poll(() => counts(page), PATIENCE).toContain('已确认5');
    await page.getByRole('button', { name: '核对已确认的5个数' }).click();
    await page.getByRole('button', { name: '保留', exact: true }).click();
    await page.getByText('已保留，5个数有变动。').waitFor();

    // Undone like every batch: the figures are gone, the text stays for another time.
    await go('#/data?tab=changes');
    await page.getByRole('switch', { name: '使用“象山县2020年11月卫生健康重点工作进展通报”' }).click();
    await page.getByText(/已关掉“象山县2020年11月/).waitFor();
    await go('#/data?tab=observations&q=门诊人次&place=xiangshan');
    await page.getByRole('row', { name: /46\.2/ }).first().waitFor();
    expect(await page.getByRole('row', { name: /51\.4/ }).count()).toBe(0);
  });
});

async function begin(page: Page, text: string): Promise<void> {
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: '通报.txt', mimeType: 'text/plain', buffer: Buffer.from(text) });
  await page.getByRole('button', { name: '开始读' }).click();
  await page.locator('.confirm-card').waitFor();
}

describe('读报告', () => {
  it('makes a fact of any number by a click, takes the other figures of a sentence along, folds meetings', async () => {
    const { page } = await openApp({ route: '#/data?tab=report' });
    await begin(page, OCTOBER);
    await page.getByRole('button', { name: '一般不记 1' }).waitFor();
    // The year in the title is no fact until somebody says so.
    await page.locator('.confirm-number--free').first().click();
    expect(await page.locator('.confirm-figure strong').textContent()).toBe('2020');
    await page.keyboard.press('Backspace');
    await expect.poll(() => counts(page), PATIENCE).toContain('提出7，已确认0，不要1，待定6');
    await page.locator('.confirm-number', { hasText: '4000例' }).click();
    await page.keyboard.press('Shift+Enter');
    await expect.poll(() => counts(page), PATIENCE).toContain('已确认3，不要1，待定3');
    // What was decided isn't thrown away by one click.
    await page.getByRole('button', { name: '不读这份了' }).click();
    await page.getByText('定下的4个会丢掉。').waitFor();
    await page.getByRole('button', { name: '接着读' }).click();
    expect(await counts(page)).toContain('已确认3');
    await page.getByRole('button', { name: '不读这份了' }).click();
    await page.getByRole('button', { name: '丢掉' }).click();
    await page.getByText('把报告拖到这里').waitFor();
  });

  it('finds a record by characters, by pinyin, and offers a new one last', async () => {
    const { page } = await openApp({ route: '#/data?tab=report' });
    await begin(page, OCTOBER);
    await page.locator('.confirm-number', { hasText: '3012例' }).click();
    expect(await page.getByLabel('类别').inputValue()).toBe('done');
    await page.keyboard.press('i');
    const search = page.getByRole('combobox', { name: '找任务' });
    await search.fill('jzc');
    // Until the pinyin is there, only the new task answers.
    await expect
      .poll(() => page.locator('.confirm-choice').first().textContent(), PATIENCE)
      .toMatch(/^\s*结直肠癌筛查/);
    expect(await page.locator('.confirm-choice').last().textContent()).toContain('新任务');
    await page.keyboard.press('Enter');
    expect(await page.locator('.confirm-parts').textContent()).toContain('结直肠癌筛查');
    expect(await page.locator('.confirm-new').count()).toBe(0);
  });

  it('keeps what it learned for this unit’s kind of report alone, to look at and to take out', async () => {
    const { page, go } = await openApp({ route: '#/data?tab=report', viewport: { width: 1920, height: 1080 } });
    await begin(page, OCTOBER);
    await page.getByRole('textbox', { name: '名称' }).fill('门诊人次');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Backspace');
    await page.getByRole('button', { name: '核对已确认的1个数' }).click();
    await page.getByRole('button', { name: '保留', exact: true }).click();
    await page.getByText('已保留，1个数有变动。').waitFor();
    await page.getByText('已学会的说法和留下的原文').click();
    await page.getByRole('heading', { name: '象山县 进展通报' }).waitFor();
    const rules = page.locator('.intake-rules').first().locator('li');
    await expect
      .poll(() => rules.allTextContents(), PATIENCE)
      .toEqual([
        expect.stringMatching(/^\s*“医疗机构门诊人次”（数值，万人次）是门诊人次/),
        expect.stringMatching(/（%）不记/)
      ]);
    // The phrase becomes a public alias only by this button; it is a batch of its own.
    await page.getByRole('button', { name: '加为指标的别名' }).click();
    await go('#/data?tab=changes');
    await page.getByText('别名“医疗机构门诊人次”').first().waitFor();
    // The next report of the series knows both, that of another kind neither.
    await go('#/data?tab=report');
    await begin(page, NOVEMBER);
    await page.getByRole('button', { name: '不读这份了' }).click();
    await page.getByText('已学会的说法和留下的原文').click();
    await rules.nth(1).getByRole('button', { name: '删去' }).click();
    await expect.poll(() => rules.count(), PATIENCE).toBe(1);
  });

  it('draws a long report a stretch at a time, always with the line at hand', async () => {
    const { page } = await openApp({ route: '#/data?tab=report' });
    const lines = Array.from({ length: 600 }, (_, i) => `全县第${i + 1}片区新增床位${i + 12}张。`);
    await begin(page, ['象山县2020年工作总结', ...lines].join('\n'));
    expect(await page.locator('.confirm-line').count()).toBe(141);
    await page.getByRole('button', { name: '下面还有460行' }).waitFor();
    // The last of 50 pages of the list.
    for (let i = 0; i < 3; i++) await page.getByRole('button', { name: '下一页' }).click();
    expect(await page.locator('.confirm-line--current').textContent()).toContain('新增床位48张');
    for (let i = 0; i < 10; i++) await page.getByRole('button', { name: '下一页' }).click();
    expect(await page.locator('.confirm-line--current').textContent()).toContain('新增床位168张');
    await page.getByRole('button', { name: /上面还有\d+行/ }).waitFor();
  });

  it('says what it can’t read and what to do', async () => {
    const { page } = await openApp({ route: '#/data?tab=report' });
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: '报告.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 x') });
    await page.getByText('报告.pdf：这是 PDF，读不出可靠的文字顺序。请用 Word 或 WPS 打开它，另存为 .docx').waitFor();
  });
});

describe.each(oldMajorsToTry())('Chromium %i by double click', (major) => {
  it('reads a pasted report, and keys confirm it', async () => {
    const { page } = await openOldApp(major, { via: 'file', route: '#/data?tab=report' });
    await page.waitFor(`document.querySelector('.confirm-paste')`);
    await page.evaluate(`(() => {
      const copied = new DataTransfer();
      copied.setData('text/plain', ${JSON.stringify(OCTOBER)});
      const paste = new ClipboardEvent('paste', { clipboardData: copied, bubbles: true, cancelable: true });
      document.querySelector('.confirm-paste').dispatchEvent(paste);
    })()`);
    await page.waitFor(`document.querySelector('.confirm-form [type=submit]:enabled')`);
    await page.click('.confirm-form [type=submit]');
    await page.waitFor(`document.querySelector('.confirm-card')`);
    await page.evaluate(`['Enter', 'Backspace', 'Enter'].forEach((key) =>
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })))`);
    await page.waitFor(`/已确认2，不要1，待定3/.test(document.querySelector('.confirm-counts').textContent)`);
  });
});
