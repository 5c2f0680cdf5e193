import { describe, expect, it } from 'vitest';
import { cells, PATIENCE, placeBars, query, ranking, verdict } from './reading';
import { visit } from './visit';

describe('what may not be compared', () => {
  it('draws “90%以上” hollow, with its sign, and gives it no rank', async () => {
    const { page } = await visit('#/places?i=county-visit-rate');
    await expect
      .poll(async () => (await placeBars(page)).map((bar) => `${bar.name} ${bar.value} ${bar.look}`), PATIENCE)
      .toEqual(['株洲市 92.05 plain', '中方县 90.2 plain', '未具名县（四川） ≥90 hollow']);
    expect(await page.locator('.figure-notes').textContent()).toMatch(/未具名县（四川）.*界限/);
    await page.getByRole('button', { name: '数据表' }).click();
    const row = (await cells(page, '.data-table')).find((r) => r.some((cell) => cell.startsWith('未具名县（四川）')))!;
    expect(row.join('|')).toContain('≥90');
    expect(row.join('|')).not.toMatch(/第\d/);
    expect(row[0]).not.toMatch(/\d/);
  });

  it('writes 约 before an approximation and says that it is one', async () => {
    const { page } = await visit('#/places?i=health-lectures');
    await expect.poll(() => ranking(page), PATIENCE).toEqual(['株洲市 约300', '未具名县（四川甘孜） 151']);
    expect(await page.locator('.figure-notes').textContent()).toContain('株洲市');
  });

  it('counts equal values as equal', async () => {
    const { page } = await visit('#/places?i=vaccination-card-rate');
    await expect.poll(() => verdict(page), PATIENCE).toBe('儿童预防接种建证率：2个地区都是100%');
    await page.getByRole('button', { name: '数据表' }).click();
    const rows = (await cells(page, '.data-table')).slice(1, 3).map((row) => row.join('|'));
    for (const row of rows) expect(row).toContain('并列');
  });

  it('keeps ten months out of a comparison of years, says why, and shows them hatched when asked', async () => {
    const { page } = await visit('#/places?i=notifiable-cases');
    await expect.poll(() => ranking(page), PATIENCE).toEqual(['未具名市（吉林延边） 149', '未具名县（四川甘孜） 267']);
    expect(await page.locator('.figure-absent').first().textContent()).toMatch(
      /^未列入 1 个：\s*宝安区（时期为2020年1—10月（10个月累计），与全年不可比）$/
    );
    await page.getByText(/^更多/).click();
    await page.getByLabel('显示不可比的').check();
    await expect
      .poll(async () => (await placeBars(page)).map((bar) => `${bar.name} ${bar.value} ${bar.look}`), PATIENCE)
      .toEqual(['未具名市（吉林延边） 149 plain', '未具名县（四川甘孜） 267 plain', '宝安区 40,650 hatched']);
    expect(query(page).odd).toBe('1');
    await page.getByLabel('显示不可比的').uncheck();
    await expect.poll(() => ranking(page), PATIENCE).toHaveLength(2);
  });

  it('warns where dates differ, and not where they are one', async () => {
    const { page, go } = await visit('#/places?i=smd-standard-rate');
    await page
      .locator('.note-warning', { hasText: '各地时期不同（2016年6月30日至2020年12月31日），只宜看水平，不宜比快慢。' })
      .waitFor();
    // 深圳市 contains 宝安区: it stands below for want of another county, and is ranked only where that is asked for.
    await go('#/places?i=beds-per-1k');
    await expect
      .poll(async () => (await placeBars(page)).map((bar) => `${bar.name} ${bar.value} ${bar.look}`), PATIENCE)
      .toEqual(['宝安区 2.77 plain', '深圳市 3.83 hatched']);
    await page.getByText(/^更多/).click();
    await page.getByLabel('上级地区一并排名').check();
    await expect.poll(() => ranking(page), PATIENCE).toEqual(['深圳市 3.83', '宝安区 2.77']);
    expect(await page.locator('.note-warning').count()).toBe(0);
  });

  it('leads in one step to the places that share a period', async () => {
    const { page } = await visit('#/places?i=fp-support-funds');
    await page.getByRole('button', { name: '只看同一时期（2019年，2个地区）' }).click();
    await expect.poll(() => ranking(page), PATIENCE).toHaveLength(2);
    expect(query(page).period).toBe('2019');
    expect(await page.getByRole('button', { name: /^只看同一时期/ }).count()).toBe(0);
  });

  it('names the places without a number, with the reason', async () => {
    const { page } = await visit('#/places?i=smd-standard-rate');
    const missing = page.locator('.figure-absent', { hasText: '无数据' });
    await missing.waitFor();
    const text = (await missing.textContent())!;
    // Places with the same reason stand together.
    expect(text).toMatch(/象山县.*（均报告未写）/);
    // Reported there under other 口径: smd-managed-rate 94.7 and 90.21.
    expect(text).toMatch(/宜兴市（只有严重精神障碍患者管理率\s*94\.7%，口径不同）/);
    expect(text).toMatch(/^无数据 \d+ 个：/);
  });

  it('warns of totals of places of unequal size, and names those without a population', async () => {
    const { page } = await visit('#/places?i=prenatal-screened');
    await page.getByText('总量受地区大小影响').waitFor();
    await page.getByText(/^更多/).click();
    await page.getByLabel('按人口折算').check();
    await expect
      .poll(() => page.locator('.figure-absent').allTextContents(), PATIENCE)
      .toEqual([expect.stringMatching(/株洲市.*（均无人口数）/)]);
  });

  it('counts per head where the population is known', async () => {
    const { page } = await visit('#/places?i=visits&p=jia,ji&period=2025-12', { dataset: 'monthly' });
    // 19,261 and 24,443 visits.
    await expect.poll(() => ranking(page), PATIENCE).toEqual(['己县 24,443', '甲县 19,261']);
    await page.getByText(/^更多/).click();
    await page.getByLabel('按人口折算').check();
    // 19,261 of 210,140 and 24,443 of 666,920 people, a ten-thousand each: 甲县 is first now.
    await expect.poll(() => ranking(page), PATIENCE).toEqual(['甲县 916.58', '己县 366.51']);
    expect(await page.locator('.figure-subtitle').textContent()).toContain('按人口折算');
  });

  it('brings in the organisations of the places when asked', async () => {
    const { page } = await visit('#/places?i=discharges');
    await page.getByText('这里没有可画的数').waitFor();
    await page.getByText(/^更多/).click();
    await page.getByLabel('含下属单位').check();
    // observations.csv: discharges, wugang-tcm, 2013, 547.
    await expect.poll(() => ranking(page), PATIENCE).toEqual(['舞钢市中医院 547']);
  });
});

describe('the table and the sources of a figure', () => {
  it('say the same as the bars, row by row, and name the missing too', async () => {
    const { page } = await visit('#/places?i=smd-standard-rate');
    await page.getByRole('button', { name: '数据表' }).click();
    const table = await cells(page, '.data-table');
    const [head, ...rows] = table;
    const place = head!.indexOf('地区');
    const value = head!.findIndex((title) => title.includes('数值'));
    expect(place).toBeGreaterThanOrEqual(0);
    expect(rows.slice(0, 4).map((row) => `${row[place]} ${row[value]}`.replace(/%|〔推断〕/g, ''))).toEqual(
      await ranking(page)
    );
    expect(rows[4]![place]).toBe('参考线：各地平均（没有人口数，大小地区同样算）');
    expect(rows.find((row) => row[place] === '象山县')!.join('|')).toContain('无数据：报告未写');
    expect(rows.slice(5).every((row) => row.join('').includes('无数据'))).toBe(true);
    expect(await page.getByRole('button', { name: '数据表' }).getAttribute('aria-expanded')).toBe('true');
    await page.getByRole('button', { name: '数据表' }).click();
    await expect.poll(() => page.locator('.data-table').count(), PATIENCE).toBe(0);
  });

  it('give report, section, line and wording of each number, a second witness included', async () => {
    const { page } = await visit('#/places?i=smd-standard-rate');
    await page.getByRole('button', { name: '出处' }).click();
    const rows = (await cells(page, '.source-table')).filter((row) => row[0] === '宝安区');
    expect(rows.map((row) => row.slice(2, 6))).toEqual([
      ['96.2%', '卫生健康局工作总结（宝安区2020年工作总结和2021年工作计划）（B级）', '基本情况', '1051'],
      [
        '96.2%',
        '卫生健康局2023年下半年工作计划2（实为宝安区2020年工作总结和2021年工作计划）（B级）',
        '一、基本情况',
        '85'
      ]
    ]);
    const zhoushan = (await cells(page, '.source-table')).find((row) => row[0] === '舟山市')!;
    expect(zhoushan.slice(2, 6)).toEqual([
      '90.69%',
      '2019年上半年工作总结和下半年工作思路（A级）',
      '一(四)1重大疾病防控',
      '55'
    ]);
  });

  it('explain the indicator', async () => {
    const { page } = await visit('#/places?i=smd-standard-rate');
    await page.getByRole('button', { name: '口径', exact: true }).click();
    const card = page.getByRole('region', { name: '口径卡' });
    const text = (await card.textContent())!;
    for (const piece of [
      '年内登记在册的确诊严重精神障碍患者中，按规范要求随访、评估和体检的比例。',
      '按规范要求管理的患者人数',
      '年内登记在册的确诊患者人数',
      '越高越好',
      '严重精神障碍患者管理·规范管理率',
      '舟山市',
      '未具名县（四川）',
      '宝安区',
      '中方县'
    ]) {
      expect(text).toContain(piece);
    }
  });

  it('end with the sources by grade and the cut-off date', async () => {
    const { page } = await visit('#/places?i=smd-standard-rate');
    // baoan-2020, its reprint and zhongfang-2020 are B, zhoushan-2019-h1 is A, sichuan-county-a-2016-h1 is C.
    await expect
      .poll(() => page.locator('.figure-source').textContent(), PATIENCE)
      .toBe('来源：5份报告（A级1、B级3、C级1） · 数据截止2020-12-31');
  });
});
