import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { LIGHT_PALETTES, palette } from '../../src/charts/theme';
import { boxes, cells, chartWords, field, PATIENCE, picture, query, verdict, openMore } from './reading';
import { openOldApp } from './support';
import { visit } from './visit';

const XIANGSHAN = '#/progress?place=xiangshan';

/** The counts of the chips, bad first. */
async function counts(page: Page): Promise<number[]> {
  const chips = page.getByRole('group', { name: '按亮灯筛选' }).getByRole('button');
  await chips.first().waitFor();
  return (await chips.allTextContents()).map((text) => Number(/\d+$/.exec(text.trim())![0]));
}

/** How many sheets the page prints on, and whether they lie across. */
async function printed(page: Page): Promise<{ sheets: number; across: boolean }> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const [, width, height] = /MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(pdf)!;
  return { sheets: pdf.match(/\/Type\s*\/Page[^s]/g)!.length, across: Number(width) > Number(height) };
}

describe('亮灯规则', () => {
  it('says how many would turn red before a change is kept, and drops it on 取消', async () => {
    const { page } = await visit(XIANGSHAN);
    expect(await counts(page)).toEqual([3, 1, 10, 7]);
    await openMore(page);
    await page.getByRole('button', { name: '修改规则' }).click();
    const panel = page.getByRole('region', { name: '修改亮灯规则' });
    await expect.poll(() => panel.locator('.rule-preview').textContent(), PATIENCE).toBe('这就是现在的规则');
    // Behind by 14.3, 12.8, 10.3 and 0.6: within 13 two of the three red ones turn amber.
    await panel.locator('[data-number="amberWithin"]').fill('13');
    await expect
      .poll(() => panel.locator('.rule-preview').textContent(), PATIENCE)
      .toBe('改用后红灯由3个变为1个，黄灯由1个变为3个；2项的灯会变');
    expect(await panel.locator('.rule-changes li').allTextContents()).toEqual([
      expect.stringContaining('象山县中医医院医疗健康集团结直肠癌筛查·结肠镜检查：■滞后 → ▲略慢'),
      expect.stringContaining('象山县全血募集：■滞后 → ▲略慢')
    ]);
    expect(await counts(page)).toEqual([3, 1, 10, 7]);
    await panel.getByRole('button', { name: '取消' }).click();
    await panel.waitFor({ state: 'detached' });
    expect(query(page).rule).toBeUndefined();
  });

  it('keeps a rule in the address and in the browser, and prints it', async () => {
    const { page, go } = await visit(XIANGSHAN);
    await openMore(page);
    await page.getByRole('button', { name: '修改规则' }).click();
    const panel = page.getByRole('region', { name: '修改亮灯规则' });
    await panel.locator('.rule-list').selectOption({ label: '按完成率，90%以上为蓝，70%以上为黄' });
    await panel.getByRole('button', { name: '保留' }).click();
    await expect.poll(() => query(page).rule, PATIENCE).toBe('threshold-90-70-byr');
    await page.getByText('亮灯规则：完成率90%及以上为蓝，70%及以上为黄，其余为红；没有完成率不亮灯').waitFor();
    const words = page.getByRole('group', { name: '按亮灯筛选' }).getByRole('button');
    await expect
      .poll(async () => (await words.allTextContents()).map((t) => t.replace(/\s*\d+$/, '')), PATIENCE)
      .toEqual(['■ 偏低', '▲ 接近', '● 达标', '○ 不亮灯']);
    const blue = (await picture(page)).words.filter((w) => w.text === '●').map((w) => w.colour);
    expect(new Set(blue)).toEqual(new Set([LIGHT_PALETTES.蓝黄红.good]));
    await go('#/');
    await page.getByText('规则：完成率90%及以上为蓝').waitFor();
    expect(query(page).rule).toBe('threshold-90-70-byr');
    await go('#/progress');
    await page.getByRole('button', { name: '恢复默认' }).click();
    await page.getByText('亮灯规则：不慢于序时为绿').waitFor();
    expect(query(page).rule).toBeUndefined();
    await page.reload();
    await page.getByText('亮灯规则：不慢于序时为绿').waitFor();
  });

  it('takes no numbers that make no sense', async () => {
    const { page } = await visit(`${XIANGSHAN}&rule=threshold-90-70-byr`);
    await openMore(page);
    await page.getByRole('button', { name: '修改规则' }).click();
    const panel = page.getByRole('region', { name: '修改亮灯规则' });
    await panel.locator('[data-number="amberFrom"]').fill('95');
    await panel.getByText('中间档的界限不能高于好的界限').waitFor();
    expect(await panel.getByRole('button', { name: '保留' }).isDisabled()).toBe(true);
  });

  it('says so where the address asks for a rule that can’t be read', async () => {
    const { page } = await visit(`${XIANGSHAN}&rule=pace-500-ryg`);
    await page.getByText('地址里的亮灯规则“pace-500-ryg”读不懂，已改用“按序时，慢5个百分点以内为黄”。').waitFor();
    expect(await counts(page)).toEqual([3, 1, 10, 7]);
  });

  it('is the same on the matrix and on the list', async () => {
    const { page, go } = await visit(`${XIANGSHAN}&rule=pace-13-safe&tab=supervise`);
    await expect.poll(() => verdict(page), PATIENCE).toBe('21项任务中1项亮紫灯');
    await page.getByText('亮灯规则：不慢于序时为蓝，慢13个百分点以内为橙，其余为紫；没有完成率或序时不亮灯').waitFor();
    await go(`${XIANGSHAN}&rule=pace-13-safe&tab=matrix`);
    await expect
      .poll(() => verdict(page), PATIENCE)
      .toBe('象山县及3家单位的14种任务共21项：1项亮紫灯，3项亮橙灯，10项亮蓝灯，7项不亮灯');
  });
});

describe('挂图作战', () => {
  it('shows a light with its number in each cell, and totals on both sides', async () => {
    const { page } = await visit(`${XIANGSHAN}&tab=matrix`);
    await page.locator('.lights-grid').waitFor();
    const table = (await cells(page, '.lights-grid')).map((row) => row.map((text) => text.replace(/\s+/g, '')));
    const column = table[0]!.indexOf('结直肠癌筛查·结肠镜检查');
    expect(table.map((row) => [row[0], row[column]])).toEqual([
      ['单位', '结直肠癌筛查·结肠镜检查'],
      ['象山县', '■67.68%'],
      ['象山县第一人民医院医疗健康集团', '○1,134'],
      ['象山县红十字台胞医院医疗健康集团', '○100.02%'],
      ['象山县中医医院医疗健康集团', '■73%'],
      ['合计', '■2○2']
    ]);
    expect(table[1]![table[0]!.length - 1]).toBe('■2●3○3');
    expect(table[5]![table[0]!.length - 1]).toBe('■3▲1●10○7');
  });

  it.each([
    ['a total of a unit', '象山县中医医院医疗健康集团 滞后 1项', { unit: 'xiangshan-tcm-group', light: '红' }, 1],
    ['a total of a county’s own', '象山县 滞后 2项', { unit: 'xiangshan', light: '红' }, 2],
    ['a total of a task', '结直肠癌筛查·结肠镜检查 滞后 2项', { programme: 'crc-colonoscopy', light: '红' }, 2],
    ['the total of all', '合计 滞后 3项', { light: '红' }, 3]
  ])('%s leads to its rows', async (_name, button, expected, bars) => {
    const { page } = await visit(`${XIANGSHAN}&tab=matrix`);
    await page.getByRole('button', { name: button, exact: true }).click();
    await expect.poll(async () => boxes(await picture(page), palette.track).length, PATIENCE).toBe(bars);
    expect(query(page)).toEqual({ place: 'xiangshan', ...expected });
  });

  it('leads from a cell to where its figures stand, and on to its bar', async () => {
    const { page } = await visit(`${XIANGSHAN}&tab=matrix`);
    await page
      .getByRole('button', { name: '象山县中医医院医疗健康集团 结直肠癌筛查·FIT检测 略慢 82.73%', exact: true })
      .click();
    await page.getByRole('dialog', { name: '出处' }).getByText('17197人 / 82.73%').waitFor();
    await page.getByRole('link', { name: '看这个数所在的图' }).click();
    await expect.poll(() => verdict(page), PATIENCE).toMatch(/FIT检测完成82\.73%/);
  });

  it('sorts by the number of red lights and by lag', async () => {
    const { page } = await visit('#/progress?place=all&tab=matrix&flip=1');
    await page.locator('.lights-grid').waitFor();
    const first = async () => (await cells(page, '.lights-grid')).slice(1, 4).map((row) => row[0]);
    expect(await first()).toEqual(['舟山市', '温州市', '株洲市']);
    await openMore(page);
    await field(page, '排序').selectOption({ label: '差的多的在前' });
    await expect.poll(async () => (await first())[0], PATIENCE).toBe('象山县');
    await field(page, '排序').selectOption({ label: '慢的在前' });
    // 慢14.3, 慢13.3, 慢10.3
    await expect
      .poll(first, PATIENCE)
      .toEqual(['象山县', '未具名市（吉林延边）〔推断〕', '象山县中医医院医疗健康集团']);
    expect(query(page).order).toBe('lag');
  });

  it('has the longer side run down the page, and turns when asked', async () => {
    const { page } = await visit('#/progress?place=all&tab=matrix');
    await page.locator('.lights-grid').waitFor();
    expect((await cells(page, '.lights-grid'))[0]![0]).toBe('任务');
    await page.getByRole('button', { name: '数据表' }).click();
    expect((await cells(page, '.data-table'))[0]!.slice(0, 3)).toEqual(['任务', '舟山市', '温州市']);
    await openMore(page);
    await page.getByRole('button', { name: '行列互换' }).click();
    await expect.poll(async () => (await cells(page, '.lights-grid'))[0]![0], PATIENCE).toBe('单位');
  });

  it.each([
    ['all', 47],
    ['xiangshan', 14]
  ])('prints on one sheet of A4 across: %s', async (place, tasks) => {
    const { page } = await visit(`#/progress?place=${place}&tab=matrix`);
    await page.locator('.lights-grid').waitFor();
    expect(await verdict(page)).toContain(`${tasks}种任务`);
    expect(await printed(page)).toEqual({ sheets: 1, across: true });
    // On paper nothing stays in its corner over its neighbours.
    await page.emulateMedia({ media: 'print' });
    const heads = await page
      .locator('.lights-grid thead th')
      .evaluateAll((all) => all.map((th) => th.getBoundingClientRect()).map(({ left, right }) => [left, right]));
    heads.slice(1).forEach(([left], i) => expect(left).toBeGreaterThanOrEqual(heads[i]![1]! - 1));
  });
});

describe('计划清单', () => {
  it('lists plans by due day with what became of them', async () => {
    const { page } = await visit('#/progress?place=all&tab=plans');
    await page.locator('.task-list--plans').waitFor();
    const [head, ...rows] = await cells(page, '.task-list--plans');
    expect(head!.slice(0, 6)).toEqual(['到期', '地区或单位', '任务', '计划', '结果', '完成数']);
    expect(rows[0]!.slice(0, 5)).toEqual(['2019年9月30日', '舟山市', '社区护理站医养结合试点', '≥2个', '○ 待报']);
    expect(rows.length).toBe(Number(/^(\d+)项计划/.exec(await verdict(page))![1]));
  });

  it('keeps to one outcome when asked', async () => {
    const { page } = await visit('#/progress?place=all&tab=plans');
    await page.locator('[data-outcome="达成"]').first().waitFor();
    const reached = page
      .getByRole('group', { name: '按结果筛选' })
      .getByRole('button', { name: '达成', exact: false })
      .first();
    const count = Number(/\d+$/.exec((await reached.textContent())!.trim())![0]);
    await reached.click();
    await expect.poll(() => query(page).outcome, PATIENCE).toBe('达成');
    if (count === 0) await page.getByText('没有符合条件的计划').waitFor();
    else await expect.poll(() => page.locator('.task-list--plans tbody tr').count(), PATIENCE).toBe(count);
  });
});

describe('督办清单', () => {
  it('names who is behind, by how much, what is needed and who answers for it', async () => {
    const { page } = await visit(`${XIANGSHAN}&tab=supervise`);
    await page.locator('.task-list--supervision').waitFor();
    const [head, ...rows] = await cells(page, '.task-list--supervision');
    expect(rows).toHaveLength(3);
    const row = Object.fromEntries(rows[0]!.map((text, i) => [head![i], text]));
    expect(row).toMatchObject({
      灯: '■ 滞后',
      地区和单位: '象山县',
      任务: '结直肠癌筛查·结肠镜检查',
      快慢: '慢14.3个百分点',
      责任单位: '公共卫生科'
    });
    expect(row['完成 / 目标']).toBe('2,707推算4,000差1,293');
    expect(row['还需 / 到期']).toContain('日均19.6例');
    expect(row.来源).toContain('第615行');
    expect(await printed(page)).toEqual({ sheets: 1, across: true });
  });

  it('holds all columns in its 数据表', async () => {
    const { page } = await visit(`${XIANGSHAN}&tab=supervise`);
    await page.getByRole('button', { name: '数据表' }).click();
    expect((await cells(page, '.data-table'))[0]).toEqual(
      expect.arrayContaining(['日均还需', '月均还需', '比上期（个百分点）', '责任单位', '来源'])
    );
  });
});

describe('合计核对', () => {
  it('shows the sum of the units beside the county’s own figure, with the difference', async () => {
    const { page } = await visit(`${XIANGSHAN}&tab=sums`);
    const group = page.locator('.task-list--sums tbody[data-programme="crc-colonoscopy"]');
    await group.waitFor();
    const row = async (kind: string) => (await group.locator(`tr.${kind} > *`).allTextContents()).map((t) => t.trim());
    expect(await row('task-list-total')).toEqual(['各单位合计', '2,982例', '', '', '2020年10月31日']);
    expect(await row('task-list-own')).toEqual(['象山县自报', '2,707例', '推算4,000', '67.68%', '2020年10月26日']);
    expect((await row('task-list-difference')).slice(0, 2)).toEqual(['合计减自报', '+275例']);
  });
});

describe('年末推算', () => {
  it('is off until asked for, then hollow and labelled', async () => {
    const { page } = await visit(`${XIANGSHAN}&programme=crc-colonoscopy`);
    await expect
      .poll(() => chartWords(page), PATIENCE)
      .toEqual(
        expect.arrayContaining(['日均19.6例', '2020年12月31日到期', expect.stringContaining('负责：公共卫生科')])
      );
    expect((await chartWords(page)).filter((word) => /^推算\d+\.\d%$/.test(word))).toEqual([]);
    await openMore(page);
    await page.getByLabel('年末推算').check();
    await expect.poll(() => chartWords(page), PATIENCE).toContain('推算82.6%');
    expect(query(page).forecast).toBe('1');
    await page.getByText('是推算，不是报告里的数').waitFor();
  });
});

describe('in the oldest engine', () => {
  it('shows the matrix, and previews and keeps a rule', async () => {
    const { page, problems } = await openOldApp(79, { route: `${XIANGSHAN}&tab=matrix` });
    await page.waitFor(`document.querySelectorAll('.lights-grid-cell').length === 21`);
    await page.evaluate(`document.querySelector('.controls-more').open = true`);
    await page.click('.rule-opener');
    await page.waitFor(`document.querySelector('.rule-preview')`);
    await page.evaluate(`(function () {
      var list = document.querySelector('.rule-list');
      list.value = 'threshold-90-70';
      list.dispatchEvent(new Event('change'));
    })()`);
    // 67.68% stays red, 87.17% and 73% become amber.
    await page.waitFor(`/红灯由3个变为1个/.test(document.querySelector('.rule-preview').textContent)`);
    await page.click('.rule-buttons .button--main');
    await page.waitFor(`/rule=threshold-90-70-byr/.test(location.hash)`);
    expect(problems.unexpected()).toEqual([]);
  });

  it('turns the sheet by a stylesheet of its own, since it knows no named pages', async () => {
    const { page, problems } = await openOldApp(79, { route: `${XIANGSHAN}&tab=matrix` });
    await page.waitFor(`document.querySelectorAll('.lights-grid-cell').length === 21`);
    await page.evaluate(`(function () {
      window.print = function () { window.printed = document.querySelectorAll('link[href="./wide-sheet.css"]').length; };
      Array.from(document.querySelectorAll('.lights-grid-figure button')).filter(function (b) { return b.textContent === '打印'; })[0].click();
    })()`);
    await page.waitFor(`window.printed === 1`);
    await page.evaluate(`window.dispatchEvent(new Event('afterprint'))`);
    await page.waitFor(`document.querySelectorAll('link[href="./wide-sheet.css"]').length === 0`);
    expect(problems.unexpected()).toEqual([]);
  });
});
