import { describe, expect, it } from 'vitest';
import { palette } from '../../src/charts/theme';
import { cells, marks, path, PATIENCE, picture, placeBars, query, ranking, verdict } from './reading';
import { visit } from './visit';

/** Rows of data/observations.csv: indicator smd-standard-rate, measure 数值. */
const SMD_STANDARD = ['宝安区 96.2', '中方县 95.39', '舟山市 90.69', '未具名县（四川） 69.4'];

describe('地区对比', () => {
  it('draws the values of the file, longest first, each as long as its number', async () => {
    const { page } = await visit('#/places?i=smd-standard-rate');
    await expect.poll(() => ranking(page), PATIENCE).toEqual(SMD_STANDARD);
    const [baoan, zhongfang, zhoushan, sichuan] = (await placeBars(page)).map((bar) => bar.length);
    expect(zhongfang! / baoan!).toBeCloseTo(95.39 / 96.2, 3);
    expect(zhoushan! / baoan!).toBeCloseTo(90.69 / 96.2, 3);
    expect(sichuan! / baoan!).toBeCloseTo(69.4 / 96.2, 3);
    expect(await verdict(page)).toBe(
      '严重精神障碍患者规范管理率：4个地区中宝安区最高（96.2%），未具名县（四川）〔推断〕最低（69.4%）'
    );
  });

  it('shows another indicator at a click, and writes it into the address', async () => {
    const { page } = await visit('#/places');
    await page.getByRole('button', { name: /^严重精神障碍患者管理率/ }).click();
    await expect
      .poll(() => ranking(page), PATIENCE)
      .toEqual(['宜兴市 94.7', '未具名县（四川甘孜） 90.21', '未具名县（四川） 81.6']);
    expect(path(page)).toBe('/places');
    expect(query(page).i).toBe('smd-managed-rate');
  });

  it('writes the scale once where numbers are large', async () => {
    const { page } = await visit('#/places?i=fd-signed');
    // 123.2万人, 86.9万人, 2.93万人 in the reports.
    await expect.poll(() => ranking(page), PATIENCE).toEqual(['株洲市 123.2', '宝安区 86.9', '宜兴市 2.93']);
    expect(await page.locator('.figure-subtitle').textContent()).toContain('单位：万人');
  });

  it('draws the line of the mean, of a chosen place, or none', async () => {
    const { page } = await visit('#/places?i=smd-standard-rate');
    const reference = async () => {
      const chart = await picture(page);
      const line = chart.strokes.find((s) => s.stroke === palette.clock && s.dash);
      const label = chart.words.find((w) => w.colour === palette.clock)?.text ?? '';
      return { drawn: line !== undefined, label };
    };
    // (96.2 + 95.39 + 90.69 + 69.4) ÷ 4; no population is known.
    await expect
      .poll(reference, PATIENCE)
      .toEqual({ drawn: true, label: '各地平均（没有人口数，大小地区同样算）87.92%' });
    await page.getByLabel('参照').selectOption('place:zhongfang');
    await expect.poll(async () => (await reference()).label, PATIENCE).toMatch(/中方县.*95\.39%/);
    expect(query(page).ref).toBe('place:zhongfang');
    await page.getByLabel('参照').selectOption('none');
    await expect.poll(reference, PATIENCE).toEqual({ drawn: false, label: '' });
  });

  it('draws the line of the target of the own place', async () => {
    const { page } = await visit('#/places?i=prenatal-screened&focus=zhongfang');
    await page.getByLabel('参照').selectOption('target');
    // progress.csv: prenatal-screening, zhongfang, target 2200.
    await expect
      .poll(
        async () =>
          (await picture(page)).words
            .filter((w) => w.colour === palette.clock)
            .map((w) => w.text)
            .join(),
        PATIENCE
      )
      .toMatch(/目标.*2,200/);
  });

  it('weights the mean by population where every place has one', async () => {
    const { page } = await visit('#/places?i=htn', { dataset: 'monthly' });
    await expect
      .poll(async () => (await picture(page)).words.find((w) => w.colour === palette.clock)?.text, PATIENCE)
      .toMatch(/^按人口折算平均\d\d\.\d\d%$/);
  });

  it('keeps the focus place in colour and in bold, the others grey', async () => {
    const { page } = await visit('#/places?i=smd-standard-rate');
    await expect
      .poll(async () => (await placeBars(page)).map((bar) => bar.look), PATIENCE)
      .toEqual(['plain', 'plain', 'plain', 'plain']);
    await page.getByRole('combobox', { name: '关注地区' }).selectOption('zhongfang');
    await expect
      .poll(async () => (await placeBars(page)).map((bar) => bar.look), PATIENCE)
      .toEqual(['grey', 'focus', 'grey', 'grey']);
    expect(await verdict(page)).toBe(
      '中方县严重精神障碍患者规范管理率95.39%，4个有数据的地区中列第2，比最高的宝安区低0.81个百分点'
    );
    const weights = await page
      .locator('.chart svg text')
      .evaluateAll((nodes) =>
        nodes
          .filter((node) => /^(中方县|舟山市)$/.test(node.textContent ?? ''))
          .map((node) => getComputedStyle(node).fontWeight)
      );
    expect(weights).toEqual(['700', '400']);
  });

  it('says so where the focus place has no number', async () => {
    const { page } = await visit('#/places?i=smd-standard-rate&focus=xiangshan');
    await expect
      .poll(() => verdict(page), PATIENCE)
      .toBe('象山县没有严重精神障碍患者规范管理率的数据；4个地区中宝安区最高，96.2%');
  });

  it('compares chosen places only, and all again', async () => {
    const { page } = await visit('#/places?i=smd-standard-rate');
    const chips = page.getByRole('group', { name: '参加对比的地区' });
    await page.getByText(/^更多/).click();
    await chips.getByRole('button', { name: '舟山市' }).click();
    await chips.getByRole('button', { name: '中方县' }).click();
    await expect.poll(() => ranking(page), PATIENCE).toEqual(['中方县 95.39', '舟山市 90.69']);
    expect(query(page).p).toBe('zhoushan,zhongfang');
    expect(await chips.getByRole('button', { name: '舟山市' }).getAttribute('aria-pressed')).toBe('true');
    await chips.getByRole('button', { name: '全部地区' }).click();
    await expect.poll(() => ranking(page), PATIENCE).toEqual(SMD_STANDARD);
    expect(query(page).p).toBeUndefined();
  });

  it('orders by the official list when asked', async () => {
    const { page } = await visit('#/places?i=smd-standard-rate');
    await page.getByText(/^更多/).click();
    await page.getByLabel('排序').selectOption('official');
    await expect
      .poll(() => ranking(page), PATIENCE)
      .toEqual(['舟山市 90.69', '未具名县（四川） 69.4', '宝安区 96.2', '中方县 95.39']);
  });

  it('shows one period when asked, and names those that have another', async () => {
    const { page } = await visit('#/places?i=smd-standard-rate');
    await page.getByLabel('时期').selectOption('2020-12-31');
    await expect.poll(() => ranking(page), PATIENCE).toEqual(['中方县 95.39']);
    expect(await page.locator('.figure-absent').first().textContent()).toContain(
      '宝安区（时期为2020年10月31日，不是所选的2020年12月31日）'
    );
  });

  it('tells what a bar stands for at a click: its sources', async () => {
    const { page } = await visit('#/places?i=smd-standard-rate');
    await (await marks(page, palette.accentSoft)).first().click();
    await page.locator('.source-note').waitFor();
    expect(await page.locator('.source-note h3').allTextContents()).toEqual(
      new Array(2).fill('宝安区 · 严重精神障碍患者规范管理率（2020年10月31日）')
    );
  });
});

describe('the list of indicators', () => {
  it('is found through by Chinese', async () => {
    const { page } = await visit('#/places');
    await page.getByLabel('搜索指标').fill('在册人数');
    const found = () => page.locator('[data-indicator]').allTextContents();
    await expect.poll(async () => (await found()).filter((item) => !item.includes('在册人数')), PATIENCE).toEqual([]);
    expect(await found()).toContain('严重精神障碍患者在册人数 · 4');
  });

  it('is found through by pinyin initials, and typing alone changes nothing else', async () => {
    const { page } = await visit('#/places');
    await page.getByLabel('搜索指标').click();
    await page.keyboard.type('gxy');
    await expect
      .poll(() => page.locator('[data-indicator]').allTextContents(), PATIENCE)
      .toContain('高血压患者管理率 · 2');
    expect(query(page).i).toBeUndefined();
    await page.locator('[data-indicator="htn-managed-rate"]').click();
    // observations.csv: 57.22 and 34.75.
    await expect.poll(() => ranking(page), PATIENCE).toEqual(['未具名县（四川甘孜） 57.22', '未具名县（四川） 34.75']);
  });

  it('says so when nothing is found', async () => {
    const { page } = await visit('#/places');
    await page.getByLabel('搜索指标').fill('没有这样的指标');
    await page.getByText('没有找到“没有这样的指标”').waitFor();
  });

  it('stands under themes, with the number of places, and folds away what one place alone reports', async () => {
    const { page } = await visit('#/places');
    await page.locator('[data-indicator]').first().waitFor();
    expect(await page.locator('.picker-theme').first().textContent()).toBe('慢病与精神卫生');
    const before = await page.locator('[data-indicator]').count();
    await page.getByRole('button', { name: /只有一个地区有数/ }).click();
    await expect.poll(() => page.locator('[data-indicator]').count(), PATIENCE).toBeGreaterThan(before + 500);
  });
});

describe('多项指标', () => {
  it('shows many indicators over the places, with missing ones said', async () => {
    const { page } = await visit('#/places?tab=heat');
    await page.locator('table.heat').waitFor();
    const table = await cells(page, 'table.heat');
    const column = table[0]!.indexOf('宝安区');
    const row = table.find((r) => r[0]!.startsWith('严重精神障碍患者规范管理率'))!;
    expect(row[column]).toBe('96.2%2020年10月31日 · B级');
    expect(row[table[0]!.indexOf('株洲市')]).toBe('无数据');
  });

  it('colours best and worst apart, and keeps to a theme when asked', async () => {
    const { page } = await visit('#/places?tab=heat');
    const row = page.locator('table.heat tr', { hasText: '严重精神障碍患者规范管理率' });
    const colour = (text: string) =>
      row.locator('td', { hasText: text }).evaluate((td) => getComputedStyle(td).backgroundColor);
    expect(await colour('96.2%')).not.toBe(await colour('69.4%'));
    await page.getByLabel('主题').selectOption({ label: '妇幼健康' });
    await expect.poll(() => row.count(), PATIENCE).toBe(0);
    expect(await page.locator('table.heat').textContent()).toContain('婚前医学检查率');
    expect(query(page)).toMatchObject({ tab: 'heat', theme: '妇幼健康' });
  });

  it('leads from a row to its chart', async () => {
    const { page } = await visit('#/places?tab=heat');
    await page.locator('table.heat').getByRole('button', { name: '严重精神障碍患者管理率', exact: true }).click();
    await expect
      .poll(() => ranking(page), PATIENCE)
      .toEqual(['宜兴市 94.7', '未具名县（四川甘孜） 90.21', '未具名县（四川） 81.6']);
  });
});
