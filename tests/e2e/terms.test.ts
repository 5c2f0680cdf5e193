import { describe, expect, it } from 'vitest';
import { painted, PATIENCE } from './reading';
import { visit } from './visit';

/** Words on a screen in everyday Chinese, and the click by which the exact term is told. Empty: it stands in the notes. */
const TERMS: readonly (readonly [plain: string, route: string, click: string, exact: RegExp])[] = [
  ['级', '#/places?i=smd-standard-rate', '出处', /A级：发布单位官网原文/],
  ['大小地区同样算', '#/places?i=smd-standard-rate', '', /简单平均/],
  ['按人口折算平均', '#/places?dataset=demo', '', /按人口加权平均/],
  ['越低越好', '#/places?dataset=demo&i=flu', '口径', /方向\s*越低越好\s*口径组/],
  ['是不是偶然', '#/places?dataset=demo', '是不是偶然', /95%和99\.8%的限（Wilson 法/],
  ['误差范围', '#/places?dataset=demo&i=htn-standard', '误差范围', /误差范围是置信区间.*Wilson 法/],
  ['标出异常波动', '#/periods?dataset=demo&i=hospital-visits&p=nizhou', '标出异常波动', /XmR 过程图/],
  ['年末推算', '#/progress?dataset=demo', '年末推算', /照到截止日为止的快慢直推到任务期末，是推算，不是报告里的数/]
];

describe('a word that a mayor uses has its exact term one click away', () => {
  it.each(TERMS)('%s, on %s', async (plain, route, click, exact) => {
    const { page } = await visit(route);
    await painted(page);
    const main = page.locator('main');
    await expect.poll(() => main.textContent(), PATIENCE).toContain(plain);
    if (click) {
      const more = main.locator('details:not([open]) > summary', { hasText: /^更多/ });
      const wanted = main.locator('button, label, [role=tab], a').filter({ hasText: new RegExp(`^\\s*${click}\\s*$`) });
      // What is folded under 更多 is chosen there.
      if ((await more.count()) > 0 && !(await wanted.first().isVisible())) await more.first().click();
      await wanted.first().click();
    }
    await expect.poll(async () => ((await main.textContent()) ?? '').replace(/\s+/g, ' '), PATIENCE).toMatch(exact);
  });

  it('and none that only a statistician uses stands on a control or in a title', async () => {
    const { page, go } = await visit('#/');
    const hard = /高优|低优|简单平均|加权|置信|自然界限|XmR|Wilson|分位|标准差/;
    const found: string[] = [];
    for (const dataset of ['', 'dataset=demo&'])
      for (const route of [
        '#/?',
        '#/?tab=card&',
        '#/places?',
        '#/places?tab=improve&',
        '#/places?tab=heat&',
        '#/periods?',
        '#/periods?tab=changes&',
        '#/progress?',
        '#/progress?tab=months&',
        '#/profile?'
      ]) {
        await go(route + dataset);
        await painted(page);
        const words = await page
          .locator('main :is(button, summary, label, h2, .figure-subtitle, .chart text)')
          .allTextContents();
        found.push(...words.filter((text) => hard.test(text)).map((text) => `${route}: ${text}`));
      }
    expect(found).toEqual([]);
  });
});
