import { describe, expect, it } from 'vitest';
import { palette } from '../../src/charts/theme';
import { boxes, cells, chartWords, field, marks, PATIENCE, picture, query, verdict, openMore } from './reading';
import { visit } from './visit';

/** The colonoscopies of 象山县: 2,707 done, 67.68%, at 2020-10-26. */
const COLONOSCOPY = '#/progress?place=xiangshan&programme=crc-colonoscopy';

describe('任务完成', () => {
  it('names the slowest task, with how far behind it is', async () => {
    const { page } = await visit('#/progress?place=xiangshan');
    await expect
      .poll(() => verdict(page), PATIENCE)
      .toMatch(/^象山县结直肠癌筛查·结肠镜检查完成67\.68%，比序时慢14\.3个百分点；/);
  });

  it('draws done, target and 序时 each at its place on one scale', async () => {
    const { page } = await visit(COLONOSCOPY);
    await expect.poll(() => chartWords(page), PATIENCE).toContain('67.68%');
    const chart = await picture(page);
    const [track] = boxes(chart, palette.track);
    const [done] = boxes(chart, palette.accent);
    expect(done!.y).toBe(track!.y);
    expect(done!.width / track!.width).toBeCloseTo(0.6768, 3);
    const tick = (colour: string) =>
      chart.strokes.find((s) => s.at && s.fill === colour && Math.abs(s.at.y - track!.y) < 30)!.at!.x;
    expect((tick(palette.ink) - track!.x) / track!.width).toBeCloseTo(1, 3);
    // 300 of the 366 days of 2020 have passed.
    expect((tick(palette.clock) - track!.x) / track!.width).toBeCloseTo(0.8197, 3);
    expect(await chartWords(page)).toEqual(expect.arrayContaining(['2,707', '推算4,000', '慢14.3', '象山县']));
  });

  it('gives each light a colour, a shape and a word, and prints the rule', async () => {
    const { page } = await visit('#/progress?place=xiangshan');
    const lights = page.getByRole('group', { name: '按亮灯筛选' }).getByRole('button');
    await expect
      .poll(async () => (await lights.allTextContents()).map((text) => text.replace(/\s*\d+$/, '')), PATIENCE)
      .toEqual(['■ 滞后', '▲ 略慢', '● 达序时', '○ 不亮灯']);
    await page.getByText('亮灯规则：不慢于序时为绿，慢5个百分点以内为黄，其余为红；没有完成率或序时不亮灯').waitFor();
    expect(await chartWords(page)).toEqual(expect.arrayContaining(['■', '●']));
    await page.getByRole('button', { name: '数据表' }).click();
    const rows = await cells(page, '.data-table');
    expect(rows[1]!.slice(0, 5)).toEqual([
      expect.stringMatching(/^■ ?滞后$/),
      '结直肠癌筛查·结肠镜检查',
      '象山县',
      '2020年',
      '2,707例'
    ]);
  });

  it('keeps to one light when asked, and to all again', async () => {
    const { page } = await visit('#/progress?place=xiangshan');
    const red = page.locator('[data-light="bad"]');
    const count = Number((await red.textContent())!.match(/\d+$/)![0]);
    await red.click();
    await expect.poll(async () => boxes(await picture(page), palette.track).length, PATIENCE).toBe(count);
    expect(query(page).light).toBe('红');
    expect(await red.getAttribute('aria-pressed')).toBe('true');
    expect((await chartWords(page)).filter((word) => /[●▲○]/.test(word))).toEqual([]);
    await red.click();
    await expect.poll(async () => (await chartWords(page)).some((word) => word.includes('●')), PATIENCE).toBe(true);
  });

  it('keeps to a place, a unit or a task when asked', async () => {
    const { page } = await visit('#/progress');
    await field(page, '地区').selectOption('xiangshan');
    await openMore(page);
    await field(page, '单位').selectOption('xiangshan-tcm-group');
    await expect
      .poll(() => verdict(page), PATIENCE)
      .toContain('象山县中医医院医疗健康集团结直肠癌筛查·结肠镜检查完成73%，比序时慢10.3个百分点');
    expect(query(page)).toMatchObject({ place: 'xiangshan', unit: 'xiangshan-tcm-group' });
    await field(page, '任务').selectOption('crc-fit');
    // 83.33 − 82.73
    await expect.poll(() => chartWords(page), PATIENCE).toEqual(expect.arrayContaining(['82.73%', '慢0.6']));
  });

  it('sorts by lag, lead or rate', async () => {
    const { page } = await visit('#/progress?place=xiangshan');
    const rates = async () => (await chartWords(page)).filter((word) => /^[\d.]+%$/.test(word)).map(parseFloat);
    await expect.poll(async () => (await rates())[0], PATIENCE).toBe(67.68);
    await openMore(page);
    await field(page, '排序').selectOption('lead');
    await expect.poll(async () => (await rates())[0], PATIENCE).toBe(174);
    await field(page, '排序').selectOption('rate');
    await expect.poll(async () => (await rates()).slice(0, 3), PATIENCE).toEqual([174, 108, 105.69]);
    expect(query(page).sort).toBe('rate');
  });

  it('explains every mark that is drawn, and no other', async () => {
    const { page, go } = await visit('#/progress?place=xiangshan');
    const key = async () => (await page.locator('.key:visible span').allTextContents()).map((text) => text.trim());
    await expect.poll(key, PATIENCE).toEqual(['已完成（醒目的要留意）', '未完成', '目标 100%', '序时进度']);
    await go('#/progress?place=xiangshan&page=2&forecast=1');
    await expect
      .poll(key, PATIENCE)
      .toEqual([
        '已完成（醒目的要留意）',
        '未完成',
        '目标 100%',
        '序时进度',
        '年末推算（直线）',
        '╱╱太长截断，以数为准'
      ]);
    await go('#/progress?place=baoan');
    await expect.poll(key, PATIENCE).toContain('▼上年同期');
    expect(await chartWords(page)).toEqual(expect.arrayContaining(['上年推算48.6%', '没有目标，算不出完成率']));
  });

  it('keeps the length of what is over 100%, and marks what is cut', async () => {
    const { page } = await visit('#/progress?place=xiangshan&sort=rate');
    await expect.poll(() => chartWords(page), PATIENCE).toContain('174%');
    const chart = await picture(page);
    const track = boxes(chart, palette.track);
    const done = boxes(chart, palette.accentSoft);
    const of = (y: number) => track.find((b) => Math.abs(b.y - y) < 2)!;
    expect(done[1]!.width / of(done[1]!.y).width).toBeCloseTo(1.08, 2);
    expect(done[2]!.width / of(done[2]!.y).width).toBeCloseTo(1.0569, 3);
    // 174% would squeeze all others: cut, with the sign of a break.
    expect(done[0]!.width / of(done[0]!.y).width).toBeGreaterThan(1.08);
    expect(chart.words.map((w) => w.text)).toContain('╱╱');
  });

  it('shows at most twelve at once and pages through the rest', async () => {
    const { page } = await visit('#/progress?place=all');
    await expect.poll(async () => (await picture(page)).strokes.length, PATIENCE).toBeGreaterThan(20);
    const first = await chartWords(page);
    await page.getByRole('button', { name: '下一页' }).click();
    await expect.poll(() => chartWords(page), PATIENCE).not.toEqual(first);
    expect(query(page).page).toBe('2');
    expect(boxes(await picture(page), palette.track).length).toBeLessThanOrEqual(12);
    await page.goBack();
    await expect.poll(() => chartWords(page), PATIENCE).toEqual(first);
  });

  it('lights nothing without a target and says why', async () => {
    const { page } = await visit('#/progress?place=xiangshan&programme=two-cancer-screening');
    await page.getByRole('button', { name: '数据表' }).click();
    const row = (await cells(page, '.data-table'))[1]!;
    expect(row[0]).toMatch(/^○ ?不亮灯$/);
    expect(row.join('|')).toContain('没有目标，算不出完成率');
    expect(row.join('|')).toContain('7,400人');
  });

  it('lists plans for a later period apart, with target, due date and source', async () => {
    const { page } = await visit('#/progress?place=wenzhou');
    await page.locator('.task-list-planned').waitFor();
    const row = (await cells(page, '.task-list-planned')).find((r) => r[1] === '居民健康素养水平')!;
    expect(row.slice(0, 5)).toEqual(['温州市', '居民健康素养水平', '2022年', '≥36%', '2022年12月31日']);
    expect(row[5]).toContain('第677行');
  });

  it('opens on the own place', async () => {
    const { page } = await visit('#/progress?focus=zhuzhou');
    await expect.poll(() => field(page, '地区').inputValue(), PATIENCE).toBe('zhuzhou');
    expect(await chartWords(page)).toContain('112.92%');
    await field(page, '地区').selectOption('all');
    await expect.poll(() => chartWords(page), PATIENCE).toContain('67.68%');
  });

  it('gives the source of every figure', async () => {
    const { page } = await visit(COLONOSCOPY);
    await page.getByRole('button', { name: '出处' }).click();
    const rows = (await cells(page, '.source-table')).filter((row) => row[5] === '615');
    expect(rows[0]).toEqual(expect.arrayContaining(['象山县', '2707例 / 67.68%', '公共卫生科·10月完成情况']));
  });

  it('shows what a bar stands for beside the pointer, as words', async () => {
    const { page } = await visit(COLONOSCOPY);
    await (await marks(page, palette.accent)).first().hover();
    await expect
      .poll(() => page.locator('.chart-tip p').allTextContents(), PATIENCE)
      .toEqual(expect.arrayContaining(['象山县  结直肠癌筛查·结肠镜检查', '完成率 67.68%', '慢14.3（序时 81.97%）']));
  });
});
