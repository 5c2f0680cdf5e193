import { describe, expect, it } from 'vitest';
import { categorical, palette } from '../../src/charts/theme';
import { cells, chartWords, lines, PATIENCE, path, picture, query, verdict, type Picture } from './reading';
import { visit } from './visit';

const FIRST = categorical[0];

/** Round points of a line, by whether they are filled. */
function points(chart: Picture, colour: string): { full: number; hollow: number } {
  const round = chart.strokes.filter((s) => s.at && s.d.includes('A'));
  return {
    full: round.filter((s) => s.fill === colour).length,
    hollow: round.filter((s) => s.fill === palette.ground && s.stroke === colour).length
  };
}

describe('时期对比 over many periods', () => {
  it('joins month to month, and leaves a gap open where months were not reported', async () => {
    const { page } = await visit('#/periods?i=visits&p=ji', { dataset: 'monthly' });
    // 未报 in 2024-05 and 2024-06: four months before, eighteen after.
    await expect.poll(async () => lines(await picture(page), FIRST), PATIENCE).toEqual([4, 18]);
    expect(points(await picture(page), FIRST)).toEqual({ full: 22, hollow: 0 });
  });

  it('does not join what was counted by another rule, marks the change and says so', async () => {
    const { page } = await visit('#/periods?i=htn&p=jia', { dataset: 'monthly' });
    // 2024-01 to 2025-06, then 2025-07 to 2025-12 by the new rule.
    await expect.poll(async () => lines(await picture(page), FIRST), PATIENCE).toEqual([18, 6]);
    expect(await chartWords(page)).toContain('口径调整');
    expect(await page.locator('figure').first().textContent()).toContain(
      '自2025年7月起口径改为规范管理率（新口径），前后不连'
    );
  });

  it('draws values worked back from a stated change hollow, and says 推算 in the table', async () => {
    const { page } = await visit('#/periods?i=visits&p=xin', { dataset: 'monthly' });
    // 24 months are reported; the 同比 of 2024 gives the 12 months of 2023.
    await expect.poll(async () => points(await picture(page), FIRST), PATIENCE).toEqual({ full: 24, hollow: 12 });
    await page.getByRole('button', { name: '数据表' }).click();
    const rows = await cells(page, '.data-table');
    // 56,443 ÷ 1.035
    expect(rows.find((row) => row[1] === '2023年1月')!.slice(0, 3)).toEqual(['辛县', '2023年1月', '推算54,534人次']);
  });

  it('puts the stated change beside the computed one', async () => {
    const { page } = await visit('#/periods?i=visits&p=xin', { dataset: 'monthly' });
    await page.locator('.change-table').waitFor();
    const row = (await cells(page, '.change-table')).find((r) => r[1] === '2025年1月')!;
    // 57,154 ÷ 56,443 = 1.0126
    expect(row).toEqual(['辛县', '2025年1月', '57,154人次', '增长1.3%', '增长1.3%']);
  });

  it('speaks of points where the indicator is a rate', async () => {
    const { page } = await visit('#/periods?i=htn&p=jia', { dataset: 'monthly' });
    await page.locator('.change-table').waitFor();
    const row = (await cells(page, '.change-table')).find((r) => r[1] === '2025年6月')!;
    expect(row[3]).toBe('上升1.29个百分点');
    expect(row[4]).toMatch(/^上升1\.\d\d?个百分点/);
  });

  it('never joins sums over unequal spans, and shows one span when asked', async () => {
    const { page } = await visit('#/periods?i=visits-ytd&p=jia', { dataset: 'monthly' });
    for (const [span, period, change] of [
      ['季度', '2025年第一季度', '下降1.7%'],
      ['4个月累计', '2025年1—4月', '下降2.0%']
    ]) {
      await page.getByLabel('时期长短').selectOption(span!);
      await expect
        .poll(async () => (await cells(page, '.change-table')).slice(1).map((row) => [row[1], row[4]]), PATIENCE)
        .toEqual([[period, change]]);
      expect(query(page).span).toBe(span);
      // The same months of two years, and one line between them.
      expect(lines(await picture(page), FIRST)).toEqual([2]);
    }
  });

  it('keeps the focus place in colour among many', async () => {
    const { page } = await visit('#/periods?i=visits&focus=wu', { dataset: 'monthly' });
    await expect.poll(async () => lines(await picture(page), palette.accent), PATIENCE).toEqual([24]);
    expect(lines(await picture(page), palette.context).length).toBeGreaterThanOrEqual(4);
  });

  it('names the end of each line, and shows chosen places only', async () => {
    const { page } = await visit('#/periods?i=visits&p=jia,ji', { dataset: 'monthly' });
    await expect.poll(() => chartWords(page), PATIENCE).toEqual(expect.arrayContaining(['甲县', '己县']));
    await page.getByText('更多 · 选了2个地区').click();
    await page.locator('[data-place="jia"]').click();
    await expect.poll(async () => (await chartWords(page)).includes('甲县'), PATIENCE).toBe(false);
    expect(query(page).p).toBe('ji');
  });
});

describe('时期对比 over two periods', () => {
  it('draws the worked-back year hollow with 推算, the reported one full, for one place', async () => {
    const { page } = await visit('#/periods?i=deliveries');
    // observations.csv: 45162 and -9.7; 45,162 ÷ 0.903 = 50,013.
    await expect
      .poll(() => chartWords(page), PATIENCE)
      .toEqual(expect.arrayContaining(['50,013', '推算', '45,162', '下降9.7%（原文同比）']));
    expect(points(await picture(page), FIRST)).toEqual({ full: 1, hollow: 1 });
    expect(await verdict(page)).toBe('宝安区分娩量45,162人，比上年同期下降9.7%（原文同比）');
    expect((await cells(page, '.change-table'))[1]).toEqual(['宝安区', '2020年1—10月', '45,162人', '下降9.7%', '—']);
  });

  it('works back in points where the change is in points', async () => {
    const { page } = await visit('#/periods?i=health-literacy');
    // 35.77 − 3.75
    await expect.poll(() => chartWords(page), PATIENCE).toEqual(expect.arrayContaining(['32.02', '推算', '35.77']));
  });

  it('draws a row with two dots and a bar between for each of several places', async () => {
    const { page } = await visit('#/periods?i=population&p=jia,bing', { dataset: 'monthly' });
    await expect.poll(() => chartWords(page), PATIENCE).toEqual(expect.arrayContaining(['甲县', '丙县']));
    const chart = await picture(page);
    const rows = new Set(chart.strokes.filter((s) => s.at && s.d.includes('A')).map((s) => Math.round(s.at!.y)));
    expect(rows.size).toBe(2);
    expect(chart.strokes.filter((s) => s.stroke === palette.contextSoft && s.fill === 'none').length).toBe(2);
    expect(chart.words.filter((w) => /2025年12月31日/.test(w.text)).length).toBe(2);
  });

  it('says so where there is one period only', async () => {
    const { page } = await visit('#/periods?i=smd-standard-rate&p=baoan');
    await page.getByText('只有一期数据，画不成变化').waitFor();
  });

  it('never says 趋势 of two periods', async () => {
    const { page } = await visit('#/periods?i=deliveries');
    await expect.poll(() => verdict(page), PATIENCE).toContain('宝安区');
    expect(await page.locator('figure').textContent()).not.toContain('趋势');
  });
});

describe('choosing in 时期对比', () => {
  it('lists indicators with two periods and more, and goes to the one clicked', async () => {
    const { page } = await visit('#/periods');
    await page.locator('[data-indicator="media-articles"]').click();
    await expect.poll(() => verdict(page), PATIENCE).toBe('株洲市媒体发稿篇数575篇，比上年增长27%（原文同比）');
    expect(path(page)).toBe('/periods');
    expect(query(page).i).toBe('media-articles');
    await page.getByRole('button', { name: '出处' }).click();
    const rows = await cells(page, '.source-table');
    expect(rows.slice(1).map((row) => [row[0], row[2], row[5]])).toEqual(
      expect.arrayContaining([
        ['株洲市', '575篇', '751'],
        ['株洲市', '27%', '751']
      ])
    );
  });
});

describe('时期对比 of many indicators', () => {
  it('shows the changes of one place, and keeps the choice in the address', async () => {
    const { page } = await visit('#/periods');
    await page.getByRole('tab', { name: '多项指标' }).click();
    await expect
      .poll(() => verdict(page), PATIENCE)
      .toBe('宝安区10项指标同比6项增长、4项下降；糖尿病患者管理人数增长67.5%，变化最大');
    expect(await chartWords(page)).toEqual(
      expect.arrayContaining(['糖尿病患者管理人数', '增长67.5%（好转）', '下降30.0%（好转）', '下降18.8%'])
    );
    await page.locator('.controls select').first().selectOption('sichuan-county-a');
    await page.getByLabel('变化单位').selectOption('百分点');
    await expect.poll(() => verdict(page), PATIENCE).toContain('未具名县（四川）〔推断〕2项指标同比');
    expect(query(page)).toMatchObject({ tab: 'changes', place: 'sichuan-county-a', kind: '百分点' });
  });

  it("opens with the reader's own place where it has changes", async () => {
    const { page } = await visit('#/periods?tab=changes&focus=wugang-tcm');
    await expect.poll(() => verdict(page), PATIENCE).toContain('舞钢市中医院〔推断〕4项指标同比都增长');
  });

  it('has the lines of the report behind each change', async () => {
    const { page } = await visit('#/periods?tab=changes&place=baoan');
    await page.getByRole('button', { name: '数据表' }).click();
    await page.locator('.data-table').getByRole('button', { name: '增长67.5%' }).click();
    expect(await page.locator('.source-note').innerText()).toContain('67.5%');
  });

  it('has the card of each indicator one click away', async () => {
    const { page } = await visit('#/periods?tab=changes&place=baoan');
    await page.locator('.change-links').getByRole('button', { name: '分娩量' }).click();
    await page.getByLabel('口径卡').waitFor();
    expect(await page.getByLabel('口径卡').innerText()).toContain('分娩量');
  });
});
